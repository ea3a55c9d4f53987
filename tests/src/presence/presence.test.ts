import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { holdSeconds, mostTabs } from '../../../src/presence/store.ts'
import type { PersonName, TestApp } from '../../support/app.ts'
import { startApp } from '../../support/app.ts'
import { draftOf, newest, type Document } from '../../support/editing.ts'
import { expectRefusal, stored } from '../../support/http.ts'
import { join, type Member } from '../../support/workflow.ts'

let testApp: TestApp
let phase: Document
let other: Document
let machine: Member

beforeAll(async () => {
  testApp = await startApp()
  phase = await draftOf(testApp, 'phases', { title: 'Collection' })
  other = await draftOf(testApp, 'phases', { title: 'Appeals' })
  machine = await join(testApp, { roles: ['editor'], kind: 'machine' })
})
afterAll(() => testApp.close())

const tabs = new Set<[PersonName, string]>()
const say = async (
  as: PersonName | null,
  doing: string,
  { document = phase.id, tab = `tab-of-${as}` } = {},
) => {
  if (as) tabs.add([as, tab])
  const post = testApp.anonymous().post(`/api/phases/${document}/presence`)
  if (as) post.set('Authorization', await testApp.authorization(as))
  return post.send({ doing, tab })
}
const everywhere = async (as: PersonName) =>
  testApp
    .anonymous()
    .get('/api/presence')
    .set('Authorization', await testApp.authorization(as))
const names = ({ body }: { body: { people: { name: string; doing: string }[] } }) =>
  body.people.map(({ doing, name }) => `${name}: ${doing}`)

afterEach(async () => {
  vi.useRealTimers()
  for (const [as, tab] of [...tabs]) await say(as, 'left', { tab })
  tabs.clear()
})

describe('Whoever is in a document', () => {
  it('is told to the others who are, and what they do there', async () => {
    expect(names(await say('editor', 'looking'))).toEqual([])
    const { name } = await testApp.person('editor')
    expect(names(await say('reviewer', 'looking'))).toEqual([`${name}: looking`])
    await say('editor', 'writing')
    expect(names(await say('reviewer', 'looking'))).toEqual([`${name}: writing`])
  })

  it('is told in one answer for all documents, and never to themselves', async () => {
    await say('editor', 'writing')
    await say('reviewer', 'looking', { document: other.id })
    const { id, name } = await testApp.person('editor')
    expect((await everywhere('reviewer')).body).toEqual({
      documents: [{ collection: 'phases', id: phase.id, people: [{ id, name, doing: 'writing' }] }],
    })
    expect((await everywhere('publisher')).body.documents).toHaveLength(2)
  })

  it('is told no more once their tab says that they left', async () => {
    await say('editor', 'looking')
    await say('editor', 'looking', { tab: 'second-tab' })
    await say('editor', 'left')
    expect((await say('reviewer', 'looking')).body.people).toHaveLength(1)
    await say('editor', 'left', { tab: 'second-tab' })
    expect(names(await say('reviewer', 'looking'))).toEqual([])
  })

  it('is told no more after a while of silence', async () => {
    await say('editor', 'looking')
    vi.useFakeTimers({ now: Date.now() + holdSeconds * 1000, toFake: ['Date'] })
    expect(names(await say('reviewer', 'looking'))).toEqual([])
    expect((await everywhere('publisher')).body.documents).toHaveLength(1)
  })

  it('is counted in a limited number of tabs, the last ones', async () => {
    for (let tab = 0; tab <= mostTabs; tab += 1)
      await say('editor', 'looking', {
        document: tab === 0 ? other.id : phase.id,
        tab: `tab-no-${tab}`,
      })
    expect((await everywhere('reviewer')).body.documents).toEqual([
      expect.objectContaining({ id: phase.id }),
    ])
  })

  it('leaves no trace in the document, its versions or anything else that is stored', async () => {
    const [before, rows] = [await newest(testApp, 'phases', phase.id), await stored(testApp)]
    await say('editor', 'writing')
    expect(await newest(testApp, 'phases', phase.id)).toEqual(before)
    expect(await stored(testApp)).toEqual(rows)
  })
})

describe('Who is in which document', () => {
  it.each([
    ['a reader', null, 'NOT_SIGNED_IN'],
    ['a machine', 'machine', 'NOT_PERMITTED'],
  ] as const)('is not said by %s', async (_who, as, code) => {
    const post = (id: string) => {
      const request = testApp.anonymous().post(`/api/phases/${id}/presence`)
      if (as) request.set('Authorization', machine.authorization!)
      return request.send({ doing: 'looking', tab: 'tab-of-nobody' })
    }
    const there = await post(phase.id)
    expectRefusal(there, code)
    // Nor is it said whether there is such a document.
    expect((await post('00000000-0000-4000-8000-000000000000')).text).toBe(there.text)
    expect((await everywhere('editor')).body).toEqual({ documents: [] })
  })

  it('is not told to readers', async () => {
    await say('editor', 'writing')
    const answer = await testApp.anonymous().get('/api/presence')
    expectRefusal(answer, 'NOT_SIGNED_IN')
    expect(answer.text).not.toContain(phase.id)
  })

  it('is said of documents that are there', async () => {
    const nothing = '00000000-0000-4000-8000-000000000000'
    expectRefusal(await say('editor', 'looking', { document: nothing }), 'NOT_FOUND')
    expect((await everywhere('reviewer')).body).toEqual({ documents: [] })
  })

  it.each([
    ['no tab', { doing: 'looking' }, 'tab is required'],
    ['a long tab', { doing: 'looking', tab: 'x'.repeat(65) }, 'tab has 8 to 64 letters'],
    ['another doing', { doing: 'dreaming', tab: 'tab-of-editor' }, 'doing is one of'],
    ['more than that', { doing: 'looking', tab: 'tab-of-editor', name: 'X' }, 'nothing else'],
  ])('is not said with %s', async (_what, body, message) => {
    const answer = await testApp
      .anonymous()
      .post(`/api/phases/${phase.id}/presence`)
      .set('Authorization', await testApp.authorization('editor'))
      .send(body)
    expectRefusal(answer, 'MALFORMED')
    expect(answer.body.errors[0].message).toContain(message)
    expect((await everywhere('reviewer')).body).toEqual({ documents: [] })
  })
})
