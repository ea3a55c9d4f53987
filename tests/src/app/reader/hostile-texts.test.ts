import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, buildPhase, buildStation, text } from '../../../support/content.ts'
import { run, paragraph, textOf } from '../../../support/lexical.ts'
import { startReader, type ReaderSite } from '../../../support/reader.ts'

/** What somebody could write who wants to be markup, and what a page shows of it. */
const hostile = `"'></script></main><script>alert(1)</script><img src=x onerror=alert(1)><!--`

let site: ReaderSite
let step: { id: string }

beforeAll(async () => {
  site = await startReader()
  const phase = await buildPhase(site, {
    slug: 'line',
    name: hostile,
    summary: hostile,
    marker: '<',
  })
  const rich = textOf(paragraph(run(hostile)))
  const helper = await build(site, {
    collection: 'help-organizations',
    state: 'published',
    data: {
      slug: 'helper',
      name: hostile,
      abbreviation: '"><b>',
      whatTheyDo: rich,
      whoIsEligible: rich,
      hours: hostile,
      phones: [{ label: hostile, number: '+18777774778', tty: true }],
    },
  })
  const form = await build(site, {
    collection: 'forms',
    state: 'published',
    data: { number: '"><img src=x>', title: hostile, purpose: hostile },
  })
  step = await build(site, {
    collection: 'steps',
    state: 'published',
    data: {
      slug: 'step',
      title: hostile,
      follows: 'then',
      body: rich,
      alternatives: [{ situation: 'agree', heading: hostile, body: rich, forms: [form.id] }],
    },
  })
  const next = await buildStation(site, {
    phase: phase.id,
    slug: 'next',
    title: hostile,
    state: 'published',
  })
  const station = await buildStation(site, {
    phase: phase.id,
    slug: 'station',
    title: hostile,
    summary: hostile,
    overview: rich,
    examples: [{ text: rich }],
    whatItMeans: rich,
    whereToGetHelp: rich,
    steps: [step.id],
    helpOrganizations: [helper.id],
    connections: [{ to: next.id, condition: hostile }],
    state: 'published',
  })
  await build(site, {
    collection: 'notices',
    state: 'published',
    data: {
      code: 'CP14',
      title: hostile,
      summary: hostile,
      overview: rich,
      whatItMeans: rich,
      stations: [station.id],
      steps: [step.id],
      forms: [form.id],
      deadline: {
        count: 30,
        unit: 'calendarDays',
        consequence: hostile,
        authority: hostile,
        alternatives: [{ when: hostile }],
      },
    },
  })
  await build(site, {
    collection: 'popular-terms',
    state: 'published',
    data: { term: hostile.slice(0, 50), language: 'en', treatment: 'pinned', order: 1 },
  })
  await buildStation(site, {
    phase: phase.id,
    slug: 'plain',
    overview: text('O.'),
    state: 'published',
  })
})
afterAll(() => site.close())

const asked = encodeURIComponent(hostile)

describe('what is written as markup', () => {
  it.each([
    '/',
    '/es',
    '/stations/station',
    '/es/stations/station',
    '/notices/cp14',
    '/es/notices/cp14',
    '/steps/STEP',
    '/help/helper',
    '/help',
    '/forms',
    '/notices',
    '/map',
    '/map?at=station&line=line&notice=CP14',
    '/search?q=alert',
    `/search?q=${asked}`,
    `/search?q=alert&kind=${asked}&phase=${asked}`,
    `/notices?code=CP9%22%3E%3Cb%3E`,
    `/notices/${asked}`,
    `/map?notice=${asked}`,
    `/${asked}`,
    `/stations/${asked}`,
  ])('is text in a page, and nothing else: %s', async (path) => {
    const {
      document,
      headers,
      status,
      text: shown,
    } = await site.page(path.replace('STEP', step.id))
    if (status === 302) {
      expect(headers.location).toMatch(/^\/search\?q=[\w%.~!'()*-]+$/)
      return
    }
    expect([200, 404]).toContain(status)
    expect(document.querySelectorAll('img, textarea, style, b')).toHaveLength(0)
    expect(document.querySelectorAll('main, title, body')).toHaveLength(
      3 + titlesOfDrawings(document),
    )
    for (const script of document.querySelectorAll('script')) {
      if (script.hasAttribute('src')) expect(script.getAttribute('src')).toMatch(/^\/reader\//)
      else expect(() => JSON.parse(script.textContent!) as unknown).not.toThrow()
    }
    expect(shown).not.toMatch(/<script>|<img|<!--/)
    const handlers = [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter(({ name }) => /^on|^src$/.test(name) && name !== 'src'),
    )
    expect(handlers).toEqual([])
  })

  it('is shown as it was written', async () => {
    const station = await site.page('/stations/station')
    expect(station.document.querySelector('h1')?.textContent).toBe(hostile)
    expect(station.document.querySelector('title')?.textContent).toContain(hostile)
    expect(station.document.querySelector('meta[name=description]')?.getAttribute('content')).toBe(
      hostile,
    )
    const [faq] = [...station.document.querySelectorAll('script[type="application/ld+json"]')]
    expect(faq?.textContent).not.toContain('<')
    expect(JSON.parse(faq!.textContent!)).toMatchObject({ '@type': 'FAQPage' })
    const notice = await site.page('/notices/cp14')
    expect(notice.document.querySelector('.sm-deadline dl')?.textContent).toContain(hostile)
    const search = await site.page(`/search?q=${asked}`)
    expect(search.document.querySelector('#search-page')?.getAttribute('value')).toBe(hostile)
  })

  it.each(['/stations/station.md', '/notices/cp14.md', '/map.md', '/help/helper.md', '/llms.txt'])(
    'is no markup of Markdown either: %s',
    async (path) => {
      const { status, text: shown } = await site.page(path)
      expect(status).toBe(200)
      expect(shown).toContain('alert(1)')
      expect(shown).not.toMatch(/(?<!\\)<(?:script|img|b>|\/\w|!--)/)
    },
  )

  it('is text in the feed and the sitemap', async () => {
    for (const path of ['/feed.xml', '/sitemap.xml']) {
      const { text: shown } = await site.page(path)
      expect(shown).not.toMatch(/<script|<img|<!--/)
    }
  })
})

function titlesOfDrawings(document: Document): number {
  return document.querySelectorAll('svg title').length
}
