import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`notifications\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`person_id\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`documents\` text NOT NULL,
  	\`more\` numeric,
  	\`by_name\` text,
  	\`detail\` text,
  	\`link\` text,
  	\`at\` text NOT NULL,
  	\`is_read\` integer DEFAULT false NOT NULL,
  	\`mail\` text NOT NULL,
  	\`mail_due_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`notifications_person_id_idx\` ON \`notifications\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`notifications_at_idx\` ON \`notifications\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`notifications_updated_at_idx\` ON \`notifications\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notifications_created_at_idx\` ON \`notifications\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`personId_isRead_at_idx\` ON \`notifications\` (\`person_id\`,\`is_read\`,\`at\`);`)
  await db.run(sql`CREATE INDEX \`mail_mailDueAt_idx\` ON \`notifications\` (\`mail\`,\`mail_due_at\`);`)
  await db.run(sql`CREATE TABLE \`notification_settings\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`person_id\` text NOT NULL,
  	\`language\` text,
  	\`choices\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`notification_settings_person_id_idx\` ON \`notification_settings\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`notification_settings_updated_at_idx\` ON \`notification_settings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notification_settings_created_at_idx\` ON \`notification_settings\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`mails\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`person_id\` text,
  	\`subject\` text,
  	\`person_name\` text,
  	\`to\` text,
  	\`status\` text,
  	\`text\` text,
  	\`html\` text,
  	\`attempts\` numeric,
  	\`problem\` text,
  	\`last_attempt_at\` text,
  	\`next_attempt_at\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`mails_key_idx\` ON \`mails\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`mails_person_id_idx\` ON \`mails\` (\`person_id\`);`)
  await db.run(sql`CREATE INDEX \`mails_status_idx\` ON \`mails\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`mails_next_attempt_at_idx\` ON \`mails\` (\`next_attempt_at\`);`)
  await db.run(sql`CREATE INDEX \`mails_updated_at_idx\` ON \`mails\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mails_created_at_idx\` ON \`mails\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`daily_looks\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`through\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`daily_looks_name_idx\` ON \`daily_looks\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`daily_looks_updated_at_idx\` ON \`daily_looks\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`daily_looks_created_at_idx\` ON \`daily_looks\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`comments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`document_collection\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`thread_id\` text,
  	\`place\` text,
  	\`text\` text,
  	\`author_id\` text NOT NULL,
  	\`author_name\` text NOT NULL,
  	\`version_id\` text NOT NULL,
  	\`content_hash\` text NOT NULL,
  	\`entry\` numeric,
  	\`written_at\` text NOT NULL,
  	\`edited_at\` text,
  	\`removed_at\` text,
  	\`resolved_at\` text,
  	\`resolved_by_id\` text,
  	\`resolved_by_name\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`comments_thread_id_idx\` ON \`comments\` (\`thread_id\`);`)
  await db.run(sql`CREATE INDEX \`comments_author_id_idx\` ON \`comments\` (\`author_id\`);`)
  await db.run(sql`CREATE INDEX \`comments_written_at_idx\` ON \`comments\` (\`written_at\`);`)
  await db.run(sql`CREATE INDEX \`comments_updated_at_idx\` ON \`comments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`comments_created_at_idx\` ON \`comments\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`documentCollection_documentId_1_idx\` ON \`comments\` (\`document_collection\`,\`document_id\`);`)
  await db.run(sql`CREATE TABLE \`comments_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`comments\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`comments_texts_order_parent\` ON \`comments_texts\` (\`parent_id\`,\`order\`);`)
  await db.run(sql`ALTER TABLE \`stations\` ADD \`sourcing_review_on\` text;`)
  await db.run(sql`ALTER TABLE \`stations\` ADD \`saved_by\` text;`)
  await db.run(sql`CREATE INDEX \`stations_sourcing_sourcing_review_on_idx\` ON \`stations\` (\`sourcing_review_on\`);`)
  await db.run(sql`ALTER TABLE \`_stations_v\` ADD \`version_sourcing_review_on\` text;`)
  await db.run(sql`ALTER TABLE \`_stations_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`CREATE INDEX \`_stations_v_version_sourcing_version_sourcing_review_on_idx\` ON \`_stations_v\` (\`version_sourcing_review_on\`);`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`sourcing_review_on\` text;`)
  await db.run(sql`ALTER TABLE \`notices\` ADD \`saved_by\` text;`)
  await db.run(sql`CREATE INDEX \`notices_sourcing_sourcing_review_on_idx\` ON \`notices\` (\`sourcing_review_on\`);`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_sourcing_review_on\` text;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_sourcing_version_sourcing_review_on_idx\` ON \`_notices_v\` (\`version_sourcing_review_on\`);`)
  await db.run(sql`ALTER TABLE \`phases\` ADD \`sourcing_review_on\` text;`)
  await db.run(sql`ALTER TABLE \`phases\` ADD \`saved_by\` text;`)
  await db.run(sql`CREATE INDEX \`phases_sourcing_sourcing_review_on_idx\` ON \`phases\` (\`sourcing_review_on\`);`)
  await db.run(sql`ALTER TABLE \`_phases_v\` ADD \`version_sourcing_review_on\` text;`)
  await db.run(sql`ALTER TABLE \`_phases_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`CREATE INDEX \`_phases_v_version_sourcing_version_sourcing_review_on_idx\` ON \`_phases_v\` (\`version_sourcing_review_on\`);`)
  await db.run(sql`ALTER TABLE \`steps\` ADD \`sourcing_review_on\` text;`)
  await db.run(sql`ALTER TABLE \`steps\` ADD \`saved_by\` text;`)
  await db.run(sql`CREATE INDEX \`steps_sourcing_sourcing_review_on_idx\` ON \`steps\` (\`sourcing_review_on\`);`)
  await db.run(sql`ALTER TABLE \`_steps_v\` ADD \`version_sourcing_review_on\` text;`)
  await db.run(sql`ALTER TABLE \`_steps_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`CREATE INDEX \`_steps_v_version_sourcing_version_sourcing_review_on_idx\` ON \`_steps_v\` (\`version_sourcing_review_on\`);`)
  await db.run(sql`ALTER TABLE \`forms\` ADD \`sourcing_review_on\` text;`)
  await db.run(sql`ALTER TABLE \`forms\` ADD \`saved_by\` text;`)
  await db.run(sql`CREATE INDEX \`forms_sourcing_sourcing_review_on_idx\` ON \`forms\` (\`sourcing_review_on\`);`)
  await db.run(sql`ALTER TABLE \`_forms_v\` ADD \`version_sourcing_review_on\` text;`)
  await db.run(sql`ALTER TABLE \`_forms_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`CREATE INDEX \`_forms_v_version_sourcing_version_sourcing_review_on_idx\` ON \`_forms_v\` (\`version_sourcing_review_on\`);`)
  await db.run(sql`ALTER TABLE \`help_organizations\` ADD \`sourcing_review_on\` text;`)
  await db.run(sql`ALTER TABLE \`help_organizations\` ADD \`saved_by\` text;`)
  await db.run(sql`CREATE INDEX \`help_organizations_sourcing_sourcing_review_on_idx\` ON \`help_organizations\` (\`sourcing_review_on\`);`)
  await db.run(sql`ALTER TABLE \`_help_organizations_v\` ADD \`version_sourcing_review_on\` text;`)
  await db.run(sql`ALTER TABLE \`_help_organizations_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`CREATE INDEX \`_help_organizations_v_version_sourcing_version_sourcin_1_idx\` ON \`_help_organizations_v\` (\`version_sourcing_review_on\`);`)
  await db.run(sql`ALTER TABLE \`media\` ADD \`saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`_media_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`synonyms\` ADD \`saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`_synonyms_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`popular_terms\` ADD \`saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`_popular_terms_v\` ADD \`version_saved_by\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`translation\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`translations\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`since\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`state_by\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`state_comment\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`submitted_by\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`contributor_ids\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`change_size\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`changes\` numeric;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`changed_words\` numeric;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`phase\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`scheduled_with\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`failure\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`override\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`overridden_by\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`override_contributor_ids\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`unverified\` integer;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`check_by\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`lost_links\` numeric;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`assignee\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`assignee_name\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`assignee_name_sort_key_en\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`assignee_name_sort_key_es\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`assigned_by\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`assigned_by_name\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`assigned_at\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`due\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`names\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`searched_names\` text;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` ADD \`searched_text\` text;`)
  await db.run(sql`CREATE INDEX \`workflow_states_translation_idx\` ON \`workflow_states\` (\`translation\`);`)
  await db.run(sql`CREATE INDEX \`workflow_states_phase_idx\` ON \`workflow_states\` (\`phase\`);`)
  await db.run(sql`CREATE INDEX \`workflow_states_scheduled_with_idx\` ON \`workflow_states\` (\`scheduled_with\`);`)
  await db.run(sql`CREATE INDEX \`workflow_states_unverified_idx\` ON \`workflow_states\` (\`unverified\`);`)
  await db.run(sql`CREATE INDEX \`workflow_states_check_by_idx\` ON \`workflow_states\` (\`check_by\`);`)
  await db.run(sql`CREATE INDEX \`workflow_states_lost_links_idx\` ON \`workflow_states\` (\`lost_links\`);`)
  await db.run(sql`CREATE INDEX \`workflow_states_assignee_idx\` ON \`workflow_states\` (\`assignee\`);`)
  await db.run(sql`CREATE INDEX \`workflow_states_due_idx\` ON \`workflow_states\` (\`due\`);`)
  await db.run(sql`CREATE INDEX \`state_since_idx\` ON \`workflow_states\` (\`state\`,\`since\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`notifications\`;`)
  await db.run(sql`DROP TABLE \`notification_settings\`;`)
  await db.run(sql`DROP TABLE \`mails\`;`)
  await db.run(sql`DROP TABLE \`daily_looks\`;`)
  await db.run(sql`DROP TABLE \`comments\`;`)
  await db.run(sql`DROP TABLE \`comments_texts\`;`)
  await db.run(sql`DROP INDEX \`stations_sourcing_sourcing_review_on_idx\`;`)
  await db.run(sql`ALTER TABLE \`stations\` DROP COLUMN \`sourcing_review_on\`;`)
  await db.run(sql`ALTER TABLE \`stations\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`DROP INDEX \`_stations_v_version_sourcing_version_sourcing_review_on_idx\`;`)
  await db.run(sql`ALTER TABLE \`_stations_v\` DROP COLUMN \`version_sourcing_review_on\`;`)
  await db.run(sql`ALTER TABLE \`_stations_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`DROP INDEX \`notices_sourcing_sourcing_review_on_idx\`;`)
  await db.run(sql`ALTER TABLE \`notices\` DROP COLUMN \`sourcing_review_on\`;`)
  await db.run(sql`ALTER TABLE \`notices\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`DROP INDEX \`_notices_v_version_sourcing_version_sourcing_review_on_idx\`;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` DROP COLUMN \`version_sourcing_review_on\`;`)
  await db.run(sql`ALTER TABLE \`_notices_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`DROP INDEX \`phases_sourcing_sourcing_review_on_idx\`;`)
  await db.run(sql`ALTER TABLE \`phases\` DROP COLUMN \`sourcing_review_on\`;`)
  await db.run(sql`ALTER TABLE \`phases\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`DROP INDEX \`_phases_v_version_sourcing_version_sourcing_review_on_idx\`;`)
  await db.run(sql`ALTER TABLE \`_phases_v\` DROP COLUMN \`version_sourcing_review_on\`;`)
  await db.run(sql`ALTER TABLE \`_phases_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`DROP INDEX \`steps_sourcing_sourcing_review_on_idx\`;`)
  await db.run(sql`ALTER TABLE \`steps\` DROP COLUMN \`sourcing_review_on\`;`)
  await db.run(sql`ALTER TABLE \`steps\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`DROP INDEX \`_steps_v_version_sourcing_version_sourcing_review_on_idx\`;`)
  await db.run(sql`ALTER TABLE \`_steps_v\` DROP COLUMN \`version_sourcing_review_on\`;`)
  await db.run(sql`ALTER TABLE \`_steps_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`DROP INDEX \`forms_sourcing_sourcing_review_on_idx\`;`)
  await db.run(sql`ALTER TABLE \`forms\` DROP COLUMN \`sourcing_review_on\`;`)
  await db.run(sql`ALTER TABLE \`forms\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`DROP INDEX \`_forms_v_version_sourcing_version_sourcing_review_on_idx\`;`)
  await db.run(sql`ALTER TABLE \`_forms_v\` DROP COLUMN \`version_sourcing_review_on\`;`)
  await db.run(sql`ALTER TABLE \`_forms_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`DROP INDEX \`help_organizations_sourcing_sourcing_review_on_idx\`;`)
  await db.run(sql`ALTER TABLE \`help_organizations\` DROP COLUMN \`sourcing_review_on\`;`)
  await db.run(sql`ALTER TABLE \`help_organizations\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`DROP INDEX \`_help_organizations_v_version_sourcing_version_sourcin_1_idx\`;`)
  await db.run(sql`ALTER TABLE \`_help_organizations_v\` DROP COLUMN \`version_sourcing_review_on\`;`)
  await db.run(sql`ALTER TABLE \`_help_organizations_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`DROP INDEX \`workflow_states_translation_idx\`;`)
  await db.run(sql`DROP INDEX \`workflow_states_phase_idx\`;`)
  await db.run(sql`DROP INDEX \`workflow_states_scheduled_with_idx\`;`)
  await db.run(sql`DROP INDEX \`workflow_states_unverified_idx\`;`)
  await db.run(sql`DROP INDEX \`workflow_states_check_by_idx\`;`)
  await db.run(sql`DROP INDEX \`workflow_states_lost_links_idx\`;`)
  await db.run(sql`DROP INDEX \`workflow_states_assignee_idx\`;`)
  await db.run(sql`DROP INDEX \`workflow_states_due_idx\`;`)
  await db.run(sql`DROP INDEX \`state_since_idx\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`translation\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`translations\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`since\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`state_by\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`state_comment\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`submitted_by\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`contributor_ids\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`change_size\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`changes\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`changed_words\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`phase\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`scheduled_with\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`failure\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`override\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`overridden_by\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`override_contributor_ids\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`unverified\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`check_by\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`lost_links\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`assignee\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`assignee_name\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`assignee_name_sort_key_en\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`assignee_name_sort_key_es\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`assigned_by\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`assigned_by_name\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`assigned_at\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`due\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`names\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`searched_names\`;`)
  await db.run(sql`ALTER TABLE \`workflow_states\` DROP COLUMN \`searched_text\`;`)
  await db.run(sql`ALTER TABLE \`media\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`ALTER TABLE \`_media_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`ALTER TABLE \`synonyms\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`ALTER TABLE \`_synonyms_v\` DROP COLUMN \`version_saved_by\`;`)
  await db.run(sql`ALTER TABLE \`popular_terms\` DROP COLUMN \`saved_by\`;`)
  await db.run(sql`ALTER TABLE \`_popular_terms_v\` DROP COLUMN \`version_saved_by\`;`)
}
