import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TranslationAnswer } from '../../../src/translation/answer.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { buildPhase, buildStation, text } from '../../support/content.ts'
import { storedRows } from '../../support/stored-rows.ts'
import {
  act,
  buildTeam,
  bring,
  edit,
  ledger,
  nobody,
  type Member,
  type Place,
  type Team,
} from '../../support/workflow.ts'

let testApp: TestApp
let team: Team
let phase: string

beforeAll(async () => {
  testApp = await startApp()
  team = await buildTeam(testApp)
  phase = String((await buildPhase(testApp)).id)
})

afterAll(() => testApp.close())

/** A station written in English, and in Spanish where the test says so. */
async function station(spanish: Record<string, unknown> = {}): Promise<Place> {
  const { id } = await buildStation(testApp, { phase })
  const place: Place = { collection: 'stations', id }
  if (Object.keys(spanish).length > 0)
    await edit(testApp, place, { as: team.author, data: spanish, locale: 'es' })
  return place
}

const inSpanish = () => ({
  title: 'Estación',
  summary: 'Una parada.',
  overview: text('Qué pasa aquí.'),
})

const exampleField = 'text'
const example = (words: string) => ({ [exampleField]: text(words) })

function ask(place: Place, { as = team.author, query = '' }: { as?: Member; query?: string } = {}) {
  const get = request(testApp.app).get(`/api/${place.collection}/${place.id}/translation${query}`)
  return as.authorization ? get.set('Authorization', as.authorization) : get
}

async function translation(place: Place): Promise<TranslationAnswer> {
  const { body, status } = await ask(place)
  expect(status).toBe(200)
  return body as TranslationAnswer
}

async function standings(place: Place): Promise<Record<string, string>> {
  const { texts } = await translation(place)
  return Object.fromEntries(texts.map(({ formPath, standing }) => [formPath, standing]))
}

function confirm(place: Place, body: object, { as = team.author }: { as?: Member } = {}) {
  const post = request(testApp.app).post(`/api/${place.collection}/${place.id}/translation/confirm`)
  return (as.authorization ? post.set('Authorization', as.authorization) : post).send(body)
}

describe('A translation', () => {
  it('is missing before anybody wrote it', async () => {
    const place = await station()
    expect(await standings(place)).toEqual({
      title: 'missing',
      summary: 'missing',
      overview: 'missing',
    })
    expect(await translation(place)).toMatchObject({
      standing: 'missing',
      counts: { missing: 3, older: 0, upToDate: 0 },
      locale: 'es',
    })
  })

  it('is up to date once it is written, each text by itself', async () => {
    const place = await station({ title: 'Estación' })
    expect(await standings(place)).toMatchObject({ title: 'upToDate', summary: 'missing' })
  })

  it('is older once its source is saved with other words', async () => {
    const place = await station(inSpanish())
    await edit(testApp, place, { as: team.author, data: { summary: 'A stop, in other words.' } })
    expect(await standings(place)).toEqual({
      title: 'upToDate',
      summary: 'older',
      overview: 'upToDate',
    })
  })

  it('tells what changed in the source since, also over several saves', async () => {
    const place = await station(inSpanish())
    for (const summary of ['A stop on our way.', 'A stop on your way.'])
      await edit(testApp, place, { as: team.author, data: { summary } })
    await edit(testApp, place, { as: team.author, data: { overview: text('What happens there.') } })
    const { texts } = await translation(place)
    const of = (path: string) => texts.find((one) => one.path === path)!
    expect(of('summary')).toMatchObject({
      source: { text: 'A stop on your way.', isHtml: false },
      sinceThen: { kind: 'text', change: 'changed' },
    })
    const { parts } = of('summary').sinceThen as { parts: { change: string; text: string }[] }
    expect(parts.filter(({ change }) => change !== 'same')).toEqual([
      { change: 'removed', marks: {}, text: 'the' },
      { change: 'added', marks: {}, text: 'your' },
    ])
    expect(of('overview')).toMatchObject({
      source: { text: '<p>What happens there.</p>', isHtml: true },
      sinceThen: { kind: 'richText' },
    })
    expect(of('title').sinceThen).toBeNull()
  })

  it('is up to date again once it is written anew, or its source says again what it said', async () => {
    const place = await station(inSpanish())
    const [first] = (await translation(place)).texts.filter(({ path }) => path === 'summary')
    await edit(testApp, place, { as: team.author, data: { summary: 'Other words.' } })
    await edit(testApp, place, {
      as: team.author,
      data: { summary: 'Otras palabras.' },
      locale: 'es',
    })
    expect(await standings(place)).toMatchObject({ summary: 'upToDate' })
    await edit(testApp, place, { as: team.author, data: { title: 'Another title' } })
    expect(await standings(place)).toMatchObject({ title: 'older' })
    const { texts } = await translation(place)
    expect(texts.find(({ path }) => path === 'title')!.sinceThen).not.toBeNull()
    expect(first!.source!.text).toBe('A stop on the way.')
  })

  it('is told apart row by row, whatever order the rows are put in', async () => {
    const place = await station()
    const examples = async (locale: 'en' | 'es') =>
      (
        (await testApp.payload.findByID({
          ...place,
          collection: 'stations',
          depth: 0,
          draft: true,
          locale,
          fallbackLocale: false,
        })) as unknown as { examples: { id: string }[] }
      ).examples
    await edit(testApp, place, {
      as: team.author,
      data: { examples: [example('First'), example('Second')] },
    })
    const written = await examples('es')
    await edit(testApp, place, {
      as: team.author,
      locale: 'es',
      data: {
        examples: written.map((row, at) => ({ ...row, ...example(['Primero', 'Segundo'][at]!) })),
      },
    })
    const [one, two] = await examples('en')
    await edit(testApp, place, {
      as: team.author,
      data: { examples: [{ ...two, ...example('Second, changed') }, one] },
    })
    const found = await standings(place)
    const rows = Object.entries(found).filter(([path]) => path.startsWith('examples.'))
    expect(Object.fromEntries(rows)).toEqual({
      [`examples.0.${exampleField}`]: 'older',
      [`examples.1.${exampleField}`]: 'upToDate',
    })
  })

  it('is no part of the content hash, and nothing of it reaches readers', async () => {
    const place = await station(inSpanish())
    await bring(testApp, place, { to: 'published', team })
    const { body: reader } = await testApp.anonymous().get(`/api/stations/${place.id}`)
    expect(JSON.stringify(reader)).not.toMatch(/upToDate|translations/)
    const { body, status } = await ask(place, { as: nobody })
    expect([status, body.errors[0].code]).toEqual([401, 'NOT_SIGNED_IN'])
  })
})

describe('A translation whose source changed', () => {
  let place: Place
  beforeAll(async () => {
    place = await station(inSpanish())
    await edit(testApp, place, { as: team.author, data: { summary: 'A stop; on the way.' } })
  })

  it.each([
    ['another hash', { contentHash: 'a'.repeat(64), paths: ['summary'] }, 409, 'STALE_CONTENT'],
    ['no hash', { paths: ['summary'] }, 400, 'MALFORMED'],
    ['no texts', { paths: [] }, 400, 'MALFORMED'],
    ['a text there is none of', { paths: ['nothing'] }, 400, 'MALFORMED'],
    ['a text by an inherited name', { paths: ['__proto__'] }, 400, 'MALFORMED'],
  ])('is not confirmed with %s', async (_case, given, status, code) => {
    const { contentHash } = await translation(place)
    const before = await storedRows(testApp, { except: ['users'] })
    const body = 'contentHash' in given || _case === 'no hash' ? given : { contentHash, ...given }
    const answer = await confirm(place, body)
    expect([answer.status, answer.body.errors[0].code]).toEqual([status, code])
    expect(await storedRows(testApp, { except: ['users'] })).toEqual(before)
  })

  it('is not confirmed by somebody who may not edit', async () => {
    const { contentHash } = await translation(place)
    const answer = await confirm(place, { contentHash, paths: ['summary'] }, { as: nobody })
    expect(answer.status).toBe(401)
    expect(await standings(place)).toMatchObject({ summary: 'older' })
  })

  it('is up to date once an editor says that it is right as it is; the text stays the same', async () => {
    const { contentHash } = await translation(place)
    const { body, status } = await confirm(place, { contentHash, paths: ['summary'] })
    expect(status).toBe(200)
    expect(body).toMatchObject({ standing: 'upToDate', contentHash })
    expect(await standings(place)).toMatchObject({ summary: 'upToDate' })
  })

  it('is asked for in a language that content is translated into', async () => {
    const { body, status } = await ask(place, { query: '?locale=en' })
    expect([status, body.errors[0].code]).toEqual([400, 'MALFORMED'])
  })
})

describe('Making public what has an older translation', () => {
  /** Approved, with a Spanish summary that is older than the English one. */
  async function approved(): Promise<Place> {
    const place = await station(inSpanish())
    await edit(testApp, place, { as: team.author, data: { summary: 'Thirty days.' } })
    return bring(testApp, place, { to: 'approved', team })
  }
  const lastEntry = async (type: string) =>
    (await ledger(testApp)).findLast((entry) => entry.type === type)!

  it.each(['publish', 'schedule'] as const)(
    'is refused to a publisher who was asked and did not agree: %s',
    async (action) => {
      const place = await approved()
      const before = await storedRows(testApp, {
        except: ['users', 'ledger_entries', 'ledger_entries_texts'],
      })
      const step = { action, as: team.publisher, acceptOlderTranslation: false }
      await expect(act(testApp, place, step)).rejects.toMatchObject({
        code: 'TRANSLATION_OLDER',
        reasons: [{ path: 'summary.es' }],
      })
      expect(
        await storedRows(testApp, { except: ['users', 'ledger_entries', 'ledger_entries_texts'] }),
      ).toEqual(before)
    },
  )

  it('is done once the publisher agrees, and recorded', async () => {
    const place = await approved()
    await act(testApp, place, {
      action: 'publish',
      as: team.publisher,
      acceptOlderTranslation: true,
    })
    expect((await lastEntry('published')).details.olderTranslations).toEqual({
      accepted: true,
      paths: ['summary.es'],
    })
  })

  it('is recorded too when a client says nothing of it', async () => {
    const place = await approved()
    await act(testApp, place, { action: 'publish', as: team.publisher })
    expect((await lastEntry('published')).details.olderTranslations).toEqual({
      accepted: false,
      paths: ['summary.es'],
    })
  })

  it('is not recorded where every translation is up to date', async () => {
    const place = await bring(testApp, await station(inSpanish()), { to: 'approved', team })
    await act(testApp, place, {
      action: 'publish',
      as: team.publisher,
      acceptOlderTranslation: false,
    })
    expect((await lastEntry('published')).details).not.toHaveProperty('olderTranslations')
  })

  it('takes a yes or no and nothing else', async () => {
    const place = await approved()
    await expect(
      act(testApp, place, {
        action: 'publish',
        as: team.publisher,
        acceptOlderTranslation: 'yes',
      }),
    ).rejects.toMatchObject({ code: 'MALFORMED' })
  })
})

describe('A list of documents', () => {
  it.each(['missing', 'older', 'upToDate'] as const)(
    'can be narrowed to those whose translation is %s',
    async (standing) => {
      const { body } = await request(testApp.app)
        .get(
          `/api/stations?draft=true&limit=0&depth=0&where[_status][equals]=translation:${standing}`,
        )
        .set('Authorization', team.author.authorization!)
      expect(body.docs.length).toBeGreaterThan(0)
      for (const { id } of body.docs as { id: string }[])
        expect((await translation({ collection: 'stations', id })).standing).toBe(standing)
    },
  )

  it('is not narrowed by a standing there is none of', async () => {
    const { body, status } = await request(testApp.app)
      .get('/api/stations?draft=true&where[_status][equals]=translation:perfect')
      .set('Authorization', team.author.authorization!)
    expect([status, body.errors[0].code]).toEqual([400, 'MALFORMED'])
  })

  it('gives readers nothing for it', async () => {
    const { body } = await testApp
      .anonymous()
      .get('/api/stations?where[_status][equals]=translation:older')
    expect(body.docs ?? []).toEqual([])
  })
})
