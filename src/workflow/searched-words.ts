import type { SanitizedCollectionConfig, Where } from 'payload'
import type { VisibleContent } from '../content/visible-content.ts'
import { searchKey } from '../content/search-key.ts'
import { wordsOf } from '../content/words-of.ts'
import { defaultLocale, locales, type Locale } from '../locales.ts'
import { inOneLine } from '../database/one-line.ts'

/** What the team finds a document by, kept in its row of the review queue. */
export interface SearchedWords {
  /** What it is called in each language, as it is shown: `CP14 – You have a balance due`. */
  names: Record<Locale, string>
  /** Its names in all languages, codes and numbers in the spelling of search keys among them, folded. */
  searchedNames: string
  /** The different words of its text in all languages, folded, each once, with its names. */
  searchedText: string
}

/** Fields that a document is called by, whatever its type. */
const namingFields = [
  'title',
  'name',
  'abbreviation',
  'code',
  'number',
  'aliases',
  'slug',
  'filename',
  'searchKey',
  'aliasKeys',
]

/** Fields that say more of a document than what it is called by, and stand behind it. */
const furtherNames = ['title', 'abbreviation']

/** Most characters that are kept of the names, and of the different words of a text. */
const longest = { names: 2_000, text: 60_000 } as const

/** Longest word that is kept whole: nobody types more of one. */
const longestWord = 60

/** Counted up when the same document is kept under other words. */
export const formOfSearchedWords = 1

/**
 * What the team finds a document by. Everything comes from what a reader could see of the newest version, so
 * nobody finds by a note that they may not read.
 */
export function searchedWords(
  { admin }: Pick<SanitizedCollectionConfig, 'admin'>,
  content: VisibleContent,
): SearchedWords {
  const named = [...new Set([admin.useAsTitle ?? 'title', ...namingFields])]
  const names = bounded(
    foldedWords(named.flatMap((name) => textsIn(content.fields[name])).join(' ')),
    longest.names,
  )
  const text = wordsOf(content)
    .map((wording) => wording.text)
    .join(' ')
  return {
    names: Object.fromEntries(
      locales.map(({ code }) => [code, shownName(admin.useAsTitle ?? 'title', content, code)]),
    ) as Record<Locale, string>,
    searchedNames: inOneLine(names),
    searchedText: inOneLine(bounded([...new Set([...names, ...foldedWords(text)])], longest.text)),
  }
}

/**
 * The condition on rows of the review queue that their documents have all the words somebody typed, whatever the
 * accents and case: anywhere in a name, or at the beginning of a word of the text. A code is found in any spelling.
 *
 * @returns null when there is no letter and no digit in what was typed
 */
export function havingWords(typed: string): Where | null {
  return withAllOf(typed, ({ key, words }) => {
    if (key === null) return { or: [all(words, 'name'), all(words, 'text')] }
    return { or: [inName(` ${key}`), all(words, 'name'), inText(tellingPartOf(key))] }
  })
}

/** The same for names alone: for choosing a document that somebody can name. */
export function havingName(typed: string): Where | null {
  return withAllOf(typed, ({ key, words }) =>
    key === null ? all(words, 'name') : { or: [inName(` ${key}`), all(words, 'name')] },
  )
}

/** Small letters and digits without accents, as they follow each other. */
export function foldedWords(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return (folded.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, longestWord))
}

/** A word that was typed, or several that are one code, such as `CP 14` and `cp-14`. */
interface Typed {
  words: string[]
  /** The code or number as search keys are spelled. */
  key: string | null
}

/** Words that a number belongs to: `form 9465` is one thing, `balance 14` are two. */
const beforeNumbers =
  /^(cp|lt|ltr|l|letter|carta|f|form|formulario|p|pub|publication|publicacion|notice|aviso)$/

function withAllOf(typed: string, has: (part: Typed) => Where): Where | null {
  const parts = partsOf(typed)
  return parts.length === 0 ? null : { and: parts.map(has) }
}

function partsOf(typed: string): Typed[] {
  const parts: Typed[] = []
  for (const chunk of typed.split(/\s+/)) {
    const words = foldedWords(chunk)
    if (words.length === 0) continue
    const before = parts.at(-1)
    const isOneCode =
      /^\d/.test(words[0]!) && before?.words.length === 1 && beforeNumbers.test(before.words[0]!)
    if (isOneCode) parts.pop()
    const together = isOneCode ? [...before.words, ...words] : words
    parts.push({ words: together, key: keyOf(together) })
  }
  return parts
}

/** A word with digits, or several of which one has some, in the spelling of search keys. */
function keyOf(words: readonly string[]): string | null {
  const key = searchKey(words.join(' '))
  return /\d/.test(key) && /[a-z]/.test(words.join('')) ? key.slice(0, longestWord) : null
}

/** What of a code stands in a text, where it may be spelled otherwise: its number, unless that is too short. */
function tellingPartOf(key: string): string {
  return /\d{3,}[a-z\d]*$/.exec(key)?.[0] ?? key
}

function all(words: readonly string[], where: 'name' | 'text'): Where {
  return { and: words.map(where === 'name' ? inName : inText) }
}

function inName(part: string): Where {
  return { searchedNames: { contains: part } }
}

function inText(beginning: string): Where {
  return { searchedText: { contains: ` ${beginning}` } }
}

function bounded(words: readonly string[], most: number): string[] {
  let length = 0
  const fitting = words.findIndex((word) => (length += word.length + 1) > most)
  return fitting === -1 ? [...words] : words.slice(0, fitting)
}

/** The texts of a value in all languages, and of each of several values. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

function shownName(title: string, { fields }: VisibleContent, locale: Locale): string {
  const shown = [...new Set([title, ...furtherNames])].map((name) => inLocale(fields[name], locale))
  return [...new Set(shown.filter(Boolean))].join(' – ').slice(0, 300)
}

function inLocale(value: unknown, locale: Locale): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  const texts = value as Record<string, unknown>
  const text = texts[locale] ?? texts[defaultLocale] ?? Object.values(texts)[0]
  return typeof text === 'string' ? text : ''
}
