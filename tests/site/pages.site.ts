import { beforeAll, describe, expect, inject, it } from 'vitest'
import { es } from '../../src/app/(reader)/words/es.ts'
import { ask, each, everyPage, type SitePage } from './every-page.ts'

const { origin } = inject('site')

/** Content types, by the first part of the addresses of their pages. */
const sections = {
  stations: 'stations',
  notices: 'notices',
  steps: 'steps',
  forms: 'forms',
  help: 'help-organizations',
}

/** Pages that are no document's. */
const fixedPages = ['/', '/map', '/notices', '/forms', '/help']

let pages: SitePage[]
let byAddress: Map<string, SitePage>

beforeAll(async () => {
  pages = await everyPage(origin)
  byAddress = new Map(pages.map((page) => [page.address, page]))
})

describe('the sitemap', () => {
  it.each(['en', 'es'] as const)('names every live document once in “%s”', async (language) => {
    for (const [section, collection] of Object.entries(sections)) {
      const start = `${origin}${language === 'es' ? '/es' : ''}/${section}/`
      const named = pages.filter(({ address }) => address.startsWith(start))
      expect({ section, count: named.length }).toEqual({ section, count: await live(collection) })
    }
    expect(byAddress.size).toBe(pages.length)
  })

  it('names the pages that are no document’s in both languages', () => {
    const spanish = fixedPages.map((path) => (path === '/' ? '/es' : `/es${path}`))
    const addresses = [...fixedPages, ...spanish].map((path) => origin + path)
    expect(addresses.filter((address) => !byAddress.has(address))).toEqual([])
  })

  it('names all 90 stations and all 90 notices of the roadmap', async () => {
    expect([await live('stations'), await live('notices')]).toEqual([90, 90])
  })
})

describe('every page', () => {
  it('is there', () => {
    expect(addressesOf(({ status }) => status !== 200)).toEqual([])
  })

  it('says which language it is in', () => {
    const isWrong = ({ address, contentLanguage, lang }: SitePage) =>
      lang !== languageOf(address) || contentLanguage !== lang
    expect(addressesOf(isWrong)).toEqual([])
  })

  it('has one heading of the first level, with words in it', () => {
    const isWrong = ({ headings: [first, ...more] }: SitePage) => !first?.trim() || more.length > 0
    expect(addressesOf(isWrong)).toEqual([])
  })

  it('has a title that no other page of its language has', () => {
    const seen = new Set<string>()
    const isWrong = ({ lang, title }: SitePage) => {
      const key = `${lang} ${title}`
      const isKnown = seen.has(key)
      seen.add(key)
      return isKnown || title.trim() === ''
    }
    expect(addressesOf(isWrong)).toEqual([])
  })

  it('is described for search engines', () => {
    expect(addressesOf(({ description }) => !description?.trim())).toEqual([])
  })

  it('names its own address as the one it is known by', () => {
    expect(addressesOf(({ address, canonical }) => canonical !== address)).toEqual([])
  })

  it('names itself in both languages, and is named by its translation', () => {
    const isWrong = ({ address, translations }: SitePage) =>
      Object.keys(translations).sort().join() !== 'en,es,x-default' ||
      translations[languageOf(address)] !== address ||
      translations['x-default'] !== translations['en'] ||
      [translations['en']!, translations['es']!].some(
        (other) => byAddress.get(other)?.translations[languageOf(address)] !== address,
      )
    expect(addressesOf(isWrong)).toEqual([])
  })

  it('gives an id to one element only', () => {
    expect(addressesOf(({ ids }) => new Set(ids).size !== ids.length)).toEqual([])
  })

  it('names no host that readers cannot reach', () => {
    const found = pages.flatMap(({ address, html }) =>
      unreachableHostsIn(html).map((host) => ({ address, host })),
    )
    expect(found).toEqual([])
  })

  it('is there as Markdown, too, and begins with its heading', async () => {
    const faults = await each(pages, async ({ address, headings: [heading], markdown }) => {
      const home = address === `${origin}/` ? `${origin}/index.md` : `${origin}/es/index.md`
      const isHome = [`${origin}/`, `${origin}/es`].includes(address)
      const expected = isHome ? home : `${address}.md`
      const response = await ask(expected)
      const text = await response.text()
      const isRight =
        response.status === 200 &&
        markdown === expected &&
        /^text\/markdown\b/.test(response.headers.get('content-type') ?? '') &&
        lettersOf(/^# (.*)$/m.exec(text)?.[1] ?? '') === lettersOf(heading!)
      return isRight ? [] : [expected]
    })
    expect(faults.flat()).toEqual([])
  })
})

describe('every Spanish page of the seed', () => {
  it('has all its parts in Spanish', () => {
    const notices = [es.untranslated.page, es.untranslated.part]
    const isWrong = ({ html, lang }: SitePage) =>
      lang === 'es' && notices.some((notice) => html.includes(notice))
    expect(addressesOf(isWrong)).toEqual([])
  })
})

function addressesOf(isWrong: (page: SitePage) => boolean): string[] {
  return pages.filter(isWrong).map(({ address }) => address)
}

function languageOf(address: string): string {
  return /^\/es(\/|$)/.test(new URL(address).pathname) ? 'es' : 'en'
}

/** How many documents of a content type everybody may read. */
async function live(collection: string): Promise<number> {
  const response = await ask(`${origin}/api/${collection}?limit=1&depth=0`)
  return ((await response.json()) as { totalDocs: number }).totalDocs
}

/** Hosts for tests and within networks (RFC 2606, RFC 6761, RFC 1918), other than this site's own. */
function unreachableHostsIn(html: string): string[] {
  const text = html.replaceAll(origin, '')
  const names =
    /\b(?:[a-z0-9-]+\.)+(?:test|example|invalid|local|localhost|internal)\b|\bexample\.(?:com|net|org)\b|\blocalhost\b/gi
  const numbers = /\b(?:127|10)(?:\.\d{1,3}){3}\b|\b(?:192\.168|169\.254|0\.0)(?:\.\d{1,3}){2}\b/g
  return [...text.matchAll(names), ...text.matchAll(numbers)].map(([host]) => host)
}

/** What is left of a text without signs: Markdown puts some before others. */
function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
