import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mostReopened, mostReplies, mostThreads } from '../../../src/comments/limits.ts'
import type { ToldThread } from '../../../src/comments/told.ts'
import { allEntries } from '../../../src/ledger/verify.ts'
import type { Station } from '../../../src/payload-types.ts'
import { startApp, type PersonName, type TestApp } from '../../support/app.ts'
import { buildStation, revise, text } from '../../support/content.ts'
import { expectRefusal } from '../../support/http.ts'
import { act, situationOf } from '../../support/review.ts'
import { storedRows } from '../../support/stored-rows.ts'
import { join, type Member } from '../../support/workflow.ts'

let testApp: TestApp
let station: Station
let other: Station
let machine: Member
let guest: string

const overview = [
  'Your letter says what you owe.',
  'You have 30 days from the date of the notice to answer.',
  'Keep a copy of everything that you send.',
].join('\n\n')

type Method = 'get' | 'post' | 'patch' | 'delete'

/** Asks as somebody; null is nobody. */
async function ask(as: PersonName | null, method: Method, address: string, body?: unknown) {
  const request = testApp.anonymous()[method](address)
  if (as) request.set('Authorization', await testApp.authorization(as))
  return body === undefined ? request : request.send(body as object)
}

const commentsOf = ({ id }: { id: string }) => `/api/stations/${id}/comments`

async function say(body: unknown, as: PersonName = 'reviewer', about = station) {
  const answer = await ask(as, 'post', commentsOf(about), body)
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 201 })
  return answer.body as ToldThread
}

async function listed(about: { id: string } = station, query = '') {
  const { body, status } = await ask('editor', 'get', `${commentsOf(about)}${query}`)
  expect({ status, body }).toMatchObject({ status: 200 })
  return body as { docs: ToldThread[]; totalDocs: number; counts: object; contentHash: string }
}

const now = async (thread: ToldThread, about: { id: string } = station) =>
  (await listed(about, '?limit=100')).docs.find(({ id }) => id === thread.id)!.now

const passage = (exact: string, more: object = {}) => ({
  locale: 'en',
  quote: { exact },
  ...more,
})

/** Sessions aside, all that is stored. */
const everything = () => storedRows(testApp, { except: ['users'] })

beforeAll(async () => {
  testApp = await startApp()
  station = await buildStation(testApp, {
    title: 'You get a letter',
    overview: text(overview),
    examples: [
      { text: text('A family gets the letter.') },
      { text: text('A shop gets one, too.') },
    ],
  })
  other = await buildStation(testApp, {
    connections: [{ to: station.id, condition: 'If you pay' }],
  })
  machine = await join(testApp, { roles: ['reviewer'], kind: 'machine' })
  const { user } = await join(testApp, { roles: [], title: 'guest' })
  guest = user!.id as string
})
afterAll(() => testApp.close())

describe('A comment', () => {
  it('is of the whole document, of a field, or of a passage, and says where that is', async () => {
    expect(await say({ text: 'Looks good to me.' })).toMatchObject({
      collection: 'stations',
      documentId: station.id,
      place: null,
      now: { is: 'there', path: null },
      resolved: null,
      comments: [
        {
          text: 'Looks good to me.',
          by: { name: expect.stringMatching(/\S/) },
          editedAt: null,
          removedAt: null,
          entry: null,
          contentHash: (await listed()).contentHash,
        },
      ],
    })
    expect(
      await say({ text: 'Too long.', place: { path: 'summary', locale: 'en' } }),
    ).toMatchObject({
      place: { path: 'summary', locale: 'en', label: { en: expect.any(String) } },
      now: { is: 'there', path: 'summary' },
    })
    expect(
      await say({ text: 'From which day?', place: passage('30 days', { path: 'overview' }) }),
    ).toMatchObject({
      place: {
        path: 'overview',
        locale: 'en',
        label: { en: 'Station overview', es: 'Resumen de la estación' },
        quote: { exact: '30 days', prefix: expect.stringMatching(/you owe. You have $/) },
      },
      now: { is: 'there', path: 'overview', words: '30 days', start: 40, end: 47 },
    })
  })

  it('finds the field of words that were chosen on the page', async () => {
    const thread = await say({
      text: 'Which shop?',
      place: {
        locale: 'es',
        quote: { exact: ' A shop\n gets one ', prefix: 'Examples', suffix: ', too. Next steps' },
      },
    })
    expect(thread).toMatchObject({
      place: { field: 'examples.text', quote: { exact: 'A shop gets one', prefix: '' } },
      now: { is: 'there', path: 'examples.1.text' },
    })
  })

  it('mentions people with a role, and tells what they are called', async () => {
    const { body } = await ask('editor', 'get', '/api/comments/people?q=pub')
    expect(body.docs.length).toBeGreaterThan(0)
    for (const one of body.docs) expect(Object.keys(one).sort()).toEqual(['id', 'name'])
    const publisher = await testApp.person('publisher')
    const { comments } = await say({ text: 'Please look.', mentions: [publisher.id, publisher.id] })
    expect(comments[0]!.mentions).toEqual([
      { id: publisher.id, name: (publisher as unknown as { name: string }).name },
    ])
  })

  it('offers everybody with a role to be mentioned, and no machine and nobody else', async () => {
    const { body } = await ask('editor', 'get', '/api/comments/people')
    const ids = body.docs.map(({ id }: { id: string }) => id)
    expect(ids).toContain((await testApp.person('editor2')).id)
    expect(ids).not.toContain(guest)
    expect(ids).not.toContain(machine.user!.id)
  })

  it('is edited by its author, and says so', async () => {
    const { id } = await say({ text: 'Frist.' })
    const { body } = await ask('reviewer', 'patch', `/api/comments/${id}`, { text: 'First.' })
    expect(body.comments).toMatchObject([{ text: 'First.', editedAt: expect.any(String) }])
  })

  it('is removed by its author, and leaves its place in the thread', async () => {
    const thread = await say({ text: 'Never mind.' })
    await ask('editor', 'post', `/api/comments/${thread.id}/replies`, { text: 'I do mind.' })
    const { body } = await ask('reviewer', 'delete', `/api/comments/${thread.id}`)
    expect(body.resolved).toBeNull()
    expect(body.comments).toMatchObject([
      { text: '', removedAt: expect.any(String), by: thread.comments[0]!.by },
      { text: 'I do mind.', removedAt: null },
    ])
  })

  it('that was the only one of its thread resolves it when it is removed', async () => {
    const { id } = await say({ text: 'By mistake.' })
    const { body } = await ask('reviewer', 'delete', `/api/comments/${id}`)
    expect(body.resolved).toMatchObject({ at: expect.any(String) })
  })

  it('goes with the draft it is about', async () => {
    const gone = await buildStation(testApp)
    await say({ text: 'Not this one.' }, 'reviewer', gone)
    await ask('editor', 'delete', `/api/stations/${gone.id}`)
    const rows = JSON.stringify((await storedRows(testApp, { except: [] }))['comments'])
    expect(rows).not.toContain(gone.id)
    expectRefusal(await ask('editor', 'get', commentsOf(gone)), 'NOT_FOUND')
  })
})

describe('A thread', () => {
  it('takes replies in their order, is resolved and reopened by anybody on the team', async () => {
    const { id } = await say({ text: 'Is that so?' })
    await ask('editor', 'post', `/api/comments/${id}/replies`, { text: 'It is.' })
    const replied = await ask('publisher', 'post', `/api/comments/${id}/replies`, { text: 'Yes.' })
    expect(replied.status).toBe(201)
    expect(replied.body.comments.map((one: { text: string }) => one.text)).toEqual([
      'Is that so?',
      'It is.',
      'Yes.',
    ])
    const resolved = await ask('editor', 'post', `/api/comments/${id}/resolve`)
    expect(resolved.body.resolved).toMatchObject({ by: replied.body.comments[1].by })
    const rows = await everything()
    expect((await ask('publisher', 'post', `/api/comments/${id}/resolve`)).body).toEqual(
      resolved.body,
    )
    expectRefusal(
      await ask('editor', 'post', `/api/comments/${id}/replies`, { text: 'And so on.' }),
      'WRONG_STATE',
    )
    expect(await everything()).toEqual(rows)
    const reopened = await ask('reviewer', 'post', `/api/comments/${id}/reopen`)
    expect(reopened.body.resolved).toBeNull()
  })

  it('is listed with the others of its document, the newest first, by page and by state', async () => {
    const about = await buildStation(testApp)
    const first = await say({ text: 'One' }, 'reviewer', about)
    const second = await say({ text: 'Two' }, 'editor', about)
    await ask('editor', 'post', `/api/comments/${first.id}/resolve`)
    const ids = async (query: string) => (await listed(about, query)).docs.map(({ id }) => id)
    expect(await ids('')).toEqual([second.id, first.id])
    expect(await ids('?state=open')).toEqual([second.id])
    expect(await ids('?state=resolved')).toEqual([first.id])
    expect(await ids('?limit=1&page=2')).toEqual([first.id])
    expect(await listed(about, '?state=open')).toMatchObject({
      totalDocs: 1,
      counts: { open: 1, resolved: 1 },
    })
  })
})

describe('The place of a comment', () => {
  it('follows its words when the text around them changes, and is gone with them', async () => {
    const about = await buildStation(testApp, { overview: text(overview) })
    const thread = await say(
      { text: 'Since when?', place: passage('30 days from the date') },
      'reviewer',
      about,
    )
    const write = (markdown: string) =>
      revise(testApp, { collection: 'stations', id: about.id, overview: text(markdown) })
    await write(`Read this first.\n\n${overview.replace('to answer', 'to pay or to answer')}`)
    expect(await now(thread, about)).toMatchObject({ is: 'there', start: 57 })
    await write(overview.replace('date', 'day'))
    expect(await now(thread, about)).toMatchObject({
      is: 'changed',
      words: expect.stringMatching(/^30 days from the da/),
    })
    await write('Your letter says what you owe.\n\nKeep a copy of everything that you send.')
    expect(await now(thread, about)).toEqual({ is: 'gone' })
    await write(overview)
    expect(await now(thread, about)).toMatchObject({ is: 'there', words: '30 days from the date' })
  })

  it('follows its row when rows change places, and is gone with it', async () => {
    const about = await buildStation(testApp, {
      examples: [{ text: text('The first of them.') }, { text: text('The second of them.') }],
    })
    const [first, second] = about.examples!
    const row = await say({ text: 'Cut?', place: { path: 'examples.1' } }, 'reviewer', about)
    const words = await say({ text: 'Second?', place: passage('second') }, 'reviewer', about)
    expect(row.place).toMatchObject({ path: `examples.${second!.id}`, field: 'examples' })
    const keep = (examples: unknown[]) =>
      revise(testApp, { collection: 'stations', id: about.id, examples })
    await keep([second, first])
    expect(await now(row, about)).toEqual({ is: 'there', path: 'examples.0' })
    expect(await now(words, about)).toMatchObject({ is: 'there', path: 'examples.0.text' })
    await keep([first])
    expect(await now(row, about)).toEqual({ is: 'gone' })
    expect(await now(words, about)).toEqual({ is: 'gone' })
    await keep([{ text: text('Another.') }, { text: text('The second of them.') }])
    expect(await now(words, about)).toMatchObject({ is: 'there', path: 'examples.1.text' })
  })

  it('can be any field, list, row and language of the document', async () => {
    const { body } = await ask('editor', 'get', `${commentsOf(other)}/places`)
    const row = other.connections![0]!.id
    const paths = body.docs.map(({ path, locale }: { path: string; locale: string | null }) =>
      locale ? `${path} ${locale}` : path,
    )
    expect(paths).toEqual(
      expect.arrayContaining([
        'title',
        'title en',
        'title es',
        'phase',
        'connections',
        `connections.${row}`,
        `connections.${row}.to`,
        `connections.${row}.condition es`,
        'steps',
        'position.x',
      ]),
    )
    for (const hidden of [
      'id',
      'contributors',
      '_status',
      'titleSortKeyEn',
      'arrivals',
      'workflow',
    ])
      expect(paths).not.toContain(hidden)
    for (const { path, locale } of body.docs)
      await say({ text: 'x', place: { path, ...(locale ? { locale } : {}) } }, 'editor', other)
  })
})

describe('A return', () => {
  it('brings comments that stand in its ledger entry, where they stay as they were said', async () => {
    const about = await buildStation(testApp, { overview: text(overview), state: 'inReview' })
    await act(testApp, {
      action: 'return',
      collection: 'stations',
      id: about.id,
      comment: 'Two things.',
      comments: [
        { text: 'From which day?', place: passage('30 days') },
        { text: 'The tone is right.' },
      ],
    })
    const { docs } = await listed(about)
    const { entries } = await situationOf(testApp, { collection: 'stations', id: about.id })
    const entry = entries.at(-1)!
    expect(entry).toMatchObject({ type: 'returned', comment: 'Two things.' })
    expect(entry.details.comments).toMatchObject([
      {
        id: docs[1]!.id,
        text: 'From which day?',
        place: { path: 'overview', locale: 'en', quote: { exact: '30 days' } },
      },
      { id: docs[0]!.id, text: 'The tone is right.' },
    ])
    expect(docs.map(({ comments }) => comments[0]!.entry)).toEqual([entry.sequence, entry.sequence])
    const rows = await everything()
    for (const method of ['patch', 'delete'] as const)
      expectRefusal(
        await ask('reviewer', method, `/api/comments/${docs[0]!.id}`, { text: 'Never said.' }),
        'WRONG_STATE',
      )
    expect(await everything()).toEqual(rows)
    const { body } = await ask('editor', 'get', '/api/ledger/verify')
    expect(body).toMatchObject({ ok: true, breaks: [] })
  })

  it('of a set brings the comments of each of its documents', async () => {
    const documents = []
    for (const title of ['One of them', 'Another of them']) {
      const { id } = await buildStation(testApp, { title, state: 'inReview' })
      const { working } = await situationOf(testApp, { collection: 'stations', id })
      const comments = [{ text: `About ${title}`, place: passage(title, { path: 'title' }) }]
      documents.push({ collection: 'stations', id, contentHash: working.contentHash, comments })
    }
    const { status } = await ask('reviewer', 'post', '/api/workflow/return', {
      documents,
      comment: 'Both again.',
    })
    expect(status).toBe(200)
    for (const { id } of documents) {
      const { docs } = await listed({ id })
      expect(docs).toMatchObject([
        { now: { path: 'title' }, comments: [{ entry: expect.any(Number) }] },
      ])
    }
  })

  it('without comments is in the ledger as it always was', async () => {
    const about = await buildStation(testApp, { state: 'changesRequested' })
    const { entries } = await situationOf(testApp, { collection: 'stations', id: about.id })
    expect(entries.at(-1)!.details).toEqual({})
  })

  it.each([
    ['words that are nowhere', [{ text: 'x', place: passage('Nobody wrote this') }]],
    ['a field that is none', [{ text: 'Right.' }, { text: 'x', place: { path: 'nothing' } }]],
    ['somebody without a role', [{ text: 'x', mentions: ['GUEST'] }]],
    ['too many', Array.from({ length: 51 }, () => ({ text: 'x' }))],
    ['too much', Array.from({ length: 11 }, () => ({ text: 'x'.repeat(5_000) }))],
  ])('with comments of %s is refused as a whole', async (_what, comments) => {
    const about = await buildStation(testApp, { state: 'inReview' })
    const { working } = await situationOf(testApp, { collection: 'stations', id: about.id })
    const rows = await everything()
    expectRefusal(
      await ask('reviewer', 'post', `/api/stations/${about.id}/workflow/return`, {
        contentHash: working.contentHash,
        comment: 'Please.',
        comments: JSON.parse(JSON.stringify(comments).replace('GUEST', guest)),
      }),
      'MALFORMED',
    )
    expect(await everything()).toEqual(rows)
  })

  it('alone takes comments', async () => {
    const { working } = await situationOf(testApp, { collection: 'stations', id: station.id })
    expectRefusal(
      await ask('editor', 'post', `/api/stations/${station.id}/workflow/submit`, {
        contentHash: working.contentHash,
        comments: [{ text: 'x' }],
      }),
      'MALFORMED',
    )
  })
})

describe('What was said', () => {
  it('is no part of the content hash, and makes nobody a contributor', async () => {
    const place = { collection: 'stations', id: station.id }
    const before = await situationOf(testApp, place)
    await say({ text: 'Said by the publisher.' }, 'publisher')
    const after = await situationOf(testApp, place)
    expect(after.working).toEqual(before.working)
    expect(after.entries).toEqual(before.entries)
  })

  it('is in no entry of the ledger unless it went with a return', async () => {
    await say({ text: 'quokkafeather' })
    const said: string[] = []
    for await (const entry of allEntries(await createLocalReq({}, testApp.payload)))
      said.push(JSON.stringify(entry))
    expect(said.join()).not.toContain('quokkafeather')
  })
})

describe('Nobody without a role', () => {
  it.each([
    ['GET of a document', 'get', (id: string) => `/api/stations/${id}/comments`],
    ['GET of its places', 'get', (id: string) => `/api/stations/${id}/comments/places`],
    ['POST to a document', 'post', (id: string) => `/api/stations/${id}/comments`],
    ['POST of a reply', 'post', (_: string, one: string) => `/api/comments/${one}/replies`],
    ['POST of resolve', 'post', (_: string, one: string) => `/api/comments/${one}/resolve`],
    ['POST of reopen', 'post', (_: string, one: string) => `/api/comments/${one}/reopen`],
    ['PATCH', 'patch', (_: string, one: string) => `/api/comments/${one}`],
    ['DELETE', 'delete', (_: string, one: string) => `/api/comments/${one}`],
    ['GET of people', 'get', () => '/api/comments/people'],
  ] as const)('learns by %s whether there is anything', async (_what, method, addressOf) => {
    const { id } = await say({ text: 'For the team.' })
    const rows = await everything()
    const nothing = '00000000-0000-4000-8000-000000000000'
    const body = method === 'get' ? undefined : { text: 'x' }
    const there = await ask(null, method, addressOf(station.id, id), body)
    const none = await ask(null, method, addressOf(nothing, nothing), body)
    expectRefusal(there, 'NOT_SIGNED_IN')
    expect({ text: there.text, status: there.status }).toEqual({
      text: none.text,
      status: none.status,
    })
    expect(await everything()).toEqual(rows)
  })

  it('and nobody at all reads comments past these addresses', async () => {
    const { id } = await say({ text: 'For the team.' })
    for (const as of [null, 'editor', 'administrator'] as const)
      for (const address of ['', `/${id}`, '/count', `/versions/${id}`]) {
        const { status, text: said } = await ask(as, 'get', `/api/comments${address}`)
        expect([401, 403, 404]).toContain(status)
        expect(said).not.toContain('For the team.')
      }
    expect((await ask('administrator', 'post', '/api/comments', { text: 'x' })).status).toBe(403)
  })

  it('finds them in GraphQL', async () => {
    const { body } = await testApp.graphql('{ __schema { types { name } } }', { as: 'editor' })
    const { types } = (body.data as unknown as { __schema: { types: { name: string }[] } }).__schema
    expect(
      types.map(({ name }) => name).filter((name) => /^(count)?(comment|thread)/i.test(name)),
    ).toEqual([])
  })

  it('lets a machine read, and say nothing', async () => {
    const as = (method: Method) =>
      testApp.anonymous()[method](commentsOf(station)).set('Authorization', machine.authorization!)
    expect((await as('get')).status).toBe(200)
    expectRefusal(await as('post').send({ text: 'Beep.' }), 'NOT_PERMITTED')
  })
})

describe('What cannot be said', () => {
  const refused: [string, unknown][] = [
    ['nothing', {}],
    ['an empty text', { text: ' \u200b ' }],
    ['no text at all', { text: 7 }],
    ['a text that is too long', { text: 'x'.repeat(5_001) }],
    ['half of a character', { text: 'a\ud800b' }],
    ['a null character', { text: 'a\u0000b' }],
    ['something besides', { text: 'x', entry: 1 }],
    ['a mention of nobody', { text: 'x', mentions: ['nobody'] }],
    ['21 mentions', { text: 'x', mentions: Array.from({ length: 21 }, (_, at) => String(at)) }],
    ['a place that is none', { text: 'x', place: 'overview' }],
    ['a place without a path or words', { text: 'x', place: { locale: 'en' } }],
    ['a field that is none', { text: 'x', place: { path: 'constructor' } }],
    ['a row that is none', { text: 'x', place: { path: 'examples.7' } }],
    ['a language that is none', { text: 'x', place: { path: 'title', locale: 'fr' } }],
    ['words that are not there', { text: 'x', place: passage('Nobody wrote this') }],
    ['words of another field', { text: 'x', place: passage('30 days', { path: 'title' }) }],
    ['white space', { text: 'x', place: passage(' \n ') }],
    ['a passage that is too long', { text: 'x', place: passage('x'.repeat(1_001)) }],
  ]

  it.each(refused)('is %s', async (_what, body) => {
    const rows = await everything()
    expectRefusal(await ask('reviewer', 'post', commentsOf(station), body), 'MALFORMED')
    expect(await everything()).toEqual(rows)
  })

  it.each(['state=open&limit=0', 'limit=101', 'page=0', 'page=x', 'state=none'])(
    'and lists with %s are refused',
    async (query) => {
      expectRefusal(await ask('editor', 'get', `${commentsOf(station)}?${query}`), 'MALFORMED')
    },
  )

  it('is in the words of another person', async () => {
    const { id } = await say({ text: 'Mine.' })
    const rows = await everything()
    const edited = await ask('administrator', 'patch', `/api/comments/${id}`, { text: 'Yours.' })
    expectRefusal(edited, 'NOT_PERMITTED')
    expectRefusal(await ask('administrator', 'delete', `/api/comments/${id}`), 'NOT_PERMITTED')
    expect(await everything()).toEqual(rows)
  })

  it('is about what is not there', async () => {
    expectRefusal(await ask('editor', 'get', commentsOf({ id: 'nothing' })), 'NOT_FOUND')
    expectRefusal(await ask('editor', 'post', commentsOf({ id: 'x' }), { text: 'x' }), 'NOT_FOUND')
    for (const act of ['replies', 'resolve', 'reopen'])
      expectRefusal(
        await ask('editor', 'post', `/api/comments/nothing/${act}`, { text: 'x' }),
        'NOT_FOUND',
      )
    expectRefusal(await ask('editor', 'delete', '/api/comments/a%20b'), 'NOT_FOUND')
  })

  it(`is more than ${mostThreads} threads of a document, or ${mostReplies} replies in one`, async () => {
    const about = await buildStation(testApp)
    const { id } = await say({ text: 'The first.' }, 'reviewer', about)
    const [row] = (await rowsOf(id))!
    const later = new Date(Date.now() + 60_000).toISOString()
    for (let at = 1; at < mostThreads; at += 1)
      await plant({ ...row, threadId: null, writtenAt: later })
    for (let at = 0; at < mostReplies; at += 1)
      await plant({ ...row, threadId: id, writtenAt: later })
    const rows = await everything()
    expectRefusal(
      await ask('editor', 'post', commentsOf(about), { text: 'One more.' }),
      'WRONG_STATE',
    )
    expectRefusal(
      await ask('editor', 'post', `/api/comments/${id}/replies`, { text: 'One more.' }),
      'WRONG_STATE',
    )
    expect(await everything()).toEqual(rows)
    const { docs } = await listed(about, '?limit=100&page=5')
    expect(docs.at(-1)!.comments).toHaveLength(mostReplies + 1)
  })
})

it(`A thread is reopened at most ${mostReopened} times, because each of them is kept`, async () => {
  const { id } = await say({ text: 'Yes and no.' })
  const by = { id: 'somebody', name: 'Somebody' }
  const at = new Date().toISOString()
  await testApp.payload.db.updateOne({
    collection: 'comments',
    id,
    data: {
      resolutions: Array.from({ length: mostReopened }, () => ({ at, by, reopened: { at, by } })),
    },
  })
  const resolved = await ask('editor', 'post', `/api/comments/${id}/resolve`)
  expect(resolved.body.resolved).not.toBeNull()
  const rows = await everything()
  expectRefusal(await ask('editor', 'post', `/api/comments/${id}/reopen`), 'WRONG_STATE')
  expect(await everything()).toEqual(rows)
})

async function rowsOf(id: string) {
  const { docs } = await testApp.payload.db.find({
    collection: 'comments',
    where: { id: { equals: id } },
  })
  return docs as Record<string, unknown>[]
}

async function plant({ id: _, ...row }: Record<string, unknown>) {
  await testApp.payload.db.create({ collection: 'comments', data: row })
}
