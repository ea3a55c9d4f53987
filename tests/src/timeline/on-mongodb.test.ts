import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedPeople } from '../../../seed/people.ts'
import type { OpenThreads } from '../../../src/comments/open-threads.ts'
import type { EntryAnswer } from '../../../src/timeline/entry-answer.ts'
import type { PublicOnAnswer } from '../../../src/timeline/public-on.ts'
import type { TimelineAnswer } from '../../../src/timeline/timeline.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { buildPhase, buildStation, revise } from '../../support/content.ts'
import { act, situationOf } from '../../support/review.ts'

const mongodbUrl = process.env['MONGODB_URL']

describe.skipIf(!mongodbUrl)('On MongoDB', () => {
  let testApp: TestApp
  let id: string

  const get = async <Wanted>(address: string): Promise<Wanted> => {
    const { body, status } = await testApp
      .anonymous()
      .get(address)
      .set('Authorization', await testApp.authorization('reviewer'))
    expect(status, JSON.stringify(body)).toBe(200)
    return body as Wanted
  }

  beforeAll(async () => {
    const url = new URL(mongodbUrl!)
    url.pathname = `/stationmaster-test-${randomUUID()}`
    testApp = await startApp({ settings: { databaseUrl: url.href } })
    await seedPeople(testApp.payload)
    const phase = (await buildPhase(testApp, { slug: 'line' })).id
    id = (await buildStation(testApp, { phase, slug: 'old', title: 'One', state: 'published' })).id
    await revise(testApp, { collection: 'stations', id, slug: 'new', title: 'Two' })
    await revise(testApp, { collection: 'stations', id, title: 'Three', state: 'published' })
    await act(testApp, { collection: 'stations', id, action: 'withdraw' })
  })
  afterAll(async () => {
    const { connection } = testApp.payload.db as unknown as {
      connection: { dropDatabase: () => Promise<unknown> }
    }
    await connection.dropDatabase()
    await testApp.close()
  })

  it('a timeline tells everything, with saves gathered and texts named', async () => {
    const { counts, lines } = await get<TimelineAnswer>(`/api/stations/${id}/timeline`)
    expect(lines.map(({ events }) => [events[0]!.kind, events.length])).toEqual([
      ['withdrawn', 1],
      ['renamed', 1],
      ['published', 1],
      ['approved', 1],
      ['submitted', 1],
      ['saved', 2],
      ['published', 1],
      ['approved', 1],
      ['submitted', 1],
      ['saved', 1],
    ])
    expect(counts.saved).toBe(3)
    expect(lines[1]!.events[0]!.name).toEqual({ from: 'old', to: 'new' })
    for (const { contentHash, page } of lines.flatMap(({ events }) => events)) {
      expect(contentHash).toMatch(/^[0-9a-f]{64}$/)
      expect(page).not.toBeNull()
    }
  })

  it('what was public is told to the instant, and shown', async () => {
    const { entries } = await situationOf(testApp, { collection: 'stations', id })
    const [first, second] = entries.filter(({ type }) => type === 'published')
    const on = (moment: string) =>
      get<PublicOnAnswer>(`/api/stations/${id}/public-on?moment=${moment}`)
    const before = new Date(Date.parse(second!.at) - 1).toISOString()
    expect((await on(before)).shown).toMatchObject({ text: `entry:${first!.sequence}` })
    const { shown } = await on(second!.at)
    expect(shown).toMatchObject({ text: `entry:${second!.sequence}`, page: { name: 'new' } })
    expect((await on(new Date().toISOString())).answer).toBe('withdrawn')

    const { body } = await testApp
      .anonymous()
      .post('/api/graphql')
      .set('Authorization', await testApp.authorization('reviewer'))
      .send({
        query: '{ stationBySlug(slug: "old") { title slug } }',
        extensions: {
          drafts: { documents: [{ collection: 'stations', id }], asOf: first!.sequence },
        },
      })
    expect(body).toEqual({ data: { stationBySlug: { title: 'One', slug: 'old' } } })
  })

  it('an entry tells what it rested on, what it changed, and that it is right', async () => {
    const { entries } = await situationOf(testApp, { collection: 'stations', id })
    const second = entries.findLast(({ type }) => type === 'published')!
    const answer = await get<EntryAnswer>(`/api/ledger/entries/${second.sequence}`)
    expect(answer.restsOn!.type).toBe('approved')
    expect(answer.changes.map(({ change }) => change.path)).toEqual(['title.en', 'slug'])
    expect(answer.checks.every(({ isRight }) => isRight)).toBe(true)
    expect(answer.checks).toHaveLength(4)
  })

  it('comments are told with what became of their threads, counted, and narrow a list', async () => {
    const discussed = await buildStation(testApp)
    const post = async (as: 'editor' | 'reviewer', address: string, sent: object = {}) => {
      const { body, status } = await testApp
        .anonymous()
        .post(address)
        .set('Authorization', await testApp.authorization(as))
        .send(sent)
      expect(status, JSON.stringify(body)).toBeLessThan(300)
      return String(body.id)
    }
    const comments = `/api/stations/${discussed.id}/comments`
    const thread = await post('reviewer', comments, { text: 'Why?', place: { path: 'title' } })
    await post('editor', `/api/comments/${thread}/replies`, { text: 'Because.' })
    await post('editor', `/api/comments/${thread}/resolve`)
    const count = async () =>
      (await get<OpenThreads>(`/api/comments/open?documents=stations/${discussed.id}`)).docs[0]!
        .open
    expect(await count()).toBe(0)
    await post('reviewer', `/api/comments/${thread}/reopen`)
    expect(await count()).toBe(1)
    const { lines } = await get<TimelineAnswer>(`/api/stations/${discussed.id}/timeline`)
    const told = lines.flatMap(({ events }) => events)
    expect(told.map(({ comment, kind }) => [kind, comment])).toEqual([
      ['reopened', null],
      ['resolved', null],
      ['replied', 'Because.'],
      ['commented', 'Why?'],
      ['saved', null],
    ])
    expect(told[0]!.thread).toMatchObject({ begins: 'Why?', place: { path: 'title' } })
    const { docs } = await get<{ docs: { id: string }[] }>(
      '/api/stations?draft=true&depth=0&where[_status][equals]=discussion:open',
    )
    expect(docs.map((one) => one.id)).toEqual([discussed.id])
  })
})
