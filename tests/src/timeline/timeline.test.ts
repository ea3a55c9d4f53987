import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventKinds } from '../../../src/timeline/event.ts'
import { mostLines, type TimelineAnswer } from '../../../src/timeline/timeline.ts'
import { startApp, type PersonName, type TestApp } from '../../support/app.ts'
import { buildPhase, buildStation, revise } from '../../support/content.ts'
import { expectRefusal } from '../../support/http.ts'
import { act, bringTo, situationOf } from '../../support/review.ts'
import { storedRows } from '../../support/stored-rows.ts'

let testApp: TestApp
let phase: string
/** Written, returned, published, renamed, withdrawn. */
let lived: string

const ask = async (id: string, query = '', as: PersonName | null = 'reviewer') => {
  const get = testApp.anonymous().get(`/api/stations/${id}/timeline${query}`)
  if (as) get.set('Authorization', await testApp.authorization(as))
  return get
}
const timeline = async (id: string, query = ''): Promise<TimelineAnswer> => {
  const { body, status } = await ask(id, query)
  expect(status, JSON.stringify(body)).toBe(200)
  return body as TimelineAnswer
}
const kindsOf = ({ lines }: TimelineAnswer) =>
  lines.map(({ events }) => `${events[0]!.kind}${events.length > 1 ? ` ${events.length}` : ''}`)
const eventsOf = ({ lines }: TimelineAnswer) => lines.flatMap(({ events }) => events)

beforeAll(async () => {
  testApp = await startApp()
  phase = (await buildPhase(testApp, { slug: 'line' })).id
  const place = { collection: 'stations' as const }
  lived = (await buildStation(testApp, { phase, slug: 'old-name', title: 'One' })).id
  await revise(testApp, { ...place, id: lived, title: 'Two' })
  await act(testApp, { ...place, id: lived, action: 'submit' })
  await act(testApp, { ...place, id: lived, action: 'return', comment: 'Say where this is from.' })
  await revise(testApp, { ...place, id: lived, title: 'Three', state: 'published' })
  await revise(testApp, { ...place, id: lived, slug: 'new-name', state: 'published' })
  await act(testApp, {
    ...place,
    id: lived,
    action: 'withdraw',
    reason: 'The rule has changed.',
    replacement: 'Call the office.',
  })
})
afterAll(() => testApp.close())

describe('The timeline of a document', () => {
  it('tells everything that happened, newest first, with saves of one person as one line', async () => {
    const answer = await timeline(lived)
    expect(kindsOf(answer)).toEqual([
      'withdrawn',
      'renamed',
      'published',
      'approved',
      'submitted',
      'saved',
      'published',
      'approved',
      'submitted',
      'saved',
      'returned',
      'submitted',
      'saved 2',
    ])
    expect(answer).toMatchObject({ exists: true, title: 'Three', page: 1, pages: 1, isCut: false })
    const times = eventsOf(answer).map(({ at }) => at)
    expect(times).toEqual([...times].sort().reverse())
  })

  it('says who did it, in which roles, and what they said', async () => {
    const [withdrawn, returned, saved] = ['withdrawn', 'returned', 'saved'].map(async (kind) =>
      eventsOf(await timeline(lived, `?kinds=${kind}`)),
    )
    const publisher = await testApp.person('publisher')
    expect((await withdrawn!)[0]).toMatchObject({
      by: [{ id: publisher.id, name: publisher.name }],
      roles: ['publisher'],
      comment: 'The rule has changed.',
      details: { replacement: { sentence: { en: 'Call the office.', es: 'Call the office.' } } },
    })
    expect((await returned!)[0]!.comment).toBe('Say where this is from.')
    const editor = await testApp.person('editor')
    expect((await saved!).map(({ by }) => by)).toEqual(
      Array.from({ length: 4 }, () => [{ id: editor.id, name: editor.name }]),
    )
  })

  it('names the text of each event, its hash and where readers would find it', async () => {
    const events = eventsOf(await timeline(lived))
    const { entries } = await situationOf(testApp, { collection: 'stations', id: lived })
    const published = entries.filter(({ type }) => type === 'published')
    const [newest, oldest] = events.filter(({ kind }) => kind === 'published')
    expect(oldest).toMatchObject({
      text: `entry:${published[0]!.sequence}`,
      contentHash: published[0]!.contentHash,
      versionId: published[0]!.versionId,
      page: { paths: { en: '/stations/old-name' } },
    })
    expect(newest!.page!.paths['es']).toBe('/es/stations/new-name')
    // What was withdrawn is what was public, not what the newest version says.
    expect(events[0]).toMatchObject({
      kind: 'withdrawn',
      text: newest!.text,
      contentHash: newest!.contentHash,
    })
    const first = events.at(-1)!
    expect(first.text).toBe(`version:${first.versionId}`)
    expect(first.contentHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('tells the old name and the new one where a publication changed it', async () => {
    const [renamed, ...others] = eventsOf(await timeline(lived, '?kinds=renamed'))
    expect(renamed!.name).toEqual({ from: 'old-name', to: 'new-name' })
    expect(others).toEqual([])
  })

  it.each([
    ['one kind', '?kinds=approved', ['approved', 'approved']],
    ['several kinds', '?kinds=returned,withdrawn', ['withdrawn', 'returned']],
    ['a kind of which there is nothing', '?kinds=overridden', []],
    ['no kind, which is all of them', '?kinds=', 13],
  ])('of %s', async (_, query, expected) => {
    const kinds = kindsOf(await timeline(lived, query))
    if (typeof expected === 'number') expect(kinds).toHaveLength(expected)
    else expect(kinds).toEqual(expected)
  })

  it('puts no saves together that something happened between, whatever is chosen', async () => {
    expect(kindsOf(await timeline(lived, '?kinds=saved'))).toEqual(['saved', 'saved', 'saved 2'])
  })

  it('counts what there is of each kind, whatever is chosen', async () => {
    const { counts } = await timeline(lived, '?kinds=renamed')
    expect(counts).toEqual({
      approved: 2,
      published: 2,
      renamed: 1,
      returned: 1,
      saved: 4,
      submitted: 3,
      withdrawn: 1,
    })
  })

  it('names whoever saved a text that several people changed', async () => {
    const { id } = await buildStation(testApp, { phase, slug: 'by-two' })
    await revise(testApp, { collection: 'stations', id, as: 'editor2', title: 'Mine, too' })
    const [line] = (await timeline(id)).lines
    const [newest] = line!.events
    const { id: person, name } = await testApp.person('editor2')
    expect(newest!.by).toEqual([{ id: person, name }])
  })

  it('tells overrides and their confirmation, schedules, recalls and refusals', async () => {
    const { id } = await buildStation(testApp, { phase, slug: 'hurried' })
    const place = { collection: 'stations', id }
    await bringTo(testApp, { ...place, state: 'approved' })
    await act(testApp, { ...place, action: 'schedule' })
    await act(testApp, { ...place, action: 'unschedule' })
    await act(testApp, { ...place, action: 'recall' })
    await act(testApp, { ...place, action: 'override' })
    await act(testApp, { ...place, action: 'confirm' })
    await expect(act(testApp, { ...place, action: 'approve', as: 'editor' })).rejects.toThrow()
    const answer = await timeline(id)
    expect(kindsOf(answer).filter((kind) => kind !== 'refused')).toEqual([
      ...['confirmed', 'published', 'overridden', 'recalled', 'unscheduled', 'scheduled'],
      ...['approved', 'submitted', 'saved'],
    ])
    const refused = eventsOf(answer).filter(({ kind }) => kind === 'refused')
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatchObject({ text: null, contentHash: null, versionId: null })
    const [confirmed] = eventsOf(answer).filter(({ kind }) => kind === 'confirmed')
    expect(confirmed!.text).toMatch(/^entry:\d+$/)
  })

  it('goes on over pages, each bounded, with nothing twice and nothing left out', async () => {
    const { id } = await buildStation(testApp, { phase, slug: 'long-lived' })
    const place = { collection: 'stations', id }
    for (let round = 0; round < 17; round += 1) {
      await act(testApp, { ...place, action: 'submit' })
      await act(testApp, { ...place, action: 'recall' })
    }
    const first = await timeline(id)
    const second = await timeline(id, '?page=2')
    expect([first.pages, first.lines.length, second.lines.length]).toEqual([2, mostLines, 5])
    const keys = [...eventsOf(first), ...eventsOf(second)].map(({ key }) => key)
    expect(new Set(keys).size).toBe(35)
    expect((await timeline(id, '?page=3')).lines).toEqual([])
  })

  it('of a draft that was deleted is what the ledger knows of it', async () => {
    const { id } = await buildStation(testApp, {
      phase,
      slug: 'deleted',
      state: 'changesRequested',
    })
    await testApp.payload.delete({
      collection: 'stations',
      id,
      overrideAccess: false,
      user: await testApp.person('editor'),
    })
    const answer = await timeline(id)
    expect(answer).toMatchObject({ exists: false, title: '' })
    expect(kindsOf(answer)).toEqual(['returned', 'submitted'])
    expect(eventsOf(answer).map(({ text, versionId }) => [text, versionId])).toEqual([
      [null, null],
      [null, null],
    ])
  })

  it('changes nothing', async () => {
    const before = await storedRows(testApp, { except: ['users'] })
    await timeline(lived)
    expect(await storedRows(testApp, { except: ['users'] })).toEqual(before)
  })
})

describe('The timeline is refused', () => {
  it('to readers, who learn nothing of the document', async () => {
    const answer = await ask(lived, '', null)
    expectRefusal(answer as never, 'NOT_SIGNED_IN')
    expect(answer.text).not.toContain('name')
    const unknown = await ask('00000000-0000-4000-8000-000000000000', '', null)
    expect(unknown.text).toBe(answer.text)
  })

  it.each([
    ['?kinds=eaten'],
    ['?kinds=saved,eaten'],
    ['?page=0'],
    ['?page=-1'],
    ['?page=1e3'],
    ['?page=9999999'],
    ['?page=two'],
  ])('for what cannot be understood: %s', async (query) => {
    const answer = await ask(lived, query)
    expectRefusal(answer as never, 'MALFORMED')
    if (query.includes('kinds'))
      for (const kind of eventKinds) expect(answer.body.errors[0].message).toContain(kind)
  })

  it('for a document of which nothing is known', async () => {
    expectRefusal((await ask('00000000-0000-4000-8000-000000000000')) as never, 'NOT_FOUND')
  })
})

it('A draft of a live document does not change what was withdrawn', async () => {
  const { id } = await buildStation(testApp, { phase, title: 'Public', state: 'published' })
  await revise(testApp, { collection: 'stations', id, title: 'Draft' })
  const before = await situationOf(testApp, { collection: 'stations', id })
  await act(testApp, { collection: 'stations', id, action: 'withdraw' })
  const [withdrawn, saved] = eventsOf(await timeline(id))
  expect(withdrawn!.contentHash).toBe(before.live!.contentHash)
  expect(saved!.contentHash).toBe(before.working.contentHash)
})
