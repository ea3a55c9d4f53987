import { sql } from '@payloadcms/db-sqlite/drizzle'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { integer, numeric, sqliteTable, text } from '@payloadcms/db-sqlite/drizzle/sqlite-core'
import fc from 'fast-check'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../../src/database/kept-statements.ts'
import { insertShortly } from '../../../src/database/short-inserts.ts'

type Row = Record<string, unknown>
interface Insertion {
  db?: unknown
  onConflictDoUpdate?: { set: Row; target: unknown; where?: unknown }
  tableName: string
  values: Row | Row[]
}

/** Columns of every kind that Payload makes. */
const pages = sqliteTable('pages', {
  id: text('id')
    .$defaultFn(() => 'made')
    .primaryKey(),
  title: text('title').unique(),
  body: text('body', { mode: 'json' }),
  isShort: integer('is_short', { mode: 'boolean' }).default(true),
  weight: numeric('weight', { mode: 'number' }),
  place: integer('place'),
  at: text('at').default(sql`'now'`),
  quoted: text('odd "name"'),
})
const words = sqliteTable('pages_texts', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  parent: text('parent_id'),
  path: text('path'),
  text: text('text'),
})
const rows = sqliteTable('pages_rows', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  _parentID: text('_parent_id'),
  _uuid: text('_uuid'),
})
const tables = { pages, words, rows }

let folder: string
let client: ReturnType<typeof openSqlite>
let db: ReturnType<typeof drizzle>
/** What drizzle was asked to write. */
let leftToDrizzle: string[]
let executed: string[]
let insert: (insertion: Insertion) => Promise<Row[]>

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'short-inserts-'))
  client = openSqlite(`file:${path.join(folder, 'pages.db')}`)
  const execute = client.execute.bind(client)
  client.execute = (statement: never) => {
    executed.push(typeof statement === 'string' ? statement : (statement as { sql: string }).sql)
    return execute(statement)
  }
  db = drizzle(client)
})

afterAll(async () => {
  client.close()
  await rm(folder, { recursive: true })
})

beforeEach(async () => {
  executed = []
  leftToDrizzle = []
  for (const table of ['pages', 'pages_texts', 'pages_rows'])
    await client.execute(`DROP TABLE IF EXISTS ${table}`)
  await client.execute(
    `CREATE TABLE pages (id TEXT PRIMARY KEY, title TEXT UNIQUE, body TEXT, is_short INTEGER DEFAULT 1, weight NUMERIC, place INTEGER, at TEXT DEFAULT 'now', "odd ""name""" TEXT)`,
  )
  await client.execute(
    'CREATE TABLE pages_texts (id INTEGER PRIMARY KEY AUTOINCREMENT, parent_id TEXT, path TEXT, text TEXT)',
  )
  await client.execute(
    'CREATE TABLE pages_rows (id INTEGER PRIMARY KEY AUTOINCREMENT, _parent_id TEXT, _uuid TEXT)',
  )
  executed = []
  const adapter = insertShortly({
    init: () => ({
      tables,
      insert: async ({ onConflictDoUpdate, tableName, values }: Insertion) => {
        leftToDrizzle.push(tableName)
        return atLength({ onConflictDoUpdate, tableName, values } as Insertion)
      },
    }),
  } as never)
  const database = adapter.init({} as never) as unknown as {
    insert: (insertion: Insertion & { db: unknown }) => Promise<Row[]>
  }
  insert = (insertion) => database.insert({ db, ...insertion })
})

/** As Payload's own adapter writes. */
function atLength({ onConflictDoUpdate, tableName, values }: Insertion): Promise<Row[]> {
  const query = db.insert(tables[tableName as 'pages']).values(values as never)
  return (
    onConflictDoUpdate ? query.onConflictDoUpdate(onConflictDoUpdate as never) : query
  ).returning() as never
}

async function all(table: string): Promise<Row[]> {
  const { rows: stored } = await client.execute(`SELECT * FROM ${table} ORDER BY id`)
  return stored.map((row) => ({ ...row }))
}

/** What is stored after a write, each time beginning with the same. */
async function storedAfter(
  write: (insertion: Insertion) => Promise<Row[]>,
  insertions: Insertion[],
): Promise<Row[]> {
  await client.execute('DELETE FROM pages')
  for (const insertion of insertions) await write(insertion)
  return all('pages')
}

const value = {
  title: fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined }),
  body: fc.option(fc.jsonValue(), { nil: undefined }),
  isShort: fc.option(fc.boolean(), { nil: undefined }),
  weight: fc.oneof(
    fc.constantFrom(null, undefined, 0),
    fc.double({ min: -1e15, max: 1e15, noNaN: true }),
  ),
  place: fc.oneof(fc.constantFrom(null, undefined), fc.maxSafeInteger()),
  at: fc.constantFrom(null, '2026-01-01T00:00:00.000Z'),
  quoted: fc.option(fc.string(), { nil: undefined }),
}

/** Rows of different ids, without titles that would be taken. */
const someRows = fc.array(fc.record(value), { minLength: 1, maxLength: 5 }).map((made) =>
  made.map((row, index) => ({
    ...row,
    id: `id-${index}`,
    title: row.title === undefined ? undefined : `${index} ${row.title}`,
  })),
)

describe('Rows that are written shortly', () => {
  it('are stored as drizzle stores them', async () => {
    await fc.assert(
      fc.asyncProperty(someRows, async (values) => {
        const insertion = { tableName: 'pages', values }
        const short = await storedAfter(insert, [insertion])
        expect(short).toEqual(await storedAfter(atLength, [insertion]))
      }),
    )
    expect(leftToDrizzle).toEqual([])
  })

  it('change what is there already as drizzle changes it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(value), fc.record(value), async (before, after) => {
        const changed = { ...after, id: 'one' }
        const insertions = [
          { tableName: 'pages', values: { ...before, id: 'one' } },
          {
            tableName: 'pages',
            values: changed,
            onConflictDoUpdate: { set: changed, target: pages.id },
          },
        ]
        const short = await storedAfter(insert, insertions)
        expect(short).toEqual(await storedAfter(atLength, insertions))
      }),
    )
    expect(leftToDrizzle).toEqual([])
  })

  it('give back the ids by which others belong to them, in their order', async () => {
    expect(await insert({ tableName: 'pages', values: { at: null, title: 'no id' } })).toEqual([
      { id: 'made' },
    ])
    const values = [
      { _parentID: 'made', _uuid: 'b' },
      { _parentID: 'made', _uuid: 'a' },
    ]
    expect(await insert({ tableName: 'rows', values })).toEqual([
      { id: 1, _uuid: 'b' },
      { id: 2, _uuid: 'a' },
    ])
  })

  it('give back nothing where nothing belongs to them', async () => {
    const values = [{ parent: 'made', path: 'aliases', text: 'CP14' }]
    expect(await insert({ tableName: 'words', values })).toEqual([])
    expect(await all('pages_texts')).toEqual([
      { id: 1, parent_id: 'made', path: 'aliases', text: 'CP14' },
    ])
    expect(executed.some((statement) => statement.includes('returning'))).toBe(false)
  })

  it('are stored all, when there are more than one statement takes', async () => {
    const values = Array.from({ length: 9_000 }, (_, index) => ({
      parent: 'made',
      path: 'aliases',
      text: String(index),
    }))
    await insert({ tableName: 'words', values })
    const stored = await all('pages_texts')
    expect(stored.map((row) => row['text'])).toEqual(values.map((row) => row.text))
    expect(leftToDrizzle).toEqual([])
  })

  it('are refused as drizzle says it, when a value is taken', async () => {
    const values = { id: 'other', title: 'taken' }
    await insert({ tableName: 'pages', values: { id: 'one', title: 'taken' } })
    const refusals = []
    for (const write of [insert, atLength])
      refusals.push(await write({ tableName: 'pages', values }).catch((error: unknown) => error))
    const [short, long] = refusals as [Error, Error]
    expect(short).toBeInstanceOf(long.constructor)
    expect((short.cause as { code: string }).code).toBe('SQLITE_CONSTRAINT_UNIQUE')
    expect((short.cause as Error).message).toBe((long.cause as Error).message)
    expect((await all('pages')).map(({ id }) => id)).toEqual(['one'])
  })
})

describe('What is not written shortly', () => {
  it.each<[string, Row]>([
    ['values that SQL works out', { id: 'one', at: 'x', place: sql`1 + 1` }],
    ['columns whose default SQL works out', { id: 'one' }],
  ])('is left to drizzle: %s', async (_what, values) => {
    await insert({ tableName: 'pages', values })
    expect(leftToDrizzle).toEqual(['pages'])
    expect(await all('pages')).toHaveLength(1)
  })

  it('is left to drizzle: what is written in a transaction that it began itself', async () => {
    await insert({ db: {}, tableName: 'pages', values: { id: 'one', at: 'x' } })
    expect(leftToDrizzle).toEqual(['pages'])
  })

  it('is left to drizzle: a change other than to what the new row says, or on a condition', async () => {
    const values = { id: 'one', at: 'x', title: 'new' }
    const changes = [
      { set: { title: 'other' }, target: pages.id },
      { set: values, target: pages.title },
      { set: values, target: pages.id, where: sql`1 = 0` },
    ]
    for (const onConflictDoUpdate of changes)
      await insert({ tableName: 'pages', values, onConflictDoUpdate })
    expect(leftToDrizzle).toEqual(['pages', 'pages', 'pages'])
  })
})
