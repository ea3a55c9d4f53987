import type { Element, Nodes } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'

/** How many pages are asked for at the same time. */
const atOnce = 4

/** A page of the site as it was answered, and what is read off it. */
export interface SitePage {
  address: string
  status: number
  contentLanguage: string | null
  html: string
  lang: string | null
  title: string
  /** The text of each heading of the first level. */
  headings: string[]
  /** The description for search engines; null where there is none. */
  description: string | null
  canonical: string | null
  /** Addresses of the page in other languages and its own, by `hreflang`. */
  translations: Record<string, string>
  /** Where the page says that it is as Markdown. */
  markdown: string | null
  ids: string[]
  /** Where its links lead, as full addresses. */
  links: string[]
  /** All it refers to, links and files and where its forms lead, as full addresses. */
  references: string[]
}

/** All pages. The test files share what was read once. */
export function everyPage(origin: string): Promise<SitePage[]> {
  return (readBefore ??= everyAddress(origin).then((addresses) => each(addresses, readPage)))
}

let readBefore: Promise<SitePage[]> | undefined

/** Does something with each of many things, a few at the same time. */
export async function each<Thing, Result>(
  things: readonly Thing[],
  act: (thing: Thing) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const turns = things.entries()
  const takeTurns = async () => {
    for (const [index, thing] of turns) results[index] = await act(thing)
  }
  await Promise.all(Array.from({ length: atOnce }, takeTurns))
  return results
}

/** The addresses of all pages, as the sitemap names them. */
async function everyAddress(origin: string): Promise<string[]> {
  const sitemap = await (await fetch(`${origin}/sitemap.xml`)).text()
  return [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address!)
}

/** Asks on a connection of its own: the server closes those that lie idle while pages are looked at. */
export function ask(address: string): Promise<Response> {
  return fetch(address, { headers: { connection: 'close' } })
}

/** Asks for a page and reads it. */
export async function readPage(address: string): Promise<SitePage> {
  const response = await ask(address)
  const html = await response.text()
  return {
    address,
    status: response.status,
    contentLanguage: response.headers.get('content-language'),
    html,
    ...readDocument(html, address),
  }
}

function readDocument(html: string, address: string) {
  const elements = [...elementsIn(unified().use(rehypeParse).parse(html))]
  const inFull = (reference: string) => new URL(reference, address).href
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name)
  const headLink = (wanted: Record<string, string>) => {
    const found = named('link').filter(({ properties }) =>
      Object.entries(wanted).every(([name, value]) => String(properties[name]) === value),
    )
    return all('href', found)[0] ?? null
  }
  const description = named('meta').filter(({ properties }) => properties['name'] === 'description')
  const translations = named('link').filter(({ properties }) => properties['hrefLang'])
  return {
    lang: all('lang', named('html'))[0] ?? null,
    title: named('title').map(textOf).join(),
    headings: named('h1').map(textOf),
    description: all('content', description)[0] ?? null,
    canonical: headLink({ rel: 'canonical' }),
    translations: Object.fromEntries(
      translations.map(({ properties: { hrefLang, href } }) => [hrefLang, href]),
    ) as Record<string, string>,
    markdown: headLink({ rel: 'alternate', type: 'text/markdown' }),
    ids: all('id', elements),
    links: all('href', named('a')).map(inFull),
    references: ['href', 'src', 'action'].flatMap((name) => all(name, elements)).map(inFull),
  }
}

/** The values of an attribute, of the elements that have it. */
function all(attribute: string, elements: Element[]): string[] {
  return elements.flatMap(({ properties: { [attribute]: value } }) =>
    value === undefined || value === null ? [] : [String(value)],
  )
}

function* elementsIn(node: Nodes): Generator<Element> {
  if (node.type === 'element') yield node
  if ('children' in node) for (const child of node.children) yield* elementsIn(child)
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
