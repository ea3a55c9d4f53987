import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { build, buildStation, text } from '../support/content.ts'
import { draftOf, newest, publish, saveDraft, type Document } from '../support/editing.ts'

let testApp: TestApp
let step: Document
let station: Document

beforeAll(async () => {
  testApp = await startApp()
  step = (await build(testApp, {
    collection: 'steps',
    state: 'published',
    data: { title: 'Check the letter', slug: 'check', follows: 'then', body: text('Look at it.') },
  })) as unknown as Document
  await publish(
    testApp,
    'steps',
    step.id,
    { title: 'Revise la carta', body: text('Mírela.') },
    { locale: 'es' },
  )
  station = (await buildStation(testApp, {
    state: 'published',
    title: 'Balance Paid',
    slug: 'balance-paid',
    summary: 'You paid it all.',
    whatItMeans: text('You owe nothing.'),
    steps: [step.id],
    searchTerms: ['paid in full'],
  })) as unknown as Document
  // The summary and what it means stay untranslated.
  await saveDraft(
    testApp,
    'stations',
    station.id,
    { title: 'Saldo pagado', overview: text('Qué ocurre aquí.'), searchTerms: ['pagué todo'] },
    { locale: 'es' },
  )
  await publish(testApp, 'stations', station.id)
})

afterAll(() => testApp.close())

const read = async (query: string) =>
  (await testApp.anonymous().get(`/api/stations/${station.id}?${query}`)).body as Document

describe('A page is read', () => {
  it('in English when no language is asked for', async () => {
    expect(await read('')).toMatchObject({ title: 'Balance Paid', searchTerms: ['paid in full'] })
  })

  it('in Spanish when Spanish is asked for', async () => {
    expect(await read('locale=es')).toMatchObject({
      title: 'Saldo pagado',
      searchTerms: ['pagué todo'],
    })
  })

  it('in English where a field has no Spanish text', async () => {
    expect(await read('locale=es')).toMatchObject({ summary: 'You paid it all.' })
  })

  it('without what is untranslated, when a client does not want the other language', async () => {
    const spanish = await read('locale=es&fallback-locale=none')
    expect(spanish).toMatchObject({ title: 'Saldo pagado' })
    expect(spanish['summary'] ?? null).toBeNull()
  })

  it('in all languages at once', async () => {
    expect(await read('locale=all')).toMatchObject({
      title: { en: 'Balance Paid', es: 'Saldo pagado' },
      summary: { en: 'You paid it all.' },
    })
  })

  it('with the documents it names in the same language', async () => {
    expect(await read('locale=es&depth=1')).toMatchObject({
      steps: [{ title: 'Revise la carta' }],
    })
  })

  it('over GraphQL with what it must have, when a client does not want the other language', async () => {
    const { body } = await testApp.graphql(
      '{ stationBySlug(slug: "balance-paid", locale: es, fallbackLocale: none) { title summary whatItMeans } }',
    )
    expect(body.data).toEqual({
      stationBySlug: { title: 'Saldo pagado', summary: 'You paid it all.', whatItMeans: null },
    })
  })

  it('over GraphQL in the language asked for, with the documents it names', async () => {
    const { body } = await testApp.graphql(
      '{ stationBySlug(slug: "balance-paid", locale: es) { title summary steps { title } } }',
    )
    expect(body.data).toEqual({
      stationBySlug: {
        title: 'Saldo pagado',
        summary: 'You paid it all.',
        steps: [{ title: 'Revise la carta' }],
      },
    })
  })

  it('over GraphQL in two languages in one question', async () => {
    const { body } = await testApp.graphql(`{
      en: stationBySlug(slug: "balance-paid", locale: en) { title steps { title } }
      es: stationBySlug(slug: "balance-paid", locale: es) { title steps { title } }
    }`)
    expect(body.data).toEqual({
      en: { title: 'Balance Paid', steps: [{ title: 'Check the letter' }] },
      es: { title: 'Saldo pagado', steps: [{ title: 'Revise la carta' }] },
    })
  })

  it('by lists in the language asked for', async () => {
    const { body } = await testApp.anonymous().get('/api/stations?locale=es')
    expect(body.docs).toMatchObject([{ title: 'Saldo pagado' }])
  })

  it('by a condition on its title in the language asked for', async () => {
    const find = (locale: string) =>
      testApp.anonymous().get(`/api/stations?locale=${locale}&where[title][equals]=Saldo pagado`)
    expect((await find('es')).body.totalDocs).toBe(1)
    expect((await find('en')).body.totalDocs).toBe(0)
  })
})

describe('A draft', () => {
  it('in one language leaves the text in the other alone', async () => {
    const { id } = await draftOf(testApp, 'stations', { title: 'One', summary: 'First.' })
    await saveDraft(
      testApp,
      'stations',
      id,
      { title: 'Uno', summary: 'Primero.' },
      { locale: 'es' },
    )
    await saveDraft(testApp, 'stations', id, { title: 'One again' })
    expect(await newest(testApp, 'stations', id, { locale: 'all' })).toMatchObject({
      title: { en: 'One again', es: 'Uno' },
      summary: { en: 'First.', es: 'Primero.' },
    })
  })

  it('in Spanish does not show to readers before it is published', async () => {
    await saveDraft(
      testApp,
      'stations',
      station.id,
      { summary: 'Usted pagó todo.' },
      { locale: 'es' },
    )
    expect(await read('locale=es')).toMatchObject({ summary: 'You paid it all.' })
  })

  it('keeps what has no language the same in both', async () => {
    const { id } = await draftOf(testApp, 'stations', { title: 'Ordered', order: 3 })
    await saveDraft(testApp, 'stations', id, { order: 4 }, { locale: 'es' })
    expect(await newest(testApp, 'stations', id)).toMatchObject({ title: 'Ordered', order: 4 })
  })
})
