import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, buildPhase, buildStation, revise, text } from '../../../support/content.ts'
import { startReader, type ReaderSite } from '../../../support/reader.ts'

let site: ReaderSite

beforeAll(async () => {
  site = await startReader()
  const phase = await buildPhase(site, { slug: 'collection' })
  const station = (slug: string, more: object) =>
    buildStation(site, { phase: phase.id, slug, title: slug, state: 'published', ...more })
  const { id } = await station('balance-paid', { title: 'Balance paid' })
  await revise(site, {
    collection: 'stations',
    id,
    locale: 'es',
    title: 'Saldo pagado',
    summary: 'Usted pagó.',
    overview: text('Usted ya no debe nada.'),
    state: 'published',
  })
  await station('appeal', { title: 'Appeal' })
  await station('in-the-works', { title: 'Not yet', state: 'draft' })
  await build(site, {
    collection: 'notices',
    state: 'published',
    data: { code: 'CP14', title: 'You owe', summary: 'S.', overview: text('It means.') },
  })
})
afterAll(() => site.close())

describe('an address where nothing is', () => {
  it.each([
    '/stations/balance-payd',
    '/station/balance-paid',
    '/balance-paid',
    '/stations/balance',
  ])('offers the page that comes near: %s', async (path) => {
    const { links, status, words } = await site.page(path)
    expect(status).toBe(404)
    expect(words).toContain('There is no such page')
    expect(words).toContain('Perhaps you were looking for Balance paid')
    expect(links).toContain('/stations/balance-paid')
    expect(links).not.toContain('/stations/appeal')
  })

  it('offers search, is in no list of search engines, and is kept by no cache', async () => {
    const { document, headers } = await site.page('/stations/zzzzzzzz')
    expect(document.querySelector('main form[action="/search"]')).not.toBeNull()
    expect(document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex')
    expect(document.querySelector('link[rel=canonical]')).toBeNull()
    expect(headers['cache-control']).toBe('private, no-store')
  })

  it('is told in Spanish under /es, with the Spanish pages', async () => {
    const { document, links, status, words } = await site.page('/es/stations/balance-payd')
    expect(status).toBe(404)
    expect(document.documentElement.getAttribute('lang')).toBe('es')
    expect(words).toContain('Esta página no existe')
    expect(words).toContain('Quizás buscaba Saldo pagado')
    expect(words).not.toContain('El mapa está en español y en inglés.')
    expect(links).toContain('/es/stations/balance-paid')
  })

  it.each(['/fr/stations/balance-paid', '/zh-TW/map', '/de', '/es-MX', '/fr/en'])(
    'in a language that nothing is written in says which there are: %s',
    async (path) => {
      const { status, words } = await site.page(path)
      expect(status).toBe(404)
      expect(words).toContain('The roadmap is in English and Spanish.')
    },
  )

  it.each([
    ['/en', '/'],
    ['/en/', '/'],
    ['/en/stations/balance-paid', '/stations/balance-paid'],
    ['/en/stations/balance-paid.md', '/stations/balance-paid.md'],
    ['/en/index.md', '/index.md'],
    ['/en/map?at=balance-paid', '/map?at=balance-paid'],
    ['/en/notices?code=CP+14', '/notices?code=CP+14'],
    ['/en/nothing', '/nothing'],
    ['/en//elsewhere.example', '/elsewhere.example'],
  ])('with the prefix of English leads for good to the one without: %s', async (from, to) => {
    const { headers, status } = await site.ask({ path: from })
    expect([status, headers.location, headers['cache-control']]).toEqual([
      301,
      to,
      'private, no-store',
    ])
  })

  it('has no prefix of English below that of Spanish', async () => {
    expect((await site.page('/es/en/stations/balance-paid')).status).toBe(404)
  })

  it('is not found as Markdown either', async () => {
    for (const path of ['/stations/in-the-works.md', '/notices/nothing.md', '/nothing.md']) {
      const { headers, status, text } = await site.page(path)
      expect(status).toBe(404)
      expect(headers['content-type']).toBe('text/markdown; charset=utf-8')
      expect(text).toMatch(/^# There is no /)
      expect(text).not.toMatch(/<\w/)
    }
  })

  it('is the same for a draft as for nothing', async () => {
    const [draft, nothing] = await Promise.all(
      ['in-the-works', 'is-no-way'].map((slug) => site.page(`/stations/${slug}`)),
    )
    expect(draft!.status).toBe(404)
    expect(draft!.text.replaceAll('in-the-works', 'is-no-way')).toBe(nothing!.text)
  })
})

describe('an address that cannot be meant', () => {
  it.each([
    '/%E0',
    '/stations/%E0%A4%A',
    '/es/%FF/x',
    '/stations/%00',
    '/stations/..%2F..%2Fapi%2Fusers',
    '/notices/%25',
    '/notices/%E2%82%AC',
    '/forms/%22%3E%3Cscript%3E',
    '/steps/not-an-id',
    '/steps/%27%20OR%201=1',
    '/help/__proto__',
    '/constructor',
    '/toString/valueOf',
    '/stations/balance-paid/more',
    `/stations/${'x'.repeat(5_000)}`,
    `/notices/${'9'.repeat(5_000)}`,
    '/es/es',
    '/es/sitemap.xml',
  ])('is not found, and no mistake of ours: %s', async (path) => {
    const { document, status } = await site.page(path)
    expect([path, status]).toEqual([path, 404])
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    expect(site.takeMistakes()).toEqual([])
  })

  it('is told in the language it begins with', async () => {
    const { document, words } = await site.page('/es/%FF/x')
    expect(document.documentElement.getAttribute('lang')).toBe('es')
    expect(words).toContain('Esta página no existe')
  })

  it('is put right where nothing but slashes is wrong', async () => {
    for (const path of [
      '/stations/balance-paid/',
      '//stations//balance-paid',
      '/es/stations/balance-paid/',
    ])
      expect((await site.page(path)).status).toBe(200)
  })
})

describe('a search', () => {
  it.each(['', '/es'])(
    'of a thousand words is refused with what to do instead: %s/search',
    async (prefix) => {
      const { document, status, words } = await site.page(
        `${prefix}/search?q=${'word+'.repeat(1_000)}`,
      )
      expect(status).toBe(400)
      expect(words).toContain(
        prefix ? 'Use 200 caracteres como máximo' : 'Use at most 200 characters',
      )
      expect(document.querySelector(`main form[action="${prefix}/search"]`)).not.toBeNull()
    },
  )

  it('without words asks for some', async () => {
    for (const path of ['/search', '/search?q=', '/search?q=++']) {
      const { status, words } = await site.page(path)
      expect(status).toBe(200)
      expect(words).toContain('Type a code or a few words')
    }
  })

  it.each([
    'q=balance&kind=nothing',
    'q=balance&phase=nothing',
    'q=balance&page=0',
    'q=balance&page=-1',
    'q=balance&page=1e9',
    'q=balance&page=%00',
    'q=%00',
    'q=%E0',
    'q=%2522%27)(*:^',
    'q=%F0%9F%92%B8',
  ])('with parts that cannot be meant is answered: %s', async (parameters) => {
    const { status } = await site.page(`/search?${parameters}`)
    expect(status).toBe(200)
    expect(site.takeMistakes()).toEqual([])
  })

  it('that finds nothing says what to try', async () => {
    const { status, words } = await site.page('/search?q=xylophone')
    expect(status).toBe(200)
    expect(words).toContain('Nothing on the roadmap has the words “xylophone”.')
    expect(words).toContain('What you can try')
  })
})

describe('the map', () => {
  it.each([
    'at=nothing',
    'line=nothing',
    'notice=CP9999',
    'at=%E0',
    'at=balance-paid&at=x',
    'notice=%00',
  ])('is whole where its address names nothing: %s', async (parameters) => {
    const { status, words } = await site.page(`/map?${parameters}`)
    expect(status).toBe(200)
    expect(words).toContain('Balance paid')
    expect(words).toContain('Appeal')
  })
})

describe('HEAD', () => {
  it.each([
    ['/', 200],
    ['/stations/balance-paid', 200],
    ['/stations/balance-paid.md', 200],
    ['/notices/CP14', 301],
    ['/nothing', 404],
    ['/search?q=balance', 200],
    ['/sitemap.xml', 200],
  ])('answers %s as GET does, without a body', async (path, status) => {
    const head = await site.ask({ method: 'HEAD', path })
    const get = await site.ask({ path })
    expect([head.status, head.text]).toEqual([status, ''])
    for (const name of [
      'content-type',
      'location',
      'cache-control',
      'content-security-policy',
      'etag',
    ])
      expect([name, head.headers[name]]).toEqual([name, get.headers[name]])
  })

  it('is, with GET, the only way to ask', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      expect((await site.ask({ method, path: '/stations/balance-paid' })).status).toBe(405)
  })
})
