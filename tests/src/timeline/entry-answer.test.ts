import type { Client } from '@libsql/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EntrySummary } from '../../../src/ledger/read.ts'
import type { EntryAnswer } from '../../../src/timeline/entry-answer.ts'
import { startApp, type PersonName, type TestApp } from '../../support/app.ts'
import { buildPhase, buildStation, revise } from '../../support/content.ts'
import { expectRefusal } from '../../support/http.ts'
import { act, situationOf } from '../../support/review.ts'

let testApp: TestApp
let target: string
/** Published, changed and published again, withdrawn. */
let station: string
let entries: EntrySummary[]

const ask = async (sequence: number | string, query = '', as: PersonName | null = 'reviewer') => {
  const get = testApp.anonymous().get(`/api/ledger/entries/${sequence}${query}`)
  if (as) get.set('Authorization', await testApp.authorization(as))
  return get
}
const told = async ({ sequence }: { sequence: number }, query = ''): Promise<EntryAnswer> => {
  const { body, status } = await ask(sequence, query)
  expect(status, JSON.stringify(body)).toBe(200)
  return body as EntryAnswer
}
const ofType = (type: string) => entries.filter((entry) => entry.type === type)
const entriesOf = async (id: string) =>
  (await situationOf(testApp, { collection: 'stations', id })).entries

beforeAll(async () => {
  testApp = await startApp()
  const phase = (await buildPhase(testApp, { slug: 'line' })).id
  target = (
    await buildStation(testApp, { phase, slug: 'target', title: 'Target', state: 'published' })
  ).id
  station = (
    await buildStation(testApp, { phase, slug: 'named', title: 'One', state: 'published' })
  ).id
  await revise(testApp, { collection: 'stations', id: station, title: 'Two', state: 'published' })
  await act(testApp, {
    collection: 'stations',
    id: station,
    action: 'withdraw',
    reason: 'The rule has changed.',
    replacement: { collection: 'stations', id: target },
  })
  entries = await entriesOf(station)
})
afterAll(() => testApp.close())

describe('An entry of the ledger', () => {
  it('of a publication tells the approval, the change and what readers got', async () => {
    const [, second] = ofType('published')
    const [first] = ofType('published')
    const answer = await told(second!)
    expect(answer).toMatchObject({
      title: 'Two',
      document: { id: station, state: 'withdrawn' },
      restsOn: { type: 'approved', contentHash: second!.contentHash },
      publicBefore: { sequence: first!.sequence },
      shown: {
        text: `entry:${second!.sequence}`,
        asOf: second!.sequence,
        page: { paths: { en: '/stations/named' } },
      },
      version: null,
    })
    expect(answer.changes.map(({ sentence }) => sentence)).toEqual([
      'In English, the title changes from “One” to “Two”.',
    ])
    expect(answer.entry).not.toHaveProperty('snapshot')
    expect((await told(second!, '?language=es')).changes[0]!.sentence).toContain('título')
  })

  it('of the first publication says that all of it was new', async () => {
    const answer = await told(ofType('published')[0]!)
    expect(answer.publicBefore).toBeNull()
    expect(answer.changes[0]!.change.kind).toBe('document')
    expect(answer.title).toBe('One')
  })

  it('of a withdrawal tells the reason, where readers go, and what they had', async () => {
    const [withdrawn] = ofType('withdrawn')
    const [, second] = ofType('published')
    expect(await told(withdrawn!)).toMatchObject({
      entry: { comment: 'The rule has changed.' },
      changes: [],
      replacement: { id: target, title: 'Target' },
      shown: { text: `entry:${second!.sequence}`, contentHash: second!.contentHash },
    })
  })

  it('of an approval names the version that was looked at, and what it would change', async () => {
    const [, approved] = ofType('approved')
    const answer = await told(approved!)
    expect(answer).toMatchObject({
      shown: null,
      version: { versionId: approved!.versionId, contentHash: approved!.contentHash },
    })
    expect(answer.changes.map(({ change }) => change.path)).toEqual(['title.en'])
  })

  it('of an override and of its confirmation tells the reason and who took it on', async () => {
    const { id } = await buildStation(testApp, { slug: 'hurried' })
    await act(testApp, { collection: 'stations', id, action: 'override', reason: 'The flood.' })
    await act(testApp, { collection: 'stations', id, action: 'confirm' })
    const all = await entriesOf(id)
    const published = all.find(({ type }) => type === 'published')!
    const confirmed = all.find(({ type }) => type === 'confirmed')!
    expect((await told(published)).restsOn).toMatchObject({
      type: 'overridden',
      comment: 'The flood.',
      actorRoles: ['administrator'],
    })
    expect(await told(confirmed)).toMatchObject({
      restsOn: { type: 'overridden' },
      shown: { text: `entry:${published.sequence}` },
    })
  })

  it('knows those around it, of its document and in the whole ledger', async () => {
    const [submitted, approved, published] = entries
    const { neighbours } = await told(approved!)
    expect([neighbours.previousOfDocument!.sequence, neighbours.nextOfDocument!.sequence]).toEqual([
      submitted!.sequence,
      published!.sequence,
    ])
    expect([neighbours.previous!.sequence, neighbours.next!.sequence]).toEqual([
      approved!.sequence - 1,
      approved!.sequence + 1,
    ])
    const { neighbours: ofFirst } = await told({ sequence: 1 })
    expect([ofFirst.previous, ofFirst.previousOfDocument]).toEqual([null, null])
  })

  it('of a draft that was deleted is told still', async () => {
    const { id } = await buildStation(testApp, { slug: 'gone', state: 'changesRequested' })
    const [submitted] = await entriesOf(id)
    await testApp.payload.delete({
      collection: 'stations',
      id,
      overrideAccess: false,
      user: await testApp.person('editor'),
    })
    expect(await told(submitted!)).toMatchObject({ document: null, version: null, changes: [] })
  })

  it('is right, link by link', async () => {
    const { checks } = await told(ofType('published')[0]!)
    expect(checks).toEqual(
      ['hash', 'previous', 'next', 'content'].map((part) => ({ part, isRight: true })),
    )
  })

  it.each([
    ['whose words were changed', "comment = 'Something else'", ['hash']],
    ['whose hash was changed', `hash = '${'0'.repeat(64)}'`, ['hash', 'next']],
    ['that names another before it', `previous_hash = '${'0'.repeat(64)}'`, ['hash', 'previous']],
    [
      'whose text was changed',
      "snapshot = json_set(snapshot, '$.fields.kind', 'hub')",
      ['hash', 'content'],
    ],
  ])('%s is told to be wrong', async (_, change, wrong) => {
    const { sequence } = ofType('published')[1]!
    const { client } = testApp.payload.db as unknown as { client: Client }
    const { rows } = await client.execute({
      sql: 'SELECT comment, hash, previous_hash, snapshot FROM ledger_entries WHERE sequence = ?',
      args: [sequence],
    })
    await client.execute(`UPDATE ledger_entries SET ${change} WHERE sequence = ${sequence}`)
    try {
      const { checks } = await told({ sequence })
      expect(checks.filter(({ isRight }) => !isRight).map(({ part }) => part)).toEqual(wrong)
    } finally {
      const { comment, hash, previous_hash: previous, snapshot } = rows[0]!
      await client.execute({
        sql: 'UPDATE ledger_entries SET comment = ?, hash = ?, previous_hash = ?, snapshot = ? WHERE sequence = ?',
        args: [comment!, hash!, previous!, snapshot!, sequence].map((value) => value ?? null),
      })
    }
  })
})

describe('An entry is refused', () => {
  it('to readers', async () => {
    expectRefusal((await ask(ofType('published')[0]!.sequence, '', null)) as never, 'NOT_SIGNED_IN')
  })

  it.each([['0'], ['-1'], ['first'], ['1e3'], ['9'.repeat(16)]])(
    'for what is no number of one: %s',
    async (sequence) => expectRefusal((await ask(sequence)) as never, 'MALFORMED'),
  )

  it('for a number that there is not', async () => {
    expectRefusal((await ask(999_999)) as never, 'NOT_FOUND')
  })
})
