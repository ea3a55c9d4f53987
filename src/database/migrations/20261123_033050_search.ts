import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`synonyms\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`contributors\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`CREATE INDEX \`synonyms_name_idx\` ON \`synonyms\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`synonyms_updated_at_idx\` ON \`synonyms\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`synonyms_created_at_idx\` ON \`synonyms\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`synonyms__status_idx\` ON \`synonyms\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`_status_updatedAt_7_idx\` ON \`synonyms\` (\`_status\`,\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`synonyms_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	\`locale\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`synonyms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`synonyms_texts_order_parent\` ON \`synonyms_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`synonyms_texts_locale_parent\` ON \`synonyms_texts\` (\`locale\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_synonyms_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_name\` text,
  	\`version_contributors\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`synonyms\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_synonyms_v_parent_idx\` ON \`_synonyms_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_synonyms_v_version_version_name_idx\` ON \`_synonyms_v\` (\`version_name\`);`)
  await db.run(sql`CREATE INDEX \`_synonyms_v_version_version_updated_at_idx\` ON \`_synonyms_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_synonyms_v_version_version_created_at_idx\` ON \`_synonyms_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_synonyms_v_version_version__status_idx\` ON \`_synonyms_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_synonyms_v_created_at_idx\` ON \`_synonyms_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_synonyms_v_updated_at_idx\` ON \`_synonyms_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_synonyms_v_snapshot_idx\` ON \`_synonyms_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_synonyms_v_published_locale_idx\` ON \`_synonyms_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_synonyms_v_latest_idx\` ON \`_synonyms_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`version__status_version_updatedAt_7_idx\` ON \`_synonyms_v\` (\`version__status\`,\`version_updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_synonyms_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	\`locale\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_synonyms_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_synonyms_v_texts_order_parent\` ON \`_synonyms_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_synonyms_v_texts_locale_parent\` ON \`_synonyms_v_texts\` (\`locale\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`popular_terms\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`term\` text,
  	\`language\` text DEFAULT 'en',
  	\`treatment\` text DEFAULT 'pinned',
  	\`order\` numeric,
  	\`contributors\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`CREATE INDEX \`popular_terms_term_idx\` ON \`popular_terms\` (\`term\`);`)
  await db.run(sql`CREATE INDEX \`popular_terms_updated_at_idx\` ON \`popular_terms\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`popular_terms_created_at_idx\` ON \`popular_terms\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`popular_terms__status_idx\` ON \`popular_terms\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`_status_updatedAt_8_idx\` ON \`popular_terms\` (\`_status\`,\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_popular_terms_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_term\` text,
  	\`version_language\` text DEFAULT 'en',
  	\`version_treatment\` text DEFAULT 'pinned',
  	\`version_order\` numeric,
  	\`version_contributors\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`popular_terms\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_popular_terms_v_parent_idx\` ON \`_popular_terms_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_popular_terms_v_version_version_term_idx\` ON \`_popular_terms_v\` (\`version_term\`);`)
  await db.run(sql`CREATE INDEX \`_popular_terms_v_version_version_updated_at_idx\` ON \`_popular_terms_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_popular_terms_v_version_version_created_at_idx\` ON \`_popular_terms_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_popular_terms_v_version_version__status_idx\` ON \`_popular_terms_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_popular_terms_v_created_at_idx\` ON \`_popular_terms_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_popular_terms_v_updated_at_idx\` ON \`_popular_terms_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_popular_terms_v_snapshot_idx\` ON \`_popular_terms_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_popular_terms_v_published_locale_idx\` ON \`_popular_terms_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_popular_terms_v_latest_idx\` ON \`_popular_terms_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`version__status_version_updatedAt_8_idx\` ON \`_popular_terms_v\` (\`version__status\`,\`version_updated_at\`);`)
  await db.run(sql`CREATE TABLE \`search_counts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`term\` text NOT NULL,
  	\`language\` text NOT NULL,
  	\`day\` text NOT NULL,
  	\`count\` numeric NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`search_counts_key_idx\` ON \`search_counts\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`search_counts_day_idx\` ON \`search_counts\` (\`day\`);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`synonyms_id\` text(36) REFERENCES synonyms(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`popular_terms_id\` text(36) REFERENCES popular_terms(id);`)
  await db.run(sql`ALTER TABLE \`payload_locked_documents_rels\` ADD \`search_counts_id\` text(36) REFERENCES search_counts(id);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_synonyms_id_idx\` ON \`payload_locked_documents_rels\` (\`synonyms_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_popular_terms_id_idx\` ON \`payload_locked_documents_rels\` (\`popular_terms_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_search_counts_id_idx\` ON \`payload_locked_documents_rels\` (\`search_counts_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`synonyms\`;`)
  await db.run(sql`DROP TABLE \`synonyms_texts\`;`)
  await db.run(sql`DROP TABLE \`_synonyms_v\`;`)
  await db.run(sql`DROP TABLE \`_synonyms_v_texts\`;`)
  await db.run(sql`DROP TABLE \`popular_terms\`;`)
  await db.run(sql`DROP TABLE \`_popular_terms_v\`;`)
  await db.run(sql`DROP TABLE \`search_counts\`;`)
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
  	\`workflow_states_id\` text(36),
  	\`ledger_entries_id\` text(36),
  	\`webhooks_id\` text(36),
  	\`webhook_deliveries_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`stations_id\`) REFERENCES \`stations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`notices_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`phases_id\`) REFERENCES \`phases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`steps_id\`) REFERENCES \`steps\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`forms_id\`) REFERENCES \`forms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`help_organizations_id\`) REFERENCES \`help_organizations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`workflow_states_id\`) REFERENCES \`workflow_states\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`ledger_entries_id\`) REFERENCES \`ledger_entries\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`webhooks_id\`) REFERENCES \`webhooks\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`webhook_deliveries_id\`) REFERENCES \`webhook_deliveries\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`INSERT INTO \`__new_payload_locked_documents_rels\`("id", "order", "parent_id", "path", "stations_id", "notices_id", "phases_id", "steps_id", "forms_id", "help_organizations_id", "media_id", "users_id", "workflow_states_id", "ledger_entries_id", "webhooks_id", "webhook_deliveries_id") SELECT "id", "order", "parent_id", "path", "stations_id", "notices_id", "phases_id", "steps_id", "forms_id", "help_organizations_id", "media_id", "users_id", "workflow_states_id", "ledger_entries_id", "webhooks_id", "webhook_deliveries_id" FROM \`payload_locked_documents_rels\`;`)
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
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_workflow_states_id_idx\` ON \`payload_locked_documents_rels\` (\`workflow_states_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_ledger_entries_id_idx\` ON \`payload_locked_documents_rels\` (\`ledger_entries_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_webhooks_id_idx\` ON \`payload_locked_documents_rels\` (\`webhooks_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_webhook_deliveries_id_idx\` ON \`payload_locked_documents_rels\` (\`webhook_deliveries_id\`);`)
}
