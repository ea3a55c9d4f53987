import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { buildPhase, text } from '../support/content.ts'
import {
  createDraft,
  draftOf,
  expectInvalid,
  expectNothingStored,
  newest,
  publish,
  saveDraft,
  submit,
  take,
  type Editable,
  type Saved,
} from '../support/editing.ts'
import { expectRefusal } from '../support/http.ts'

let testApp: TestApp

beforeAll(async () => {
  testApp = await startApp()
})

afterAll(() => testApp.close())

/** What each content type needs before it can become public. */
const needed: [Editable, string[]][] = [
  ['phases', ['name', 'order', 'slug', 'summary']],
  ['stations', ['overview', 'phase', 'slug', 'summary', 'title']],
  ['notices', ['code', 'overview', 'summary', 'title']],
  ['steps', ['body', 'slug', 'title']],
  ['forms', ['number', 'purpose', 'title']],
  ['help-organizations', ['name', 'slug', 'whatTheyDo']],
]

describe('A half-finished draft', () => {
  it.each(needed)('of %s is stored without anything in it', async (collection) => {
    const { id } = await draftOf(testApp, collection, {})
    expect(await newest(testApp, collection, id)).toMatchObject({ id, _status: 'draft' })
  })

  it.each(needed)(
    'of %s cannot be submitted, and is told all it lacks',
    async (collection, lacks) => {
      const { id } = await draftOf(testApp, collection, {})
      await expectNotReady(() => submit(testApp, collection, id), lacks)
    },
  )

  it.each(needed)('of %s is not found by readers', async (collection) => {
    const { id } = await draftOf(testApp, collection, {})
    expectRefusal(await testApp.anonymous().get(`/api/${collection}/${id}`), 'NOT_FOUND')
  })

  it.each(['', '?draft=true'])('cannot be published past the review: PATCH %s', async (query) => {
    const { id } = await draftOf(testApp, 'stations', { title: `Half a station ${query}` })
    const answer = await expectNothingStored(testApp, async () =>
      testApp
        .anonymous()
        .patch(`/api/stations/${id}${query}`)
        .set('Authorization', await testApp.authorization('publisher'))
        .send({ _status: 'published' }),
    )
    expectRefusal(answer, 'USE_WORKFLOW')
  })

  it('cannot be made public in one go', async () => {
    const answer = await expectNothingStored(testApp, async () =>
      testApp
        .anonymous()
        .post('/api/stations')
        .set('Authorization', await testApp.authorization('publisher'))
        .send({ title: 'Half a station', _status: 'published' }),
    )
    expectRefusal(answer, 'USE_WORKFLOW')
  })

  it('cannot be published by override either', async () => {
    const { id } = await draftOf(testApp, 'phases', { name: 'Half a line', order: 1 })
    const answer = await take(testApp, {
      action: 'override',
      collection: 'phases',
      id,
      as: 'administrator',
      reason: 'It is urgent.',
    })
    expectRefusal(answer, 'REQUIREMENTS_NOT_MET')
    expect(placesOf(answer)).toEqual(['summary'])
    expectRefusal(await testApp.anonymous().get(`/api/phases/${id}`), 'NOT_FOUND')
  })

  it('cannot be submitted with a row that lacks its parts', async () => {
    const phase = await buildPhase(testApp)
    const { id } = await draftOf(testApp, 'stations', {
      title: 'A row to finish',
      phase: phase.id,
      summary: 'Nearly done.',
      overview: text('What happens here.'),
      connections: [{ condition: 'If you pay' }],
    })
    await expectNotReady(() => submit(testApp, 'stations', id), ['connections.0.to'])
  })

  it('cannot be submitted with text that exists in Spanish alone', async () => {
    const { id } = await draftOf(
      testApp,
      'steps',
      { title: 'Solo en español', slug: 'solo', body: text('Qué hacer.') },
      { locale: 'es' },
    )
    await expectNotReady(() => submit(testApp, 'steps', id), ['body', 'title'])
  })

  it.each(['   ', '\u00a0'])(
    'cannot be submitted with nothing but space in it: %j',
    async (space) => {
      const { id } = await draftOf(testApp, 'steps', {
        title: 'Nothing to do',
        slug: `nothing-${space.length}-${space.charCodeAt(0)}`,
        body: text('&nbsp;'),
      })
      await saveDraft(testApp, 'steps', id, { title: space })
      await expectNotReady(() => submit(testApp, 'steps', id), ['body', 'title'])
    },
  )

  it('can be published once it has all it needs', async () => {
    const { id } = await draftOf(testApp, 'steps', { title: 'Finish me' })
    const { status } = await publish(testApp, 'steps', id, { body: text('What to do.') })
    expect(status).toBe(200)
    const { body } = await testApp.anonymous().get(`/api/steps/${id}`)
    expect(body).toMatchObject({ title: 'Finish me', _status: 'published' })
  })

  it.each(['en', 'es'] as const)(
    'may be longer than a page has room for; then it cannot be submitted: %s',
    async (locale) => {
      const { id } = await draftOf(testApp, 'steps', {
        title: 'A title',
        slug: `long-title-${locale}`,
        body: text('What to do.'),
      })
      await saveDraft(testApp, 'steps', id, { title: 't'.repeat(161) }, { locale })
      await expectNotReady(() => submit(testApp, 'steps', id), [`title.${locale}`])
    },
  )

  it('may have lists beyond their limits; then it cannot be submitted', async () => {
    const { id } = await draftOf(testApp, 'notices', {
      code: 'CP777',
      title: 'Beyond',
      summary: 'All beyond.',
      overview: text('What it is.'),
      searchTerms: ['w'.repeat(81)],
      aliases: Array.from({ length: 21 }, (_, at) => `LTR${at}`),
    })
    await expectNotReady(() => submit(testApp, 'notices', id), ['aliases', 'searchTerms.en'])
  })
})

/** Expects that a document goes no further because of exactly these fields, all of them told at once. */
async function expectNotReady(step: () => Promise<Saved>, places: string[]): Promise<void> {
  const answer = await expectNothingStored(testApp, step)
  expectRefusal(answer, 'REQUIREMENTS_NOT_MET')
  expect(placesOf(answer)).toEqual(places)
}

function placesOf({ body }: Saved): unknown[] {
  return (body.errors ?? []).map(({ path }) => path).sort()
}

describe('A malformed value', () => {
  const organization = {
    name: 'Three mistakes',
    slug: 'Three Mistakes',
    url: 'irs.gov',
    phones: [
      { label: 'Fine', number: '877-777-4778' },
      { label: 'Wrong', number: 'call us' },
    ],
    sourcing: { source: 'a colleague' },
  }
  const problems = {
    slug: /cannot be an address/,
    url: /is not a web address/,
    'phones.1.number': /is not a phone number/,
    'sourcing.source': /is not a web address/,
  }

  it('is refused in a new draft together with all others', async () => {
    await expectInvalid(
      testApp,
      () => createDraft(testApp, 'help-organizations', organization),
      problems,
    )
  })

  it('is refused in a draft over an existing document together with all others', async () => {
    const { id } = await draftOf(testApp, 'help-organizations', { name: 'No mistake yet' })
    await expectInvalid(
      testApp,
      () => saveDraft(testApp, 'help-organizations', id, organization),
      problems,
    )
  })

  it('is refused over GraphQL together with all others', async () => {
    const { id } = await draftOf(testApp, 'help-organizations', { name: 'No mistake, either' })
    const { body } = await expectNothingStored(testApp, () =>
      testApp.graphql(
        `mutation ($id: String!, $phones: [mutationHelpOrganizationUpdate_PhonesInput]) {
          updateHelpOrganization(id: $id, draft: true, data: { url: "irs.gov", phones: $phones }) { id }
        }`,
        { as: 'editor', variables: { id, phones: [{ label: 'Wrong', number: 'call us' }] } },
      ),
    )
    expect(body.errors).toMatchObject([
      {
        extensions: {
          code: 'INVALID_FIELDS',
          data: { errors: [{ path: 'phones.0.number' }, { path: 'url' }] },
        },
      },
    ])
  })

  it('is refused on the way to the public', async () => {
    const { id } = await draftOf(testApp, 'help-organizations', { name: 'Not live' })
    await expectInvalid(
      testApp,
      () => publish(testApp, 'help-organizations', id, organization),
      problems,
    )
  })

  it('is refused in a duplicate', async () => {
    const { id } = await draftOf(testApp, 'help-organizations', { name: 'To be copied' })
    await expectInvalid(
      testApp,
      async () =>
        testApp
          .anonymous()
          .post(`/api/help-organizations/${id}/duplicate?draft=true`)
          .set('Authorization', await testApp.authorization('editor'))
          .send({ url: 'irs.gov' }),
      { url: /is not a web address/ },
    )
  })
})

describe('A value of the wrong kind is refused in a draft', () => {
  const nobody = '00000000-0000-4000-8000-000000000000'

  it.each<[string, Editable, Record<string, unknown>]>([
    ['a choice that is not offered', 'stations', { kind: 'crossing' }],
    ['a way to follow that is not offered', 'steps', { follows: 'before' }],
    ['a unit that is not offered', 'notices', { deadline: { count: 2, unit: 'fortnights' } }],
    ['a language that is not offered', 'help-organizations', { languages: ['en', 'xx'] }],
    ['a certainty that is not offered', 'stations', { sourcing: { certainty: 'very' } }],
    ['a phase that does not exist', 'stations', { phase: nobody }],
    ['a phase that is no id', 'stations', { phase: 'collection' }],
    ['a step that does not exist', 'stations', { steps: [nobody] }],
    ['a notice that does not exist', 'notices', { relatedNotices: [nobody] }],
    ['a form that supersedes and does not exist', 'forms', { supersededBy: nobody }],
    ['a day that is no day', 'stations', { sourcing: { checkedOn: 'last Tuesday' } }],
    ['a place on the line that is a word', 'stations', { order: 'first' }],
    ['a title that is an object', 'stations', { title: { words: 'Balance Paid' } }],
    ['a title that is a list', 'stations', { title: ['Balance', 'Paid'] }],
    ['rows that are no list', 'help-organizations', { phones: { 0: { label: 'Line' } } }],
    ['rows that are words', 'help-organizations', { phones: ['877-777-4778'] }],
    ['a group that is a list', 'notices', { deadline: [{ count: 30 }] }],
    ['a group that is a word', 'notices', { deadline: 'soon' }],
    ['a list of terms that is an object', 'stations', { searchTerms: { 0: 'paid' } }],
  ])('%s', async (_what, collection, data) => {
    const answer = await expectNothingStored(testApp, () => createDraft(testApp, collection, data))
    expectRefusal(answer, 'INVALID_FIELDS')
  })
})
