import { searchKey } from '../../content/search-key.ts'

/** Languages the site is written in. The first has no prefix in addresses. */
export const languages = ['en', 'es'] as const

export type Language = (typeof languages)[number]

/** First parts of the addresses of pages, with the content type each shows. */
export const sections = {
  stations: 'stations',
  notices: 'notices',
  steps: 'steps',
  forms: 'forms',
  help: 'help-organizations',
} as const

export type Section = keyof typeof sections

/** A place on the site, taken apart. */
export interface Place {
  language: Language
  /** The parts of the address after the language, decoded: `['stations', 'balance-paid']`. */
  parts: string[]
  /** Whether the page is asked for as Markdown. */
  isMarkdown: boolean
}

/**
 * Takes the path of an address apart.
 *
 * @returns null for a path that cannot be read, such as `/%E0`
 */
export function placeOf(pathname: string): Place | null {
  const isMarkdown = pathname.endsWith('.md')
  const bare = isMarkdown ? pathname.slice(0, -'.md'.length) : pathname
  const encoded = bare.split('/').filter(Boolean)
  let parts: string[]
  try {
    parts = encoded.map(decodeURIComponent)
  } catch {
    return null
  }
  const [first] = parts
  const language = isLanguage(first) && first !== languages[0] ? first : languages[0]
  if (language !== languages[0]) parts.shift()
  // The home page as Markdown is /index.md.
  if (isMarkdown && parts.length === 1 && parts[0] === 'index') parts.shift()
  return { language, parts, isMarkdown }
}

/**
 * Where a place is that was asked for with the prefix of the main language, which has none: `/en/map` is `/map`; null
 * for any other.
 */
export function withoutPrefix({ isMarkdown, language, parts }: Place): string | null {
  const [first, ...rest] = parts
  if (language !== languages[0] || first !== languages[0]) return null
  if (!isMarkdown) return pathTo(language, ...rest)
  return `${pathTo(language, ...(rest.length > 0 ? rest : ['index']))}.md`
}

/** Narrows a part of an address to a language of the site. */
export function isLanguage(text: string | undefined): text is Language {
  return (languages as readonly (string | undefined)[]).includes(text)
}

/** What stands before every path of a language: nothing, or `/es`. */
export function prefixOf(language: Language): string {
  return language === languages[0] ? '' : `/${language}`
}

/** The path of a page: `pathTo('es', 'notices', 'cp14')` is `/es/notices/cp14`. */
export function pathTo(language: Language, ...parts: string[]): string {
  const path = parts.map((part) => `/${encodeURIComponent(part)}`).join('')
  return `${prefixOf(language)}${path}` || '/'
}

/** Parameters that choose what a page shows, by its path without the language. */
const choices = new Map([
  ['map', ['at', 'line', 'notice']],
  ['notices', ['code']],
  ['search', ['q', 'kind', 'phase']],
])

/** The same page in another language, with what was chosen on it. */
export function inLanguage(
  pathname: string,
  language: Language,
  parameters = new URLSearchParams(),
): string {
  const place = placeOf(pathname)
  if (!place) return pathTo(language)
  const chosen = new URLSearchParams()
  for (const name of choices.get(place.parts.join('/')) ?? [])
    if (parameters.get(name)) chosen.set(name, parameters.get(name)!)
  return pathTo(language, ...place.parts) + (chosen.size > 0 ? `?${chosen.toString()}` : '')
}

/** The last part of the address of a document, as the API makes it. */
export function nameIn(document: {
  collection: string
  id?: string | null
  slug?: string | null
  code?: string | null
  number?: string | null
}): { section: Section; name: string } | null {
  const section = (Object.keys(sections) as Section[]).find(
    (one) => sections[one] === document.collection,
  )
  const name =
    section === 'steps'
      ? document.id
      : (document.slug ?? searchKey(document.code ?? document.number ?? ''))
  return section && name ? { section, name } : null
}
