import SearchableMap from 'minisearch/SearchableMap'
import type { Locale } from '../../locales.ts'
import { onceMore, PostingList, timesIn } from './posting-list.ts'
import { saysNothing, wordsIn, type FoundWord } from './words.ts'

/** The words of a document, by where they stand. */
export interface IndexedText {
  title: string
  hiddenTerms: string
  text: string
}

/** How much a word may differ from what stands on a page. */
export interface Leniency {
  /** The last word may be the beginning of a longer one: people are still typing. */
  unfinished?: boolean
  /** Words that stand nowhere may have other letters. */
  fuzzy?: boolean
}

/** How well documents fit, by their number; 0 where one does not fit at all. */
export type Scores = Float64Array<ArrayBuffer>

const fields = ['title', 'hiddenTerms', 'text'] as const

/** How much a word counts, by where it stands, in the order of `fields`. */
const weights = [6, 4, 1] as const

/** How much more counts what has all of the words in its title. */
const isNamed = 3

/** How much a word counts that only begins like the one looked for, or has other letters. */
const worthOf = { longer: 0.4, different: 0.3 }

/**
 * Saturation, effect of length, and least worth of a word that is there at all: the usual values for BM25+
 * (Lv and Zhai, Lower-Bounding Term Frequency Normalization, CIKM 2011, section 4).
 */
const bm25 = { k: 1.2, b: 0.7, d: 0.5 }

/**
 * The words of documents in one language, whatever their form. Documents are numbers from 0, as dense as the
 * caller keeps them: work and memory grow with the highest.
 */
export class WordIndex {
  readonly #locale: Locale
  readonly #postings = new Map<string, PostingList>()
  /** The stem of each form that was ever met, to find what begins alike and what differs by a letter. */
  readonly #forms = new SearchableMap<string>()
  /** The same forms, to see at once that there is nothing to add. */
  readonly #knownForms = new Set<string>()
  /** How many words each document has in each field, three numbers for a document. */
  readonly #lengths: number[] = []
  readonly #total = { documents: 0, words: [0, 0, 0] as [number, number, number] }
  /** What one word of a question gave each document, and what all gave: used anew by each question. */
  #ofWord = new Float64Array(0)
  #titled = new Uint8Array(0)
  #met = new Uint8Array(0)
  #named = new Uint8Array(0)

  constructor(locale: Locale) {
    this.#locale = locale
  }

  /** Puts a document in under a number that is free. */
  put(document: number, content: IndexedText): void {
    const { lengths, times } = this.#counted(content, (word, stem) => {
      if (this.#knownForms.has(word)) return
      this.#knownForms.add(word)
      this.#forms.set(word, stem)
    })
    for (const [stem, count] of times) {
      let posting = this.#postings.get(stem)
      if (!posting) this.#postings.set(stem, (posting = new PostingList()))
      posting.put(document, count)
    }
    lengths.forEach((length, at) => {
      this.#lengths[document * 3 + at] = length
      this.#total.words[at]! += length
    })
    this.#total.documents += 1
  }

  /**
   * Takes a document out; its number is free again.
   *
   * @param content what it was put in with: keeping the stems of each would take more memory than all else
   */
  remove(document: number, content: IndexedText): void {
    const { lengths, times } = this.#counted(content)
    for (const stem of times.keys()) {
      const posting = this.#postings.get(stem)!
      posting.remove(document)
      if (posting.length === 0) this.#postings.delete(stem)
    }
    lengths.forEach((length, at) => (this.#total.words[at]! -= length))
    this.#total.documents -= 1
  }

  /**
   * Raises the scores of documents that have all of these words, each in any of its forms, to what they are
   * worth by them.
   *
   * @param scores one for each document
   * @returns the stems that were looked for
   */
  withAll(words: readonly FoundWord[], scores: Scores, leniency: Leniency = {}): string[] {
    const looked = words.map((word, at) =>
      this.#stemsLike(word, {
        ...leniency,
        unfinished: leniency.unfinished === true && at === words.length - 1,
      }),
    )
    const all = looked.every((stems) => stems.size > 0)
    if (all) this.#raise(looked, scores, { least: words.length })
    return looked.flatMap((stems) => [...stems.keys()])
  }

  /**
   * Raises the scores of documents that have any of these words, in any form or misspelled, to what they are
   * worth by them; what has more of them is worth more.
   *
   * @returns the stems that were looked for
   */
  withSome(words: readonly FoundWord[], scores: Scores): string[] {
    const looked = words.map((word) => this.#stemsLike(word, { fuzzy: true }))
    this.#raise(looked, scores, { least: 1 })
    return looked.flatMap((stems) => [...stems.keys()])
  }

  /** How many words stand in each field, and how often each stem, as posting lists have it. */
  #counted(content: IndexedText, meet?: (word: string, stem: string) => void) {
    const times = new Map<string, number>()
    const lengths = fields.map((field, at) => {
      let length = 0
      for (const { stem, word } of wordsIn(content[field], this.#locale)) {
        if (saysNothing(word, this.#locale)) continue
        length += 1
        times.set(stem, onceMore(times.get(stem) ?? 0, at))
        meet?.(word, stem)
      }
      return length
    })
    return { lengths, times }
  }

  /** The stems that stand for a word, and what each is worth: 1 for its own. */
  #stemsLike(
    { stem, word }: FoundWord,
    { fuzzy = false, unfinished = false }: Leniency,
  ): Map<string, number> {
    const stems = new Map<string, number>()
    const add = (like: string, worth: number) => {
      if (this.#postings.has(like)) stems.set(like, Math.max(worth, stems.get(like) ?? 0))
    }
    add(stem, 1)
    const isKnown = stems.size > 0
    if (unfinished && word.length >= 2)
      for (const [longer, like] of this.#forms.atPrefix(word)) {
        const more = longer.length - word.length
        add(like, (worthOf.longer * longer.length) / (longer.length + 0.3 * more))
      }
    const most = fuzzy && !isKnown ? mostChanges(word) : 0
    if (most > 0)
      for (const [, [like, changes]] of this.#forms.fuzzyGet(word, most))
        add(like, (worthOf.different * word.length) / (word.length + changes))
    return stems
  }

  /** Gives documents that have at least so many of the words what they are worth, unless they have more. */
  #raise(
    words: readonly ReadonlyMap<string, number>[],
    scores: Scores,
    { least }: { least: number },
  ): void {
    const size = scores.length
    if (this.#met.length < size) {
      this.#ofWord = new Float64Array(size)
      this.#titled = new Uint8Array(size)
      this.#met = new Uint8Array(size)
      this.#named = new Uint8Array(size)
    }
    const [ofWord, titled, met, named] = [this.#ofWord, this.#titled, this.#met, this.#named]
    const sums = new Float64Array(size)
    met.fill(0)
    named.fill(0)
    for (const stems of words) {
      ofWord.fill(0)
      titled.fill(0)
      for (const [stem, worth] of stems)
        this.#weigh(this.#postings.get(stem)!, worth, ofWord, titled)
      for (let document = 0; document < size; document += 1) {
        if (ofWord[document] === 0) continue
        sums[document]! += ofWord[document]!
        met[document]! += 1
        named[document]! += titled[document]!
      }
    }
    for (let document = 0; document < size; document += 1) {
      if (met[document]! < least) continue
      const score = sums[document]! * (named[document] === words.length ? isNamed : 1)
      if (score > scores[document]!) scores[document] = score
    }
  }

  /** What a stem is worth in each document that has it, unless another form of the word is worth more there. */
  #weigh(postings: PostingList, worth: number, ofWord: Float64Array, titled: Uint8Array): void {
    const { k, b, d } = bm25
    const lengths = this.#lengths
    const rarity = postings.inField.map(
      (count, at) =>
        worth * weights[at]! * Math.log(1 + (this.#total.documents - count + 0.5) / (count + 0.5)),
    )
    const usual = this.#total.words.map((all) => Math.max(1, all) / this.#total.documents)
    for (let place = 0; place < postings.length; place += 1) {
      const document = postings.documentAt(place)
      const times = postings.timesAt(place)
      let score = 0
      if (timesIn(times, 0) > 0) titled[document] = 1
      for (let at = 0; at < fields.length; at += 1) {
        const count = timesIn(times, at)
        if (count === 0) continue
        const length = lengths[document * 3 + at]! / usual[at]!
        score += rarity[at]! * (d + (count * (k + 1)) / (count + k * (1 - b + b * length)))
      }
      if (score > ofWord[document]!) ofWord[document] = score
    }
  }
}

/** How many letters may differ: none in short words and in numbers. */
function mostChanges(word: string): number {
  if (word.length < 4 || /\d/.test(word)) return 0
  return word.length < 8 ? 1 : 2
}
