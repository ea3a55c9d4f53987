import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Phase, Station } from '../../../src/payload-types.ts'
import { startApp, type PersonName, type TestApp } from '../../support/app.ts'
import { buildPhase, buildStation, revise, text } from '../../support/content.ts'
import { storedRows } from '../../support/stored-rows.ts'

let testApp: TestApp
let phase: Phase
/** Live, and with a newer draft. */
let station: Station

beforeAll(async () => {
  testApp = await startApp()
  phase = (await buildPhase(testApp, { name: 'Collection', slug: 'collection' })) as Phase
  station = (await buildStation(testApp, {
    phase: phase.id,
    state: 'published',
    title: 'Balance Paid',
    slug: 'balance-paid',
  })) as Station
  await revise(testApp, { collection: 'stations', id: station.id, title: 'Balance Paid, drafted' })
})

afterAll(() => testApp.close())

const page = `query ($slug: String!, $locale: LocaleInputType) {
  stationBySlug(slug: $slug, locale: $locale) { title summary }
  address(collection: "stations", name: $slug) { path }
  Stations { totalDocs }
}`

async function ask(
  unsaved: unknown,
  {
    as = 'editor',
    slug = 'balance-paid',
    locale = 'en',
    query = page,
  }: { as?: PersonName | null; slug?: string; locale?: string; query?: string } = {},
) {
  const post = testApp.anonymous().post('/api/graphql')
  if (as) post.set('Authorization', await testApp.authorization(as))
  return post.send({ query, variables: { slug, locale }, extensions: { unsaved } })
}

const changed = (data: Record<string, unknown>, more = {}) => ({
  collection: 'stations',
  id: station.id,
  locale: 'en',
  data,
  ...more,
})

const stored = () => storedRows(testApp, { except: ['users'] })

describe('A text that was not saved', () => {
  it('is shown as readers would see it, over the newest draft and all that is live', async () => {
    const { body, headers, status } = await ask(changed({ summary: 'As I type.' }))
    expect(status).toBe(200)
    expect(body.data.stationBySlug).toEqual({
      title: 'Balance Paid, drafted',
      summary: 'As I type.',
    })
    expect(headers).toMatchObject({
      'cache-control': 'private, no-store',
      'x-cache': 'bypass',
      'x-robots-tag': 'noindex, nofollow',
      'x-preview-content-hash': expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  it('is in one language, and leaves the others as they are', async () => {
    const spanish = changed({ title: 'Saldo pagado', summary: 'Todo.' }, { locale: 'es' })
    const { body } = await ask(spanish, { locale: 'es' })
    expect(body.data.stationBySlug).toEqual({ title: 'Saldo pagado', summary: 'Todo.' })
    const { body: english } = await ask(spanish)
    expect(english.data.stationBySlug.title).toBe('Balance Paid, drafted')
  })

  it('may be of a document that was never saved', async () => {
    const unsaved = {
      collection: 'stations',
      locale: 'en',
      data: {
        title: 'A new stop',
        slug: 'a-new-stop',
        summary: 'New.',
        kind: 'stop',
        phase: phase.id,
        overview: text('What is new.'),
      },
    }
    const { body } = await ask(unsaved, { slug: 'a-new-stop' })
    expect(body.data).toEqual({
      stationBySlug: { title: 'A new stop', summary: 'New.' },
      address: { path: '/stations/a-new-stop' },
      Stations: { totalDocs: 2 },
    })
  })

  it('is found under the address that it would have', async () => {
    const { body } = await ask(changed({ slug: 'all-paid' }), { slug: 'all-paid' })
    expect(body.data.stationBySlug.title).toBe('Balance Paid, drafted')
  })

  it('is shown whatever state the form says it is in', async () => {
    const { body } = await ask(changed({ summary: 'As I type.', _status: 'published' }))
    expect(body.data.stationBySlug.summary).toBe('As I type.')
  })

  it('is read as by somebody without a role', async () => {
    const { body } = await ask(changed({}), { query: '{ Users { totalDocs } }' })
    expect(body.errors[0].extensions.code).toBe('NOT_SIGNED_IN')
  })

  it('is stored nowhere: no version, no entry, no answer that is kept', async () => {
    const before = await stored()
    await ask(changed({ title: 'Never stored' }))
    await ask(changed({ slug: 'not a slug!' }))
    await ask({ collection: 'stations', locale: 'en', data: { title: 'Never there' } })
    expect(await stored()).toEqual(before)
    const { body } = await testApp.graphql(
      '{ stationBySlug(slug: "balance-paid") { title } Stations { totalDocs } }',
    )
    expect(body.data).toEqual({
      stationBySlug: { title: 'Balance Paid' },
      Stations: { totalDocs: 1 },
    })
  })

  it('is shown at the same time as another one, each to its own', async () => {
    const titles = ['One', 'Two', 'Three', 'Four', 'Five']
    const answers = await Promise.all(titles.map((title) => ask(changed({ title }))))
    expect(answers.map(({ body }) => body.data.stationBySlug.title)).toEqual(titles)
  })
})

describe('A text that cannot be shown', () => {
  const nothingChanges = async (work: () => Promise<void>) => {
    const before = await stored()
    await work()
    expect(await stored()).toEqual(before)
  }

  it('says what its fields must hold', () =>
    nothingChanges(async () => {
      const { body, status } = await ask(changed({ slug: 'Not A Slug' }))
      expect(status).toBe(400)
      expect(body.errors[0]).toMatchObject({
        code: 'INVALID_FIELDS',
        data: { errors: [{ path: 'slug' }] },
      })
    }))

  it.each<[string, unknown]>([
    ['of a type without names', { collection: 'users', locale: 'en', data: {} }],
    ['in a language there is not', { collection: 'stations', locale: 'fr', data: {} }],
    ['without fields', { collection: 'stations', locale: 'en' }],
    ['that is none', 'a text'],
  ])('is refused: %s', (_what, unsaved) =>
    nothingChanges(async () => {
      const { body, status } = await ask(unsaved)
      expect({ status, code: body.errors[0].code }).toEqual({ status: 400, code: 'MALFORMED' })
    }),
  )

  it('is refused of a document that there is not', () =>
    nothingChanges(async () => {
      const { status } = await ask(changed({}, { id: 'nobody' }))
      expect(status).toBe(404)
    }))

  it('is refused from somebody without an account', () =>
    nothingChanges(async () => {
      const { body, status } = await ask(changed({ title: 'Mine' }), { as: null })
      expect({ status, code: body.errors[0].code }).toEqual({ status: 401, code: 'NOT_SIGNED_IN' })
    }))

  it('changes nothing with a mutation', () =>
    nothingChanges(async () => {
      const { body } = await ask(changed({ title: 'Mine' }), {
        query: `mutation { logoutUser }`,
      })
      expect(body.errors[0].message).toMatch(/only reads|Cannot query field/)
    }))
})
