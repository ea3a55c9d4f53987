import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EntrySummary } from '../../../src/ledger/read.ts'
import type { PublicOnAnswer } from '../../../src/timeline/public-on.ts'
import { startApp, type PersonName, type TestApp } from '../../support/app.ts'
import { buildPhase, buildStation, revise } from '../../support/content.ts'
import { expectRefusal } from '../../support/http.ts'
import { act, publishTogether, situationOf } from '../../support/review.ts'

let testApp: TestApp
let phase: string
/** Published as “One” at `old`, then as “Two” at `new`, withdrawn, published again as “Two”. */
let station: string
let first: EntrySummary
let second: EntrySummary
let withdrawn: EntrySummary
let third: EntrySummary

const place = () => ({ collection: 'stations' as const, id: station })
const ask = async (id: string, query: Record<string, string>, as: PersonName | null = 'editor') => {
  const get = testApp
    .anonymous()
    .get(`/api/stations/${id}/public-on?${new URLSearchParams(query).toString()}`)
  if (as) get.set('Authorization', await testApp.authorization(as))
  return get
}
const on = async (moment: string, more: Record<string, string> = {}, id = station) => {
  const { body, status } = await ask(id, { moment, ...more })
  expect(status, JSON.stringify(body)).toBe(200)
  return body as PublicOnAnswer
}
const shifted = ({ at }: EntrySummary, milliseconds: number) =>
  new Date(Date.parse(at) + milliseconds).toISOString()

beforeAll(async () => {
  testApp = await startApp()
  phase = (await buildPhase(testApp, { slug: 'line' })).id
  station = (await buildStation(testApp, { phase, slug: 'old', title: 'One', state: 'published' }))
    .id
  await revise(testApp, { ...place(), title: 'Two', slug: 'new', state: 'published' })
  await act(testApp, { ...place(), action: 'withdraw', reason: 'Wrong.' })
  await revise(testApp, { ...place(), summary: 'Right again.', state: 'published' })
  const { entries } = await situationOf(testApp, place())
  ;[first, second, third] = entries.filter(({ type }) => type === 'published') as [
    EntrySummary,
    EntrySummary,
    EntrySummary,
  ]
  withdrawn = entries.find(({ type }) => type === 'withdrawn')!
})
afterAll(() => testApp.close())

describe('What the public had of a document', () => {
  it.each<[string, () => string, () => object]>([
    [
      'an instant before it was first published',
      () => shifted(first, -1),
      () => ({ answer: 'notYet', entry: null, next: { sequence: first.sequence }, shown: null }),
    ],
    [
      'at the very instant of its publication',
      () => first.at,
      () => ({
        answer: 'public',
        entry: { sequence: first.sequence },
        next: { sequence: second.sequence },
        shown: { contentHash: first.contentHash, page: { name: 'old' } },
      }),
    ],
    [
      'an instant before the next publication',
      () => shifted(second, -1),
      () => ({ answer: 'public', shown: { text: `entry:${first.sequence}` } }),
    ],
    [
      'at the very instant of the next publication, under its new name',
      () => second.at,
      () => ({
        answer: 'public',
        shown: { text: `entry:${second.sequence}`, page: { paths: { es: '/es/stations/new' } } },
      }),
    ],
    [
      'at the very instant of its withdrawal',
      () => withdrawn.at,
      () => ({
        answer: 'withdrawn',
        entry: { sequence: withdrawn.sequence, comment: 'Wrong.' },
        next: { sequence: third.sequence },
        restsOn: null,
        shown: null,
      }),
    ],
    [
      'between its withdrawal and its return',
      () => shifted(third, -1),
      () => ({ answer: 'withdrawn', shown: null }),
    ],
    [
      'now',
      () => new Date().toISOString(),
      () => ({ answer: 'public', entry: { sequence: third.sequence }, next: null }),
    ],
    [
      'long before there was anything',
      () => '1999-12-31T23:59:59Z',
      () => ({ answer: 'notYet', sameDay: [] }),
    ],
  ])('%s', async (_, moment, expected) => {
    expect(await on(moment())).toMatchObject(expected())
  })

  it('comes with the approval that it rested on', async () => {
    const { restsOn } = await on(first.at)
    expect(restsOn).toMatchObject({ type: 'approved', contentHash: first.contentHash })
    expect(restsOn!.actorName).toBe((await testApp.person('reviewer')).name)
  })

  it('comes with the override that it rested on, and its reason', async () => {
    const { id } = await buildStation(testApp, { phase, slug: 'overridden' })
    await act(testApp, { collection: 'stations', id, action: 'override', reason: 'The flood.' })
    const { restsOn } = await on(new Date().toISOString(), {}, id)
    expect(restsOn).toMatchObject({ type: 'overridden', comment: 'The flood.' })
  })

  it('comes with everything else that changed for the public on that day', async () => {
    const { sameDay } = await on(shifted(first, -1))
    expect(sameDay.map(({ sequence }) => sequence)).toEqual(
      [first, second, withdrawn, third].map(({ sequence }) => sequence),
    )
  })

  it('counts days in the zone that is named', async () => {
    const hours = 5
    const local = new Date(Date.parse(first.at) + hours * 60 * 60 * 1000).toISOString()
    const midnight = new Date(`${local.slice(0, 10)}T00:00:00+0${hours}:00`)
    // The signs of these names are the other way round.
    const zone = `Etc/GMT-${hours}`
    const numbers = async (moment: Date) =>
      (await on(moment.toISOString(), { zone })).sameDay.map(({ sequence }) => sequence)
    expect(await numbers(midnight)).toContain(first.sequence)
    expect(await numbers(new Date(midnight.getTime() - 1))).toEqual([])
  })

  it('of a draft that was never public is nothing, also once it was deleted', async () => {
    const { id } = await buildStation(testApp, { phase, slug: 'unborn', state: 'inReview' })
    expect(await on(new Date().toISOString(), {}, id)).toMatchObject({
      answer: 'never',
      entry: null,
      exists: true,
      next: null,
      sameDay: [],
    })
    await act(testApp, { collection: 'stations', id, action: 'recall' })
    await testApp.payload.delete({
      collection: 'stations',
      id,
      overrideAccess: false,
      user: await testApp.person('editor'),
    })
    expect(await on(new Date().toISOString(), {}, id)).toMatchObject({
      answer: 'never',
      exists: false,
    })
  })

  it('is as of the end of what was published together', async () => {
    const one = await buildStation(testApp, { phase, slug: 'one-of-two' })
    const two = await buildStation(testApp, { phase, slug: 'two-of-two' })
    await publishTogether(
      testApp,
      [one, two].map(({ id }) => ({ collection: 'stations', id })),
    )
    const { entries } = await situationOf(testApp, { collection: 'stations', id: one.id })
    const own = entries.find(({ type }) => type === 'published')!
    const { shown } = await on(own.at, {}, one.id)
    expect(shown!.asOf).toBe(own.sequence + 1)
  })
})

describe('What the public had is refused', () => {
  it('to readers', async () => {
    const answer = await ask(station, { moment: first.at }, null)
    expectRefusal(answer as never, 'NOT_SIGNED_IN')
    expect(answer.text).not.toContain('One')
  })

  it.each([
    ['without a moment', {}],
    ['for a day without a time', { moment: '2026-11-29' }],
    ['for a time without its offset', { moment: '2026-11-29T10:00:00' }],
    ['for a day there is not', { moment: '2026-13-01T10:00:00Z' }],
    ['for words', { moment: 'yesterday' }],
    ['for a moment that has not come', { moment: '2999-01-01T00:00:00Z' }],
    ['for a zone there is not', { moment: '2026-01-01T00:00:00Z', zone: 'Mars/Olympus' }],
  ])('%s', async (_, query) => {
    expectRefusal((await ask(station, query as never)) as never, 'MALFORMED')
  })

  it('for a document of which nothing is known', async () => {
    const id = '00000000-0000-4000-8000-000000000000'
    expectRefusal((await ask(id, { moment: first.at })) as never, 'NOT_FOUND')
  })
})
