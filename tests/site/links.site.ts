import { beforeAll, describe, expect, inject, it } from 'vitest'
import { ask, each, everyPage, readPage, type SitePage } from './every-page.ts'

const { origin } = inject('site')

/** What is not the site's, though it is at the same origin. */
const notOfTheSite = /^\/(?:admin|api|docs)(?:\/|$)/

let pages: SitePage[]
/** All that is referred to within the site, without fragments, with what it is in the end. */
let targets: Map<string, Target>

interface Target {
  status: number
  /** Where redirects led. */
  address: string
  ids: ReadonlySet<string>
}

beforeAll(async () => {
  pages = await everyPage(origin)
  targets = new Map(pages.map((page) => [page.address, targetOf(page)]))
  const others = new Set(pages.flatMap(linksOf).map(withoutFragment))
  const unread = [...others].filter((address) => !targets.has(address))
  for (const [index, target] of (await each(unread, follow)).entries())
    targets.set(unread[index]!, target)
})

describe('every link within the site', () => {
  it('leads to a page, a file or a picture that is there', () => {
    const isDead = (link: string) => {
      const target = targets.get(withoutFragment(link))!
      return target.status !== 200 || !target.address.startsWith(`${origin}/`)
    }
    expect(faulty(isDead)).toEqual([])
  })

  it('leads to a part of a page that is there', () => {
    const isLost = (link: string) => {
      const part = decodeURIComponent(new URL(link).hash.slice(1))
      return part !== '' && !targets.get(withoutFragment(link))!.ids.has(part)
    }
    expect(faulty(isLost)).toEqual([])
  })
})

describe('every page', () => {
  it('is led to by another one', () => {
    const linked = new Set(
      pages.flatMap((page) =>
        page.links
          .map((link) => targets.get(withoutFragment(link))?.address)
          .filter((target) => target !== page.address),
      ),
    )
    expect(pages.map(({ address }) => address).filter((address) => !linked.has(address))).toEqual(
      [],
    )
  })
})

/** Links that are wrong, with the pages they are on: the first of them, and how many more. */
function faulty(isWrong: (link: string) => boolean): { link: string; on: string }[] {
  const found = new Map<string, string[]>()
  for (const page of pages)
    for (const link of new Set(linksOf(page)))
      if (isWrong(link)) found.set(link, [...(found.get(link) ?? []), page.address])
  return [...found].map(([link, [first, ...more]]) => ({
    link,
    on: more.length > 0 ? `${first} and ${more.length} more` : first!,
  }))
}

function linksOf({ references }: SitePage): string[] {
  return references.filter((reference) => {
    const url = new URL(reference)
    return url.origin === origin && !notOfTheSite.test(url.pathname)
  })
}

async function follow(address: string): Promise<Target> {
  const response = await ask(address)
  const isPage = /^text\/html\b/.test(response.headers.get('content-type') ?? '')
  if (isPage) return targetOf(await readPage(response.url))
  await response.arrayBuffer()
  return { status: response.status, address: response.url, ids: new Set() }
}

function targetOf({ address, ids, status }: SitePage): Target {
  return { address, ids: new Set(ids), status }
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/, '')
}
