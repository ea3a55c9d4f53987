import Database from 'libsql'

/**
 * Gives a copy of the platform's database the tables in which plain Payload keeps who edits what. The platform has
 * none: it shows presence in place of locks.
 *
 * @param types slugs of the collections that plain Payload has
 */
export function lockTables(file, types) {
  const database = new Database(file)
  const referring = types.map(
    (slug) => `, "${columnOf(slug)}" text references "${tableOf(slug)}"("id") on delete cascade`,
  )
  database.exec(`
    create table payload_locked_documents (
      id text primary key not null,
      global_slug text,
      updated_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
      created_at text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
    );
    create table payload_locked_documents_rels (
      id integer primary key not null,
      "order" integer,
      parent_id text not null references payload_locked_documents(id) on delete cascade,
      path text not null
      ${referring.join('\n')}
    );
    create index locked_rels_parent_idx on payload_locked_documents_rels (parent_id);
    create index locked_rels_path_idx on payload_locked_documents_rels (path);
  `)
  for (const slug of types)
    database.exec(
      `create index "locked_rels_${columnOf(slug)}_idx" on payload_locked_documents_rels ("${columnOf(slug)}")`,
    )
  database.close()
}

function tableOf(slug) {
  return slug.replaceAll('-', '_')
}

function columnOf(slug) {
  return `${tableOf(slug)}_id`
}
