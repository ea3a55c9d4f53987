import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mostCounted } from '../../../src/comments/limits.ts'
import { startApp, type PersonName, type TestApp } from '../../support/app.ts'
import { build, buildStation, revise } from '../../support/content.ts'
import { expectRefusal } from '../../support/http.ts'
import { act } from '../../support/review.ts'
import { storedRows } from '../../support/stored-rows.ts'
import { join } from '../../support/workflow.ts'

let testApp: TestApp
/** Two open threads, one of them with replies, and a resolved one. */
let discussed: string
let settled: string
let silent: string
let notice: string
/** A live station with an open thread on it. */
let live: string

async function ask(as: PersonName | null, method: 'get' | 'post', address: string, body?: object) {
  const request = testApp.anonymous()[method](address)
  if (as) request.set('Authorization', await testApp.authorization(as))
  return body ? request.send(body) : request
}

async function say(place: string): Promise<string> {
  const { body, status } = await ask('reviewer', 'post', `/api/${place}/comments`, { text: 'Why?' })
  expect(status).toBe(201)
  return body.id as string
}

const thread = (id: string, what: string, body: object = {}) =>
  ask('editor', 'post', `/api/comments/${id}/${what}`, body)

const counted = (documents: string[], as: PersonName | null = 'editor') =>
  ask(as, 'get', `/api/comments/open?documents=${documents.join(',')}`)

beforeAll(async () => {
  testApp = await startApp()
  discussed = (await buildStation(testApp)).id
  settled = (await buildStation(testApp)).id
  silent = (await buildStation(testApp)).id
  const data = { code: 'CP14', title: 'You owe tax' }
  notice = (await build(testApp, { collection: 'notices', data })).id
  live = (await buildStation(testApp, { state: 'published' })).id
  const first = await say(`stations/${discussed}`)
  await thread(first, 'replies', { text: 'Because.' })
  await thread(first, 'replies', { text: 'I see.' })
  await say(`stations/${discussed}`)
  await thread(await say(`stations/${discussed}`), 'resolve')
  await thread(await say(`stations/${settled}`), 'resolve')
  await say(`notices/${notice}`)
  await say(`stations/${live}`)
})
afterAll(() => testApp.close())

describe('Open threads are counted', () => {
  it('for all documents of a list at once, without replies and without what is resolved', async () => {
    const keys = [`stations/${silent}`, `stations/${discussed}`, `notices/${notice}`]
    const { body } = await counted([...keys, `stations/${settled}`, keys[1]!])
    expect(body).toEqual({
      docs: [
        { collection: 'stations', id: silent, open: 0 },
        { collection: 'stations', id: discussed, open: 2 },
        { collection: 'notices', id: notice, open: 1 },
        { collection: 'stations', id: settled, open: 0 },
      ],
    })
  })

  it('with one question to the database, however many there are', async () => {
    const { db } = testApp.payload
    const { find } = db
    const asked: unknown[] = []
    db.find = (args) => {
      if (args.collection === 'comments') asked.push(args.where)
      return find.call(db, args) as never
    }
    try {
      await counted([discussed, settled, silent].map((id) => `stations/${id}`))
    } finally {
      db.find = find
    }
    expect(asked).toHaveLength(1)
  })

  it('also once a thread is reopened, and those that a return brings', async () => {
    const { id } = await buildStation(testApp, { state: 'inReview' })
    const comments = [{ text: 'One.' }, { text: 'Two.' }]
    await act(testApp, { collection: 'stations', id, action: 'return', comment: 'Two.', comments })
    const open = async () => (await counted([`stations/${id}`])).body.docs[0].open as number
    expect(await open()).toBe(2)
    const { body } = await ask('editor', 'get', `/api/stations/${id}/comments`)
    const one = body.docs[0].id as string
    await thread(one, 'resolve')
    expect(await open()).toBe(1)
    await thread(one, 'reopen')
    expect(await open()).toBe(2)
  })

  it('as none for what is not there', async () => {
    const { body } = await counted(['stations/nothing', 'nothing/nothing'])
    expect(body.docs.map(({ open }: { open: number }) => open)).toEqual([0, 0])
  })

  it('for no reader, whatever they ask about', async () => {
    const before = await storedRows(testApp, { except: ['users'] })
    const there = await counted([`stations/${discussed}`], null)
    const none = await counted(['stations/nothing'], null)
    expectRefusal(there, 'NOT_SIGNED_IN')
    expect(there.text).toBe(none.text)
    const { authorization } = await join(testApp, { roles: [], title: 'guest' })
    const guest = await testApp
      .anonymous()
      .get(`/api/comments/open?documents=stations/${discussed}`)
      .set('Authorization', authorization!)
    expectRefusal(guest, 'NOT_PERMITTED')
    const { comments } = await storedRows(testApp, { except: ['users'] })
    expect(comments).toEqual(before['comments'])
  })

  it.each([
    ['nothing', ''],
    ['no key', 'stations'],
    ['a key too long', `stations/${'x'.repeat(61)}`],
    ['one too many', Array.from({ length: mostCounted + 1 }, (_, at) => `stations/${at}`).join()],
  ])('never for %s', async (_what, documents) => {
    expectRefusal(
      await ask('editor', 'get', `/api/comments/open?documents=${documents}`),
      'MALFORMED',
    )
  })
})

describe('A list', () => {
  const found = async (query: string, as: PersonName | null = 'editor') => {
    const { body } = await ask(as, 'get', `/api/stations?depth=0&limit=100&${query}`)
    return (body.docs as { id: string }[]).map(({ id }) => id)
  }
  const open = 'where[_status][equals]=discussion:open'

  it('has the documents with open threads when the team asks for them, drafts and live', async () => {
    const ids = await found(`draft=true&${open}`)
    expect(ids).toEqual(expect.arrayContaining([discussed, live]))
    for (const other of [settled, silent, notice]) expect(ids).not.toContain(other)
    await revise(testApp, { collection: 'stations', id: live, title: 'Saved again' })
    expect(await found(`draft=true&${open}`)).toContain(live)
  })

  it('keeps its other conditions, as the panel sends them', async () => {
    const both = 'where[or][0][and][0][_status][equals]=discussion:open'
    expect(await found(`draft=true&${both}&where[or][0][and][1][id][equals]=${live}`)).toEqual([
      live,
    ])
    const state = 'where[or][0][and][1][_status][equals]=state:draft'
    expect(await found(`draft=true&${both}&${state}`)).toContain(discussed)
  })

  it('is refused for what no discussion can be', async () => {
    for (const query of ['equals]=discussion:closed', 'like]=discussion:open'])
      expectRefusal(
        await ask('editor', 'get', `/api/stations?where[_status][${query}`),
        'MALFORMED',
      )
  })

  it('tells readers nothing by it', async () => {
    expect(await found(open, null)).toEqual([])
    expect(await found('where[_status][equals]=discussion:closed', null)).toEqual([])
  })
})
