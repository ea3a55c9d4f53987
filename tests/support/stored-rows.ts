import type { Client } from '@libsql/client'
import type { TestApp } from './app.ts'

/** What the platform writes in the background, at whatever moment: mails of what people were told. */
const writtenByItself = ['notifications', 'mails', 'daily_looks']

/**
 * Every row of the database as it lies there, by table: documents, their lists, every version, states and jobs.
 * Two of these are equal only when nothing at all was written between them, other than in the tables left out
 * and those written in the background.
 *
 * @param except tables to leave out, with all tables whose names begin with theirs and an underscore
 */
export async function storedRows(
  { payload }: Pick<TestApp, 'payload'>,
  { except }: { except: readonly string[] },
): Promise<Record<string, string[]>> {
  const { client } = payload.db as unknown as { client: Client }
  const { rows: tables } = await client.execute(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  )
  const left = [...except, ...writtenByItself]
  const names = tables
    .map(({ name }) => String(name))
    .filter((name) => !left.some((one) => name === one || name.startsWith(`${one}_`)))
  const found = await client.batch(
    names.map((name) => `SELECT * FROM "${name}" ORDER BY rowid`),
    'read',
  )
  return Object.fromEntries(
    found.map(({ rows }, which) => [
      names[which]!,
      rows.map((row) => JSON.stringify(Object.values(row))),
    ]),
  )
}
