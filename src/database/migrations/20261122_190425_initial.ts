import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`stations_examples\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`stations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`stations_examples_order_idx\` ON \`stations_examples\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`stations_examples_parent_id_idx\` ON \`stations_examples\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`stations_examples_locales\` (
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`stations_examples\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`stations_examples_locales_locale_parent_id_unique\` ON \`stations_examples_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`stations_connections\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`to_id\` text(36),
  	\`transfer\` integer DEFAULT false,
  	\`certainty\` text,
  	\`source\` text,
  	FOREIGN KEY (\`to_id\`) REFERENCES \`stations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`stations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`stations_connections_order_idx\` ON \`stations_connections\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`stations_connections_parent_id_idx\` ON \`stations_connections\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`stations_connections_to_idx\` ON \`stations_connections\` (\`to_id\`);`)
  await db.run(sql`CREATE INDEX \`stations_connections_certainty_idx\` ON \`stations_connections\` (\`certainty\`);`)
  await db.run(sql`CREATE TABLE \`stations_connections_locales\` (
  	\`condition\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`stations_connections\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`stations_connections_locales_locale_parent_id_unique\` ON \`stations_connections_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`stations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`slug\` text,
  	\`phase_id\` text(36),
  	\`kind\` text DEFAULT 'stop',
  	\`order\` numeric,
  	\`more_to_come\` integer DEFAULT false,
  	\`position_x\` numeric,
  	\`position_y\` numeric,
  	\`sourcing_certainty\` text,
  	\`sourcing_source\` text,
  	\`sourcing_checked_on\` text,
  	\`sourcing_note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`phase_id\`) REFERENCES \`phases\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`stations_slug_idx\` ON \`stations\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`stations_phase_idx\` ON \`stations\` (\`phase_id\`);`)
  await db.run(sql`CREATE INDEX \`stations_order_idx\` ON \`stations\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`stations_sourcing_sourcing_certainty_idx\` ON \`stations\` (\`sourcing_certainty\`);`)
  await db.run(sql`CREATE INDEX \`stations_updated_at_idx\` ON \`stations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`stations_created_at_idx\` ON \`stations\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`stations__status_idx\` ON \`stations\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`_status_updatedAt_idx\` ON \`stations\` (\`_status\`,\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`phase_order_idx\` ON \`stations\` (\`phase_id\`,\`order\`);`)
  await db.run(sql`CREATE TABLE \`stations_locales\` (
  	\`title\` text,
  	\`summary\` text,
  	\`overview\` text,
  	\`what_it_means\` text,
  	\`how_i_got_here\` text,
  	\`next_steps\` text,
  	\`where_to_get_help\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`stations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`stations_title_idx\` ON \`stations_locales\` (\`title\`,\`_locale\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`stations_locales_locale_parent_id_unique\` ON \`stations_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`stations_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	\`locale\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`stations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`stations_texts_order_parent\` ON \`stations_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`stations_texts_locale_parent\` ON \`stations_texts\` (\`locale\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`stations_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`notices_id\` text(36),
  	\`steps_id\` text(36),
  	\`help_organizations_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`stations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`notices_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`steps_id\`) REFERENCES \`steps\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`help_organizations_id\`) REFERENCES \`help_organizations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`stations_rels_order_idx\` ON \`stations_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`stations_rels_parent_idx\` ON \`stations_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`stations_rels_path_idx\` ON \`stations_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`stations_rels_notices_id_idx\` ON \`stations_rels\` (\`notices_id\`);`)
  await db.run(sql`CREATE INDEX \`stations_rels_steps_id_idx\` ON \`stations_rels\` (\`steps_id\`);`)
  await db.run(sql`CREATE INDEX \`stations_rels_help_organizations_id_idx\` ON \`stations_rels\` (\`help_organizations_id\`);`)
  await db.run(sql`CREATE TABLE \`_stations_v_version_examples\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_stations_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_stations_v_version_examples_order_idx\` ON \`_stations_v_version_examples\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_version_examples_parent_id_idx\` ON \`_stations_v_version_examples\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_stations_v_version_examples_locales\` (
  	\`text\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_stations_v_version_examples\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_stations_v_version_examples_locales_locale_parent_id_unique\` ON \`_stations_v_version_examples_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_stations_v_version_connections\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`to_id\` text(36),
  	\`transfer\` integer DEFAULT false,
  	\`certainty\` text,
  	\`source\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`to_id\`) REFERENCES \`stations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_stations_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_stations_v_version_connections_order_idx\` ON \`_stations_v_version_connections\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_version_connections_parent_id_idx\` ON \`_stations_v_version_connections\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_version_connections_to_idx\` ON \`_stations_v_version_connections\` (\`to_id\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_version_connections_certainty_idx\` ON \`_stations_v_version_connections\` (\`certainty\`);`)
  await db.run(sql`CREATE TABLE \`_stations_v_version_connections_locales\` (
  	\`condition\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_stations_v_version_connections\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_stations_v_version_connections_locales_locale_parent_id_uni\` ON \`_stations_v_version_connections_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_stations_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_slug\` text,
  	\`version_phase_id\` text(36),
  	\`version_kind\` text DEFAULT 'stop',
  	\`version_order\` numeric,
  	\`version_more_to_come\` integer DEFAULT false,
  	\`version_position_x\` numeric,
  	\`version_position_y\` numeric,
  	\`version_sourcing_certainty\` text,
  	\`version_sourcing_source\` text,
  	\`version_sourcing_checked_on\` text,
  	\`version_sourcing_note\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`stations\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_phase_id\`) REFERENCES \`phases\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_stations_v_parent_idx\` ON \`_stations_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_version_version_slug_idx\` ON \`_stations_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_version_version_phase_idx\` ON \`_stations_v\` (\`version_phase_id\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_version_version_order_idx\` ON \`_stations_v\` (\`version_order\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_version_sourcing_version_sourcing_certainty_idx\` ON \`_stations_v\` (\`version_sourcing_certainty\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_version_version_updated_at_idx\` ON \`_stations_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_version_version_created_at_idx\` ON \`_stations_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_version_version__status_idx\` ON \`_stations_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_created_at_idx\` ON \`_stations_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_updated_at_idx\` ON \`_stations_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_snapshot_idx\` ON \`_stations_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_published_locale_idx\` ON \`_stations_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_latest_idx\` ON \`_stations_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`version__status_version_updatedAt_idx\` ON \`_stations_v\` (\`version__status\`,\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`version_phase_version_order_idx\` ON \`_stations_v\` (\`version_phase_id\`,\`version_order\`);`)
  await db.run(sql`CREATE TABLE \`_stations_v_locales\` (
  	\`version_title\` text,
  	\`version_summary\` text,
  	\`version_overview\` text,
  	\`version_what_it_means\` text,
  	\`version_how_i_got_here\` text,
  	\`version_next_steps\` text,
  	\`version_where_to_get_help\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_stations_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_stations_v_version_version_title_idx\` ON \`_stations_v_locales\` (\`version_title\`,\`_locale\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`_stations_v_locales_locale_parent_id_unique\` ON \`_stations_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_stations_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	\`locale\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_stations_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_stations_v_texts_order_parent\` ON \`_stations_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_texts_locale_parent\` ON \`_stations_v_texts\` (\`locale\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_stations_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`notices_id\` text(36),
  	\`steps_id\` text(36),
  	\`help_organizations_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_stations_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`notices_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`steps_id\`) REFERENCES \`steps\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`help_organizations_id\`) REFERENCES \`help_organizations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_stations_v_rels_order_idx\` ON \`_stations_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_rels_parent_idx\` ON \`_stations_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_rels_path_idx\` ON \`_stations_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_rels_notices_id_idx\` ON \`_stations_v_rels\` (\`notices_id\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_rels_steps_id_idx\` ON \`_stations_v_rels\` (\`steps_id\`);`)
  await db.run(sql`CREATE INDEX \`_stations_v_rels_help_organizations_id_idx\` ON \`_stations_v_rels\` (\`help_organizations_id\`);`)
  await db.run(sql`CREATE TABLE \`notices_deadline_alternatives\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`count\` numeric,
  	\`unit\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`notices_deadline_alternatives_order_idx\` ON \`notices_deadline_alternatives\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`notices_deadline_alternatives_parent_id_idx\` ON \`notices_deadline_alternatives\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`notices_deadline_alternatives_locales\` (
  	\`when\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`notices_deadline_alternatives\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`notices_deadline_alternatives_locales_locale_parent_id_uniqu\` ON \`notices_deadline_alternatives_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`notices\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`code\` text,
  	\`kind\` text DEFAULT 'notice',
  	\`phase_id\` text(36),
  	\`search_key\` text,
  	\`deadline_count\` numeric,
  	\`deadline_unit\` text,
  	\`deadline_starts_from\` text,
  	\`deadline_printed_date_wins\` integer DEFAULT true,
  	\`deadline_extendable\` text,
  	\`deadline_authority\` text,
  	\`deadline_source\` text,
  	\`deadline_certainty\` text,
  	\`official_url\` text,
  	\`sourcing_certainty\` text,
  	\`sourcing_source\` text,
  	\`sourcing_checked_on\` text,
  	\`sourcing_note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`phase_id\`) REFERENCES \`phases\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`notices_code_idx\` ON \`notices\` (\`code\`);`)
  await db.run(sql`CREATE INDEX \`notices_phase_idx\` ON \`notices\` (\`phase_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_search_key_idx\` ON \`notices\` (\`search_key\`);`)
  await db.run(sql`CREATE INDEX \`notices_deadline_deadline_certainty_idx\` ON \`notices\` (\`deadline_certainty\`);`)
  await db.run(sql`CREATE INDEX \`notices_sourcing_sourcing_certainty_idx\` ON \`notices\` (\`sourcing_certainty\`);`)
  await db.run(sql`CREATE INDEX \`notices_updated_at_idx\` ON \`notices\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notices_created_at_idx\` ON \`notices\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`notices__status_idx\` ON \`notices\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`_status_updatedAt_1_idx\` ON \`notices\` (\`_status\`,\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`notices_locales\` (
  	\`title\` text,
  	\`summary\` text,
  	\`overview\` text,
  	\`what_it_means\` text,
  	\`how_i_got_here\` text,
  	\`next_steps\` text,
  	\`where_to_get_help\` text,
  	\`deadline_consequence\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`notices_title_idx\` ON \`notices_locales\` (\`title\`,\`_locale\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`notices_locales_locale_parent_id_unique\` ON \`notices_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`notices_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	\`locale\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`notices_texts_order_parent\` ON \`notices_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_texts_text_idx\` ON \`notices_texts\` (\`text\`);`)
  await db.run(sql`CREATE INDEX \`notices_texts_locale_parent\` ON \`notices_texts\` (\`locale\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`notices_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`steps_id\` text(36),
  	\`help_organizations_id\` text(36),
  	\`stations_id\` text(36),
  	\`forms_id\` text(36),
  	\`notices_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`steps_id\`) REFERENCES \`steps\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`help_organizations_id\`) REFERENCES \`help_organizations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`stations_id\`) REFERENCES \`stations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`forms_id\`) REFERENCES \`forms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`notices_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`notices_rels_order_idx\` ON \`notices_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`notices_rels_parent_idx\` ON \`notices_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_rels_path_idx\` ON \`notices_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`notices_rels_steps_id_idx\` ON \`notices_rels\` (\`steps_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_rels_help_organizations_id_idx\` ON \`notices_rels\` (\`help_organizations_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_rels_stations_id_idx\` ON \`notices_rels\` (\`stations_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_rels_forms_id_idx\` ON \`notices_rels\` (\`forms_id\`);`)
  await db.run(sql`CREATE INDEX \`notices_rels_notices_id_idx\` ON \`notices_rels\` (\`notices_id\`);`)
  await db.run(sql`CREATE TABLE \`_notices_v_version_deadline_alternatives\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`count\` numeric,
  	\`unit\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_notices_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_notices_v_version_deadline_alternatives_order_idx\` ON \`_notices_v_version_deadline_alternatives\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_deadline_alternatives_parent_id_idx\` ON \`_notices_v_version_deadline_alternatives\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_notices_v_version_deadline_alternatives_locales\` (
  	\`when\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_notices_v_version_deadline_alternatives\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_notices_v_version_deadline_alternatives_locales_locale_pare\` ON \`_notices_v_version_deadline_alternatives_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_notices_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_code\` text,
  	\`version_kind\` text DEFAULT 'notice',
  	\`version_phase_id\` text(36),
  	\`version_search_key\` text,
  	\`version_deadline_count\` numeric,
  	\`version_deadline_unit\` text,
  	\`version_deadline_starts_from\` text,
  	\`version_deadline_printed_date_wins\` integer DEFAULT true,
  	\`version_deadline_extendable\` text,
  	\`version_deadline_authority\` text,
  	\`version_deadline_source\` text,
  	\`version_deadline_certainty\` text,
  	\`version_official_url\` text,
  	\`version_sourcing_certainty\` text,
  	\`version_sourcing_source\` text,
  	\`version_sourcing_checked_on\` text,
  	\`version_sourcing_note\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_phase_id\`) REFERENCES \`phases\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_notices_v_parent_idx\` ON \`_notices_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_code_idx\` ON \`_notices_v\` (\`version_code\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_phase_idx\` ON \`_notices_v\` (\`version_phase_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_search_key_idx\` ON \`_notices_v\` (\`version_search_key\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_deadline_version_deadline_certainty_idx\` ON \`_notices_v\` (\`version_deadline_certainty\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_sourcing_version_sourcing_certainty_idx\` ON \`_notices_v\` (\`version_sourcing_certainty\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_updated_at_idx\` ON \`_notices_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_created_at_idx\` ON \`_notices_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version__status_idx\` ON \`_notices_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_created_at_idx\` ON \`_notices_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_updated_at_idx\` ON \`_notices_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_snapshot_idx\` ON \`_notices_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_published_locale_idx\` ON \`_notices_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_latest_idx\` ON \`_notices_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`version__status_version_updatedAt_1_idx\` ON \`_notices_v\` (\`version__status\`,\`version_updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_notices_v_locales\` (
  	\`version_title\` text,
  	\`version_summary\` text,
  	\`version_overview\` text,
  	\`version_what_it_means\` text,
  	\`version_how_i_got_here\` text,
  	\`version_next_steps\` text,
  	\`version_where_to_get_help\` text,
  	\`version_deadline_consequence\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_notices_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_notices_v_version_version_title_idx\` ON \`_notices_v_locales\` (\`version_title\`,\`_locale\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`_notices_v_locales_locale_parent_id_unique\` ON \`_notices_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_notices_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	\`locale\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_notices_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_notices_v_texts_order_parent\` ON \`_notices_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_texts_locale_parent\` ON \`_notices_v_texts\` (\`locale\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_notices_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`steps_id\` text(36),
  	\`help_organizations_id\` text(36),
  	\`stations_id\` text(36),
  	\`forms_id\` text(36),
  	\`notices_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_notices_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`steps_id\`) REFERENCES \`steps\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`help_organizations_id\`) REFERENCES \`help_organizations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`stations_id\`) REFERENCES \`stations\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`forms_id\`) REFERENCES \`forms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`notices_id\`) REFERENCES \`notices\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_order_idx\` ON \`_notices_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_parent_idx\` ON \`_notices_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_path_idx\` ON \`_notices_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_steps_id_idx\` ON \`_notices_v_rels\` (\`steps_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_help_organizations_id_idx\` ON \`_notices_v_rels\` (\`help_organizations_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_stations_id_idx\` ON \`_notices_v_rels\` (\`stations_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_forms_id_idx\` ON \`_notices_v_rels\` (\`forms_id\`);`)
  await db.run(sql`CREATE INDEX \`_notices_v_rels_notices_id_idx\` ON \`_notices_v_rels\` (\`notices_id\`);`)
  await db.run(sql`CREATE TABLE \`phases\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`slug\` text,
  	\`order\` numeric,
  	\`colour\` text,
  	\`marker\` text,
  	\`sourcing_certainty\` text,
  	\`sourcing_source\` text,
  	\`sourcing_checked_on\` text,
  	\`sourcing_note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`phases_slug_idx\` ON \`phases\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`phases_order_idx\` ON \`phases\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`phases_sourcing_sourcing_certainty_idx\` ON \`phases\` (\`sourcing_certainty\`);`)
  await db.run(sql`CREATE INDEX \`phases_updated_at_idx\` ON \`phases\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`phases_created_at_idx\` ON \`phases\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`phases__status_idx\` ON \`phases\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`_status_updatedAt_2_idx\` ON \`phases\` (\`_status\`,\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`phases_locales\` (
  	\`name\` text,
  	\`summary\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`phases\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`phases_name_idx\` ON \`phases_locales\` (\`name\`,\`_locale\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`phases_locales_locale_parent_id_unique\` ON \`phases_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_phases_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_slug\` text,
  	\`version_order\` numeric,
  	\`version_colour\` text,
  	\`version_marker\` text,
  	\`version_sourcing_certainty\` text,
  	\`version_sourcing_source\` text,
  	\`version_sourcing_checked_on\` text,
  	\`version_sourcing_note\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`phases\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_phases_v_parent_idx\` ON \`_phases_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_phases_v_version_version_slug_idx\` ON \`_phases_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_phases_v_version_version_order_idx\` ON \`_phases_v\` (\`version_order\`);`)
  await db.run(sql`CREATE INDEX \`_phases_v_version_sourcing_version_sourcing_certainty_idx\` ON \`_phases_v\` (\`version_sourcing_certainty\`);`)
  await db.run(sql`CREATE INDEX \`_phases_v_version_version_updated_at_idx\` ON \`_phases_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_phases_v_version_version_created_at_idx\` ON \`_phases_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_phases_v_version_version__status_idx\` ON \`_phases_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_phases_v_created_at_idx\` ON \`_phases_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_phases_v_updated_at_idx\` ON \`_phases_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_phases_v_snapshot_idx\` ON \`_phases_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_phases_v_published_locale_idx\` ON \`_phases_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_phases_v_latest_idx\` ON \`_phases_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`version__status_version_updatedAt_2_idx\` ON \`_phases_v\` (\`version__status\`,\`version_updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_phases_v_locales\` (
  	\`version_name\` text,
  	\`version_summary\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_phases_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_phases_v_version_version_name_idx\` ON \`_phases_v_locales\` (\`version_name\`,\`_locale\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`_phases_v_locales_locale_parent_id_unique\` ON \`_phases_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`steps_alternatives\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`situation\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`steps\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`steps_alternatives_order_idx\` ON \`steps_alternatives\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`steps_alternatives_parent_id_idx\` ON \`steps_alternatives\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`steps_alternatives_locales\` (
  	\`heading\` text,
  	\`body\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`steps_alternatives\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`steps_alternatives_locales_locale_parent_id_unique\` ON \`steps_alternatives_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`steps\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`slug\` text,
  	\`follows\` text DEFAULT 'then',
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`steps_slug_idx\` ON \`steps\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`steps_updated_at_idx\` ON \`steps\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`steps_created_at_idx\` ON \`steps\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`steps__status_idx\` ON \`steps\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`_status_updatedAt_3_idx\` ON \`steps\` (\`_status\`,\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`steps_locales\` (
  	\`title\` text,
  	\`body\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`steps\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`steps_title_idx\` ON \`steps_locales\` (\`title\`,\`_locale\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`steps_locales_locale_parent_id_unique\` ON \`steps_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`steps_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`forms_id\` text(36),
  	\`help_organizations_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`steps\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`forms_id\`) REFERENCES \`forms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`help_organizations_id\`) REFERENCES \`help_organizations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`steps_rels_order_idx\` ON \`steps_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`steps_rels_parent_idx\` ON \`steps_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`steps_rels_path_idx\` ON \`steps_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`steps_rels_forms_id_idx\` ON \`steps_rels\` (\`forms_id\`);`)
  await db.run(sql`CREATE INDEX \`steps_rels_help_organizations_id_idx\` ON \`steps_rels\` (\`help_organizations_id\`);`)
  await db.run(sql`CREATE TABLE \`_steps_v_version_alternatives\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`situation\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_steps_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_steps_v_version_alternatives_order_idx\` ON \`_steps_v_version_alternatives\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_steps_v_version_alternatives_parent_id_idx\` ON \`_steps_v_version_alternatives\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_steps_v_version_alternatives_locales\` (
  	\`heading\` text,
  	\`body\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_steps_v_version_alternatives\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_steps_v_version_alternatives_locales_locale_parent_id_uniqu\` ON \`_steps_v_version_alternatives_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_steps_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_slug\` text,
  	\`version_follows\` text DEFAULT 'then',
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`steps\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_steps_v_parent_idx\` ON \`_steps_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_steps_v_version_version_slug_idx\` ON \`_steps_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_steps_v_version_version_updated_at_idx\` ON \`_steps_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_steps_v_version_version_created_at_idx\` ON \`_steps_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_steps_v_version_version__status_idx\` ON \`_steps_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_steps_v_created_at_idx\` ON \`_steps_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_steps_v_updated_at_idx\` ON \`_steps_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_steps_v_snapshot_idx\` ON \`_steps_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_steps_v_published_locale_idx\` ON \`_steps_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_steps_v_latest_idx\` ON \`_steps_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`version__status_version_updatedAt_3_idx\` ON \`_steps_v\` (\`version__status\`,\`version_updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_steps_v_locales\` (
  	\`version_title\` text,
  	\`version_body\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_steps_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_steps_v_version_version_title_idx\` ON \`_steps_v_locales\` (\`version_title\`,\`_locale\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`_steps_v_locales_locale_parent_id_unique\` ON \`_steps_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_steps_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`forms_id\` text(36),
  	\`help_organizations_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_steps_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`forms_id\`) REFERENCES \`forms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`help_organizations_id\`) REFERENCES \`help_organizations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_steps_v_rels_order_idx\` ON \`_steps_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_steps_v_rels_parent_idx\` ON \`_steps_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_steps_v_rels_path_idx\` ON \`_steps_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_steps_v_rels_forms_id_idx\` ON \`_steps_v_rels\` (\`forms_id\`);`)
  await db.run(sql`CREATE INDEX \`_steps_v_rels_help_organizations_id_idx\` ON \`_steps_v_rels\` (\`help_organizations_id\`);`)
  await db.run(sql`CREATE TABLE \`forms_urls\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`language\` text,
  	\`url\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`forms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`forms_urls_order_idx\` ON \`forms_urls\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`forms_urls_parent_id_idx\` ON \`forms_urls\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`forms\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`number\` text,
  	\`kind\` text DEFAULT 'form',
  	\`search_key\` text,
  	\`revision\` text,
  	\`superseded_by_id\` text(36),
  	\`retired_on\` text,
  	\`sourcing_certainty\` text,
  	\`sourcing_source\` text,
  	\`sourcing_checked_on\` text,
  	\`sourcing_note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`superseded_by_id\`) REFERENCES \`forms\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`forms_number_idx\` ON \`forms\` (\`number\`);`)
  await db.run(sql`CREATE INDEX \`forms_search_key_idx\` ON \`forms\` (\`search_key\`);`)
  await db.run(sql`CREATE INDEX \`forms_superseded_by_idx\` ON \`forms\` (\`superseded_by_id\`);`)
  await db.run(sql`CREATE INDEX \`forms_sourcing_sourcing_certainty_idx\` ON \`forms\` (\`sourcing_certainty\`);`)
  await db.run(sql`CREATE INDEX \`forms_updated_at_idx\` ON \`forms\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`forms_created_at_idx\` ON \`forms\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`forms__status_idx\` ON \`forms\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`_status_updatedAt_4_idx\` ON \`forms\` (\`_status\`,\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`forms_locales\` (
  	\`title\` text,
  	\`purpose\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`forms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`forms_title_idx\` ON \`forms_locales\` (\`title\`,\`_locale\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`forms_locales_locale_parent_id_unique\` ON \`forms_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_forms_v_version_urls\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`language\` text,
  	\`url\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_forms_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_forms_v_version_urls_order_idx\` ON \`_forms_v_version_urls\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_forms_v_version_urls_parent_id_idx\` ON \`_forms_v_version_urls\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_forms_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_number\` text,
  	\`version_kind\` text DEFAULT 'form',
  	\`version_search_key\` text,
  	\`version_revision\` text,
  	\`version_superseded_by_id\` text(36),
  	\`version_retired_on\` text,
  	\`version_sourcing_certainty\` text,
  	\`version_sourcing_source\` text,
  	\`version_sourcing_checked_on\` text,
  	\`version_sourcing_note\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`forms\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_superseded_by_id\`) REFERENCES \`forms\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_forms_v_parent_idx\` ON \`_forms_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_forms_v_version_version_number_idx\` ON \`_forms_v\` (\`version_number\`);`)
  await db.run(sql`CREATE INDEX \`_forms_v_version_version_search_key_idx\` ON \`_forms_v\` (\`version_search_key\`);`)
  await db.run(sql`CREATE INDEX \`_forms_v_version_version_superseded_by_idx\` ON \`_forms_v\` (\`version_superseded_by_id\`);`)
  await db.run(sql`CREATE INDEX \`_forms_v_version_sourcing_version_sourcing_certainty_idx\` ON \`_forms_v\` (\`version_sourcing_certainty\`);`)
  await db.run(sql`CREATE INDEX \`_forms_v_version_version_updated_at_idx\` ON \`_forms_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_forms_v_version_version_created_at_idx\` ON \`_forms_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_forms_v_version_version__status_idx\` ON \`_forms_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_forms_v_created_at_idx\` ON \`_forms_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_forms_v_updated_at_idx\` ON \`_forms_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_forms_v_snapshot_idx\` ON \`_forms_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_forms_v_published_locale_idx\` ON \`_forms_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_forms_v_latest_idx\` ON \`_forms_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`version__status_version_updatedAt_4_idx\` ON \`_forms_v\` (\`version__status\`,\`version_updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_forms_v_locales\` (
  	\`version_title\` text,
  	\`version_purpose\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_forms_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_forms_v_version_version_title_idx\` ON \`_forms_v_locales\` (\`version_title\`,\`_locale\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`_forms_v_locales_locale_parent_id_unique\` ON \`_forms_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`help_organizations_phones\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`number\` text,
  	\`tty\` integer DEFAULT false,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`help_organizations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`help_organizations_phones_order_idx\` ON \`help_organizations_phones\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`help_organizations_phones_parent_id_idx\` ON \`help_organizations_phones\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`help_organizations_phones_locales\` (
  	\`label\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`help_organizations_phones\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`help_organizations_phones_locales_locale_parent_id_unique\` ON \`help_organizations_phones_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`help_organizations_languages\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`help_organizations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`help_organizations_languages_order_idx\` ON \`help_organizations_languages\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`help_organizations_languages_parent_idx\` ON \`help_organizations_languages\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`help_organizations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`slug\` text,
  	\`abbreviation\` text,
  	\`url\` text,
  	\`sourcing_certainty\` text,
  	\`sourcing_source\` text,
  	\`sourcing_checked_on\` text,
  	\`sourcing_note\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`help_organizations_slug_idx\` ON \`help_organizations\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`help_organizations_sourcing_sourcing_certainty_idx\` ON \`help_organizations\` (\`sourcing_certainty\`);`)
  await db.run(sql`CREATE INDEX \`help_organizations_updated_at_idx\` ON \`help_organizations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`help_organizations_created_at_idx\` ON \`help_organizations\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`help_organizations__status_idx\` ON \`help_organizations\` (\`_status\`);`)
  await db.run(sql`CREATE INDEX \`_status_updatedAt_5_idx\` ON \`help_organizations\` (\`_status\`,\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`help_organizations_locales\` (
  	\`name\` text,
  	\`what_they_do\` text,
  	\`who_is_eligible\` text,
  	\`hours\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`help_organizations\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`help_organizations_name_idx\` ON \`help_organizations_locales\` (\`name\`,\`_locale\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`help_organizations_locales_locale_parent_id_unique\` ON \`help_organizations_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_help_organizations_v_version_phones\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`number\` text,
  	\`tty\` integer DEFAULT false,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_help_organizations_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_help_organizations_v_version_phones_order_idx\` ON \`_help_organizations_v_version_phones\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_help_organizations_v_version_phones_parent_id_idx\` ON \`_help_organizations_v_version_phones\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_help_organizations_v_version_phones_locales\` (
  	\`label\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_help_organizations_v_version_phones\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_help_organizations_v_version_phones_locales_locale_parent_i\` ON \`_help_organizations_v_version_phones_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_help_organizations_v_version_languages\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_help_organizations_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_help_organizations_v_version_languages_order_idx\` ON \`_help_organizations_v_version_languages\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_help_organizations_v_version_languages_parent_idx\` ON \`_help_organizations_v_version_languages\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_help_organizations_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_slug\` text,
  	\`version_abbreviation\` text,
  	\`version_url\` text,
  	\`version_sourcing_certainty\` text,
  	\`version_sourcing_source\` text,
  	\`version_sourcing_checked_on\` text,
  	\`version_sourcing_note\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`help_organizations\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_help_organizations_v_parent_idx\` ON \`_help_organizations_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_help_organizations_v_version_version_slug_idx\` ON \`_help_organizations_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_help_organizations_v_version_sourcing_version_sourcing__idx\` ON \`_help_organizations_v\` (\`version_sourcing_certainty\`);`)
  await db.run(sql`CREATE INDEX \`_help_organizations_v_version_version_updated_at_idx\` ON \`_help_organizations_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_help_organizations_v_version_version_created_at_idx\` ON \`_help_organizations_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_help_organizations_v_version_version__status_idx\` ON \`_help_organizations_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_help_organizations_v_created_at_idx\` ON \`_help_organizations_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_help_organizations_v_updated_at_idx\` ON \`_help_organizations_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_help_organizations_v_snapshot_idx\` ON \`_help_organizations_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_help_organizations_v_published_locale_idx\` ON \`_help_organizations_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_help_organizations_v_latest_idx\` ON \`_help_organizations_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`version__status_version_updatedAt_5_idx\` ON \`_help_organizations_v\` (\`version__status\`,\`version_updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_help_organizations_v_locales\` (
  	\`version_name\` text,
  	\`version_what_they_do\` text,
  	\`version_who_is_eligible\` text,
  	\`version_hours\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_help_organizations_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_help_organizations_v_version_version_name_idx\` ON \`_help_organizations_v_locales\` (\`version_name\`,\`_locale\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`_help_organizations_v_locales_locale_parent_id_unique\` ON \`_help_organizations_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`_status\` text DEFAULT 'draft',
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric
  );
  `)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`media__status_idx\` ON \`media\` (\`_status\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`)
  await db.run(sql`CREATE INDEX \`_status_updatedAt_6_idx\` ON \`media\` (\`_status\`,\`updated_at\`);`)
  await db.run(sql`CREATE TABLE \`media_locales\` (
  	\`alt\` text,
  	\`caption\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`media_locales_locale_parent_id_unique\` ON \`media_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_media_v\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`parent_id\` text(36),
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`version_url\` text,
  	\`version_thumbnail_u_r_l\` text,
  	\`version_filename\` text,
  	\`version_mime_type\` text,
  	\`version_filesize\` numeric,
  	\`version_width\` numeric,
  	\`version_height\` numeric,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`snapshot\` integer,
  	\`published_locale\` text,
  	\`latest\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_media_v_parent_idx\` ON \`_media_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_media_v_version_version_updated_at_idx\` ON \`_media_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_media_v_version_version_created_at_idx\` ON \`_media_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_media_v_version_version__status_idx\` ON \`_media_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_media_v_version_version_filename_idx\` ON \`_media_v\` (\`version_filename\`);`)
  await db.run(sql`CREATE INDEX \`_media_v_created_at_idx\` ON \`_media_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_media_v_updated_at_idx\` ON \`_media_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_media_v_snapshot_idx\` ON \`_media_v\` (\`snapshot\`);`)
  await db.run(sql`CREATE INDEX \`_media_v_published_locale_idx\` ON \`_media_v\` (\`published_locale\`);`)
  await db.run(sql`CREATE INDEX \`_media_v_latest_idx\` ON \`_media_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`version__status_version_updatedAt_6_idx\` ON \`_media_v\` (\`version__status\`,\`version_updated_at\`);`)
  await db.run(sql`CREATE TABLE \`_media_v_locales\` (
  	\`version_alt\` text,
  	\`version_caption\` text,
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`_locale\` text NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_media_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`_media_v_locales_locale_parent_id_unique\` ON \`_media_v_locales\` (\`_locale\`,\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_roles_order_idx\` ON \`users_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_roles_parent_idx\` ON \`users_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`kind\` text DEFAULT 'person' NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`enable_a_p_i_key\` integer,
  	\`api_key\` text,
  	\`api_key_index\` text,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE TABLE \`ledger_entries\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`sequence\` numeric NOT NULL,
  	\`at\` text NOT NULL,
  	\`type\` text NOT NULL,
  	\`actor_id\` text,
  	\`actor_name\` text,
  	\`document_collection\` text,
  	\`document_id\` text,
  	\`version_id\` text,
  	\`content_hash\` text,
  	\`comment\` text,
  	\`snapshot\` text,
  	\`previous_hash\` text,
  	\`hash\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`ledger_entries_sequence_idx\` ON \`ledger_entries\` (\`sequence\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_at_idx\` ON \`ledger_entries\` (\`at\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_type_idx\` ON \`ledger_entries\` (\`type\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_actor_id_idx\` ON \`ledger_entries\` (\`actor_id\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_document_collection_idx\` ON \`ledger_entries\` (\`document_collection\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_document_id_idx\` ON \`ledger_entries\` (\`document_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`ledger_entries_hash_idx\` ON \`ledger_entries\` (\`hash\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_updated_at_idx\` ON \`ledger_entries\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`ledger_entries_created_at_idx\` ON \`ledger_entries\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`ledger_entries_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`ledger_entries\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`ledger_entries_texts_order_parent\` ON \`ledger_entries_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
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
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`stations_examples\`;`)
  await db.run(sql`DROP TABLE \`stations_examples_locales\`;`)
  await db.run(sql`DROP TABLE \`stations_connections\`;`)
  await db.run(sql`DROP TABLE \`stations_connections_locales\`;`)
  await db.run(sql`DROP TABLE \`stations\`;`)
  await db.run(sql`DROP TABLE \`stations_locales\`;`)
  await db.run(sql`DROP TABLE \`stations_texts\`;`)
  await db.run(sql`DROP TABLE \`stations_rels\`;`)
  await db.run(sql`DROP TABLE \`_stations_v_version_examples\`;`)
  await db.run(sql`DROP TABLE \`_stations_v_version_examples_locales\`;`)
  await db.run(sql`DROP TABLE \`_stations_v_version_connections\`;`)
  await db.run(sql`DROP TABLE \`_stations_v_version_connections_locales\`;`)
  await db.run(sql`DROP TABLE \`_stations_v\`;`)
  await db.run(sql`DROP TABLE \`_stations_v_locales\`;`)
  await db.run(sql`DROP TABLE \`_stations_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_stations_v_rels\`;`)
  await db.run(sql`DROP TABLE \`notices_deadline_alternatives\`;`)
  await db.run(sql`DROP TABLE \`notices_deadline_alternatives_locales\`;`)
  await db.run(sql`DROP TABLE \`notices\`;`)
  await db.run(sql`DROP TABLE \`notices_locales\`;`)
  await db.run(sql`DROP TABLE \`notices_texts\`;`)
  await db.run(sql`DROP TABLE \`notices_rels\`;`)
  await db.run(sql`DROP TABLE \`_notices_v_version_deadline_alternatives\`;`)
  await db.run(sql`DROP TABLE \`_notices_v_version_deadline_alternatives_locales\`;`)
  await db.run(sql`DROP TABLE \`_notices_v\`;`)
  await db.run(sql`DROP TABLE \`_notices_v_locales\`;`)
  await db.run(sql`DROP TABLE \`_notices_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_notices_v_rels\`;`)
  await db.run(sql`DROP TABLE \`phases\`;`)
  await db.run(sql`DROP TABLE \`phases_locales\`;`)
  await db.run(sql`DROP TABLE \`_phases_v\`;`)
  await db.run(sql`DROP TABLE \`_phases_v_locales\`;`)
  await db.run(sql`DROP TABLE \`steps_alternatives\`;`)
  await db.run(sql`DROP TABLE \`steps_alternatives_locales\`;`)
  await db.run(sql`DROP TABLE \`steps\`;`)
  await db.run(sql`DROP TABLE \`steps_locales\`;`)
  await db.run(sql`DROP TABLE \`steps_rels\`;`)
  await db.run(sql`DROP TABLE \`_steps_v_version_alternatives\`;`)
  await db.run(sql`DROP TABLE \`_steps_v_version_alternatives_locales\`;`)
  await db.run(sql`DROP TABLE \`_steps_v\`;`)
  await db.run(sql`DROP TABLE \`_steps_v_locales\`;`)
  await db.run(sql`DROP TABLE \`_steps_v_rels\`;`)
  await db.run(sql`DROP TABLE \`forms_urls\`;`)
  await db.run(sql`DROP TABLE \`forms\`;`)
  await db.run(sql`DROP TABLE \`forms_locales\`;`)
  await db.run(sql`DROP TABLE \`_forms_v_version_urls\`;`)
  await db.run(sql`DROP TABLE \`_forms_v\`;`)
  await db.run(sql`DROP TABLE \`_forms_v_locales\`;`)
  await db.run(sql`DROP TABLE \`help_organizations_phones\`;`)
  await db.run(sql`DROP TABLE \`help_organizations_phones_locales\`;`)
  await db.run(sql`DROP TABLE \`help_organizations_languages\`;`)
  await db.run(sql`DROP TABLE \`help_organizations\`;`)
  await db.run(sql`DROP TABLE \`help_organizations_locales\`;`)
  await db.run(sql`DROP TABLE \`_help_organizations_v_version_phones\`;`)
  await db.run(sql`DROP TABLE \`_help_organizations_v_version_phones_locales\`;`)
  await db.run(sql`DROP TABLE \`_help_organizations_v_version_languages\`;`)
  await db.run(sql`DROP TABLE \`_help_organizations_v\`;`)
  await db.run(sql`DROP TABLE \`_help_organizations_v_locales\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`DROP TABLE \`media_locales\`;`)
  await db.run(sql`DROP TABLE \`_media_v\`;`)
  await db.run(sql`DROP TABLE \`_media_v_locales\`;`)
  await db.run(sql`DROP TABLE \`users_roles\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`ledger_entries\`;`)
  await db.run(sql`DROP TABLE \`ledger_entries_texts\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
}
