import { searchKey } from '../content/search-key.ts'

/** A document of the roadmap that a text links to, as far as its address needs it. */
export interface LinkTarget {
  collection: string
  id: string
  slug?: string | null | undefined
  code?: string | null | undefined
  number?: string | null | undefined
  title?: string | null | undefined
  name?: string | null | undefined
}

/** Where links inside the roadmap lead when nobody says otherwise. */
export const usualLinks = '/{locale}/{collection}/{name}'

/** What a pattern may name, and what stands there then. */
export const patternNames = {
  locale: 'the language that was asked for, such as en',
  prefix: 'nothing in the default language, a slash and the language in others, such as /es',
  collection: 'the content type, such as help-organizations',
  section:
    'the part of the reference site: the content type, but help in place of help-organizations',
  name: 'the slug, or the search key of a code or number such as cp14, or else the id',
  id: 'the id',
} as const

/** Longest pattern, in characters. */
export const longestPattern = 200

const accepted = `A pattern starts with “/”, “{prefix}/”, “https://” or “http://”, has at most ${longestPattern} characters of a web address, and may hold {${Object.keys(patternNames).join('}, {')}}, as in ${usualLinks}.`

/** The characters of addresses (RFC 3986 section 2), without those of our names. */
const charactersOfAddresses = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/

const beginning = /^(\/(?!\/)|\{prefix\}\/(?!\/)|https?:\/\/[a-z0-9])/i

/** What is wrong with a pattern for links, with what is accepted; undefined for a good one. */
export function patternProblem(pattern: unknown): string | undefined {
  if (typeof pattern !== 'string')
    return `The pattern for links (“links”) has to be text. ${accepted}`
  if (pattern.length > longestPattern)
    return `The pattern for links has ${pattern.length} characters. ${accepted}`
  const unknown = [...pattern.matchAll(/\{([^{}]*)\}/g)].find(
    ([, name]) => !Object.hasOwn(patternNames, name!),
  )
  if (unknown)
    return `The pattern for links names “{${unknown[1]!.slice(0, 40)}}”, which is none of its names. ${accepted}`
  const withoutNames = pattern.replace(/\{[a-z]+\}/g, '')
  if (beginning.test(pattern) && charactersOfAddresses.test(withoutNames) && hasPlainHost(pattern))
    return undefined
  return `“${pattern.slice(0, 60)}” is no pattern for links. ${accepted}`
}

/** Names stand behind the host: which site a link leads to is said by the pattern alone. */
function hasPlainHost(pattern: string): boolean {
  const [, host] = /^https?:\/\/([^/?#]*)/i.exec(pattern) ?? []
  return (
    host === undefined || (/^[a-z0-9.-]+(:\d{1,5})?$/i.test(host) && URL.canParse(`http://${host}`))
  )
}

/** Where a link leads: the pattern with its names filled in, each value encoded for an address. */
export function addressOf(
  target: LinkTarget,
  {
    defaultLocale = 'en',
    links,
    locale,
  }: { defaultLocale?: string; links: string; locale: string },
): string {
  const values: Record<keyof typeof patternNames, string> = {
    locale,
    prefix: locale === defaultLocale ? '' : `/${encoded(locale)}`,
    collection: target.collection,
    section: target.collection === 'help-organizations' ? 'help' : target.collection,
    name: nameOf(target),
    id: target.id,
  }
  return links.replace(/\{([a-z]+)\}/g, (_all, name: keyof typeof patternNames) =>
    name === 'prefix' ? values.prefix : encoded(values[name]),
  )
}

/** The last part of a document's address. */
export function nameOf({ code, id, number, slug }: LinkTarget): string {
  return slug || searchKey(code ?? '') || searchKey(number ?? '') || id
}

/** Half a pair of surrogates cannot be encoded. */
function encoded(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\uFFFD'))
}
