import Database from 'libsql'

/** Content types that are copied, as the database writes them. */
const types = ['stations', 'notices', 'forms', 'steps', 'help_organizations']

/** Columns that lead to a document of these types, or to a part of one. */
const references = new Set([
  'id',
  'parent_id',
  '_parent_id',
  'to_id',
  'superseded_by_id',
  ...types.map((type) => `${type}_id`),
])

/** Columns that no two documents have in common. */
const names = new Set(['slug', 'code', 'number', 'search_key'])

/**
 * Fills a seeded database with copies of its live content, each a roadmap of its own with the same phases.
 * The copies are rows, without versions and without a ledger: what readers get, and nothing else.
 *
 * @param times how much there is afterwards for each document there was
 */
export function multiply(file, times) {
  const database = new Database(file)
  const tables = database
    .prepare(`select name from sqlite_master where type = 'table'`)
    .all()
    .map(({ name }) => name)
    .filter((name) => types.some((type) => name === type || name.startsWith(`${type}_`)))
  database.exec('pragma foreign_keys = off; begin')
  for (const table of tables) {
    const columns = database
      .prepare(`pragma table_info("${table}")`)
      .all()
      // Rows that are counted get a number of their own.
      .filter(({ name, type }) => !(name === 'id' && /int/i.test(type)))
      .map(({ name }) => name)
    const copied = columns.map((name) => valueOf(name, types.includes(table)))
    database.exec(
      `insert into "${table}" (${columns.map((name) => `"${name}"`).join(', ')})
       with recursive copy(k) as (select 1 union all select k + 1 from copy where k < ${times - 1})
       select ${copied.join(', ')} from copy cross join "${table}"`,
    )
  }
  database.exec('commit')
  database.close()
}

function valueOf(column, isDocument) {
  if (references.has(column)) return `printf('%08x', k) || substr("${column}", 9)`
  if (isDocument && names.has(column)) return `"${column}" || '-' || k`
  return `"${column}"`
}
