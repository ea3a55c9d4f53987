import Database from 'libsql'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openSqlite } from '../../../src/database/kept-statements.ts'

let folder: string
let file = 0
let client: ReturnType<typeof openSqlite>
let other: ReturnType<typeof openSqlite>

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kept-statements-'))
})

afterAll(() => rm(folder, { recursive: true }))

beforeEach(async () => {
  const url = `file:${path.join(folder, `${(file += 1)}.db`)}`
  client = openSqlite(url)
  other = openSqlite(url)
  await client.execute('PRAGMA journal_mode = WAL')
  await client.execute('CREATE TABLE stations (slug TEXT PRIMARY KEY, place INTEGER, note TEXT)')
  await client.execute(`INSERT INTO stations VALUES ('audit', 1, NULL), ('appeal', 2, 'x')`)
})

afterEach(() => {
  vi.restoreAllMocks()
  client.close()
  other.close()
})

const bySlug = 'SELECT slug, place, note FROM stations WHERE slug = ?'

/** How often SQLite itself was given this statement. */
function timesRead(sql: string): () => number {
  const prepare = vi.spyOn(Database.prototype, 'prepare')
  return () => prepare.mock.calls.filter(([read]) => read === sql).length
}

describe('A statement that is asked for again', () => {
  it('is read once, and gives the rows of each set of values', async () => {
    const times = timesRead(bySlug)
    const rows = []
    for (const slug of ['audit', 'appeal', 'none', 'audit'])
      rows.push(
        (await client.execute({ sql: bySlug, args: [slug] })).rows.map((row) => ({ ...row })),
      )
    expect(rows).toEqual([
      [{ slug: 'audit', place: 1, note: null }],
      [{ slug: 'appeal', place: 2, note: 'x' }],
      [],
      [{ slug: 'audit', place: 1, note: null }],
    ])
    expect(times()).toBe(1)
  })

  it('sees what another connection has written meanwhile', async () => {
    await client.execute({ sql: bySlug, args: ['audit'] })
    await other.execute(`UPDATE stations SET place = 7 WHERE slug = 'audit'`)
    const { rows } = await client.execute({ sql: bySlug, args: ['audit'] })
    expect(rows[0]!['place']).toBe(7)
  })

  it('writes what it is given each time, and says how many rows it changed', async () => {
    const update = 'UPDATE stations SET place = ? WHERE slug = ?'
    const insert = 'INSERT INTO stations VALUES (?, ?, ?) RETURNING slug, place'
    const changed = []
    for (const [place, slug] of [
      [3, 'audit'],
      [4, 'none'],
    ] as const)
      changed.push((await client.execute({ sql: update, args: [place, slug] })).rowsAffected)
    const inserted = []
    for (const slug of ['court', 'collection'])
      inserted.push(...(await client.execute({ sql: insert, args: [slug, 9, null] })).rows)
    expect(changed).toEqual([1, 0])
    expect(inserted.map((row) => ({ ...row }))).toEqual([
      { slug: 'court', place: 9 },
      { slug: 'collection', place: 9 },
    ])
    const { rows } = await other.execute('SELECT count(*) AS count FROM stations')
    expect(rows[0]!['count']).toBe(4)
  })

  it('keeps no transaction open: what is written elsewhere can be brought into the file', async () => {
    await client.execute({ sql: bySlug, args: ['audit'] })
    await other.execute(`UPDATE stations SET place = 8`)
    const { rows } = await other.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    expect(rows[0]!['busy']).toBe(0)
  })
})

describe('A statement is read anew', () => {
  it('after a table was changed, with the columns that there are now', async () => {
    const all = `SELECT * FROM stations WHERE slug = 'audit'`
    await client.execute(all)
    await client.execute(`ALTER TABLE stations ADD COLUMN kind TEXT DEFAULT 'stop'`)
    const { columns, rows } = await client.execute(all)
    expect(columns).toEqual(['slug', 'place', 'note', 'kind'])
    expect(rows[0]!['kind']).toBe('stop')
  })

  it('after it failed, and says so again', async () => {
    const insert = 'INSERT INTO stations VALUES (?, ?, ?)'
    const times = timesRead(insert)
    for (let round = 0; round < 2; round += 1)
      await expect(client.execute({ sql: insert, args: ['audit', 1, null] })).rejects.toMatchObject(
        {
          code: 'SQLITE_CONSTRAINT_PRIMARYKEY',
        },
      )
    expect(times()).toBe(2)
    const { rows } = await other.execute('SELECT count(*) AS count FROM stations')
    expect(rows[0]!['count']).toBe(2)
  })

  it('when so many others were asked for that it was let go of', async () => {
    const times = timesRead(bySlug)
    await client.execute({ sql: bySlug, args: ['audit'] })
    for (let number = 0; number < 600; number += 1)
      await client.execute(`SELECT ${number} AS number, '${'x'.repeat(1_000)}' AS text`)
    const { rows } = await client.execute({ sql: bySlug, args: ['audit'] })
    expect(rows[0]!['place']).toBe(1)
    expect(times()).toBe(2)
  })
})

describe('A statement that cannot be read', () => {
  it('is refused each time, and takes nothing with it', async () => {
    for (let round = 0; round < 2; round += 1)
      await expect(client.execute('SELECT colour FROM stations')).rejects.toThrow(/no such column/)
    const { rows } = await client.execute({ sql: bySlug, args: ['audit'] })
    expect(rows).toHaveLength(1)
  })
})
