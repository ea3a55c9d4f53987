import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ToldThread } from '../../../src/comments/told.ts'
import { longestBeginning } from '../../../src/timeline/comment-events.ts'
import { commentKinds } from '../../../src/timeline/event.ts'
import type { TimelineAnswer } from '../../../src/timeline/timeline.ts'
import { startApp, type PersonName, type TestApp } from '../../support/app.ts'
import { buildStation, text } from '../../support/content.ts'
import { expectRefusal } from '../../support/http.ts'
import { act, situationOf } from '../../support/review.ts'
import { storedRows } from '../../support/stored-rows.ts'
import { join } from '../../support/workflow.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startApp()
})
afterAll(() => testApp.close())

async function ask(
  as: PersonName,
  method: 'delete' | 'patch' | 'post',
  address: string,
  body = {},
) {
  const request = testApp.anonymous()[method](address)
  const answer = await request.set('Authorization', await testApp.authorization(as)).send(body)
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body as ToldThread
}

const say = (id: string, body: object, as: PersonName = 'reviewer') =>
  ask(as, 'post', `/api/stations/${id}/comments`, body)
const reply = (thread: ToldThread, said: string, as: PersonName = 'editor') =>
  ask(as, 'post', `/api/comments/${thread.id}/replies`, { text: said })
const resolve = (thread: ToldThread, as: PersonName = 'editor') =>
  ask(as, 'post', `/api/comments/${thread.id}/resolve`)
const reopen = (thread: ToldThread, as: PersonName = 'reviewer') =>
  ask(as, 'post', `/api/comments/${thread.id}/reopen`)

async function timeline(id: string, query = ''): Promise<TimelineAnswer> {
  const { body, status } = await testApp
    .anonymous()
    .get(`/api/stations/${id}/timeline${query}`)
    .set('Authorization', await testApp.authorization('editor2'))
  expect(status, JSON.stringify(body)).toBe(200)
  return body as TimelineAnswer
}
const eventsOf = ({ lines }: TimelineAnswer) => lines.flatMap(({ events }) => events)
const ofComments = async (id: string) => eventsOf(await timeline(id, `?kinds=${commentKinds}`))

const person = async (name: PersonName) => {
  const { id, name: called } = (await testApp.person(name)) as { id: string; name: string }
  return { id, name: called }
}

describe('The timeline of a document', () => {
  it('tells each comment, reply, resolution and reopening, with who and when', async () => {
    const { id } = await buildStation(testApp)
    const thread = await say(id, { text: 'From which day?' })
    const replied = await reply(thread, 'From the date of the notice.')
    const resolved = await resolve(thread)
    await reopen(thread)
    await resolve(thread, 'publisher')
    const answer = await timeline(id)
    const events = eventsOf(answer)
    expect(events.map(({ by, kind }) => [kind, by])).toEqual([
      ['resolved', [await person('publisher')]],
      ['reopened', [await person('reviewer')]],
      ['resolved', [await person('editor')]],
      ['replied', [await person('editor')]],
      ['commented', [await person('reviewer')]],
      ['saved', [await person('editor')]],
    ])
    const [first, answered] = replied.comments
    expect(events.map(({ at }) => at).slice(2, 5)).toEqual([
      resolved.resolved!.at,
      answered!.writtenAt,
      first!.writtenAt,
    ])
    expect(answer.counts).toEqual({ saved: 1, commented: 1, replied: 1, resolved: 2, reopened: 1 })
    expect(new Set(events.map(({ key }) => key)).size).toBe(events.length)
  })

  it('says on which place, in which thread, what was said, and about which text', async () => {
    const { id } = await buildStation(testApp, { overview: text('You have 30 days to answer.') })
    const place = { path: 'overview', locale: 'en', quote: { exact: '30 days' } }
    const thread = await say(id, { text: 'From which day?', place })
    const { comments } = await reply(thread, 'From the date of the notice.')
    await resolve(thread)
    const { working } = await situationOf(testApp, { collection: 'stations', id })
    const [resolved, replied, commented] = await ofComments(id)
    const about = { id: thread.id, place: thread.place, begins: 'From which day?' }
    expect(thread.place).toMatchObject({ path: 'overview', quote: { exact: '30 days' } })
    expect(commented).toMatchObject({
      comment: 'From which day?',
      text: `version:${working.versionId}`,
      contentHash: working.contentHash,
      sequence: null,
      thread: { ...about, comment: thread.id, isEdited: false, isRemoved: false },
    })
    expect(replied).toMatchObject({
      comment: 'From the date of the notice.',
      thread: { ...about, comment: comments[1]!.id },
    })
    expect(resolved).toMatchObject({
      comment: null,
      text: null,
      thread: { ...about, comment: thread.id },
    })
  })

  it('tells the comments of a return in its entry alone, and what followed by itself', async () => {
    const { id } = await buildStation(testApp, { state: 'inReview' })
    const comments = [{ text: 'The tone is right.' }, { text: 'The end is not.' }]
    const place = { collection: 'stations' as const, id }
    await act(testApp, { ...place, action: 'return', comment: 'Two things.', comments })
    const returned = eventsOf(await timeline(id, '?kinds=returned'))
    expect(returned[0]!.details.comments).toMatchObject(comments)
    expect(await ofComments(id)).toEqual([])
    const { body } = await testApp
      .anonymous()
      .get(`/api/stations/${id}/comments`)
      .set('Authorization', await testApp.authorization('editor'))
    const [last] = body.docs as ToldThread[]
    await reply(last!, 'It is another now.')
    await resolve(last!)
    const followed = await ofComments(id)
    expect(followed.map(({ kind, thread }) => [kind, thread!.begins])).toEqual([
      ['resolved', 'The end is not.'],
      ['replied', 'The end is not.'],
    ])
  })

  it('tells words as they were edited, and none that were removed', async () => {
    const { id } = await buildStation(testApp)
    const edited = await say(id, { text: 'Frist.' })
    await ask('reviewer', 'patch', `/api/comments/${edited.id}`, { text: 'First.' })
    const removed = await say(id, { text: 'Never mind.' })
    await ask('reviewer', 'delete', `/api/comments/${removed.id}`)
    const answer = await timeline(id)
    const [resolved, second, first] = eventsOf(answer)
    expect(first).toMatchObject({
      comment: 'First.',
      thread: { begins: 'First.', isEdited: true, isRemoved: false },
    })
    expect(second).toMatchObject({
      comment: null,
      thread: { begins: '', isEdited: false, isRemoved: true },
    })
    expect([resolved!.kind, resolved!.by]).toEqual(['resolved', [await person('reviewer')]])
    expect(JSON.stringify(answer)).not.toMatch(/Frist|Never mind/)
  })

  it('tells the beginning of a long comment, without half of a character', async () => {
    const { id } = await buildStation(testApp)
    await say(id, { text: `${'x'.repeat(longestBeginning - 1)}🙂 and so on` })
    await say(id, { text: 'y'.repeat(longestBeginning) })
    const [whole, cut] = await ofComments(id)
    expect(cut!.comment).toBe(`${'x'.repeat(longestBeginning - 1)}…`)
    expect(whole!.comment).toBe('y'.repeat(longestBeginning))
  })

  it('tells of threads from before, once, when and by whom they were resolved', async () => {
    const { id } = await buildStation(testApp)
    const thread = await say(id, { text: 'Long ago.' })
    const resolved = await resolve(thread)
    await testApp.payload.db.updateOne({
      collection: 'comments',
      id: thread.id,
      data: { resolutions: null },
    })
    const kinds = async () => (await ofComments(id)).map(({ at, kind }) => [kind, at])
    expect(await kinds()).toEqual([
      ['resolved', resolved.resolved!.at],
      ['commented', thread.comments[0]!.writtenAt],
    ])
    await reopen(thread)
    expect(await kinds()).toEqual([
      ['reopened', expect.any(String)],
      ['resolved', resolved.resolved!.at],
      ['commented', thread.comments[0]!.writtenAt],
    ])
  })

  it('tells nothing of comments on other documents', async () => {
    const one = await buildStation(testApp)
    const other = await buildStation(testApp)
    await say(one.id, { text: 'About the one.' })
    expect(await ofComments(other.id)).toEqual([])
  })

  it('shows the comments of a page to machines of the team, and to no reader', async () => {
    const { id } = await buildStation(testApp, { state: 'published' })
    await say(id, { text: 'For the team.' })
    const address = `/api/stations/${id}/timeline?kinds=commented`
    const machine = await join(testApp, { roles: ['reviewer'], kind: 'machine' })
    const told = await testApp.anonymous().get(address).set('Authorization', machine.authorization!)
    expect(told.text).toContain('For the team.')
    const refused = await testApp.anonymous().get(address)
    expectRefusal(refused, 'NOT_SIGNED_IN')
    const { authorization } = await join(testApp, { roles: [], title: 'guest' })
    const guest = await testApp.anonymous().get(address).set('Authorization', authorization!)
    expect(guest.status).toBe(403)
    for (const { text: answered } of [refused, guest]) expect(answered).not.toContain('For the')
  })

  it('is read without any change', async () => {
    const { id } = await buildStation(testApp)
    await resolve(await say(id, { text: 'As it was.' }))
    const before = await storedRows(testApp, { except: ['users'] })
    await timeline(id)
    expect(await storedRows(testApp, { except: ['users'] })).toEqual(before)
  })
})
