import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen } from '../../../support/http.ts'
import { startReader, wordsOf, type ReaderSite, type ShownPage } from '../../../support/reader.ts'

let site: ReaderSite
/** One of every kind of page, made of the real content. */
const pages = new Map<string, ShownPage>()

const kinds = [
  '/',
  '/stations/balance-paid',
  '/es/stations/balance-paid',
  '/notices/cp14',
  '/es/notices/cp14',
  '/notices',
  '/forms',
  '/forms/form843',
  '/help',
  '/map',
  '/es/map?notice=cp14',
  '/map?at=balance-paid',
  '/search',
  '/search?q=refund',
  '/search?q=xylophone',
  '/notices/cp9999',
  '/nothing',
] as const

beforeAll(async () => {
  site = await startReader({ content: 'roadmap' })
  for (const path of kinds) pages.set(path, await site.page(path))
  for (const [from, pattern] of [
    ['/help', /^\/help\/./],
    ['/notices/cp14', /^\/steps\/./],
  ] as const) {
    const path = pages.get(from)!.links.find((link) => pattern.test(link))!
    pages.set(path, await site.page(path))
  }
  pages.set('in a preview', await site.page('/', { cookie: 'stationmaster-preview=x' }))
  pages.set('a search that is too long', await site.page(`/search?q=${'x'.repeat(300)}`))
  // An answer that no API gives makes the site fail.
  const broken = await listen((_req, res) => res.end('{"data":{}}'))
  site.askApiAt(broken.origin)
  pages.set('a mistake of the site', await site.page('/es/map?at=a-mistake'))
  await broken.close()
  expect(site.takeMistakes()).toHaveLength(1)
  site.askApiAt()
})
afterAll(() => site.close())

describe('every kind of page', () => {
  it('is there, also in trouble', () => {
    const statuses = [...pages].map(([path, { status }]) => [path, status])
    expect(Object.fromEntries(statuses)).toMatchObject({
      '/stations/balance-paid': 200,
      '/es/map?notice=cp14': 200,
      '/notices/cp9999': 404,
      'in a preview': 401,
      'a search that is too long': 400,
      'a mistake of the site': 500,
    })
    expect(pages.size).toBe(kinds.length + 5)
  })

  it('lets in what comes from its own origin, and nothing inline', () => {
    for (const [path, { headers }] of pages)
      expect([path, headers['content-security-policy']]).toEqual([
        path,
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
      ])
  })

  it('has the other headers that keep readers safe, and none that stands against the policy', () => {
    for (const [path, { headers }] of pages) {
      expect([path, headers]).toMatchObject([
        path,
        {
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'no-referrer',
          'strict-transport-security': expect.stringContaining('max-age='),
          'content-type': 'text/html; charset=utf-8',
          'content-language': path.startsWith('/es') || path.startsWith('a mistake') ? 'es' : 'en',
        },
      ])
      expect(headers['x-frame-options']).toBeUndefined()
      expect(headers['x-powered-by']).toBeUndefined()
    }
  })

  it('has no script, style or handler that stands inline', () => {
    for (const [path, { document }] of pages) {
      const inline = [...document.querySelectorAll('script:not([src])')].filter(
        (script) => script.getAttribute('type') !== 'application/ld+json',
      )
      expect([path, inline.length]).toEqual([path, 0])
      expect(document.querySelectorAll('style, [style], base, iframe, object, embed')).toHaveLength(
        0,
      )
      const handlers = [...document.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes].filter(
          ({ name, value }) => /^on/i.test(name) || /^\s*(javascript|data):/i.test(value),
        ),
      )
      expect([path, handlers]).toEqual([path, []])
    }
  })

  it('brings in nothing of any other host', () => {
    for (const [path, { document }] of pages) {
      const brought = [
        ...document.querySelectorAll('script[src], img, link[rel=stylesheet], link[rel=preload]'),
        ...document.querySelectorAll('link[rel=icon]'),
      ].map((element) => element.getAttribute('src') ?? element.getAttribute('href'))
      expect(brought.length).toBeGreaterThan(3)
      for (const address of brought)
        expect([path, address]).toEqual([path, expect.stringMatching(/^\/\w/)])
      for (const form of document.querySelectorAll('form'))
        expect(form.getAttribute('action')).toMatch(/^\/\w/)
    }
  })

  it('has one heading at its head, a title, a language, and ids that are its own', () => {
    for (const [path, { document }] of pages) {
      expect([path, document.querySelectorAll('h1').length]).toEqual([path, 1])
      expect(document.querySelector('title')?.textContent).toMatch(/\S/)
      expect(document.documentElement.getAttribute('lang')).toMatch(/^(en|es)$/)
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
      expect([path, ids.filter((id, at) => ids.indexOf(id) !== at)]).toEqual([path, []])
      for (const name of ['aria-labelledby', 'aria-describedby', 'for'])
        for (const element of document.querySelectorAll(`[${name}]`))
          expect([path, ids]).toEqual([path, expect.arrayContaining([element.getAttribute(name)])])
    }
  })
})

describe('what is told to search engines', () => {
  it('is JSON, and where the page is', () => {
    for (const [path, page] of pages)
      for (const data of structured(page))
        expect([path, data]).toMatchObject([path, { '@context': 'https://schema.org' }])
    const [, , trail] = ['WebSite', 'FAQPage', 'BreadcrumbList'].map((type) =>
      structured(pages.get('/es/stations/balance-paid')!).find((data) => data['@type'] === type),
    )
    const items = trail!['itemListElement'] as Record<string, unknown>[]
    const shown = [
      ...pages.get('/es/stations/balance-paid')!.document.querySelectorAll('.usa-breadcrumb li'),
    ]
    expect(items.map(({ name }) => name)).toEqual(shown.map((crumb) => wordsOf(crumb)))
    expect(items.map(({ position }) => position)).toEqual(items.map((_item, index) => index + 1))
    const { publicUrl } = site.settings
    expect(items.slice(0, -1).map(({ item }) => item)).toEqual(
      shown
        .slice(0, -1)
        .map((crumb) => publicUrl + crumb.querySelector('a')!.getAttribute('href')!),
    )
    expect(items.at(-1)!['item']).toBe(`${publicUrl}/es/stations/balance-paid`)
  })

  it.each([
    '/stations/balance-paid',
    '/es/stations/balance-paid',
    '/notices/cp14',
    '/es/notices/cp14',
  ])('are the questions of the page with its answers, word for word: %s', (path) => {
    const page = pages.get(path)!
    const faq = structured(page).find((data) => data['@type'] === 'FAQPage')!
    expect(faq['inLanguage']).toBe(path.startsWith('/es') ? 'es' : 'en')
    const questions = faq['mainEntity'] as { name: string; acceptedAnswer: { text: string } }[]
    expect(questions.length).toBeGreaterThan(1)
    for (const { name, acceptedAnswer } of questions) {
      const heading = [...page.document.querySelectorAll('h2')].find(
        ({ textContent }) => textContent === name,
      )
      const { parentElement: section } = heading!
      expect(wordsOf(section)).toContain(wordsIn(acceptedAnswer.text))
      expect(acceptedAnswer.text).not.toMatch(/href="\/|data-/)
    }
  })

  it('is nothing where there is no page', () => {
    for (const path of ['/nothing', '/notices/cp9999', 'in a preview', 'a mistake of the site']) {
      const page = pages.get(path)!
      expect([path, structured(page)]).toEqual([path, []])
      expect(page.document.querySelector('meta[name=robots]')?.getAttribute('content')).toBe(
        'noindex',
      )
    }
  })

  it('is the same page in the other language', () => {
    for (const path of ['/stations/balance-paid', '/es/stations/balance-paid', '/', '/map']) {
      const { document } = pages.get(path)!
      const { publicUrl } = site.settings
      const english = path.replace(/^\/es/, '')
      // Spelled as React spells it, which is the same to browsers.
      const alternates = [...document.querySelectorAll('link[rel=alternate]')]
        .filter((link) => link.hasAttribute('hrefLang'))
        .map((link) => [link.getAttribute('hrefLang'), link.getAttribute('href')])
      expect(alternates).toEqual([
        ['en', publicUrl + english],
        ['es', `${publicUrl}/es${english === '/' ? '' : english}`],
        ['x-default', publicUrl + english],
      ])
    }
  })
})

function structured({ document }: ShownPage): Record<string, unknown>[] {
  return [...document.querySelectorAll('script[type="application/ld+json"]')].map(
    (script) => JSON.parse(script.textContent!) as Record<string, unknown>,
  )
}

function wordsIn(html: string): string {
  const holder = pages.get('/')!.document.createElement('div')
  holder.innerHTML = html
  return wordsOf(holder)
}
