import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EntrySummary } from '../../../src/ledger/read.ts'
import { startApp, type PersonName, type TestApp } from '../../support/app.ts'
import { buildPhase, buildStation, revise } from '../../support/content.ts'
import { act, situationOf } from '../../support/review.ts'
import { storedRows } from '../../support/stored-rows.ts'

let testApp: TestApp
/** Was “One” at `old`, is “Two” at `new`, and has a draft “Three”. It leads to `other`. */
let station: string
/** Was “Other”, and was withdrawn. */
let other: string
/** Became public after everything else. */
let later: string
let entries: EntrySummary[]
let firstVersion: string

const place = () => ({ collection: 'stations' as const, id: station })

beforeAll(async () => {
  testApp = await startApp()
  const phase = (await buildPhase(testApp, { slug: 'line' })).id
  const live = { phase, state: 'published' as const }
  other = (await buildStation(testApp, { ...live, slug: 'other', title: 'Other' })).id
  const connections = [{ to: other, condition: 'Always' }]
  const draft = await buildStation(testApp, { phase, slug: 'old', title: 'One', connections })
  station = draft.id
  firstVersion = (await situationOf(testApp, place())).working.versionId
  await revise(testApp, { ...place(), summary: 'Here.', state: 'published' })
  await revise(testApp, {
    ...place(),
    slug: 'new',
    title: 'Two',
    connections: [],
    state: 'published',
  })
  await act(testApp, { collection: 'stations', id: other, action: 'withdraw' })
  later = (await buildStation(testApp, { ...live, slug: 'later', title: 'Later' })).id
  await revise(testApp, { ...place(), title: 'Three' })
  entries = (await situationOf(testApp, place())).entries
})
afterAll(() => testApp.close())

const published = (which: number) =>
  entries.filter(({ type }) => type === 'published')[which]!.sequence

const question = `{
  old: stationBySlug(slug: "old") { title slug summary connections { to { title } } }
  new: stationBySlug(slug: "new") { title slug }
  other: stationBySlug(slug: "other") { title }
  later: stationBySlug(slug: "later") { title }
  Stations { totalDocs }
}`

async function ask(drafts: unknown, as: PersonName | null = 'reviewer') {
  const post = testApp.anonymous().post('/api/graphql')
  if (as) post.set('Authorization', await testApp.authorization(as))
  return post.send({ query: question, extensions: { drafts } })
}

describe('What was public as of an entry of the ledger', () => {
  it('is read as it was: texts, names, what it led to, and what there was', async () => {
    const { body } = await ask({ documents: [place()], asOf: published(0) })
    expect(body).toEqual({
      data: {
        old: {
          title: 'One',
          slug: 'old',
          summary: 'Here.',
          connections: [{ to: { title: 'Other' } }],
        },
        // A name that it got later leads to it, like the names that it had before.
        new: { title: 'One', slug: 'old' },
        other: { title: 'Other' },
        later: null,
        Stations: { totalDocs: 2 },
      },
    })
  })

  it('of the newest entry is what is public now, and no draft', async () => {
    const { body } = await ask({ documents: [place()], asOf: published(1) + 1_000 })
    expect(body.data).toMatchObject({
      new: { title: 'Two' },
      later: { title: 'Later' },
      Stations: { totalDocs: 2 },
    })
  })

  it('of the first entry is nothing', async () => {
    const { body } = await ask({ documents: [place()], asOf: 1 })
    expect(body.data.Stations).toEqual({ totalDocs: 0 })
  })
})

describe('A version', () => {
  it('is read as if it were public, with everything else as it is', async () => {
    const { body } = await ask({ documents: [{ ...place(), versionId: firstVersion }] })
    expect(body.data).toMatchObject({
      old: { title: 'One', slug: 'old', summary: 'A stop on the way.' },
      other: null,
      later: { title: 'Later' },
      Stations: { totalDocs: 2 },
    })
  })

  it.each([
    ['that there is not', { versionId: '00000000-0000-4000-8000-000000000000' }],
    ['of another document', () => ({ id: later })],
  ])('%s is refused in words', async (_, change) => {
    const given = typeof change === 'function' ? change() : change
    const document = { ...place(), versionId: firstVersion, ...given }
    const { body } = await ask({ documents: [document] })
    expect(body.errors[0].extensions.code).toBe('NOT_FOUND')
    expect(body.errors[0].message).toContain('cannot be shown')
    expect(body.data ?? null).toBeNull()
  })
})

describe('Texts that are shown', () => {
  it('are stored nowhere, and shown to nobody else', async () => {
    const before = await storedRows(testApp, { except: ['users'] })
    await ask({ documents: [place()], asOf: published(0) })
    await ask({ documents: [{ ...place(), versionId: firstVersion }] })
    expect(await storedRows(testApp, { except: ['users'] })).toEqual(before)
    const { body } = await testApp.anonymous().post('/api/graphql').send({ query: question })
    expect(body.data).toMatchObject({ new: { title: 'Two' }, Stations: { totalDocs: 2 } })
  })

  it('are refused to strangers', async () => {
    const { body, status } = await ask({ documents: [place()], asOf: 1 }, null)
    expect([status, body.errors[0].extensions.code]).toEqual([401, 'NOT_SIGNED_IN'])
  })

  it.each([[0], [-1], [1.5], ['first']])('are refused as of %s', async (asOf) => {
    const { body } = await ask({ documents: [place()], asOf })
    expect(body.errors[0]).toMatchObject({ extensions: { code: 'MALFORMED' } })
  })
})
