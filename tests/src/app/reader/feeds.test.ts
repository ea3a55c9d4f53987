import { DOMParser } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, buildPhase, buildStation, revise, text } from '../../../support/content.ts'
import { block, linkTo, linkToDocument, paragraph, run, textOf } from '../../../support/lexical.ts'
import { startReader, type ReaderSite } from '../../../support/reader.ts'

let site: ReaderSite
let origin: string
let step: { id: string }

beforeAll(async () => {
  site = await startReader()
  origin = site.settings.publicUrl
  const phase = await buildPhase(site, { slug: 'collection', name: 'Collection' })
  const other = await buildStation(site, {
    phase: phase.id,
    slug: 'paid',
    title: 'Paid & done <all> "good" \u0008[x]',
    state: 'published',
  })
  await build(site, {
    collection: 'notices',
    state: 'published',
    data: { code: 'CP14', title: 'You owe', summary: 'S.', overview: text('It means.') },
  })
  step = await build(site, {
    collection: 'steps',
    state: 'published',
    data: { slug: 'call', title: 'Call us', follows: 'then', body: text('Call **today**.') },
  })
  const owing = await buildStation(site, {
    phase: phase.id,
    slug: 'owing',
    title: 'You owe',
    summary: 'You owe tax.',
    overview: textOf(
      paragraph(
        run('Read '),
        linkToDocument('stations', other.id, 'what follows'),
        run(' or '),
        linkTo('https://www.irs.gov/payments', 'pay'),
        run(' <b>now</b> & well.'),
      ),
      block('heading', [run('If you cannot pay')], { tag: 'h3' }),
      block('list', [block('listitem', [run('Ask for time.')], { value: 1 })], {
        listType: 'bullet',
        tag: 'ul',
        start: 1,
      }),
    ),
    whatItMeans: text('It means much.'),
    steps: [step.id],
    connections: [{ to: other.id, condition: 'you pay' }],
    state: 'published',
  })
  await revise(site, {
    collection: 'stations',
    id: owing.id,
    locale: 'es',
    title: 'Usted debe',
    summary: 'Usted debe impuestos.',
    overview: text('Usted debe.'),
    state: 'published',
  })
})
afterAll(() => site.close())

describe('the sitemap', () => {
  it('has every page in each language it is written in, with the others', async () => {
    const { headers, status, text: sent } = await site.ask({ path: '/sitemap.xml' })
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('application/xml; charset=utf-8')
    const urls = [...parsed(sent).querySelectorAll('url')].map((url) => ({
      loc: url.querySelector('loc')!.textContent,
      lastmod: url.querySelector('lastmod')?.textContent ?? null,
      alternates: [...url.querySelectorAll('[hreflang]')].map((link) => [
        link.getAttribute('hreflang'),
        link.getAttribute('href'),
      ]),
    }))
    const both = [
      ['en', `${origin}/stations/owing`],
      ['es', `${origin}/es/stations/owing`],
    ]
    for (const loc of [`${origin}/stations/owing`, `${origin}/es/stations/owing`])
      expect(urls).toContainEqual({ loc, lastmod: expect.any(String), alternates: both })
    expect(urls.map(({ loc }) => loc)).not.toContain(`${origin}/es/stations/paid`)
    for (const { lastmod } of urls)
      if (lastmod) expect(new Date(lastmod).toISOString()).toBe(lastmod)
  })

  it('leads to pages that are there, under the address they call their own', async () => {
    const { text: sent } = await site.ask({ path: '/sitemap.xml' })
    const locs = [...parsed(sent).querySelectorAll('loc')].map(({ textContent }) => textContent!)
    expect(locs).toContain(`${origin}/steps/${step.id}`)
    for (const loc of locs) {
      const { document, status } = await site.page(loc.slice(origin.length) || '/')
      const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href')
      expect([loc, status, canonical]).toEqual([loc, 200, loc])
      expect([loc, document.querySelector('meta[name=robots]')]).toEqual([loc, null])
    }
  })
})

describe('robots.txt', () => {
  it('keeps robots from what is not for readers, and shows them the sitemap', async () => {
    const { headers, text: sent } = await site.ask({ path: '/robots.txt' })
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(sent.split('\n')).toEqual([
      'User-agent: *',
      'Disallow: /admin',
      'Disallow: /preview',
      'Disallow: /search',
      'Disallow: /es/search',
      `Sitemap: ${origin}/sitemap.xml`,
      '',
    ])
  })
})

describe('llms.txt', () => {
  it.each([
    ['/llms.txt', 'Taxpayer Roadmap', '/stations/owing.md'],
    ['/es/llms.txt', 'Mapa del contribuyente', '/es/stations/owing.md'],
  ])('says what the site is, and leads to its pages as Markdown: %s', async (path, name, page) => {
    const { headers, text: sent } = await site.ask({ path })
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(sent).toMatch(new RegExp(`^# ${name}\n\n> .+\n`))
    const links = [...sent.matchAll(/^- \[(?:[^\\\]]|\\.)+\]\(([^)]+)\)$/gm)].map(([, to]) => to!)
    expect(links).toContain(origin + page)
    expect(links).toHaveLength([...sent.matchAll(/^- /gm)].length)
    for (const link of links) {
      const { headers: ofPage, status } = await site.ask({ path: link.slice(origin.length) })
      expect([link, status]).toEqual([link, 200])
      expect(ofPage['content-type']).toBe('text/markdown; charset=utf-8')
    }
  })
})

describe('the feed', () => {
  it.each([
    ['/feed.xml', 'en', 'You owe'],
    ['/es/feed.xml', 'es', 'Usted debe'],
  ])('says what changed last, as RFC 4287 wants it: %s', async (path, language, title) => {
    const { headers, text: sent } = await site.ask({ path })
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    const feed = parsed(sent).querySelector('feed')!
    expect(feed.getAttribute('xml:lang')).toBe(language)
    expect(feed.querySelector('link[rel=self]')?.getAttribute('href')).toBe(origin + path)
    const entries = [...feed.querySelectorAll('entry')].map((entry) => ({
      id: entry.querySelector('id')!.textContent!,
      title: entry.querySelector('title')!.textContent!,
      updated: entry.querySelector('updated')!.textContent!,
      link: entry.querySelector('link')!.getAttribute('href')!,
    }))
    expect(entries.map((entry) => entry.title)).toContain(title)
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    const times = entries.map(({ updated }) => Date.parse(updated))
    expect(times).toEqual([...times].sort((one, other) => other - one))
    expect(feed.querySelector('updated')?.textContent).toBe(entries[0]!.updated)
    for (const { link } of entries)
      expect((await site.ask({ path: link.slice(origin.length) })).status).toBe(200)
  })

  it('holds no character that XML cannot, and shows every other', async () => {
    const { text: sent } = await site.ask({ path: '/feed.xml' })
    // eslint-disable-next-line no-control-regex
    expect(sent).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/)
    const titles = [...parsed(sent).querySelectorAll('entry title')].map((one) => one.textContent)
    expect(titles).toContain('Paid & done <all> "good" [x]')
    expect(titles).toContain('CP14: You owe')
  })
})

describe('a page as Markdown', () => {
  it('has its headings, texts, steps and links in full, and nothing of HTML', async () => {
    const { headers, text: sent } = await site.ask({ path: '/stations/owing.md' })
    expect(headers['content-type']).toBe('text/markdown; charset=utf-8')
    const headings = [...sent.matchAll(/^(#+) (.+)$/gm)].map(([, level, words]) => [level, words])
    expect(headings.slice(0, 3)).toEqual([
      ['#', 'You owe'],
      ['##', 'Station overview'],
      ['###', 'If you cannot pay'],
    ])
    expect(headings.map(([, words]) => words)).toEqual(
      expect.arrayContaining(['What are my next steps?', 'Where the way leads next']),
    )
    expect(sent).toMatch(/^ *#* *.*Call us/m)
    expect(sent).toContain('- Ask for time.')
    expect(sent).toContain(`[what follows](${origin}/stations/paid)`)
    expect(sent).toContain('[pay](https://www.irs.gov/payments)')
    expect(sent).toContain('\\<b>now\\</b> & well.')
    expect(sent).toContain(`Source: <${origin}/stations/owing>`)
    expect(sent.replace(/\\</g, '').replace(/<https?:[^>]+>/g, '')).not.toMatch(/<[a-z/!]/i)
    for (const [, to] of sent.matchAll(/\]\(([^)]*)\)/g)) expect(to).toMatch(/^https?:\/\//)
  })

  it('leads from page to page, also within the page', async () => {
    for (const path of ['/index.md', '/es/index.md', '/map.md', '/notices/cp14.md', '/forms.md']) {
      const { status, text: sent } = await site.ask({ path })
      expect([path, status]).toEqual([path, 200])
      for (const [, to] of sent.matchAll(/(?<!\\)\]\(([^)]*)\)/g))
        expect(to).toMatch(/^https?:\/\//)
    }
  })

  it('is named by the page, and at the end of it', async () => {
    for (const [path, markdown] of [
      ['/', '/index.md'],
      ['/es', '/es/index.md'],
      ['/stations/owing', '/stations/owing.md'],
    ] as const) {
      const { document, links } = await site.page(path)
      const named = document.querySelector('link[type="text/markdown"]')?.getAttribute('href')
      expect(named).toBe(origin + markdown)
      expect(links).toContain(markdown)
    }
  })
})

function parsed(xml: string) {
  return new DOMParser().parseFromString(xml, 'text/xml')
}
