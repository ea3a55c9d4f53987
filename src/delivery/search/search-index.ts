import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { goesBefore } from '../../addresses/rows.ts'
import { searchKey } from '../../content/search-key.ts'
import { locales, type Locale } from '../../locales.ts'
import { searchedTypes, type SearchedContent, type SearchedType } from './searched-content.ts'
import { readingsOf, type Synonym } from './synonyms.ts'
import { WordIndex, type IndexedText, type Leniency, type Scores } from './word-index.ts'
import { tellingWords, wordsIn } from './words.ts'

/** What was found for a question, what fits best first. */
export interface Results {
  contents: readonly SearchedContent[]
  /** How well each of them fits; those that bear an asked code go before all others. */
  scores: readonly number[]
  /** The stems by which they were found. */
  stems: ReadonlySet<string>
}

/** Most words of a question that are looked for. */
const mostWords = 12

/** Added to the score of what bears the code that was asked for, as a whole or in its beginning. */
const bearsTheCode = 10_000
const beginsWithTheCode = 1_000

/** Pages about where somebody stands go before those about single tasks, everything else being equal. */
const weightOf: Record<SearchedType, number> = {
  stations: 1.3,
  notices: 1.15,
  forms: 1,
  phases: 1,
  steps: 0.8,
  'help-organizations': 1,
}

/** With so many documents that have all of the words as they are, no others are looked for. */
const plenty = 50

/** Most documents in results that are remembered, all together. */
const mostRemembered = 200_000

/**
 * Live documents by their words, in each language. Knows nothing but what it is given: who puts something
 * in answers for its being public.
 */
export class SearchIndex {
  /** Each document at its number; a number without one is free. */
  readonly #contents: (SearchedContent | undefined)[] = []
  readonly #numbers = new Map<string, number>()
  /** What each document is worth beside others, and where it stands among equals, by its number. */
  readonly #weights: number[] = []
  readonly #orders: number[] = []
  readonly #free: number[] = []
  readonly #byLanguage = Object.fromEntries(
    locales.map(({ code }) => [code, new WordIndex(code)]),
  ) as Record<Locale, WordIndex>
  /** What was found for the last questions. Many ask the same. */
  readonly #found = new LRUCache<string, Results>({
    maxSize: mostRemembered,
    sizeCalculation: ({ contents, stems }) => contents.length + stems.size + 1,
  })
  /** Documents by each of their codes, and by what is left of a code without its kind: `1058`. */
  readonly #byCode = new Map<string, Set<number>>()
  /** Which document was last public under a code, by key of the document. */
  readonly #bearings = new Map<string, Bearing>()
  readonly #phases = new Map<string, SearchedContent>()
  readonly #synonyms = new Map<string, Synonym>()

  /** How many documents it has. */
  get size(): number {
    return this.#numbers.size
  }

  /** The live phases. */
  phases(): SearchedContent[] {
    return [...this.#phases.values()]
  }

  /** Puts a document in, in place of what it was before. */
  put(content: SearchedContent): void {
    this.remove(content)
    this.#found.clear()
    const number = this.#free.pop() ?? this.#contents.length
    this.#contents[number] = content
    this.#numbers.set(keyOf(content), number)
    this.#weights[number] = weightOf[content.collection]
    this.#orders[number] = orderOf(content)
    if (content.collection === 'phases') this.#phases.set(content.id, content)
    for (const code of codesOf(content)) {
      const bearers = this.#byCode.get(code)
      if (bearers) bearers.add(number)
      else this.#byCode.set(code, new Set([number]))
    }
    for (const { code } of locales) this.#byLanguage[code].put(number, indexedText(content, code))
  }

  remove(place: { collection: string; id: string }): void {
    const key = keyOf(place)
    const number = this.#numbers.get(key)
    if (number === undefined) return
    const content = this.#contents[number]!
    this.#found.clear()
    this.#contents[number] = undefined
    this.#numbers.delete(key)
    this.#free.push(number)
    if (content.collection === 'phases') this.#phases.delete(content.id)
    for (const code of codesOf(content)) {
      const bearers = this.#byCode.get(code)
      bearers?.delete(number)
      if (bearers?.size === 0) this.#byCode.delete(code)
    }
    for (const { code } of locales)
      this.#byLanguage[code].remove(number, indexedText(content, code))
  }

  /**
   * Notes that a document was public under a code, so that it is found by that also when it has another now.
   * It does not matter in which order this is told.
   */
  putBearing(code: string, bearing: Bearing): void {
    const known = this.#bearings.get(code)
    if (known && !goesBefore(bearing, known)) return
    this.#found.clear()
    this.#bearings.set(code, bearing)
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
  search(question: string, locale: Locale): Results {
    const key = `${locale} ${question}`
    const known = this.#found.get(key)
    if (known) return known
    const contents = this.#contents
    const scores = new Float64Array(contents.length)
    const stems = this.#scoreWords(question, locale, scores)
    const [orders, weights] = [this.#orders, this.#weights]
    for (let number = 0; number < scores.length; number += 1)
      if (scores[number]! > 0) scores[number]! *= weights[number]!
    for (const [number, worth] of this.#withCodes(question)) scores[number]! += worth
    const found = numbersIn(scores).sort(
      (one, other) => scores[other]! - scores[one]! || orders[one]! - orders[other]!,
    )
    const results: Results = {
      contents: found.map((number) => contents[number]!),
      scores: found.map((number) => scores[number]!),
      stems: new Set(stems),
    }
    this.#found.set(key, results)
    return results
  }

  /** @returns the stems by which documents were found */
  #scoreWords(question: string, locale: Locale, scores: Scores): string[] {
    const typed = wordsIn(question, locale)
    const readings = [typed, ...readingsOf(typed, this.#synonyms.values(), locale)]
      .map((words) => tellingWords(words, locale).slice(0, mostWords))
      .filter((words) => words.length > 0)
    const [asked] = readings
    if (!asked) return []
    const index = this.#byLanguage[locale]
    const withAll = (leniency: Leniency) =>
      readings.flatMap((words) => index.withAll(words, scores, leniency))
    const exact = withAll({})
    if (numbersIn(scores).length >= plenty) return exact
    for (const find of [
      () => withAll({ unfinished: true }),
      () => withAll({ unfinished: true, fuzzy: true }),
      () => index.withSome(asked, scores),
    ]) {
      const stems = find()
      if (numbersIn(scores).length > 0) return stems
    }
    return []
  }

  /** The document that bore a code last, where none bears it now. */
  #withFormerCode(code: string): number[] {
    const bearing = this.#bearings.get(code)
    const number = bearing && this.#numbers.get(keyOf(bearing))
    return number === undefined ? [] : [number]
  }

  /** Documents that bear a code in the question, or bore it last, written in one word or in up to three. */
  #withCodes(question: string): Map<number, number> {
    const found = new Map<number, number>()
    const parts = question
      .split(/[\s,;:!?()“”"]+/)
      .filter(Boolean)
      .slice(0, mostWords)
    for (let length = Math.min(3, parts.length); length > 0; length -= 1)
      for (let at = 0; at + length <= parts.length; at += 1) {
        const code = searchKey(parts.slice(at, at + length).join(' '))
        if (!/\d/.test(code) && length < parts.length) continue
        for (const number of this.#byCode.get(code) ?? this.#withFormerCode(code))
          if (!found.has(number)) found.set(number, bearsTheCode + length)
      }
    const whole = searchKey(question)
    if (found.size === 0 && /^[a-z]*\d/.test(whole))
      for (const [code, numbers] of this.#byCode)
        if (code.startsWith(whole))
          for (const number of numbers) found.set(number, beginsWithTheCode)
    return found
  }
}

/** That a document was public under a code: by which publication, and whether it was an alias. */
export interface Bearing {
  collection: string
  id: string
  sequence: number
  isAlias: boolean
}

/** The numbers of documents that fit. */
function numbersIn(scores: Scores): number[] {
  const numbers: number[] = []
  for (let number = 0; number < scores.length; number += 1)
    if (scores[number]! > 0) numbers.push(number)
  return numbers
}

/** Where a document stands among equals: by its type, and then the same in every process. */
function orderOf({ collection, id }: SearchedContent): number {
  const ofId = createHash('sha256').update(id).digest().readUIntBE(0, 6)
  return searchedTypes.indexOf(collection) * 2 ** 48 + ofId
}

/** The codes of a document, and the part of each that is a number or more than its kind. */
function codesOf({ codes }: SearchedContent): Set<string> {
  return new Set(
    codes.flatMap((code) => [code, code.replace(/^(ltr|form|publication|cp|lt)(?=\d)/, '')]),
  )
}

function indexedText({ inLanguage, names }: SearchedContent, locale: Locale): IndexedText {
  const { summary, title } = inLanguage[locale]
  const { hiddenTerms, texts } = inLanguage[locale].unpack()
  const name = names.code ?? names.number ?? ''
  return {
    title: `${name} ${title}`,
    hiddenTerms,
    // What a page says in a line counts twice.
    text: [summary, summary, ...texts.map(({ text }) => text)].join(' '),
  }
}

function keyOf({ collection, id }: { collection: string; id: string }): string {
  return `${collection}/${id}`
}
