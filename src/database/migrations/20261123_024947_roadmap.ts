import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`stations\` ADD \`is_start\` integer;`)
  await db.run(sql`ALTER TABLE \`stations\` ADD \`is_end\` integer;`)
  await db.run(sql`ALTER TABLE \`_stations_v\` ADD \`version_is_start\` integer;`)
  await db.run(sql`ALTER TABLE \`_stations_v\` ADD \`version_is_end\` integer;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`stations\` DROP COLUMN \`is_start\`;`)
  await db.run(sql`ALTER TABLE \`stations\` DROP COLUMN \`is_end\`;`)
  await db.run(sql`ALTER TABLE \`_stations_v\` DROP COLUMN \`version_is_start\`;`)
  await db.run(sql`ALTER TABLE \`_stations_v\` DROP COLUMN \`version_is_end\`;`)
}
