import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReviewAnswer } from '../../../src/review/answer.ts'
import { startApp, type PersonName, type TestApp } from '../../support/app.ts'
import { buildPhase, buildStation, revise } from '../../support/content.ts'
import { expectRefusal } from '../../support/http.ts'
import { act, bringTo, situationOf } from '../../support/review.ts'
import { storedRows } from '../../support/stored-rows.ts'

let testApp: TestApp
let phase: string
/** Live, and with a draft that changes its title and leads elsewhere. */
let changed: string
/** Where the draft leads. */
let target: string
/** Live. */
let onward: string

const asked = async (
  id: string,
  query = '',
  as: PersonName | null = 'reviewer',
): Promise<{ status: number; body: ReviewAnswer }> => {
  const get = testApp.anonymous().get(`/api/stations/${id}/review${query}`)
  if (as) get.set('Authorization', await testApp.authorization(as))
  return get
}

beforeAll(async () => {
  testApp = await startApp()
  phase = (await buildPhase(testApp, { slug: 'line' })).id
  target = (
    await buildStation(testApp, { phase, slug: 'target', title: 'The target', state: 'published' })
  ).id
  onward = (await buildStation(testApp, { phase, slug: 'onward', state: 'published' })).id
  changed = (
    await buildStation(testApp, { phase, slug: 'changed', title: 'Before', state: 'published' })
  ).id
  await revise(testApp, {
    collection: 'stations',
    id: changed,
    title: 'Before and after',
    connections: [{ to: target, condition: 'If you pay in full' }],
  })
  await act(testApp, { action: 'submit', collection: 'stations', id: changed })
})
afterAll(() => testApp.close())

describe('a review', () => {
  it('says what changes, in sentences, and nothing else', async () => {
    const { body, status } = await asked(changed)
    expect(status).toBe(200)
    expect(body.changes.map(({ change }) => change.path)).toEqual(['title.en', 'connections.0'])
    const [title, connection] = body.changes.map(({ sentence }) => sentence)
    expect(title).toBe('In English, the title changes from “Before” to “Before and after”.')
    expect(connection).toContain('The target')
    expect(connection).toContain('if you pay in full')
    expect([body.from.name, body.to.name]).toEqual(['live', 'working'])
    expect(body.to.contentHash).toBe(body.workflow.contentHash)
    expect(body.from.contentHash).toBe(body.workflow.liveContentHash)
    expect(body.size.size).toBe('small')
  })

  it('says it in Spanish', async () => {
    const { body } = await asked(changed, '?language=es')
    expect(body.changes[1]!.sentence).toContain('Ahora lleva a The target, if you pay in full')
    expect(body.changes[0]!.sentence).not.toBe((await asked(changed)).body.changes[0]!.sentence)
  })

  it('knows the pages of both texts, what shows the document, and what it shows that waits itself', async () => {
    const { body } = await asked(changed)
    expect(body.pages.after).toEqual({
      name: 'changed',
      paths: { en: '/stations/changed', es: '/es/stations/changed' },
    })
    await revise(testApp, {
      collection: 'stations',
      id: onward,
      connections: [{ to: target }],
      state: 'published',
    })
    const { body: shown } = await asked(target)
    expect(shown.shownOn).toMatchObject([
      { id: onward, page: { paths: { en: '/stations/onward', es: '/es/stations/onward' } } },
    ])
    expect(shown.comesFrom).toMatchObject([{ id: changed, state: 'inReview', live: true }])
    await revise(testApp, { collection: 'stations', id: target, summary: 'Another summary.' })
    const waiting = (await asked(changed)).body.waiting
    expect(waiting).toMatchObject([{ collection: 'stations', id: target, state: 'draft' }])
  })

  it('of what was never public says that all of it is new', async () => {
    const { id } = await buildStation(testApp, { phase, slug: 'new-one', title: 'New' })
    const { body } = await asked(id)
    expect(body.changes[0]!.change.kind).toBe('document')
    expect(body.from).toEqual({ name: 'live', contentHash: null, at: null, versionId: null })
    expect(body.pages.before).toBeNull()
  })

  it('of what is public as it stands has no changes', async () => {
    const { id } = await buildStation(testApp, { phase, slug: 'same', state: 'published' })
    expect((await asked(id)).body).toMatchObject({ changes: [], size: { words: 0 } })
  })

  it('compares any two versions, and any two publications', async () => {
    const { id } = await buildStation(testApp, { phase, slug: 'aged', title: 'One' })
    const first = (await situationOf(testApp, { collection: 'stations', id })).working.versionId
    await bringTo(testApp, { collection: 'stations', id, state: 'published' })
    await revise(testApp, { collection: 'stations', id, title: 'Two', state: 'published' })
    const { entries } = await situationOf(testApp, { collection: 'stations', id })
    const [one, two] = entries.filter(({ type }) => type === 'published')
    const { body } = await asked(id, `?from=entry:${two!.sequence}&to=entry:${one!.sequence}`)
    expect(body.changes.map(({ change }) => change.path)).toEqual(['title.en'])
    expect([body.from.at, body.to.at]).toEqual([two!.at, one!.at])
    const versions = await asked(id, `?from=version:${first}&to=live`)
    expect(versions.body.changes.map(({ change }) => change.path)).toEqual(['title.en'])
    expect(
      (await asked(id, `?from=version:${first}&to=entry:${one!.sequence}`)).body.changes,
    ).toEqual([])
  })

  it('says what the sources were and are, which readers do not see', async () => {
    const { id } = await buildStation(testApp, { phase, slug: 'sourced', state: 'published' })
    const sourcing = {
      certainty: 'page' as const,
      source: 'https://www.irs.gov/notices',
      checkedOn: '2026-11-02T00:00:00.000Z',
      note: 'Look once more.',
    }
    await revise(testApp, { collection: 'stations', id, sourcing })
    const none = { certainty: null, source: null, checkedOn: null, note: null }
    expect((await asked(id)).body.sources).toEqual({ from: none, to: sourcing })
  })

  it('knows what was submitted together, and only that', async () => {
    const places = []
    for (const slug of ['first-of-two', 'second-of-two'])
      places.push({
        collection: 'stations' as const,
        id: (await buildStation(testApp, { phase, slug, title: slug })).id,
      })
    const documents = []
    for (const place of places)
      documents.push({
        ...place,
        contentHash: (await situationOf(testApp, place)).working.contentHash,
      })
    await testApp
      .anonymous()
      .post('/api/workflow/submit')
      .set('Authorization', await testApp.authorization('editor'))
      .send({ documents })
      .expect(200)
    expect((await asked(places[0]!.id)).body.together).toMatchObject([
      { id: places[0]!.id, title: 'first-of-two', state: 'inReview' },
      { id: places[1]!.id, title: 'second-of-two', state: 'inReview' },
    ])
    expect((await asked(changed)).body.together).toEqual([])
  })

  it('changes nothing', async () => {
    const before = await storedRows(testApp, { except: ['users'] })
    await asked(changed)
    expect(await storedRows(testApp, { except: ['users'] })).toEqual(before)
  })
})

describe('a review is refused', () => {
  it('to readers', async () => {
    const { body, status } = await asked(changed, '', null)
    expect(status).toBe(401)
    expect(JSON.stringify(body)).not.toContain('after')
  })

  it.each([['?from=yesterday'], ['?to=entry:0'], ['?to=version:../x'], ['?from=entry:1e9']])(
    'for a text that is named like this: %s',
    async (query) => expectRefusal((await asked(changed, query)) as never, 'MALFORMED'),
  )

  it.each([['?from=version:00000000-0000-4000-8000-000000000000'], ['?to=entry:1']])(
    'for a text that is none of the document: %s',
    async (query) => expectRefusal((await asked(changed, query)) as never, 'NOT_FOUND'),
  )

  it('for a document there is not', async () => {
    expectRefusal((await asked('00000000-0000-4000-8000-000000000000')) as never, 'NOT_FOUND')
  })
})
