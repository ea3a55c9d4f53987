import { setTimeout } from 'node:timers/promises'
import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { hasSpellings, namedCollections } from '../../addresses/names.ts'
import { addressesOf, allAddresses, type Address } from '../../addresses/rows.ts'
import { visibleContent, type VisibleContent } from '../../content/visible-content.ts'
import { popularKey } from '../../dependencies/keys.ts'
import { EditorialError } from '../../errors.ts'
import type { PublicHeadFollower } from '../../ledger/public-head.ts'
import { publicEntriesAfter } from '../../ledger/read.ts'
import { locales, type Locale } from '../../locales.ts'
import { asForReaders, giveTurn } from '../../turns.ts'
import { PopularTerms, type Curated } from './popular-terms.ts'
import { isSearched, searchedContent, searchedTypes } from './searched-content.ts'
import { SearchIndex } from './search-index.ts'
import type { Synonym } from './synonyms.ts'

/** How many documents are read at a time while the index is filled. */
const batch = 25

/** How long the index is filled at a stretch while nobody waits for it, in milliseconds. */
const shortestWork = 4

/** How many entries of the ledger are followed at a time. Each has all of its document. */
const mostEntries = 25

const searches = new WeakMap<Payload, LiveSearch>()

/** The search of a running platform. */
export function searchOf(payload: Payload): LiveSearch {
  return searches.get(payload)!
}

/**
 * Starts search over the live documents. It is filled at the first question, or when it is told to.
 *
 * @returns what to end it with
 */
export function startSearch(payload: Payload, follower: PublicHeadFollower): LiveSearch {
  const search = new LiveSearch(payload, follower)
  searches.set(payload, search)
  return search
}

/**
 * The live documents by their words, synonyms and popular terms among them. It holds what readers get, as the
 * ledger recorded it, and follows the ledger: whoever asks after a publication finds what was published.
 */
export class LiveSearch {
  readonly popular: PopularTerms
  readonly #follower: PublicHeadFollower
  readonly #payload: Payload
  #index: SearchIndex | undefined
  /** The newest entry of the ledger that is in the index. */
  #sequence = 0
  #underWay: Promise<void> | undefined
  /** How many questions wait for the index. */
  #waiting = 0
  #lastPause = 0
  #isStopped = false

  constructor(payload: Payload, follower: PublicHeadFollower) {
    this.#payload = payload
    this.#follower = follower
    this.popular = new PopularTerms(payload, { changed: () => follower.forget([popularKey]) })
  }

  /**
   * The index as the ledger is now.
   *
   * @throws EditorialError UNAVAILABLE while the ledger cannot be read
   */
  async index(): Promise<SearchIndex> {
    this.#waiting += 1
    try {
      return await this.#current()
    } finally {
      this.#waiting -= 1
    }
  }

  /** Fills the index while nobody asks yet, beside whatever else there is to do. */
  async prepare(): Promise<void> {
    await this.#current()
  }

  async #current(): Promise<SearchIndex> {
    for (;;) {
      const { head } = this.#follower
      if (head === null) throw unavailable()
      if (this.#index && this.#sequence >= head.sequence) return this.#index
      this.#underWay ??= this.#bringUpToDate().finally(() => (this.#underWay = undefined))
      await this.#underWay
    }
  }

  /** Stores what was counted, and counts no more. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#underWay?.catch(() => undefined)
    await this.popular.stop()
  }

  async #bringUpToDate(): Promise<void> {
    if (!this.#index) await this.#fill()
    this.#lastPause = performance.now()
    const req = { payload: this.#payload, context: {} } as PayloadRequest
    for (;;) {
      const entries = await publicEntriesAfter({
        sequence: this.#sequence,
        limit: mostEntries,
        req,
      })
      for (const entry of entries) {
        await this.#giveWay()
        const { documentCollection, documentId, sequence, snapshot, type } = entry
        const place = { collection: documentCollection, id: documentId }
        for (const address of addressesOf(entry)) putBearing(this.#index!, address)
        if (type === 'published' && snapshot) this.#put(this.#index!, documentId, snapshot)
        else this.#remove(place)
        this.#sequence = sequence
      }
      if (entries.length < mostEntries) break
    }
  }

  /** Reads everything that is live. What becomes public meanwhile is in the ledger after the number noted first. */
  async #fill(): Promise<void> {
    const index = new SearchIndex()
    this.#lastPause = performance.now()
    const sequence = this.#follower.head?.sequence ?? 0
    for (const collection of [...searchedTypes, 'synonyms', 'popular-terms'] as const) {
      const { flattenedFields: fields } = this.#payload.collections[collection].config
      for await (const document of this.#liveDocuments(collection)) {
        await this.#giveWay()
        const content = { collection, fields, upload: false, document: document as never }
        this.#put(index, String(document.id), visibleContent(content))
      }
    }
    const req = { payload: this.#payload, context: {} } as PayloadRequest
    for await (const address of allAddresses(req, { collections: spelledCollections })) {
      await this.#giveWay()
      putBearing(index, address)
    }
    this.#index = index
    this.#sequence = sequence
  }

  /** Filling was begun for nobody. From the first who waits for it, it is work for readers. */
  #forWhoeverWaits<Result>(work: () => Result): Result {
    return this.#waiting > 0 ? asForReaders(work) : work()
  }

  /**
   * Without anybody who waits for it, the index is filled in half of the time at most.
   *
   * @throws EditorialError UNAVAILABLE when the platform stops meanwhile
   */
  async #giveWay(): Promise<void> {
    if (this.#isStopped) throw unavailable()
    if (this.#waiting > 0) return asForReaders(giveTurn)
    const worked = performance.now() - this.#lastPause
    if (worked < shortestWork) return
    await setTimeout(worked)
    this.#lastPause = performance.now()
  }

  /**
   * Some at a time, each time after the last id. Which of them are live is looked at here: asked for that, SQLite would
   * find all that are live by their index, and sort them, each time anew.
   */
  async *#liveDocuments(collection: CollectionSlug): AsyncGenerator<{ id: string }> {
    for (let after: string | undefined; ;) {
      const { docs } = await this.#forWhoeverWaits(() =>
        this.#payload.db.find<{ id: string; _status?: string }>({
          collection,
          // Lists of other documents take longer to read than all the rest, and have no words of their own.
          joins: false as never,
          limit: batch,
          pagination: false,
          sort: 'id',
          where: after === undefined ? {} : { id: { greater_than: after } },
        }),
      )
      yield* docs.filter(({ _status }) => _status === 'published')
      if (docs.length < batch) return
      after = docs.at(-1)!.id
    }
  }

  #put(index: SearchIndex, id: string, content: VisibleContent): void {
    if (isSearched(content.collection)) index.put(searchedContent(id, content))
    else if (content.collection === 'synonyms') index.putSynonym(synonymOf(id, content))
    else if (content.collection === 'popular-terms') this.popular.put(id, curatedOf(content))
  }

  #remove({ collection, id }: { collection: string; id: string }): void {
    if (collection === 'synonyms') this.#index!.removeSynonym(id)
    else if (collection === 'popular-terms') this.popular.remove(id)
    else this.#index!.remove({ collection, id })
  }
}

/** Slugs are no words that people type; codes and numbers are. */
const spelledCollections = namedCollections.filter(hasSpellings)

function putBearing(
  index: SearchIndex,
  { documentCollection, documentId, isAlias, key, sequence }: Address,
): void {
  if (!hasSpellings(documentCollection)) return
  const code = key.slice(documentCollection.length + 1)
  index.putBearing(code, { collection: documentCollection, id: documentId, isAlias, sequence })
}

function unavailable(): EditorialError {
  return new EditorialError({
    code: 'UNAVAILABLE',
    message: 'Search is not available at the moment. Try again in a few seconds.',
    retryAfter: 5,
  })
}

function synonymOf(id: string, { fields }: VisibleContent): Synonym {
  return { id, typed: linesByLanguage(fields['typed']), meant: linesByLanguage(fields['meant']) }
}

function curatedOf({ fields }: VisibleContent): Curated {
  const { language, order, term, treatment } = fields
  return {
    term: String(term ?? ''),
    language: language as Locale,
    treatment: treatment as Curated['treatment'],
    order: typeof order === 'number' ? order : Number.POSITIVE_INFINITY,
  }
}

function linesByLanguage(value: unknown): Record<Locale, string[]> {
  const byLanguage = (value ?? {}) as Partial<Record<Locale, string[]>>
  return Object.fromEntries(locales.map(({ code }) => [code, byLanguage[code] ?? []])) as Record<
    Locale,
    string[]
  >
}
