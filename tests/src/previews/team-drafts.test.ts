import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type PersonName, type TestApp } from '../../support/app.ts'
import { buildPhase, buildStation, revise } from '../../support/content.ts'
import { situationOf } from '../../support/review.ts'
import { storedRows } from '../../support/stored-rows.ts'

let testApp: TestApp
/** Live, and with a newer draft. */
let revised: string
/** A draft that was never public. */
let unborn: string

beforeAll(async () => {
  testApp = await startApp()
  const phase = (await buildPhase(testApp, { name: 'Collection', slug: 'collection' })).id
  const live = { phase, state: 'published' as const, title: 'Paid', slug: 'paid' }
  revised = (await buildStation(testApp, live)).id
  await revise(testApp, { collection: 'stations', id: revised, title: 'Paid, drafted' })
  unborn = (await buildStation(testApp, { phase, title: 'Unborn', slug: 'unborn' })).id
})
afterAll(() => testApp.close())

const question = `{
  paid: stationBySlug(slug: "paid") { title }
  unborn: stationBySlug(slug: "unborn") { title }
  Stations { totalDocs }
}`

async function ask(drafts: unknown, as: PersonName | null = 'reviewer') {
  const post = testApp.anonymous().post('/api/graphql')
  if (as) post.set('Authorization', await testApp.authorization(as))
  return post.send({ query: question, extensions: { drafts } })
}

const named = (...ids: string[]) => ({
  documents: ids.map((id) => ({ collection: 'stations', id })),
})

describe('Drafts that somebody of the team looks at', () => {
  it('are read as if they were public, each that was named and no other', async () => {
    const { body } = await ask(named(revised))
    expect(body.data).toEqual({
      paid: { title: 'Paid, drafted' },
      unborn: null,
      Stations: { totalDocs: 1 },
    })
    const together = await ask(named(revised, unborn, revised))
    expect(together.body.data).toEqual({
      paid: { title: 'Paid, drafted' },
      unborn: { title: 'Unborn' },
      Stations: { totalDocs: 2 },
    })
  })

  it('come with the content hash of each, which is the one that a reviewer approves', async () => {
    const { headers } = await ask(named(unborn, revised))
    const hashes = []
    for (const id of [unborn, revised])
      hashes.push((await situationOf(testApp, { collection: 'stations', id })).working.contentHash)
    expect(headers['x-preview-content-hash']).toBe(hashes.join(', '))
    expect(headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-cache': 'bypass' })
  })

  it('are stored nowhere, and shown to nobody else', async () => {
    const before = await storedRows(testApp, { except: ['users'] })
    await ask(named(revised, unborn))
    expect(await storedRows(testApp, { except: ['users'] })).toEqual(before)
    const { body } = await testApp.anonymous().post('/api/graphql').send({ query: question })
    expect(body.data).toMatchObject({ paid: { title: 'Paid' }, Stations: { totalDocs: 1 } })
  })

  it('are refused to strangers', async () => {
    const { body, status } = await ask(named(revised), null)
    expect([status, body.errors[0].extensions.code]).toEqual([401, 'NOT_SIGNED_IN'])
    expect(JSON.stringify(body)).not.toContain('drafted')
  })

  it.each([
    ['no documents', {}],
    ['an empty list', { documents: [] }],
    ['a document without an id', { documents: [{ collection: 'stations' }] }],
    ['too many', named(...Array.from({ length: 51 }, (_, at) => `${at}`))],
    ['what is no object', 'stations'],
  ])('are refused for %s', async (_, drafts) => {
    const { body, status } = await ask(drafts)
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'MALFORMED'])
    expect(body.errors[0].message).toContain('extensions.drafts')
  })
})
