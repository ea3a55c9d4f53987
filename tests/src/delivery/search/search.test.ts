import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchAnswer } from '../../../../src/delivery/search/answer.ts'
import { searchOf } from '../../../../src/delivery/search/live-search.ts'
import { startApp, type TestApp } from '../../../support/app.ts'
import { build, buildStation, revise } from '../../../support/content.ts'
import { expectRefusal } from '../../../support/http.ts'
import { act, bringTo } from '../../../support/review.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startApp({ content: 'roadmap' })
})
afterAll(() => testApp.close())

const ask = async (q: string, more = '') => {
  const { body, status } = await testApp
    .anonymous()
    .get(`/api/search?q=${encodeURIComponent(q)}${more}`)
  expect(status).toBe(200)
  return body as SearchAnswer
}
const titles = ({ docs }: SearchAnswer) => docs.map(({ title }) => title)
const popular = async (locale = 'en') => {
  const { body } = await testApp.anonymous().get(`/api/search/popular?locale=${locale}`)
  return (body.terms as { term: string; pinned: boolean }[]).map(({ term }) => term)
}

describe('search', () => {
  it.each([
    ['cp 14', 'CP14'],
    ['CP-14', 'CP14'],
    ['what does cp2000 mean', 'CP2000'],
    ['letter 1058', 'LT11'],
    ['LTR1058', 'LT11'],
    ['1058', 'LT11'],
    ['433a', 'Form 433-A'],
    ['form 433-A', 'Form 433-A'],
    ['f1040', 'Form 1040'],
  ])('has the document that bears the code first: %s', async (q, code) => {
    const [first] = (await ask(q)).docs
    expect(first!.code ?? first!.number).toBe(code)
  })

  it('finds every code that begins like the one that is being typed', async () => {
    const { docs } = await ask('cp50')
    expect(docs.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['CP501', 'CP503', 'CP504']),
    )
  })

  it.each([
    ['appeals', 'en', 'appealing'],
    ['audit', 'en', 'audited'],
    ['apelación', 'es', 'apelaciones'],
    ['impuesto', 'es', 'impuestos'],
  ])('finds %s (%s) by another of its forms', async (word, locale, form) => {
    const of = async (q: string) => (await ask(q, `&locale=${locale}&limit=50`)).totalDocs
    expect(await of(form)).toBe(await of(word))
    expect(await of(form)).toBeGreaterThan(5)
  })

  it('takes letters with and without accents for the same', async () => {
    const spelled = await ask('auditoría', '&locale=es')
    expect(titles(await ask('AUDITORIA', '&locale=es'))).toEqual(titles(spelled))
  })

  it('finds what is still being typed, and what is mistyped', async () => {
    expect(titles(await ask('colec'))).toEqual([])
    expect(titles(await ask('collecti')).join()).toMatch(/Collection/)
    expect(titles(await ask('colection')).join()).toMatch(/Collection/)
    expect(titles(await ask('apeals confrence'))[0]).toMatch(/Appeals Conference/)
  })

  it('finds by hidden terms, and does not show them', async () => {
    const { docs } = await ask('SNOD')
    expect(docs[0]!.slug).toBe('notice-of-deficiency')
    expect(JSON.stringify(docs[0])).not.toMatch(/SNOD/)
  })

  it('understands synonyms, in both languages', async () => {
    expect(titles(await ask('owe money'))[0]).toMatch(/Balance Due/)
    expect(titles(await ask('I owed money'))[0]).toMatch(/Balance Due/)
    expect(titles(await ask('debo dinero', '&locale=es'))[0]).toMatch(/saldo adeudado/i)
  })

  it('has documents with all of the words before any others, and some of them if none has all', async () => {
    const { docs } = await ask('tax court petition', '&limit=50')
    for (const { collection, id } of docs) {
      const { text } = await testApp.anonymous().get(`/api/${collection}/${id}?depth=0`)
      for (const word of [/tax/i, /court/i, /petition/i]) expect(text).toMatch(word)
    }
    expect((await ask('petition xyzzyx')).totalDocs).toBeGreaterThan(0)
  })

  it('answers in the language that is asked for, with the name of the phase', async () => {
    const [first] = (await ask('CP14', '&locale=es')).docs
    expect(first).toMatchObject({
      title: expect.stringMatching(/Saldo adeudado/),
      phase: { slug: 'collection', name: 'Cobro' },
    })
  })

  it('shows where the words stand, marked, as plain text', async () => {
    const { docs } = await ask('lien')
    for (const { excerpt } of docs) {
      const marked = excerpt!.segments.filter(({ highlighted }) => highlighted)
      for (const { text } of marked) expect(text).toMatch(/^liens?$/i)
      expect(excerpt!.segments.map(({ text }) => text).join('')).not.toMatch(/[<>]/)
    }
    expect(docs[0]!.excerpt!.segments.some(({ highlighted }) => highlighted)).toBe(true)
  })

  it('counts what there is by kind and by phase, each as if nothing were chosen in it', async () => {
    const all = await ask('audit', '&limit=50')
    expect(all.facets.kind.reduce((sum, { count }) => sum + count, 0)).toBe(all.totalDocs)
    const notices = await ask('audit', '&kind=notices&limit=50')
    const inAll = all.facets.kind.find(({ value }) => value === 'notices')!
    expect(notices.totalDocs).toBe(inAll.count)
    expect(notices.facets.kind).toEqual(all.facets.kind)
    for (const { count, slug } of notices.facets.phase)
      expect((await ask('audit', `&kind=notices&phase=${slug}`)).totalDocs).toBe(count)
  })

  it('has every document on one page, in the same order', async () => {
    const all = await ask('audit', '&limit=50')
    const pages = await Promise.all(
      [1, 2, 3, 4, 5].map((page) => ask('audit', `&limit=10&page=${page}`)),
    )
    expect(pages.flatMap(({ docs }) => docs.map(({ id }) => id))).toEqual(
      all.docs.map(({ id }) => id).slice(0, 50),
    )
    expect(pages[0]).toMatchObject({ page: 1, hasPrevPage: false, hasNextPage: true })
    expect((await ask('audit', '&page=999')).docs).toEqual([])
  })

  it('answers nothing with nothing', async () => {
    for (const q of ['', '   ', '…?!', 'xyzzyxq'])
      expect(await ask(q)).toMatchObject({
        docs: [],
        totalDocs: 0,
        facets: { kind: [], phase: [] },
      })
  })

  it('answers over GraphQL what it answers over REST', async () => {
    const { body } = await testApp.graphql(
      `{ search(q: "lien", limit: 3, locale: es) { totalDocs docs { collection id slug code number title summary score phase { slug } excerpt { field segments { text highlighted } } } facets { kind { value count } phase { slug count } } }
         popularSearches(locale: es) { term pinned } }`,
    )
    expect(body.errors).toBeUndefined()
    const { search } = body.data as unknown as { search: SearchAnswer }
    const overRest = await ask('lien', '&limit=3&locale=es')
    expect(search.totalDocs).toBe(overRest.totalDocs)
    expect(search.docs.map(({ id }) => id)).toEqual(overRest.docs.map(({ id }) => id))
    expect(search.docs[0]!.excerpt).toEqual(overRest.docs[0]!.excerpt)
  })
})

describe('a search that cannot be made', () => {
  it.each([
    ['', 'q'],
    [`?q=${'tax '.repeat(1000)}`, 'q'],
    ['?q=a&q=b', 'q'],
    ['?q=audit&locale=xx', 'locale'],
    ['?q=audit&page=-1', 'page'],
    ['?q=audit&page=0', 'page'],
    ['?q=audit&page=1.5', 'page'],
    ['?q=audit&limit=0', 'limit'],
    ['?q=audit&limit=51', 'limit'],
    ['?q=audit&kind=users', 'kind'],
    ['?q=audit&kind=constructor', 'kind'],
  ])('is refused in words: /api/search%s', async (search, about) => {
    const response = await testApp.anonymous().get(`/api/search${search}`)
    expectRefusal(response, 'MALFORMED')
    expect(response.body.errors[0].message).toContain(`“${about}”`)
  })

  it('over GraphQL is refused with the same code', async () => {
    for (const args of [
      'q: "audit", page: -1',
      'q: "audit", limit: 0',
      'q: "audit", kind: "users"',
    ]) {
      const { body } = await testApp.graphql(`{ search(${args}) { totalDocs } }`)
      expect(body.errors![0]!.extensions.code).toBe('MALFORMED')
    }
  })

  it('has no phase that is not there', async () => {
    expect((await ask('audit', '&phase=no-such-phase')).docs).toEqual([])
  })
})

describe('the index follows the ledger', () => {
  const found = async (q: string) => (await ask(q)).docs.map(({ id }) => id)

  it('from the moment of a publication to that of the withdrawal, and never a draft', async () => {
    const { id, slug } = await buildStation(testApp, {
      title: 'Quokkafirst',
      searchTerms: ['quokkahidden'],
      state: 'approved',
    })
    const place = { collection: 'stations' as const, id: String(id) }
    const before = await ask('quokkafirst')
    expect(before).toMatchObject({ totalDocs: 0, facets: { kind: [], phase: [] } })

    await act(testApp, { ...place, action: 'publish' })
    expect(await found('quokkafirst')).toEqual([id])
    expect(await found('quokkahidden')).toEqual([id])

    await revise(testApp, { ...place, title: 'Quokkasecond' })
    expect(await found('quokkasecond')).toEqual([])
    expect(await found('quokkafirst')).toEqual([id])

    await bringTo(testApp, { ...place, state: 'published' })
    expect(await found('quokkasecond')).toEqual([id])
    expect(await found('quokkafirst')).toEqual([])

    await act(testApp, { ...place, action: 'withdraw' })
    expect(await found('quokkasecond')).toEqual([])
    expect(await found(slug)).not.toContain(id)
  })

  it('with synonyms, which count once a second person approved them', async () => {
    const { id } = await build(testApp, {
      collection: 'synonyms',
      data: { name: 'Zyzzyva', typed: ['zyzzyva quetzalwort'], meant: ['offer in compromise'] },
    })
    expect((await ask('zyzzyva quetzalwort')).totalDocs).toBe(0)
    await bringTo(testApp, { collection: 'synonyms', id: String(id), state: 'published' })
    expect(titles(await ask('zyzzyva quetzalworts')).join()).toMatch(/Offer in Compromise/i)
  })
})

describe('popular searches', () => {
  const search = async (q: string, times: number) => {
    for (let time = 0; time < times; time += 1) await ask(q)
  }
  const stored = async () => {
    await searchOf(testApp.payload).popular.store()
    const { docs } = await testApp.payload.find({
      collection: 'search-counts',
      limit: 0,
      pagination: false,
    })
    return docs.map(({ count, language, term }) => [language, term, count])
  }

  it('begin with the pinned terms of the language, in their order', async () => {
    expect((await popular('en')).slice(0, 2)).toEqual(['balance due', 'CP2000'])
    expect((await popular('es')).slice(0, 2)).toEqual(['saldo adeudado', 'CP2000'])
  })

  it('are written down from the fifth time on, and not before', async () => {
    await search('federal tax lien', 4)
    expect(JSON.stringify(await stored())).not.toContain('lien')
    expect(await popular()).not.toContain('federal tax lien')
    await search('Federal  Tax LIEN', 1)
    expect(await stored()).toContainEqual(['en', 'federal tax lien', 5])
    expect(await popular()).toContain('federal tax lien')
    await search('federal tax lien', 2)
    expect(await stored()).toContainEqual(['en', 'federal tax lien', 7])
    expect(await popular('es')).not.toContain('federal tax lien')
  })

  it('are not counted again for the pages of one search, or when nothing is found', async () => {
    for (let page = 2; page < 12; page += 1) await ask('levy', `&page=${page}`)
    await search('xyzzyxq', 6)
    expect(JSON.stringify(await stored())).not.toMatch(/levy|xyzzy/)
  })

  it('never hold a number or an address of somebody', async () => {
    await search('lien 123-45-6789', 6)
    await search('lien jane@example.org', 6)
    expect(JSON.stringify(await stored())).not.toMatch(/123|jane/)
  })

  it('are counted over GraphQL too, also for the same question again', async () => {
    for (let time = 0; time < 5; time += 1)
      await testApp.graphql('{ search(q: "installment agreement") { totalDocs } }')
    await stored()
    expect(await popular()).toContain('installment agreement')
  })

  it('leave out what is blocked, in any spelling', async () => {
    await search('notice of levy', 5)
    await stored()
    expect(await popular()).toContain('notice of levy')
    const { id } = await build(testApp, {
      collection: 'popular-terms',
      data: { term: 'Notice of Lévy', language: 'en', treatment: 'blocked' },
    })
    await bringTo(testApp, { collection: 'popular-terms', id: String(id), state: 'published' })
    expect(await popular()).not.toContain('notice of levy')
  })

  it('are kept over GraphQL until others are searched for more, or editors decide otherwise', async () => {
    const asked = async () => {
      const { body, headers } = await testApp
        .anonymous()
        .post('/api/graphql')
        .send({ query: '{ popularSearches { term } }' })
      const { popularSearches } = body.data as { popularSearches: { term: string }[] }
      return [headers['x-cache'], popularSearches.map(({ term }) => term)]
    }
    const [, before] = await asked()
    expect(await asked()).toEqual(['hit', before])
    await search('lien', 1)
    await stored()
    expect(await asked()).toEqual(['hit', before])
    await search('wage garnishment', 40)
    await stored()
    const [from, after] = await asked()
    expect([from, after]).toEqual(['miss', expect.arrayContaining(['wage garnishment'])])
    expect(await popular()).toEqual(after)
    const { id } = await build(testApp, {
      collection: 'popular-terms',
      data: { term: 'wage garnishment', language: 'en', treatment: 'blocked' },
    })
    expect((await asked())[0]).toBe('hit')
    await bringTo(testApp, { collection: 'popular-terms', id: String(id), state: 'published' })
    expect(await asked()).toEqual(['miss', expect.not.arrayContaining(['wage garnishment'])])
  })

  it('show readers nothing of what editors blocked', async () => {
    const { status, text } = await testApp.anonymous().get('/api/popular-terms')
    expect(status).toBe(401)
    expect(text).not.toContain('Lévy')
    const { body } = await testApp.graphql('{ PopularTerms { docs { term } } }')
    expect(body.errors![0]!.extensions.code).toBe('NOT_SIGNED_IN')
  })
})
