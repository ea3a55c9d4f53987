import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { startApp, type PersonName, type TestApp } from '../../support/app.ts'
import { build, buildPhase, buildStation, revise, text } from '../../support/content.ts'
import { bringTo } from '../../support/review.ts'
import { storedRows } from '../../support/stored-rows.ts'

let testApp: TestApp
let phase: { id: string }
/** Live, and with a newer draft. */
let revised: { id: string }
/** Never published. */
let unborn: { id: string }
let names: Record<PersonName, string>

interface Place {
  collection: string
  id: string
}

beforeAll(async () => {
  testApp = await startApp()
  phase = await buildPhase(testApp, { slug: 'exam' })
  const stations = { phase: phase.id }
  revised = await buildStation(testApp, { ...stations, slug: 'audit', state: 'published' })
  unborn = await buildStation(testApp, { ...stations, slug: 'unborn', title: 'The newcomer' })
  await revise(testApp, {
    collection: 'stations',
    id: revised.id,
    slug: 'examination',
    title: 'An examination',
    as: 'editor2',
  })
  await revise(testApp, {
    collection: 'stations',
    id: revised.id,
    locale: 'es',
    title: 'Una auditoría',
    as: 'reviewer',
  })
  const people = ['editor', 'editor2', 'reviewer', 'publisher', 'administrator'] as const
  names = Object.fromEntries(
    await Promise.all(
      people.map(async (name) => [name, ((await testApp.person(name)) as { name: string }).name]),
    ),
  ) as typeof names
})

afterAll(() => testApp.close())

afterEach(() => {
  vi.useRealTimers()
})

const question = `query ($locale: LocaleInputType) {
  preview(locale: $locale) {
    endsAt
    madeBy
    documents {
      collection id name title path isDraft isLive contentHash lastChangedAt writtenBy
    }
  }
}`

async function make(documents: Place[], { as = 'editor' as PersonName, ...more } = {}) {
  const { body } = await testApp
    .anonymous()
    .post('/api/previews')
    .set('Authorization', await testApp.authorization(as))
    .send({ documents, ...more })
    .expect(201)
  return body as {
    token: string
    expiresAt: string
    documents: (Place & { contentHash: string })[]
  }
}

function ask(token?: string, { locale = 'en', query = question } = {}) {
  const post = testApp.anonymous().post('/api/graphql')
  if (token !== undefined) post.set('Authorization', `Preview ${token}`)
  return post.send({ query, variables: { locale } })
}

const station = (id: string) => ({ collection: 'stations', id })

async function shown(documents: Place[]) {
  const { body } = await ask((await make(documents)).token)
  return body.data.preview.documents
}

describe('Whoever reads with a preview', () => {
  it('is told until when, by whom, which documents are drafts, and in whose words', async () => {
    const before = await storedRows(testApp, { except: ['previews', 'users'] })
    const made = await make([station(revised.id), station(unborn.id)], { as: 'publisher' })
    const { body, status } = await ask(made.token)
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        data: {
          preview: {
            endsAt: made.expiresAt,
            madeBy: names.publisher,
            documents: [
              {
                ...station(revised.id),
                name: 'examination',
                title: 'An examination',
                path: '/stations/examination',
                isDraft: true,
                isLive: true,
                contentHash: made.documents[0]!.contentHash,
                lastChangedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
                writtenBy: [names.editor2, names.reviewer],
              },
              {
                ...station(unborn.id),
                name: 'unborn',
                title: 'The newcomer',
                path: '/stations/unborn',
                isDraft: true,
                isLive: false,
                contentHash: made.documents[1]!.contentHash,
                lastChangedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
                writtenBy: [names.editor],
              },
            ],
          },
        },
      },
    })
    expect(await storedRows(testApp, { except: ['previews', 'users'] })).toEqual(before)
  })

  it('is told in Spanish, with English titles where there are no others', async () => {
    const { token } = await make([station(revised.id), station(unborn.id)])
    const { body } = await ask(token, { locale: 'es' })
    expect(body.data.preview.documents).toMatchObject([
      { title: 'Una auditoría', path: '/es/stations/examination' },
      { title: 'The newcomer', path: '/es/stations/unborn' },
    ])
  })

  it('may ask in both languages at once', async () => {
    const { token } = await make([station(revised.id)])
    const query = `{
      es: preview(locale: es) { documents { title } }
      en: preview(locale: en) { documents { title } }
    }`
    expect((await ask(token, { query })).body.data).toEqual({
      es: { documents: [{ title: 'Una auditoría' }] },
      en: { documents: [{ title: 'An examination' }] },
    })
  })

  it('finds the page of each document by its path, as it is in the draft', async () => {
    const texts = { summary: 'S.', purpose: 'P.', overview: text('O.'), body: text('B.') }
    const made = await Promise.all(
      (
        [
          ['notices', { code: 'CP 75', title: 'Letter', kind: 'notice' }],
          ['forms', { number: 'Form 843', title: 'Claim', kind: 'form' }],
          ['help-organizations', { slug: 'clinic', name: 'The clinic', whatTheyDo: text('W.') }],
          ['steps', { slug: 'call', title: 'Call', follows: 'then' }],
          ['phases', { slug: 'line', name: 'Line', order: 9 }],
        ] as const
      ).map(async ([collection, data]) => ({
        collection,
        ...(await build(testApp, { collection, data: { ...texts, ...data } })),
      })),
    )
    const [, , , step] = made
    expect(await shown(made.map(({ collection, id }) => ({ collection, id })))).toMatchObject([
      { name: 'CP 75', title: 'Letter', path: '/notices/cp75' },
      { name: 'Form 843', title: 'Claim', path: '/forms/form843' },
      { name: 'clinic', title: 'The clinic', path: '/help/clinic' },
      { name: 'call', title: 'Call', path: `/steps/${step!.id}` },
      { name: 'line', title: 'Line', path: null },
    ])
  })

  it('sees a draft that has neither a title nor a name yet', async () => {
    const { id } = await build(testApp, { collection: 'stations', data: { summary: 'S.' } })
    expect(await shown([station(id)])).toMatchObject([
      { id, name: null, title: null, path: null, isDraft: true, isLive: false },
    ])
  })

  it('is told nothing of what is for the team alone', async () => {
    const { id } = await build(testApp, {
      collection: 'popular-terms' as never,
      data: { term: 'blocked words', language: 'en', treatment: 'blocked' },
    })
    const { token } = await make([{ collection: 'popular-terms', id }, station(unborn.id)])
    const { body, text: answer } = await ask(token)
    expect(body.data.preview.documents).toMatchObject([{ id: unborn.id }])
    expect(answer).not.toContain('blocked words')
  })

  it('is told of fifty documents', async () => {
    const many: Place[] = []
    for (let number = 0; number < 50; number += 1)
      many.push(station((await buildStation(testApp, { phase: phase.id })).id))
    const { body, status } = await ask((await make(many)).token)
    expect(status).toBe(200)
    expect(body.data.preview.documents.map(({ id }: Place) => id)).toEqual(many.map(({ id }) => id))
  })
})

describe('A document of a preview', () => {
  it('is a draft no more once it was published, in nobody’s words', async () => {
    const { id } = await buildStation(testApp, { phase: phase.id })
    const { token } = await make([station(id)])
    await bringTo(testApp, { ...station(id), state: 'published' } as never)
    const { body } = await ask(token)
    expect(body.data.preview.documents).toMatchObject([
      { isDraft: false, isLive: true, writtenBy: [] },
    ])
  })

  it('is a draft that is not live once it was withdrawn', async () => {
    const { id } = await buildStation(testApp, { phase: phase.id, state: 'withdrawn' })
    expect(await shown([station(id)])).toMatchObject([{ isDraft: true, isLive: false }])
  })

  it('is not there once it was deleted', async () => {
    const { id } = await buildStation(testApp, { phase: phase.id })
    const { token } = await make([station(id), station(unborn.id)])
    await testApp.payload.delete({
      collection: 'stations',
      id,
      overrideAccess: false,
      user: await testApp.person('editor'),
    })
    const { body, headers } = await ask(token)
    expect(headers['x-preview-content-hash']).toMatch(/^none, /)
    expect(body.data.preview.documents.map((one: Place) => one.id)).toEqual([unborn.id])
  })
})

describe('The names of people', () => {
  const rename = async (name: PersonName, to: string) => {
    const { id } = await testApp.person(name)
    await testApp.payload.update({
      collection: 'users',
      id,
      data: { name: to },
      overrideAccess: false,
      user: await testApp.person('administrator'),
    })
  }

  it('are those that stand in their accounts at this moment', async () => {
    const { token } = await make([station(revised.id)], { as: 'editor2' })
    await rename('editor2', 'Robin Reyes')
    const { body } = await ask(token)
    await rename('editor2', names.editor2)
    expect(body.data.preview).toMatchObject({
      madeBy: 'Robin Reyes',
      documents: [{ writtenBy: ['Robin Reyes', names.reviewer] }],
    })
  })

  it('are left out where an account has an address for mail in place of one', async () => {
    const { token } = await make([station(revised.id)], { as: 'editor2' })
    await rename('editor2', 'editor2@stationmaster.test')
    const { body, text: answer } = await ask(token)
    await rename('editor2', names.editor2)
    expect(body.data.preview).toMatchObject({
      madeBy: null,
      documents: [{ writtenBy: [names.reviewer] }],
    })
    expect(answer).not.toContain('@')
  })

  it('come without ids and addresses of accounts', async () => {
    const { token } = await make([station(revised.id), station(unborn.id)])
    const { text: answer } = await ask(token)
    expect(answer).not.toContain('@')
    for (const name of Object.keys(names) as PersonName[])
      expect(answer).not.toContain(String((await testApp.person(name)).id))
    const query = '{ preview { makerId documents { contributors { id } } } }'
    const { body } = await ask(token, { query })
    expect(body.errors.map(({ message }: Error) => message)).toEqual([
      expect.stringMatching(/^Cannot query field "makerId" on type "Preview"/),
      expect.stringMatching(/^Cannot query field "contributors" on type "PreviewedDocument"/),
    ])
  })
})

describe('Whoever reads without a preview', () => {
  it('is told that there is none, which may be kept', async () => {
    const { token } = await make([station(revised.id)])
    const query = '{ preview { endsAt documents { title } } }'
    const first = await ask(undefined, { query })
    expect([first.status, first.body]).toEqual([200, { data: { preview: null } }])
    expect((await ask(token, { query })).body.data.preview.documents).toEqual([
      { title: 'An examination' },
    ])
    const again = await ask(undefined, { query })
    expect([again.headers['x-cache'], again.text]).toEqual(['hit', first.text])
  })

  it('is told so with a role, too', async () => {
    const { body } = await testApp.graphql(question, { as: 'administrator' })
    expect(body).toEqual({ data: { preview: null } })
  })

  it('is refused with a token whose time is up', async () => {
    const { token } = await make([station(revised.id)], { hours: 1 } as object)
    vi.useFakeTimers({ now: Date.now() + 3_601_000, toFake: ['Date'] })
    const { body, status } = await ask(token)
    expect([status, body.data, body.errors[0].code]).toEqual([401, undefined, 'PREVIEW_EXPIRED'])
  })
})

describe('A text that was not saved', () => {
  const unsaved = async (data: object) => {
    const { body } = await testApp
      .anonymous()
      .post('/api/graphql')
      .set('Authorization', await testApp.authorization('editor'))
      .send({
        query: question,
        extensions: { unsaved: { collection: 'stations', locale: 'en', ...data } },
      })
    return body.data.preview
  }

  it('is the one draft of a preview that has no end, in the words of whoever writes it', async () => {
    const before = await storedRows(testApp, { except: ['users'] })
    const written = { title: 'A new stop', slug: 'a-new-stop', summary: 'New.', phase: phase.id }
    expect(await unsaved({ data: written })).toMatchObject({
      endsAt: null,
      madeBy: names.editor,
      documents: [
        {
          title: 'A new stop',
          path: '/stations/a-new-stop',
          isDraft: true,
          isLive: false,
          writtenBy: [names.editor],
        },
      ],
    })
    expect(await storedRows(testApp, { except: ['users'] })).toEqual(before)
  })

  it('names also those who wrote what it is laid over', async () => {
    expect((await unsaved({ id: revised.id, data: { title: 'Mine' } })).documents).toMatchObject([
      { isLive: true, writtenBy: [names.editor2, names.reviewer, names.editor] },
    ])
  })
})
