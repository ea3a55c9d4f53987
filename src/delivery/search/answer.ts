import { createLocalReq, type Payload } from 'payload'
import { whereNameLed } from '../../addresses/where-name-leads.ts'
import { EditorialError } from '../../errors.ts'
import { defaultLocale, isLocale, locales, type Locale } from '../../locales.ts'
import { excerptOf, type Excerpt } from './excerpt.ts'
import { searchOf } from './live-search.ts'
import type { PopularTerm } from './popular-terms.ts'
import {
  isSearched,
  searchedTypes,
  type SearchedContent,
  type SearchedType,
} from './searched-content.ts'
import type { Results, SearchIndex } from './search-index.ts'

/** Longest question, in characters. */
export const longestQuestion = 200

/** Most documents on one page, and how many there are unless asked for otherwise. */
export const mostResults = 50
export const usualResults = 10

/** Highest page that can be asked for. */
export const highestPage = 10_000

/** A question as it comes from outside. What is left out has its usual value. */
export interface SearchQuestion {
  q: string
  locale?: string | null | undefined
  page?: number | null | undefined
  limit?: number | null | undefined
  /** Only documents of this type. */
  kind?: string | null | undefined
  /** Only documents of the phase with this slug. */
  phase?: string | null | undefined
  /** That somebody is still typing it: what they have so far is not what they search for, and is not counted. */
  typing?: boolean | null | undefined
}

export interface PhaseName {
  id: string
  slug: string
  name: string
}

/** A document that was found. */
export interface SearchResult {
  collection: SearchedType
  id: string
  slug: string | null
  code: string | null
  number: string | null
  title: string
  summary: string
  /** Whether title and summary are written in the language that was asked for, and not shown in the main one. */
  written: boolean
  phase: PhaseName | null
  /** How well it fits; says something only beside the others of the same answer. */
  score: number
  excerpt: Excerpt | null
}

/** How many documents fit, by what they are. Each facet counts as if nothing had been chosen in it. */
export interface Facets {
  kind: { value: SearchedType; count: number }[]
  phase: (PhaseName & { count: number })[]
}

export interface SearchAnswer {
  query: string
  locale: Locale
  docs: SearchResult[]
  totalDocs: number
  limit: number
  page: number
  totalPages: number
  hasNextPage: boolean
  hasPrevPage: boolean
  facets: Facets
}

/**
 * Answers a question with live documents, best first.
 *
 * @throws EditorialError MALFORMED for a question that is too long, or a page, language or kind there is not;
 * UNAVAILABLE while the ledger cannot be read
 */
export async function answerSearch(
  payload: Payload,
  question: SearchQuestion,
): Promise<SearchAnswer> {
  const { kind, limit, locale, page, phase, query } = checked(question)
  const search = searchOf(payload)
  const index = await search.index()
  const results = query === '' ? nothing : index.search(query, locale)
  const { contents } = results
  if (page === 1 && contents.length > 0 && !question.typing) search.popular.count(query, locale)

  const names = phaseNames(index, locale)
  const isOfKind = ({ collection }: SearchedContent) => kind === undefined || collection === kind
  const phaseId = phase === undefined ? null : await phaseWithSlug(phase, names, payload)
  const isOfPhase = (content: SearchedContent) =>
    phase === undefined || (phaseId !== null && content.phase === phaseId)
  const ofKind = kind === undefined ? contents : contents.filter(isOfKind)
  const ofPhase = phase === undefined ? contents : contents.filter(isOfPhase)
  const found: number[] = []
  for (let at = 0; at < contents.length; at += 1)
    if (isOfKind(contents[at]!) && isOfPhase(contents[at]!)) found.push(at)
  const from = (page - 1) * limit
  return {
    query,
    locale,
    docs: found.slice(from, from + limit).map((at) => resultOf(results, at, locale, names)),
    totalDocs: found.length,
    limit,
    page,
    totalPages: Math.ceil(found.length / limit),
    hasNextPage: from + limit < found.length,
    hasPrevPage: page > 1 && found.length > 0,
    facets: {
      kind: countKinds(ofPhase),
      phase: countPhases(ofKind, names),
    },
  }
}

const nothing: Results = { contents: [], scores: [], stems: new Set() }

/**
 * What many people search for in a language.
 *
 * @throws EditorialError MALFORMED for a language there is not
 */
export async function answerPopular(
  payload: Payload,
  locale: string | null | undefined,
): Promise<{ locale: Locale; terms: PopularTerm[] }> {
  const language = checkedLocale(locale)
  const search = searchOf(payload)
  await search.index()
  return { locale: language, terms: await search.popular.list(language) }
}

function checked({ kind, limit, locale, page, phase, q }: SearchQuestion) {
  if (q.length > longestQuestion)
    refuse(
      `“q” has ${q.length} characters, more than the ${longestQuestion} that are searched for. Use fewer words.`,
    )
  if (kind && !isSearched(kind))
    refuse(`“kind” must be one of: ${searchedTypes.join(', ')}; “${kind.slice(0, 40)}” was given.`)
  return {
    query: q.replace(/\s+/g, ' ').trim(),
    locale: checkedLocale(locale),
    page: wholeNumber('page', page, highestPage) ?? 1,
    limit: wholeNumber('limit', limit, mostResults) ?? usualResults,
    kind: kind ? (kind as SearchedType) : undefined,
    phase: phase || undefined,
  }
}

function checkedLocale(locale: string | null | undefined): Locale {
  if (locale === undefined || locale === null || locale === '') return defaultLocale
  if (isLocale(locale)) return locale
  return refuse(
    `“locale” must be one of: ${locales.map(({ code }) => code).join(', ')}; “${locale.slice(0, 40)}” was given.`,
  )
}

function wholeNumber(
  name: string,
  number: number | null | undefined,
  most: number,
): number | undefined {
  if (number === undefined || number === null) return undefined
  if (Number.isInteger(number) && number >= 1 && number <= most) return number
  return refuse(`“${name}” must be a whole number from 1 to ${most}.`)
}

/** The id of the live phase with this slug, or with this one before; null where there is none. */
async function phaseWithSlug(
  slug: string,
  names: ReadonlyMap<string, PhaseName>,
  payload: Payload,
): Promise<string | null> {
  for (const phase of names.values()) if (phase.slug === slug) return phase.id
  const req = await createLocalReq({}, payload)
  return (await whereNameLed({ collection: 'phases', name: slug }, req))?.id ?? null
}

function phaseNames(index: SearchIndex, locale: Locale): Map<string, PhaseName> {
  return new Map(
    index
      .phases()
      .map(({ id, inLanguage, names }) => [
        id,
        { id, slug: names.slug ?? '', name: inLanguage[locale].title },
      ]),
  )
}

function resultOf(
  { contents, scores, stems }: Results,
  at: number,
  locale: Locale,
  names: ReadonlyMap<string, PhaseName>,
): SearchResult {
  const content = contents[at]!
  const text = content.inLanguage[locale]
  return {
    collection: content.collection,
    id: content.id,
    slug: content.names.slug ?? null,
    code: content.names.code ?? null,
    number: content.names.number ?? null,
    title: text.title,
    summary: text.summary,
    written: isWritten(content, locale),
    phase: names.get(content.phase ?? '') ?? null,
    score: Math.round(scores[at]! * 100) / 100,
    excerpt: excerptOf(text, stems, locale),
  }
}

function isWritten({ inLanguage }: SearchedContent, locale: Locale): boolean {
  const [own, main] = [inLanguage[locale], inLanguage[defaultLocale]]
  return locale === defaultLocale || own.title !== main.title || own.summary !== main.summary
}

function countKinds(contents: readonly SearchedContent[]): Facets['kind'] {
  const counts = new Map(searchedTypes.map((value) => [value, { value, count: 0 }]))
  for (const { collection } of contents) counts.get(collection)!.count += 1
  return [...counts.values()].filter(({ count }) => count > 0)
}

function countPhases(
  contents: readonly SearchedContent[],
  names: ReadonlyMap<string, PhaseName>,
): Facets['phase'] {
  const counts = new Map([...names].map(([id, name]) => [id, { ...name, count: 0 }]))
  for (const { phase } of contents) {
    const ofPhase = phase === null ? undefined : counts.get(phase)
    if (ofPhase) ofPhase.count += 1
  }
  return [...counts.values()].filter(({ count }) => count > 0)
}

function refuse(message: string): never {
  throw new EditorialError({ code: 'MALFORMED', message })
}
