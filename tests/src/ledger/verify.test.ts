import { createClient, type Client, type InValue } from '@libsql/client'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createLocalReq } from 'payload'
import request from 'supertest'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { contentHash } from '../../../src/content/content-hash.ts'
import type { ChainBreak } from '../../../src/ledger/chain.ts'
import type { LedgerEntry } from '../../../src/ledger/entry.ts'
import { verifyLedger, type Verification } from '../../../src/ledger/verify.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { resealed } from '../../support/ledger.ts'
import {
  ask,
  bring,
  buildTeam,
  edit,
  ledger,
  situationOf,
  writePhase,
  type Place,
  type Team,
} from '../../support/workflow.ts'

/** The smallest picture there is: one transparent pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

let testApp: TestApp
let team: Team
/** A connection of our own: what happens over it happens behind the application's back. */
let database: Client
let live: Place
let approved: Place
let draft: Place
let withdrawn: Place
let picture: Place
let entries: LedgerEntry[]
let whole: Verification
/** Every table as it was before a test. */
let tables: string[]

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
  withdrawn = await write('withdrawn')
  picture = await writePicture()
  await bring(testApp, picture, { to: 'published', team })
  approved = await write('approved')
  draft = await write('draft')
  await ask(testApp, 'Local API', {
    action: 'publish',
    as: team.author,
    place: draft,
    body: { contentHash: 'a'.repeat(64) },
  })
  live = await write('approved')
  await edit(testApp, live, { as: team.author, data: { summary: 'Una línea.' }, locale: 'es' })
  await bring(testApp, live, { to: 'published', team })
  entries = await ledger(testApp)
  whole = await verify()
  expect(whole).toMatchObject({ ok: true, breaks: [], entries: entries.length })

  database = createClient({ url: `file:${path.join(testApp.settings.dataDir, databaseFile())}` })
  await database.execute('PRAGMA foreign_keys = OFF')
  await database.execute('PRAGMA busy_timeout = 5000')
  tables = await keepEverything()
})
afterEach(async () => {
  await bringBackEverything()
  expect(await verify()).toEqual(whole)
})
afterAll(async () => {
  database.close()
  await testApp.close()
})

describe('an entry that was changed in the database', () => {
  const columns: { column: string; value: InValue }[] = [
    { column: 'comment', value: 'Something else was said.' },
    { column: 'actor_id', value: 'somebody-else' },
    { column: 'actor_name', value: 'Somebody Else' },
    { column: 'at', value: '2020-01-01T00:00:00.000Z' },
    { column: 'type', value: 'recalled' },
    { column: 'document_id', value: 'another-document' },
    { column: 'document_collection', value: 'stations' },
    { column: 'version_id', value: 'another-version' },
    { column: 'content_hash', value: 'a'.repeat(64) },
    { column: 'details', value: '{"contributors":[]}' },
    { column: 'previous_hash', value: 'b'.repeat(64) },
    { column: 'hash', value: 'c'.repeat(64) },
    { column: 'format', value: 2 },
  ]

  it.each(columns)('is named by its number: $column', async ({ column, value }) => {
    const { sequence } = entryOf('approved', live)
    await run(`UPDATE ledger_entries SET ${column} = ? WHERE sequence = ?`, value, sequence)
    const { breaks, ok } = await verify()
    expect(ok).toBe(false)
    expect(breaks[0]).toMatchObject({ sequence })
    expect(breaks[0]!.problem).toMatch(/changed afterwards|damaged|unknown|name the hash|dated/)
  })

  it('is named by its number: the roles somebody had', async () => {
    const { sequence } = entryOf('approved', live)
    await run(
      `UPDATE ledger_entries_texts SET text = 'publisher'
       WHERE parent_id = (SELECT id FROM ledger_entries WHERE sequence = ?)`,
      sequence,
    )
    expect((await verify()).breaks[0]).toMatchObject({ sequence })
  })

  it('is named by its number: what became public', async () => {
    const { sequence } = entryOf('published', live)
    await run(
      `UPDATE ledger_entries SET snapshot = replace(snapshot, 'A line', 'A tale') WHERE sequence = ?`,
      sequence,
    )
    const { breaks } = await verify()
    expect(breaks[0]).toMatchObject({ sequence, problem: expect.stringMatching(/changed/) })
    expect(problems(breaks)).toMatch(/snapshot is not what was published/)
  })

  it('is told to staff who ask over REST, and to nobody else', async () => {
    const { sequence } = entryOf('approved', live)
    await run('UPDATE ledger_entries SET comment = ? WHERE sequence = ?', 'Else.', sequence)
    const { body } = await request(testApp.app)
      .get('/api/ledger/verify')
      .set('Authorization', team.author.authorization!)
    expect(body).toMatchObject({ ok: false, entries: entries.length, breaks: [{ sequence }] })
    const { body: refused, status } = await testApp.anonymous().get('/api/ledger/verify')
    expect([status, refused.errors[0].code]).toEqual([401, 'NOT_SIGNED_IN'])
  })
})

describe('an entry that was removed from the database', () => {
  it('is missed by its number from the middle', async () => {
    const { sequence } = entryOf('submitted', live)
    await run('DELETE FROM ledger_entries WHERE sequence = ?', sequence)
    const { breaks } = await verify()
    expect(breaks[0]).toMatchObject({
      sequence: sequence + 1,
      problem: `Entry ${sequence} is missing before it.`,
    })
  })

  it('is missed at the beginning', async () => {
    await run('DELETE FROM ledger_entries WHERE sequence = 1')
    expect((await verify()).breaks[0]).toMatchObject({ sequence: 2 })
  })

  it('is missed with others', async () => {
    await run('DELETE FROM ledger_entries WHERE sequence IN (2, 3, 4)')
    expect((await verify()).breaks[0]).toMatchObject({
      sequence: 5,
      problem: 'Entries 2 to 4 are missing before it.',
    })
  })

  it('is missed although those after it were numbered and sealed anew', async () => {
    const { sequence } = entryOf('approved', live)
    await replaceLedger(
      resealed(
        entries
          .filter((entry) => entry.sequence !== sequence)
          .map((entry, index) => ({ ...entry, sequence: index + 1 })),
      ),
    )
    expect(problems((await verify()).breaks)).toMatch(
      /no earlier approval or override of this document/,
    )
  })

  it('is missed at the end when it was a publication: what it published is live', async () => {
    expect(entries.at(-1)).toMatchObject({ type: 'published', documentId: live.id })
    await run('DELETE FROM ledger_entries WHERE sequence = ?', entries.length)
    expect((await verify()).breaks).toMatchObject([
      {
        collection: 'phases',
        id: live.id,
        problem: expect.stringMatching(/no entry published it/),
      },
    ])
  })

  it('shows in number and hash of the head, whatever it was', async () => {
    await run('DELETE FROM ledger_entries WHERE sequence >= ?', entries.length)
    const { head } = await verify()
    expect(head).toEqual({ sequence: entries.length - 1, hash: entries.at(-2)!.hash })
    expect(head).not.toEqual(whole.head)
  })

  it('is missed when it was the last withdrawal', async () => {
    const { sequence } = entryOf('withdrawn', withdrawn)
    await replaceLedger(
      resealed(
        entries
          .filter((entry) => entry.sequence !== sequence)
          .map((entry) => renumbered(entry, sequence)),
      ),
    )
    expect((await verify()).breaks).toContainEqual(
      expect.objectContaining({
        collection: 'phases',
        id: withdrawn.id,
        problem: expect.stringMatching(/none withdrew it, but it is not live/),
      }),
    )
  })
})

describe('entries whose order was changed', () => {
  it('are named', async () => {
    const [first, second] = [entryOf('submitted', live), entryOf('approved', live)]
    await run('UPDATE ledger_entries SET sequence = -1 WHERE sequence = ?', first.sequence)
    await run(
      'UPDATE ledger_entries SET sequence = ? WHERE sequence = ?',
      first.sequence,
      second.sequence,
    )
    await run('UPDATE ledger_entries SET sequence = ? WHERE sequence = -1', second.sequence)
    const { breaks } = await verify()
    expect(breaks[0]).toMatchObject({ sequence: first.sequence })
    expect(problems(breaks)).toMatch(/does not name the hash of the entry before it/)
  })
})

describe('a live document that was changed in the database', () => {
  it.each([
    { what: 'in a plain field', sql: `UPDATE phases SET marker = 'Z' WHERE id = ?` },
    {
      what: 'in English',
      sql: `UPDATE phases_locales SET summary = 'A rumour.' WHERE _parent_id = ? AND _locale = 'en'`,
    },
    {
      what: 'in Spanish alone',
      sql: `UPDATE phases_locales SET summary = 'Un rumor.' WHERE _parent_id = ? AND _locale = 'es'`,
    },
    { what: 'in its address', sql: `UPDATE phases SET slug = 'elsewhere' WHERE id = ?` },
    {
      what: 'by removing a language',
      sql: `DELETE FROM phases_locales WHERE _parent_id = ? AND _locale = 'es'`,
    },
  ])('is named: $what', async ({ sql }) => {
    const { contentHash: published, sequence } = entryOf('published', live)
    await run(sql, live.id)
    const { breaks, head } = await verify()
    expect(breaks).toMatchObject([{ collection: 'phases', id: live.id, sequence }])
    expect(breaks[0]!.problem).toContain(`expected ${published}, found `)
    expect(head).toEqual(whole.head)
  })

  it('is named when it was deleted', async () => {
    await run('DELETE FROM phases WHERE id = ?', live.id)
    expect((await verify()).breaks).toMatchObject([
      { collection: 'phases', id: live.id, problem: expect.stringMatching(/is not live/) },
    ])
  })

  it('is named when it was taken off', async () => {
    await run(`UPDATE phases SET _status = 'draft' WHERE id = ?`, live.id)
    expect((await verify()).breaks).toMatchObject([
      { collection: 'phases', id: live.id, problem: expect.stringMatching(/is not live/) },
    ])
  })

  it('is named beside others that were changed', async () => {
    await run(`UPDATE phases SET marker = 'Z' WHERE id = ?`, live.id)
    await run(`UPDATE phases SET _status = 'published' WHERE id = ?`, draft.id)
    expect((await verify()).breaks.map(({ id }) => id).sort()).toEqual([live.id, draft.id].sort())
  })
})

describe('a document that was made live in the database', () => {
  it('is named when it was a draft', async () => {
    await run(`UPDATE phases SET _status = 'published' WHERE id = ?`, draft.id)
    expect((await verify()).breaks).toMatchObject([
      {
        collection: 'phases',
        id: draft.id,
        problem: expect.stringMatching(/no entry published it/),
      },
    ])
  })

  it('is named although its text was approved', async () => {
    await run(`UPDATE phases SET _status = 'published' WHERE id = ?`, approved.id)
    expect((await verify()).breaks).toMatchObject([{ collection: 'phases', id: approved.id }])
  })

  it('is named when it had been withdrawn', async () => {
    await run(`UPDATE phases SET _status = 'published' WHERE id = ?`, withdrawn.id)
    expect((await verify()).breaks).toMatchObject([
      {
        collection: 'phases',
        id: withdrawn.id,
        problem: expect.stringMatching(/no entry published it/),
      },
    ])
  })
})

describe('an approved text that was changed in the database', () => {
  it('is not approved any more', async () => {
    const { working } = await situationOf(testApp, approved)
    await run(
      `UPDATE _phases_v_locales SET version_summary = 'A rumour.' WHERE _parent_id = ?`,
      working.versionId,
    )
    const now = await situationOf(testApp, approved)
    expect([now.state, now.approval]).toEqual(['draft', null])
    const outcome = await ask(testApp, 'Local API', {
      action: 'publish',
      as: team.publisher,
      place: approved,
      body: { contentHash: working.contentHash },
    })
    expect(outcome.code).toBe('STALE_CONTENT')
    // The try is on record; the record as it was comes back after the test.
    expect((await ledger(testApp)).at(-1)).toMatchObject({ type: 'refused' })
  })
})

describe('a file that was replaced on the disk', () => {
  it('is named', async () => {
    const file = await fileOf(picture)
    const bytes = readFileSync(file)
    writeFileSync(file, Buffer.concat([bytes, Buffer.from('!')]))
    const { breaks } = await verify()
    writeFileSync(file, bytes)
    expect(breaks).toMatchObject([
      { collection: 'media', id: picture.id, problem: expect.stringMatching(/not the one/) },
    ])
  })
})

describe('a ledger that was written anew as a whole', () => {
  it('is found out by what is live', async () => {
    const published = entryOf('published', live)
    const forged = structuredClone(published.snapshot)!
    forged.fields['summary'] = { en: 'A rumour.' }
    await replaceLedger(resealed(withOtherText(published, forged)))
    const { breaks } = await verify()
    expect(breaks).toMatchObject([
      { collection: 'phases', id: live.id, sequence: published.sequence },
    ])
    expect(breaks[0]!.problem).toMatch(/What is live is not what entry \d+ published/)
  })

  it('is found out by a publication that nobody approved', async () => {
    const { working } = await situationOf(testApp, draft)
    await replaceLedger(
      resealed([
        ...entries,
        {
          ...entryOf('published', live),
          sequence: entries.length + 1,
          documentId: draft.id,
          contentHash: working.contentHash,
          snapshot: working.content,
        },
      ]),
    )
    await run(`UPDATE phases SET _status = 'published' WHERE id = ?`, draft.id)
    const { breaks } = await verify()
    expect(breaks[0]).toMatchObject({ sequence: entries.length + 1, id: draft.id })
    expect(breaks[0]!.problem).toMatch(/no earlier approval or override of this document/)
  })

  it('is found out by an approval of somebody who contributed', async () => {
    const approval = entryOf('approved', live)
    const [contributor] = approval.details.contributors!
    await replaceLedger(
      resealed(
        entries.map((entry) =>
          entry === approval ? { ...entry, actorId: contributor!.id } : entry,
        ),
      ),
    )
    expect((await verify()).breaks[0]).toMatchObject({
      sequence: approval.sequence,
      problem: 'It was approved by somebody who contributed to the text.',
    })
  })

  it('shows in the hash of the head when everything else was made to fit', async () => {
    const approval = entryOf('approved', live)
    await replaceLedger(
      resealed(
        entries.map((entry) => (entry === approval ? { ...entry, actorName: 'Else' } : entry)),
      ),
    )
    const { head, ok } = await verify()
    expect(ok).toBe(true)
    expect(head!.sequence).toBe(whole.head!.sequence)
    expect(head!.hash).not.toBe(whole.head!.hash)
  })
})

async function verify(): Promise<Verification> {
  return verifyLedger(await createLocalReq({}, testApp.payload))
}

async function write(to: 'draft' | 'approved' | 'published' | 'withdrawn'): Promise<Place> {
  return bring(testApp, await writePhase(testApp, { as: team.author }), { to, team })
}

async function writePicture(): Promise<Place> {
  const { body } = await request(testApp.app)
    .post('/api/media?draft=true')
    .set('Authorization', team.author.authorization!)
    .field('_payload', JSON.stringify({ alt: 'A picture' }))
    .attach('file', pixel, { filename: 'pixel.png', contentType: 'image/png' })
  return { collection: 'media', id: String(body.doc.id) }
}

async function fileOf({ id }: Place): Promise<string> {
  const { filename } = await testApp.payload.findByID({ collection: 'media', id })
  return path.join(testApp.settings.dataDir, 'media', filename!)
}

/** The newest entry of a type about a document. */
function entryOf(type: LedgerEntry['type'], { id }: Place): LedgerEntry {
  return entries.findLast((entry) => entry.type === type && entry.documentId === id)!
}

/** The ledger as if another text had been submitted, approved and published. */
function withOtherText(published: LedgerEntry, snapshot: LedgerEntry['snapshot']): LedgerEntry[] {
  return entries.map((entry) =>
    entry.documentId === published.documentId && entry.contentHash === published.contentHash
      ? {
          ...entry,
          contentHash: contentHash(snapshot!),
          snapshot: entry.snapshot === null ? null : snapshot,
        }
      : entry,
  )
}

/** The entry after one before it was taken out: numbers, and what they point at, move up. */
function renumbered(entry: LedgerEntry, removed: number): LedgerEntry {
  const { restsOn } = entry.details
  return {
    ...entry,
    sequence: entry.sequence > removed ? entry.sequence - 1 : entry.sequence,
    details:
      restsOn !== undefined && restsOn > removed
        ? { ...entry.details, restsOn: restsOn - 1 }
        : entry.details,
  }
}

function problems(breaks: ChainBreak[]): string {
  return breaks.map(({ problem }) => problem).join('\n')
}

function databaseFile(): string {
  return testApp.settings.databaseUrl.split('/').at(-1)!
}

async function run(sql: string, ...args: InValue[]): Promise<void> {
  const { rowsAffected } = await database.execute({ sql, args })
  expect(rowsAffected).toBeGreaterThan(0)
}

/** Writes these entries in place of those that are there, the way the application would have. */
async function replaceLedger(forged: LedgerEntry[]): Promise<void> {
  await database.execute('DELETE FROM ledger_entries_texts')
  await database.execute('DELETE FROM ledger_entries')
  for (const entry of forged) {
    const id = `forged-${entry.sequence}`
    await run(
      `INSERT INTO ledger_entries (id, format, sequence, at, type, actor_id, actor_name,
         document_collection, document_id, version_id, content_hash, comment, details, snapshot,
         previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      entry.format,
      entry.sequence,
      entry.at,
      entry.type,
      entry.actorId,
      entry.actorName,
      entry.documentCollection,
      entry.documentId,
      entry.versionId,
      entry.contentHash,
      entry.comment,
      JSON.stringify(entry.details),
      entry.snapshot && JSON.stringify(entry.snapshot),
      entry.previousHash,
      entry.hash,
    )
    for (const [index, role] of entry.actorRoles.entries())
      await run(
        `INSERT INTO ledger_entries_texts ("order", parent_id, path, text) VALUES (?, ?, ?, ?)`,
        index + 1,
        id,
        'actorRoles',
        role,
      )
  }
}

async function keepEverything(): Promise<string[]> {
  const { rows } = await database.execute(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND (name LIKE '%phases%' OR name LIKE 'ledger%')`,
  )
  const names = rows.map(({ name }) => String(name))
  for (const name of names)
    await database.execute(`CREATE TABLE "kept_${name}" AS SELECT * FROM "${name}"`)
  return names
}

async function bringBackEverything(): Promise<void> {
  await database.batch(
    tables.flatMap((name) => [
      `DELETE FROM "${name}"`,
      `INSERT INTO "${name}" SELECT * FROM "kept_${name}"`,
    ]),
    'write',
  )
}
