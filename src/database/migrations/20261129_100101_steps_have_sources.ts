import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`steps\` ADD \`sourcing_certainty\` text;`)
  await db.run(sql`ALTER TABLE \`steps\` ADD \`sourcing_source\` text;`)
  await db.run(sql`ALTER TABLE \`steps\` ADD \`sourcing_checked_on\` text;`)
  await db.run(sql`ALTER TABLE \`steps\` ADD \`sourcing_note\` text;`)
  await db.run(sql`CREATE INDEX \`steps_sourcing_sourcing_certainty_idx\` ON \`steps\` (\`sourcing_certainty\`);`)
  await db.run(sql`ALTER TABLE \`_steps_v\` ADD \`version_sourcing_certainty\` text;`)
  await db.run(sql`ALTER TABLE \`_steps_v\` ADD \`version_sourcing_source\` text;`)
  await db.run(sql`ALTER TABLE \`_steps_v\` ADD \`version_sourcing_checked_on\` text;`)
  await db.run(sql`ALTER TABLE \`_steps_v\` ADD \`version_sourcing_note\` text;`)
  await db.run(sql`CREATE INDEX \`_steps_v_version_sourcing_version_sourcing_certainty_idx\` ON \`_steps_v\` (\`version_sourcing_certainty\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`steps_sourcing_sourcing_certainty_idx\`;`)
  await db.run(sql`ALTER TABLE \`steps\` DROP COLUMN \`sourcing_certainty\`;`)
  await db.run(sql`ALTER TABLE \`steps\` DROP COLUMN \`sourcing_source\`;`)
  await db.run(sql`ALTER TABLE \`steps\` DROP COLUMN \`sourcing_checked_on\`;`)
  await db.run(sql`ALTER TABLE \`steps\` DROP COLUMN \`sourcing_note\`;`)
  await db.run(sql`DROP INDEX \`_steps_v_version_sourcing_version_sourcing_certainty_idx\`;`)
  await db.run(sql`ALTER TABLE \`_steps_v\` DROP COLUMN \`version_sourcing_certainty\`;`)
  await db.run(sql`ALTER TABLE \`_steps_v\` DROP COLUMN \`version_sourcing_source\`;`)
  await db.run(sql`ALTER TABLE \`_steps_v\` DROP COLUMN \`version_sourcing_checked_on\`;`)
  await db.run(sql`ALTER TABLE \`_steps_v\` DROP COLUMN \`version_sourcing_note\`;`)
}
