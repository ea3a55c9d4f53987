import type {
  BaseDatabaseAdapter,
  FindArgs,
  FindOneArgs,
  PaginatedDocs,
  Payload,
  TypeWithID,
} from 'payload'
import { whatReadersMaySee } from '../../access/content.ts'
import type { ChangeLog } from '../dependencies/change-log.ts'
import { documentKey, pointingKey } from '../dependencies/keys.ts'
import { keysOfQuestion } from '../dependencies/keys-of-question.ts'
import { listsInside, type ListsInside } from '../dependencies/lists-inside.ts'
import { contentTypes, type Types } from '../dependencies/types.ts'
import type { PublicHeadFollower } from '../ledger/public-head.ts'
import { giveTurn } from '../turns.ts'
import { isMadeAnew } from './anew.ts'
import { SharedWork } from './cache/shared-work.ts'
import { TrialCache } from './cache/trial-cache.ts'
import {
  fieldsOf,
  liveQuestionIn,
  type Fields,
  type Form,
  type LiveQuestion,
} from './live-question.ts'

/** What is kept for a document that is not live: that is known too. */
const notLive = ''

/** In what form a document is kept, and what the lists in it depend on. */
interface Shape {
  lists: ListsInside
  text: string
}

type Database = Pick<BaseDatabaseAdapter, 'find' | 'findOne'>

type Found = PaginatedDocs<TypeWithID>

/**
 * Keeps the live documents as the database gave them, so that a read need not put them together again from
 * a dozen tables. It answers the reads that are held to what is live by the access rule for readers, and no
 * others: not those of staff, none inside a transaction, none of drafts, and none by which the platform
 * assures itself of what the database holds.
 *
 * A document is kept until it is published anew or withdrawn, here or by another process; then it is read
 * again. What is kept is text, so nobody who is handed a document can change it for the next.
 *
 * @param megabytes most memory it may take; 0 keeps nothing
 */
export function keepLiveDocuments(
  payload: Payload,
  {
    collections,
    follower,
    megabytes,
  }: { collections: readonly string[]; follower: PublicHeadFollower; megabytes: number },
): void {
  if (megabytes === 0) return
  const live = new LiveDocuments({
    bytes: megabytes * 1024 * 1024,
    database: payload.db,
    fields: fieldsOf(payload),
    types: contentTypes(payload),
    collections: new Set(collections),
    follower,
  })
  Object.assign(payload.db, { find: live.find, findOne: live.findOne })
}

class LiveDocuments {
  readonly #collections: ReadonlySet<string>
  readonly #documents: TrialCache<string>
  readonly #ask: Database
  readonly #follower: PublicHeadFollower
  readonly #fields: ReadonlyMap<string, Fields>
  readonly #changes: ChangeLog
  readonly #types: Types
  readonly #pages = new SharedWork<string>()
  readonly #reads = new SharedWork<Map<string, string>>()

  constructor({
    bytes,
    collections,
    database,
    follower,
    fields,
    types,
  }: {
    bytes: number
    collections: ReadonlySet<string>
    database: Database
    follower: PublicHeadFollower
    fields: ReadonlyMap<string, Fields>
    types: Types
  }) {
    this.#collections = collections
    this.#follower = follower
    this.#changes = follower.changes
    this.#types = types
    this.#fields = fields
    this.#ask = { find: database.find.bind(database), findOne: database.findOne.bind(database) }
    this.#documents = new TrialCache({
      maxBytes: bytes,
      // Typographic quotes make a text take two bytes for each character.
      sizeOf: (text) => text.length * 2,
    })
    follower.onChange((changed) => {
      // Whoever asks from now on gets nothing of what was begun before.
      this.#pages.forget()
      this.#reads.forget()
      if (changed === null) this.#documents.clear()
    })
  }

  readonly find = async <T = TypeWithID>(args: FindArgs): Promise<PaginatedDocs<T>> => {
    const question = await this.#questionIn(args)
    if (!question) return this.#ask.find<T>(args)
    await giveTurn()
    if (isMadeAnew()) return this.#ask.find<T>(args)
    const before = this.#changes.moment
    const found = await this.#found(question, args)
    // Something became public meanwhile: what was gathered may be of two states.
    return (
      found && before === this.#changes.moment ? found : await this.#ask.find(args)
    ) as PaginatedDocs<T>
  }

  readonly findOne = async <T extends TypeWithID>(args: FindOneArgs): Promise<T | null> => {
    const question = await this.#questionIn(args)
    if (question?.ids?.length !== 1 || isMadeAnew()) return this.#ask.findOne<T>(args)
    const [document] = await this.#documentsOf(question.form, question.ids)
    return (document ?? null) as T | null
  }

  async #found(question: LiveQuestion, args: FindArgs): Promise<Found | null> {
    const { form, ids, name } = question
    if (ids && (ids.length === 1 || isByIdAlone(args.sort)) && args.pagination === false) {
      if (args.limit && args.limit < ids.length) return null
      const docs = await this.#documentsOf(form, [...new Set(ids)].sort())
      return allOnOnePage(docs.filter(isLive), args.limit)
    }
    const page = name
      ? await this.#namedPage(name, form, args)
      : await this.#ask.find<TypeWithID>({
          ...args,
          joins: false,
          select: { id: true },
        } as unknown as FindArgs)
    const docs = await this.#documentsOf(
      form,
      page.docs.map(({ id }) => String(id)),
    )
    return docs.every(isLive) ? { ...page, docs } : null
  }

  /** Which document bears a name, as a page of its id alone. */
  async #namedPage(
    name: { field: string; value: string },
    form: Form,
    args: FindArgs,
  ): Promise<Found> {
    const { collection, limit, page, pagination } = args
    const keys = keysOfQuestion(
      { collection, where: { [name.field]: { equals: name.value } } },
      this.#types,
    )
    const key = JSON.stringify([
      collection,
      this.#changes.lastChange(keys),
      name.field,
      name.value,
      limit,
      page,
      pagination,
    ])
    const text =
      this.#documents.get(key) ??
      (await this.#pages.share(key, async () => {
        const before = this.#changes.moment
        const found = await this.#ask.find<TypeWithID>(args)
        const shape = this.#shapeOf(form)
        const ids = JSON.stringify({ ...found, docs: found.docs.map(({ id }) => ({ id })) })
        if (before !== this.#changes.moment) return ids
        for (const document of found.docs)
          this.#documents.add(
            this.#keyOf(collection, String(document.id), shape),
            JSON.stringify(document),
          )
        this.#documents.add(key, ids)
        return ids
      }))
    return JSON.parse(text) as Found
  }

  /** The documents with these ids in this order; null for one that is not live. */
  async #documentsOf(form: Form, ids: readonly string[]): Promise<(TypeWithID | null)[]> {
    const shape = this.#shapeOf(form)
    const keys = ids.map((id) => this.#keyOf(form.collection, id, shape))
    const texts = keys.map((key) => this.#documents.get(key))
    const missing = ids.filter((_id, at) => texts[at] === undefined)
    if (missing.length > 0) {
      // Many ask for the same at the same moment, right after it became public.
      const list = `${form.collection} ${shape.text} ${missing.join(' ')}`
      const read = await this.#reads.share(list, () => this.#read(form, missing, shape))
      ids.forEach((id, at) => (texts[at] ??= read.get(id) ?? notLive))
    }
    return texts.map((text) => (text ? (JSON.parse(text) as TypeWithID) : null))
  }

  async #read(form: Form, ids: string[], shape: Shape): Promise<Map<string, string>> {
    const before = this.#changes.moment
    const { docs } = await this.#ask.find<TypeWithID>({
      ...form,
      limit: ids.length,
      pagination: false,
      sort: 'id',
      where: { and: [{ id: { in: ids } }, whatReadersMaySee] },
    } as unknown as FindArgs)
    const texts = new Map(docs.map((document) => [String(document.id), JSON.stringify(document)]))
    if (before === this.#changes.moment)
      for (const id of ids)
        this.#documents.add(this.#keyOf(form.collection, id, shape), texts.get(id) ?? notLive)
    return texts
  }

  #keyOf(collection: string, id: string, { lists, text }: Shape): string {
    const keys = [
      documentKey(collection, id),
      ...lists.keys,
      ...lists.sources.map((source) => pointingKey(source, id)),
    ]
    return `${collection}/${id} ${this.#changes.lastChange(keys)} ${text}`
  }

  async #questionIn(args: FindArgs | FindOneArgs): Promise<LiveQuestion | null> {
    const { collection } = args
    if (!this.#collections.has(collection) || this.#follower.head === null) return null
    return liveQuestionIn(args, this.#fields.get(collection)?.unique)
  }

  /** Lists of other documents are by language, and change with those. */
  #shapeOf({ collection, joins, locale, select }: Form): Shape {
    const lists = listsInside({ collection, joins, select }, this.#types)
    const hasLists = lists.sources.length > 0
    return { lists, text: JSON.stringify(hasLists ? [select, joins, locale] : [select]) }
  }
}

function isByIdAlone(sort: FindArgs['sort']): boolean {
  return sort === 'id' || (Array.isArray(sort) && sort.length === 1 && sort[0] === 'id')
}

function isLive(document: TypeWithID | null): document is TypeWithID {
  return document !== null
}

/** A page as both databases make it where no pages were asked for. */
function allOnOnePage(docs: TypeWithID[], limit: number | undefined): Found {
  const isEmpty = docs.length === 0
  return {
    docs,
    hasNextPage: false,
    hasPrevPage: false,
    limit: limit as number,
    nextPage: null,
    page: 1,
    pagingCounter: isEmpty ? 0 : 1,
    prevPage: null,
    totalDocs: docs.length,
    totalPages: isEmpty ? 0 : 1,
  }
}
