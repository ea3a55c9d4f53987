import { readFileSync } from 'node:fs'
import { parse } from 'graphql'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { measureQuestion } from '../../../src/http/measure-question.ts'
import { graphqlSchema } from '../../../src/http/graphql-schema.ts'
import { findEntries } from '../../../src/ledger/read.ts'
import { locales } from '../../../src/locales.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { buildStation, revise } from '../../support/content.ts'
import { expectRefusal } from '../../support/http.ts'

interface Page {
  collection: string
  id: string
  name: string
  title: string
  locale: string
  path: string
  lastModified: string
  contentHash: string
  written: boolean
  alternates: { locale: string; path: string; written: boolean }[]
}

let testApp: TestApp
let pages: Page[]

beforeAll(async () => {
  testApp = await startApp({ content: 'roadmap' })
  pages = (await get('/api/pages')).body.pages
})
afterAll(() => testApp.close())

describe('the list of pages', () => {
  it('has every live document that has a page, in each language', async () => {
    for (const collection of ['stations', 'notices', 'forms', 'steps', 'help-organizations']) {
      const { body } = await get(`/api/${collection}?limit=1&depth=0`)
      expect([collection, pagesOf(collection, 'en').length]).toEqual([collection, body.totalDocs])
      expect(pagesOf(collection, 'es').length).toBeGreaterThan(0)
    }
    expect(pagesOf('phases', 'en')).toEqual([])
  })

  it('gives each page its address, by name, by key or by id', () => {
    const pathsOf = (collection: string, name: string) =>
      pages.filter((page) => page.collection === collection && page.name === name).map(pathOf)
    expect(pathsOf('stations', 'balance-paid')).toEqual([
      '/stations/balance-paid',
      '/es/stations/balance-paid',
    ])
    expect(pathsOf('notices', 'CP14')).toEqual(['/notices/cp14', '/es/notices/cp14'])
    expect(pathsOf('forms', 'Form 843')[0]).toBe('/forms/form843')
    const [step] = pagesOf('steps', 'en')
    expect(step!.path).toBe(`/steps/${step!.id}`)
    expect(pagesOf('help-organizations', 'en')[0]!.path).toMatch(/^\/help\/[a-z-]+$/)
    expect(new Set(pages.map(pathOf)).size).toBe(pages.length)
  })

  it('says when what a page says became public, as the ledger has it, and its content hash', async () => {
    const req = await createLocalReq({}, testApp.payload)
    const published = await findEntries(req, { type: { equals: 'published' } })
    const last = new Map(
      published.map(({ at, contentHash, documentCollection, documentId }) => [
        `${documentCollection}/${documentId}`,
        { lastModified: at, contentHash },
      ]),
    )
    for (const { collection, contentHash, id, lastModified } of pages)
      expect({ lastModified, contentHash }).toEqual(last.get(`${collection}/${id}`))
  })

  it('names for each page all languages that it has a title in, and whether it is written in them', () => {
    for (const { alternates, collection, id, locale, path, written } of pages) {
      const same = pages.filter((page) => page.collection === collection && page.id === id)
      expect(alternates).toEqual(
        same.map((page) => ({ locale: page.locale, path: page.path, written: page.written })),
      )
      expect(alternates).toContainEqual({ locale, path, written })
    }
  })

  it('says of every page of the seed that it is written in both languages', () => {
    expect(pages.filter(({ written }) => !written).map(pathOf)).toEqual([])
  })

  it('is narrowed to one language, and the same over GraphQL', async () => {
    for (const { code } of locales) {
      const { body } = await get(`/api/pages?locale=${code}`)
      expect(body.pages).toEqual(pages.filter(({ locale }) => locale === code))
    }
    const fields =
      'collection id name title locale path lastModified contentHash written alternates { locale path written }'
    const { body } = await testApp.graphql(`{ pages { ${fields} } }`)
    expect(body).toEqual({ data: { pages } })
    const { body: spanish } = await testApp.graphql(`{ pages(locale: es) { path } }`)
    expect(spanish.data).toEqual({
      pages: pages.filter(({ locale }) => locale === 'es').map(({ path }) => ({ path })),
    })
  })

  it('is kept, and made anew when something becomes public under another name', async () => {
    const place = { collection: 'stations', id: pagesOf('stations', 'en')[0]!.id } as const
    expect((await get('/api/pages?locale=es')).headers['x-cache']).toBe('hit')
    const { headers } = await get('/api/pages')
    expect(headers['surrogate-key']?.split(' ')).toContain('stations')
    await revise(testApp, { ...place, state: 'published', slug: 'named-anew' })
    const { body } = await get('/api/pages?locale=es')
    const page = body.pages.find(({ id }: Page) => id === place.id)
    expect(page.path).toBe('/es/stations/named-anew')
    expect(page.lastModified > pagesOf('stations', 'en')[0]!.lastModified).toBe(true)
  })

  it('counts a page in a language only when it has a title in it', async () => {
    const { id } = await buildStation(testApp, { state: 'published', title: 'In English alone' })
    const found = async () => {
      const { body } = await get('/api/pages')
      return body.pages.filter((page: Page) => page.id === id)
    }
    const [english, ...others] = await found()
    expect(others).toEqual([])
    expect(english).toMatchObject({ locale: 'en', alternates: [{ locale: 'en' }] })
    await revise(testApp, {
      collection: 'stations',
      id,
      locale: 'es',
      state: 'published',
      title: 'También en español',
    })
    expect((await found()).map(({ locale, title }: Page) => [locale, title])).toEqual([
      ['en', 'In English alone'],
      ['es', 'También en español'],
    ])
  })

  it.each(['xx', 'en&locale=es', '__proto__'])('refuses the language %s', async (locale) => {
    expectRefusal(await get(`/api/pages?locale=${locale}`), 'MALFORMED')
  })
})

describe.each([
  ['stations', 'station-page', 'slug', 'stationBySlug'],
  ['notices', 'notice-page', 'code', 'noticeByCode'],
] as const)('a whole page of %s', (collection, file, by, read) => {
  const query = readFileSync(`docs/front-ends/queries/${file}.graphql`, 'utf8')

  it('is had in one question, for every one of them and in every language', async () => {
    for (const { name, locale, title } of (await get('/api/pages')).body.pages.filter(
      (page: Page) => page.collection === collection,
    ) as Page[]) {
      const { body } = await testApp.graphql(query, { variables: { [by]: name, locale } })
      expect(body.errors, name).toBeUndefined()
      const data = body.data as unknown as Record<string, Record<string, unknown>>
      expect(data[read]).toMatchObject({ [by]: name, title })
      expect(data['address']).toMatchObject({ name, moved: false, withdrawn: false })
    }
  })

  it('stays far from every limit for readers', () => {
    const { schema } = graphqlSchema(testApp.payload.config)
    const variables = { [by]: 'x', locale: 'es' }
    const measures = measureQuestion(parse(query), { schema, variables })
    expect(measures.map(({ measure }) => measure)).toEqual(['fields', 'depth', 'aliases', 'tokens'])
    expect(measures[0]!.found).toBeGreaterThan(1_000)
    for (const { found, measure, most } of measures)
      expect(found, measure).toBeLessThan(measure === 'depth' ? most / 2 : most / 3)
  })
})

function pagesOf(collection: string, locale: string): Page[] {
  return pages.filter((page) => page.collection === collection && page.locale === locale)
}

function pathOf({ path }: Page): string {
  return path
}

function get(at: string) {
  return testApp.anonymous().get(at)
}
