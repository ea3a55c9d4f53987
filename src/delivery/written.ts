import { pageCollections, type NamedCollection } from '../addresses/names.ts'
import { defaultLocale, locales, type Locale } from '../locales.ts'

/** The field that stands at the head of a page. */
export function titleFieldOf(collection: NamedCollection): 'name' | 'title' {
  return collection === 'help-organizations' ? 'name' : 'title'
}

/** What a page is there for: without it there is a page, and nothing to read on it. */
const mainTexts: Partial<Record<NamedCollection, string>> = {
  stations: 'overview',
  notices: 'overview',
  forms: 'purpose',
  steps: 'body',
  'help-organizations': 'whatTheyDo',
}

/** The fields by which it is known in which languages a document is written. */
export function fieldsThatTell(collection: NamedCollection): string[] {
  const mainText = mainTexts[collection]
  return [titleFieldOf(collection), ...(mainText ? [mainText] : [])]
}

/**
 * The languages a page is written in, in their order: those in which it has a title and the text that it is there
 * for. A text that is the same as in the main language, word for word, was not translated.
 *
 * @param document with its texts by language, as the database has them
 */
export function writtenIn(
  collection: NamedCollection,
  document: Readonly<Record<string, unknown>>,
): Locale[] {
  const mainText = mainTexts[collection]
  if (mainText === undefined || !pageCollections.includes(collection)) return []
  const titles = byLanguage(document[titleFieldOf(collection)])
  const texts = byLanguage(document[mainText])
  return locales.map(({ code }) => code).filter((code) => words(titles[code]) && isOwn(texts, code))
}

/** Texts by language. What is the same in all of them is of the main one. */
export function byLanguage(value: unknown): Partial<Record<Locale, unknown>> {
  if (typeof value === 'string') return { [defaultLocale]: value }
  return (value ?? {}) as Partial<Record<Locale, unknown>>
}

/** Texts shorter than this may be the same in two languages: “W-2”, “IRS.gov”. */
const shortestTelling = 40

function isOwn(texts: Partial<Record<Locale, unknown>>, locale: Locale): boolean {
  const own = words(texts[locale])
  if (locale === defaultLocale || own === '') return own !== ''
  return own.length < shortestTelling || own !== words(texts[defaultLocale])
}

/** The words of a text, plain or rich, without what says how they look. */
function words(text: unknown): string {
  if (typeof text === 'string') return text.trim()
  if (Array.isArray(text)) return text.map(words).filter(Boolean).join(' ')
  if (typeof text !== 'object' || text === null) return ''
  const { children, root, text: own } = text as Record<string, unknown>
  return words(own ?? root ?? children)
}
