import { LRUCache } from 'lru-cache'
import MiniSearch, { type QueryCombination } from 'minisearch'
import { searchKey } from '../../content/search-key.ts'
import { locales, type Locale } from '../../locales.ts'
import { searchedTypes, type SearchedContent, type SearchedType } from './searched-content.ts'
import { readingsOf, type Synonym } from './synonyms.ts'
import { saysNothing, tellingWords, wordsIn, type FoundWord } from './words.ts'

/** A document that was found, with the words in it by which it was. */
export interface Hit {
  content: SearchedContent
  /** How well it fits; documents that bear an asked code go before all others. */
  score: number
  terms: readonly string[]
}

/** Most words of a question that are looked for. */
const mostWords = 12

/** Added to the score of what bears the code that was asked for, as a whole or in its beginning. */
const bearsTheCode = 10_000
const beginsWithTheCode = 1_000

/** How much a word counts, by where it stands. */
const weights = { title: 6, hiddenTerms: 4, text: 1 }

/** Pages about where somebody stands go before those about single tasks, everything else being equal. */
const weightOf: Record<SearchedType, number> = {
  stations: 1.3,
  notices: 1.15,
  forms: 1,
  phases: 1,
  steps: 0.8,
  'help-organizations': 1,
}

/** How much more counts what has all of the words in its title. */
const isNamed = 3

interface Found {
  id: string
  score: number
  /** Words of the document that were found. */
  terms: string[]
}

interface Row {
  id: string
  title: string
  text: string
  hiddenTerms: string
}

/** The words of one language. */
interface Vocabulary {
  index: MiniSearch<Row>
  /** The forms in which each word was met, by its stem. */
  forms: Map<string, Set<string>>
}

/** How much a word may differ from what stands on a page. */
interface Leniency {
  /** The last word may be the beginning of a longer one: people are still typing. */
  unfinished?: boolean
  /** Words that stand nowhere may have other letters. */
  fuzzy?: boolean
}

/** With so many documents that have all of the words as they are, no others are looked for. */
const plenty = 50

/** Most documents in results that are remembered, all together. */
const mostRemembered = 100_000

/**
 * Live documents by their words, in each language. Knows nothing but what it is given: who puts something
 * in answers for its being public.
 */
export class SearchIndex {
  readonly #contents = new Map<string, SearchedContent>()
  readonly #byLanguage: Record<Locale, Vocabulary>
  /** What was found for the last questions. Many ask the same. */
  readonly #found = new LRUCache<string, Hit[]>({
    maxSize: mostRemembered,
    sizeCalculation: (hits) => hits.length + 1,
  })
  /** Documents by each of their codes, and by what is left of a code without its kind: `1058`. */
  readonly #byCode = new Map<string, Set<string>>()
  readonly #phases = new Map<string, SearchedContent>()
  readonly #synonyms = new Map<string, Synonym>()

  constructor() {
    this.#byLanguage = Object.fromEntries(
      locales.map(({ code }) => [code, vocabularyOf(code)]),
    ) as Record<Locale, Vocabulary>
  }

  /** How many documents it has. */
  get size(): number {
    return this.#contents.size
  }

  /** The live phases. */
  phases(): SearchedContent[] {
    return [...this.#phases.values()]
  }

  /** Puts a document in, in place of what it was before. */
  put(content: SearchedContent): void {
    this.remove(content)
    this.#found.clear()
    const key = keyOf(content)
    this.#contents.set(key, content)
    if (content.collection === 'phases') this.#phases.set(content.id, content)
    for (const code of codesOf(content)) {
      const bearers = this.#byCode.get(code)
      if (bearers) bearers.add(key)
      else this.#byCode.set(code, new Set([key]))
    }
    for (const { code } of locales) this.#byLanguage[code].index.add(rowOf(key, content, code))
  }

  remove(place: { collection: string; id: string }): void {
    const key = keyOf(place)
    const content = this.#contents.get(key)
    if (!content) return
    this.#found.clear()
    this.#contents.delete(key)
    this.#phases.delete(content.id)
    for (const code of codesOf(content)) {
      const bearers = this.#byCode.get(code)
      bearers?.delete(key)
      if (bearers?.size === 0) this.#byCode.delete(code)
    }
    for (const { code } of locales) this.#byLanguage[code].index.discard(key)
  }

  putSynonym(synonym: Synonym): void {
    this.#found.clear()
    this.#synonyms.set(synonym.id, synonym)
  }

  removeSynonym(id: string): void {
    this.#found.clear()
    this.#synonyms.delete(id)
  }

  /**
   * Everything that fits a question, what fits best first: what bears an asked code; then what has all of
   * the words, in any form; unless that is plenty, the last one also as the beginning of a longer one; if
   * nothing has, with a letter or two changed in those that stand nowhere; if nothing has, what has some of
   * them.
   */
  search(question: string, locale: Locale): readonly Hit[] {
    const key = `${locale} ${question}`
    const known = this.#found.get(key)
    if (known) return known
    const hits = new Map<string, Hit>()
    for (const { id, score, terms } of this.#withWords(question, locale))
      hits.set(id, { content: this.#contents.get(id)!, score, terms })
    for (const [id, worth] of this.#withCodes(question)) {
      const hit = hits.get(id)
      if (hit) hit.score += worth
      else hits.set(id, { content: this.#contents.get(id)!, score: worth, terms: [] })
    }
    const sorted = [...hits.values()].sort(
      (one, other) =>
        other.score - one.score ||
        searchedTypes.indexOf(one.content.collection) -
          searchedTypes.indexOf(other.content.collection) ||
        (one.content.id < other.content.id ? -1 : 1),
    )
    this.#found.set(key, sorted)
    return sorted
  }

  #withWords(question: string, locale: Locale): Found[] {
    const typed = wordsIn(question, locale)
    const readings = [typed, ...readingsOf(typed, this.#synonyms.values(), locale)]
      .map((words) => tellingWords(words, locale).slice(0, mostWords))
      .filter((words) => words.length > 0)
    const [asked] = readings
    if (!asked) return []
    const vocabulary = this.#byLanguage[locale]
    const withAll = (more: Leniency) =>
      bestOf(readings.map((words) => allOf(words, vocabulary, more)))
    const exact = withAll({})
    if (exact.length >= plenty) return exact
    for (const find of [
      () => withAll({ unfinished: true }),
      () => withAll({ unfinished: true, fuzzy: true }),
      () => someOf(asked, vocabulary),
    ]) {
      const found = find()
      if (found.length > 0) return found
    }
    return []
  }

  /** Documents that bear a code in the question, written in one word or in up to three. */
  #withCodes(question: string): Map<string, number> {
    const found = new Map<string, number>()
    const parts = question
      .split(/[\s,;:!?()“”"]+/)
      .filter(Boolean)
      .slice(0, mostWords)
    for (let length = Math.min(3, parts.length); length > 0; length -= 1)
      for (let at = 0; at + length <= parts.length; at += 1) {
        const code = searchKey(parts.slice(at, at + length).join(' '))
        if (!/\d/.test(code) && length < parts.length) continue
        for (const key of this.#byCode.get(code) ?? [])
          if (!found.has(key)) found.set(key, bearsTheCode + length)
      }
    const whole = searchKey(question)
    if (found.size === 0 && /^[a-z]*\d/.test(whole))
      for (const [code, keys] of this.#byCode)
        if (code.startsWith(whole)) for (const key of keys) found.set(key, beginsWithTheCode)
    return found
  }
}

function vocabularyOf(locale: Locale): Vocabulary {
  const forms: Vocabulary['forms'] = new Map()
  const index = new MiniSearch<Row>({
    fields: Object.keys(weights),
    tokenize: (text) =>
      wordsIn(text, locale)
        .filter(({ word }) => !saysNothing(word, locale))
        .map(({ stem, word }) => {
          const known = forms.get(stem)
          if (known) known.add(word)
          else forms.set(stem, new Set([word]))
          return word
        }),
    processTerm: (term) => term,
    searchOptions: { boost: weights, tokenize: (term) => [term], processTerm: (term) => term },
    autoVacuum: true,
  })
  return { index, forms }
}

/** Documents that have all of these words, each in any of its forms. */
function allOf(
  words: readonly FoundWord[],
  vocabulary: Vocabulary,
  { fuzzy = false, unfinished = false }: Leniency,
): Found[] {
  const queries = words.map((word, at) =>
    formsOf(word, vocabulary, { fuzzy, unfinished: unfinished && at === words.length - 1 }),
  )
  return found({ combineWith: 'AND', queries }, words, vocabulary)
}

/** Documents that have any of these words, those first that have more. */
function someOf(words: readonly FoundWord[], vocabulary: Vocabulary): Found[] {
  const queries = words.map((word) => formsOf(word, vocabulary, { fuzzy: true }))
  return found({ combineWith: 'OR', queries }, words, vocabulary)
}

function formsOf(
  { word, stem }: FoundWord,
  { forms }: Vocabulary,
  { fuzzy = false, unfinished = false }: Leniency,
): QueryCombination {
  const known = forms.get(stem)
  return {
    combineWith: 'OR',
    prefix: (term) => unfinished && term === word && term.length >= 2,
    fuzzy: (term) => (fuzzy && !known ? mostChanges(term) : false),
    weights: { prefix: 0.4, fuzzy: 0.3 },
    queries: [...new Set([word, ...(known ?? [])])],
  }
}

/** How many letters may differ: none in short words and in numbers. */
function mostChanges(term: string): number | false {
  if (term.length < 4 || /\d/.test(term)) return false
  return term.length < 8 ? 1 : 2
}

/** What fits a query; what has all of the words in its title counts more. */
function found(
  query: QueryCombination,
  words: readonly FoundWord[],
  { index }: Vocabulary,
): Found[] {
  return index.search(query).map(({ id, match, queryTerms, score, terms }) => ({
    id: String(id),
    terms,
    score:
      // The library multiplies by the number of forms that were met; that there are more says nothing.
      (score / queryTerms.length) *
      weightOf[typeOf(String(id))] *
      (words.every((word) => isInTitle(word, match)) ? isNamed : 1),
  }))
}

/** Each document as the reading found it that it fits best. */
function bestOf(readings: readonly Found[][]): Found[] {
  if (readings.length === 1) return readings[0]!
  const best = new Map<string, Found>()
  for (const found of readings.flat())
    if (found.score > (best.get(found.id)?.score ?? -1)) best.set(found.id, found)
  return [...best.values()]
}

function isInTitle({ stem, word }: FoundWord, match: Record<string, string[]>): boolean {
  for (const term in match)
    if ((term === word || term.startsWith(stem)) && match[term]!.includes('title')) return true
  return false
}

/** The codes of a document, and the part of each that is a number or more than its kind. */
function codesOf({ codes }: SearchedContent): Set<string> {
  return new Set(
    codes.flatMap((code) => [code, code.replace(/^(ltr|form|publication|cp|lt)(?=\d)/, '')]),
  )
}

function rowOf(key: string, { inLanguage, names }: SearchedContent, locale: Locale): Row {
  const { hiddenTerms, summary, texts, title } = inLanguage[locale]
  const name = names.code ?? names.number ?? ''
  return {
    id: key,
    title: `${name} ${title}`,
    // What a page says in a line counts twice.
    text: [summary, summary, ...texts.map(({ text }) => text)].join(' '),
    hiddenTerms,
  }
}

function keyOf({ collection, id }: { collection: string; id: string }): string {
  return `${collection}/${id}`
}

function typeOf(key: string): SearchedType {
  return key.slice(0, key.indexOf('/')) as SearchedType
}
