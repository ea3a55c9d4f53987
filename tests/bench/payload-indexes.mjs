import Database from 'libsql'

/** The two columns of each index that the platform orders otherwise than Payload. */
const parentFirst = /\(`(_?parent_id)`,\s*`(_locale|locale|order)`\)/

/** Gives a copy of the platform's database the indexes that plain Payload makes: see src/database/parent-indexes.ts. */
export function indexAsPayloadDoes(file) {
  const database = new Database(file)
  const indexes = database
    .prepare(`select name, sql from sqlite_master where type = 'index' and sql is not null`)
    .all()
    .filter(({ sql }) => parentFirst.test(sql))
  if (indexes.length === 0)
    throw new Error('There is no index to change back to how plain Payload makes it.')
  for (const { name, sql } of indexes)
    database.exec(`drop index "${name}"; ${sql.replace(parentFirst, '(`$2`,`$1`)')}`)
  database.close()
}
