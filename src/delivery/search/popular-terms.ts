import { createHmac, randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { LRUCache } from 'lru-cache'
import type { Payload, Where } from 'payload'
import { locales, type Locale } from '../../locales.ts'
import { folded } from './words.ts'

/** What editors decided about a term. */
export interface Curated {
  term: string
  language: Locale
  treatment: 'pinned' | 'blocked'
  /** Place among the pinned ones. */
  order: number
}

/** A term that many people search for. */
export interface PopularTerm {
  term: string
  /** Whether editors put it there. */
  pinned: boolean
}

/** How often the same words have to be asked for before they are written down anywhere. */
export const threshold = 5

/** Most terms in one answer. */
export const mostPopular = 10

/** Days that count. */
const days = 30

/** Most different questions that are remembered, by hash, until they are asked often enough. */
const mostRemembered = 20_000

/** How long a question that is not asked often enough is remembered, in milliseconds. */
const remembered = 24 * 60 * 60 * 1000

/** How often what was counted is stored, and what others stored is read, in milliseconds. The lists follow that. */
const interval = 30_000

/** Most words and characters of a term. Whoever types more tells a story of their own. */
const mostWords = 5
const longest = 50

/** Most digits of a term: as many as the longest code has. Telephone and account numbers have more. */
const mostDigits = 4

interface CountRow {
  id: string
  key: string
  term: string
  language: Locale
  day: string
  count: number
}

interface Counted {
  term: string
  language: Locale
  count: number
}

/** By language and term. */
type Counts = Map<string, Counted>

/**
 * Counts what people search for, without knowing who does.
 *
 * Nothing about the one who asks is looked at. What they typed is first counted under a hash, with a key that
 * this process makes up and forgets; only words that were asked for five times, and that found something, are
 * written down as words. Words that look like somebody's own, with an address or a number in them, are never
 * counted.
 */
export class PopularTerms {
  readonly #changed: () => Promise<void>
  readonly #payload: Payload
  readonly #curated = new Map<string, Curated>()
  readonly #key = randomBytes(32)
  readonly #seldom = new LRUCache<string, number>({ max: mostRemembered, ttl: remembered })
  /** Counts of the last days, as they were last read. */
  #stored: Counts | undefined
  /** Those of the days before this one, in which nobody counts any more. */
  #settled: { before: string; counts: Counts } | undefined
  #reading: Promise<Counts> | undefined
  /** What was counted since it was last stored. */
  #waiting: Counts = new Map()
  #timer: NodeJS.Timeout | undefined
  #lookingAtOthers: NodeJS.Timeout | undefined
  #storing: Promise<void> = Promise.resolve()

  /** @param changed called when the list of a language is another one because of what was counted */
  constructor(payload: Payload, { changed }: { changed: () => Promise<void> }) {
    this.#payload = payload
    this.#changed = changed
  }

  /** Puts in what editors decided, as it became public. */
  put(id: string, curated: Curated): void {
    this.#curated.set(id, curated)
  }

  remove(id: string): void {
    this.#curated.delete(id)
  }

  /** Counts a question that found something. */
  count(question: string, language: Locale): void {
    const term = countable(question)
    if (term === null) return
    const key = `${language}/${term}`
    const known = this.#stored?.has(key) || this.#waiting.has(key)
    if (known) this.#add(key, { term, language, count: 1 })
    else {
      const hash = createHmac('sha256', this.#key).update(key).digest('base64')
      const times = (this.#seldom.get(hash) ?? 0) + 1
      if (times < threshold) this.#seldom.set(hash, times)
      else {
        this.#seldom.delete(hash)
        this.#add(key, { term, language, count: times })
      }
    }
  }

  /**
   * What many people search for in a language: the pinned terms in their order, then the most asked for, as they were
   * counted when that was last stored.
   */
  async list(language: Locale): Promise<PopularTerm[]> {
    return this.#listOf(this.#stored ?? (await this.#firstRead()), language)
  }

  #listOf(counts: Counts, language: Locale): PopularTerm[] {
    const curated = [...this.#curated.values()].filter((one) => one.language === language)
    const decided = new Set(curated.map(({ term }) => folded(normalised(term))))
    const pinned = curated
      .filter(({ treatment }) => treatment === 'pinned')
      .sort((one, other) => one.order - other.order || one.term.localeCompare(other.term))
      .map(({ term }) => ({ term, pinned: true }))
    const asked = [...counts.values()]
      .filter((one) => one.language === language && !decided.has(folded(one.term)))
      .sort((one, other) => other.count - one.count || one.term.localeCompare(other.term))
      .map(({ term }) => ({ term, pinned: false }))
    return [...pinned, ...asked].slice(0, mostPopular)
  }

  /** Stores what was counted, and has the lists follow it. */
  async store(): Promise<void> {
    await this.#inTurn(async () => {
      if (await this.#write()) await this.#readAgain()
    })
  }

  /** Stores what was counted, and counts no more. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    clearInterval(this.#lookingAtOthers)
    await this.#inTurn(async () => void (await this.#write()))
  }

  /** Storing and reading, one after the other. A count that is lost harms nobody, so that it only warns. */
  async #inTurn(work: () => Promise<void>): Promise<void> {
    this.#storing = this.#storing.then(work).catch((error: unknown) => {
      this.#payload.logger.warn({
        err: error,
        msg: 'Popular search terms could not be stored or read.',
      })
    })
    await this.#storing
  }

  #add(key: string, counted: Counted): void {
    const waiting = this.#waiting.get(key)
    if (waiting) waiting.count += counted.count
    else this.#waiting.set(key, counted)
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.store()
    }, interval).unref()
  }

  async #firstRead(): Promise<Counts> {
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined))
    this.#stored ??= await this.#reading
    this.#lookingAtOthers ??= setInterval(() => {
      void this.#inTurn(() => this.#readAgain())
    }, interval).unref()
    return this.#stored
  }

  /** Reads what is stored, and tells when a list is another one by it. */
  async #readAgain(): Promise<void> {
    const before = this.#stored
    if (!before) return
    const now = await this.#read()
    this.#stored = now
    const isAnother = locales.some(
      ({ code }) => !isDeepStrictEqual(this.#listOf(before, code), this.#listOf(now, code)),
    )
    if (isAnother) await this.#changed()
  }

  async #read(): Promise<Counts> {
    const today = dayBefore(0)
    if (this.#settled?.before !== today) {
      const counts = await this.#addUp(new Map(), {
        and: [{ day: { greater_than_equal: dayBefore(days) } }, { day: { less_than: today } }],
      })
      this.#settled = { before: today, counts }
    }
    return this.#addUp(new Map(this.#settled.counts), { day: { greater_than_equal: today } })
  }

  async #addUp(counts: Counts, where: Where): Promise<Counts> {
    const { docs } = await this.#payload.db.find<CountRow>({
      collection: 'search-counts',
      limit: 0,
      pagination: false,
      sort: 'day',
      where,
    })
    for (const { count, language, term } of docs) {
      const key = `${language}/${term}`
      counts.set(key, { term, language, count: count + (counts.get(key)?.count ?? 0) })
    }
    return counts
  }

  /** @returns whether there was anything to store */
  async #write(): Promise<boolean> {
    if (this.#waiting.size === 0) return false
    const counted = this.#waiting
    this.#waiting = new Map()
    const day = dayBefore(0)
    for (const { count, language, term } of counted.values()) {
      const key = `${language}/${day}/${term}`
      const row = await this.#payload.db.findOne<CountRow>({
        collection: 'search-counts',
        where: { key: { equals: key } },
      })
      await (row
        ? this.#payload.db.updateOne({
            collection: 'search-counts',
            id: row.id,
            // Other processes count, too.
            data: { count: { $inc: count } },
            returning: false,
          })
        : this.#payload.db.create({
            collection: 'search-counts',
            data: { key, term, language, day, count },
            returning: false,
          }))
    }
    await this.#payload.db.deleteMany({
      collection: 'search-counts',
      where: { day: { less_than: dayBefore(days) } },
    })
    return true
  }
}

/** Words as they are counted, or null when they may be somebody's own. */
export function countable(question: string): string | null {
  const term = normalised(question)
  const words = term.split(' ')
  const digits = term.replace(/\D/g, '').length
  const looksPersonal = digits > mostDigits || /@|www\.|:\/\//.test(term)
  return term === '' || term.length > longest || words.length > mostWords || looksPersonal
    ? null
    : term
}

/** One spelling for what is asked for in many: small letters, single spaces, no punctuation at the ends. */
function normalised(question: string): string {
  return question
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')
}

function dayBefore(count: number): string {
  return new Date(Date.now() - count * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
