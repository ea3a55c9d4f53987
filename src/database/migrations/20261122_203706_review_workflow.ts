import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`workflow_states\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`title\` text,
  	\`document_collection\` text,
  	\`document_id\` text,
  	\`state\` text,
  	\`live\` integer,
  	\`content_hash\` text,
  	\`open_override\` integer,
  	\`publish_at\` text,
  	\`schedule_failed\` integer,
  	\`contributors\` text,
  	\`changed_at\` text,
  	\`live_references\` text,
  	\`working_references\` text,
  	\`withdrawn_from\` text,
  	\`withdrawal\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`workflow_states_key_idx\` ON \`workflow_states\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`workflow_states_document_collection_idx\` ON \`workflow_states\` (\`document_collection\`);`)
  await db.run(sql`CREATE INDEX \`workflow_states_document_id_idx\` ON \`workflow_states\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`workflow_states_state_idx\` ON \`workflow_states\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`workflow_states_live_idx\` ON \`workflow_states\` (\`live\`);`)
  await db.run(sql`CREATE INDEX \`workflow_states_open_override_idx\` ON \`workflow_states\` (\`open_override\`);`)
  await db.run(sql`CREATE INDEX \`workflow_states_publish_at_idx\` ON \`workflow_states\` (\`publish_at\`);`)
  await db.run(sql`CREATE INDEX \`workflow_states_schedule_failed_idx\` ON \`workflow_states\` (\`schedule_failed\`);`)
  await db.run(sql`CREATE INDEX \`workflow_states_changed_at_idx\` ON \`workflow_states\` (\`changed_at\`);`)
  await db.run(sql`CREATE INDEX \`workflow_states_updated_at_idx\` ON \`workflow_states\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`workflow_states_created_at_idx\` ON \`workflow_states\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_jobs_log\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`executed_at\` text NOT NULL,
  	\`completed_at\` text NOT NULL,
  	\`task_slug\` text NOT NULL,
  	\`task_i_d\` text NOT NULL,
  	\`input\` text,
  	\`output\` text,
  	\`state\` text NOT NULL,
  	\`error\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`payload_jobs\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_jobs_log_order_idx\` ON \`payload_jobs_log\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_log_parent_id_idx\` ON \`payload_jobs_log\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_jobs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`input\` text,
  	\`completed_at\` text,
  	\`total_tried\` numeric DEFAULT 0,
  	\`has_error\` integer DEFAULT false,
  	\`error\` text,
  	\`task_slug\` text,
  	\`queue\` text DEFAULT 'default',
  	\`wait_until\` text,
  	\`processing\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_jobs_completed_at_idx\` ON \`payload_jobs\` (\`completed_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_total_tried_idx\` ON \`payload_jobs\` (\`total_tried\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_has_error_idx\` ON \`payload_jobs\` (\`has_error\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_task_slug_idx\` ON \`payload_jobs\` (\`task_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_queue_idx\` ON \`payload_jobs\` (\`queue\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_wait_until_idx\` ON \`payload_jobs\` (\`wait_until\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_processing_idx\` ON \`payload_jobs\` (\`processing\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_updated_at_idx\` ON \`payload_jobs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_created_at_idx\` ON \`payload_jobs\` (\`created_at\`);`)
  await db.run(sql`ALTER TABLE \`stations\` ADD \`contributors\` text;`)
  await db.run(sql`ALTER TABLE \`_stations_v\` ADD \`version_contributors\` text;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`contributors\` text;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_contributors\` text;`)
  await db.run(sql`ALTER TABLE \`phases\` ADD \`contributors\` text;`)
  await db.run(sql`ALTER TABLE \`_phases_v\` ADD \`version_contributors\` text;`)
  await db.run(sql`ALTER TABLE \`steps\` ADD \`contributors\` text;`)
  await db.run(sql`ALTER TABLE \`_steps_v\` ADD \`version_contributors\` text;`)
  await db.run(sql`ALTER TABLE \`forms\` ADD \`contributors\` text;`)
  await db.run(sql`ALTER TABLE \`_forms_v\` ADD \`version_contributors\` text;`)
  await db.run(sql`ALTER TABLE \`help_organizations\` ADD \`contributors\` text;`)
  await db.run(sql`ALTER TABLE \`_help_organizations_v\` ADD \`version_contributors\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`sha256\` text;`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`contributors\` text;`)
  await db.run(sql`ALTER TABLE \`_media_v\` ADD \`version_sha256\` text;`)
  await db.run(sql`ALTER TABLE \`_media_v\` ADD \`version_contributors\` text;`)
  await db.run(sql`ALTER TABLE \`ledger_entries\` ADD \`format\` numeric NOT NULL;`)
  await db.run(sql`ALTER TABLE \`ledger_entries\` ADD \`details\` text;`)
  await db.run(sql`CREATE INDEX \`documentCollection_documentId_idx\` ON \`ledger_entries\` (\`document_collection\`,\`document_id\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`workflow_states_id\` text(36) REFERENCES workflow_states(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_workflow_states_id_idx\` ON \`payload_locked_documents_rels\` (\`workflow_states_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`workflow_states\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs_log\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs\`;`)
  await db.run(sql`PRAGMA foreign_keys=OFF;`)
  await db.run(sql`CREATE TABLE \`__new_payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`stations_id\` text(36),
  	\`notices_id\` text(36),
  	\`phases_id\` text(36),
  	\`steps_id\` text(36),
  	\`forms_id\` text(36),
  	\`help_organizations_id\` text(36),
  	\`media_id\` text(36),
  	\`users_id\` text(36),
  	\`ledger_entries_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`stations_id\`) REFERENCES \`stations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`notices_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`phases_id\`) REFERENCES \`phases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`steps_id\`) REFERENCES \`steps\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`forms_id\`) REFERENCES \`forms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`help_organizations_id\`) REFERENCES \`help_organizations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`ledger_entries_id\`) REFERENCES \`ledger_entries\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "stations_id", "notices_id", "phases_id", "steps_id", "forms_id", "help_organizations_id", "media_id", "users_id", "ledger_entries_id") SELECT "id", "order", "parent_id", "path", "stations_id", "notices_id", "phases_id", "steps_id", "forms_id", "help_organizations_id", "media_id", "users_id", "ledger_entries_id" FROM \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`ALTER TABLE \`__new_payload_locked_documents_rels\` RENAME TO \`payload_locked_documents_rels\`;`)
  await db.run(sql`PRAGMA foreign_keys=ON;`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_stations_id_idx\` ON \`payload_locked_documents_rels\` (\`stations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_notices_id_idx\` ON \`payload_locked_documents_rels\` (\`notices_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_phases_id_idx\` ON \`payload_locked_documents_rels\` (\`phases_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_steps_id_idx\` ON \`payload_locked_documents_rels\` (\`steps_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_forms_id_idx\` ON \`payload_locked_documents_rels\` (\`forms_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_help_organizations_id_idx\` ON \`payload_locked_documents_rels\` (\`help_organizations_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_ledger_entries_id_idx\` ON \`payload_locked_documents_rels\` (\`ledger_entries_id\`);`)
  await db.run(sql`DROP INDEX \`documentCollection_documentId_idx\`;`)
  await db.run(sql`ALTER TABLE \`ledger_entries\` DROP COLUMN \`format\`;`)
  await db.run(sql`ALTER TABLE \`ledger_entries\` DROP COLUMN \`details\`;`)
  await db.run(sql`ALTER TABLE \`stations\` DROP COLUMN \`contributors\`;`)
  await db.run(sql`ALTER TABLE \`_stations_v\` DROP COLUMN \`version_contributors\`;`)
  await db.run(sql`ALTER TABLE \`notices\` DROP COLUMN \`contributors\`;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` DROP COLUMN \`version_contributors\`;`)
  await db.run(sql`ALTER TABLE \`phases\` DROP COLUMN \`contributors\`;`)
  await db.run(sql`ALTER TABLE \`_phases_v\` DROP COLUMN \`version_contributors\`;`)
  await db.run(sql`ALTER TABLE \`steps\` DROP COLUMN \`contributors\`;`)
  await db.run(sql`ALTER TABLE \`_steps_v\` DROP COLUMN \`version_contributors\`;`)
  await db.run(sql`ALTER TABLE \`forms\` DROP COLUMN \`contributors\`;`)
  await db.run(sql`ALTER TABLE \`_forms_v\` DROP COLUMN \`version_contributors\`;`)
  await db.run(sql`ALTER TABLE \`help_organizations\` DROP COLUMN \`contributors\`;`)
  await db.run(sql`ALTER TABLE \`_help_organizations_v\` DROP COLUMN \`version_contributors\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`sha256\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`contributors\`;`)
  await db.run(sql`ALTER TABLE \`_media_v\` DROP COLUMN \`version_sha256\`;`)
  await db.run(sql`ALTER TABLE \`_media_v\` DROP COLUMN \`version_contributors\`;`)
}
