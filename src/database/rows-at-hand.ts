import {
  deepCopyObjectSimple,
  type BaseDatabaseAdapter,
  type CollectionSlug,
  type DatabaseAdapterObj,
  type JsonObject,
  type PayloadRequest,
  type Where,
} from 'payload'
import { aroundMethods, changeDatabase, type Method } from './around-methods.ts'
import { datesOfVersions } from './versions-in-order.ts'

/** What was just read of a document, in the transaction of the request: it, and its newest version. */
export interface Rows {
  collection: CollectionSlug
  id: string
  document: Record<string, unknown>
  /** As `findVersions` gives it. */
  newest: { id: number | string; updatedAt: string; version: Record<string, unknown> }
}

const contextKey = 'rowsAtHand'

/**
 * Runs the restoring of a document's newest version with the rows at hand that were read just before. Payload reads
 * them three times more before it writes, and once more when the version is to be dated, and it reads back the document
 * and the version that it has written.
 *
 * A row is given once, to the very question that Payload asks, and only as long as it is what the database has. What was
 * written is given back to Payload as it was handed over: whoever calls this reads the document back himself, and judges
 * by that.
 */
export async function withRowsAtHand<Result>(
  req: PayloadRequest,
  rows: Rows,
  write: () => Promise<Result>,
): Promise<Result> {
  req.context[contextKey] = new RowsAtHand(rows)
  try {
    return await write()
  } finally {
    Reflect.deleteProperty(req.context, contextKey)
  }
}

/** Gives rows at hand to those who ask for them. */
export function giveRowsAtHand(
  adapter: DatabaseAdapterObj<BaseDatabaseAdapter>,
): DatabaseAdapterObj<BaseDatabaseAdapter> {
  return changeDatabase(adapter, (database) => {
    aroundMethods<Question, unknown>(
      database,
      ['findOne', 'findVersions'],
      (read, name) => async (question) =>
        rowsFor(question)?.answer(name, question) ?? read(question),
    )
    aroundMethods<Question, unknown>(database, writes, (write, name) => async (question) => {
      const rows = rowsFor(question)
      return rows ? rows.write(name, question, write) : write(question)
    })
  })
}

const writes = [
  'create',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const

interface Question {
  collection?: string
  collectionSlug?: string
  data?: JsonObject
  id?: unknown
  parent?: unknown
  req?: Partial<PayloadRequest>
  returning?: boolean
  select?: unknown
  versionData?: JsonObject
  where?: Where
}

function rowsFor({ req }: Question): RowsAtHand | undefined {
  return req?.context?.[contextKey] as RowsAtHand | undefined
}

class RowsAtHand {
  /** Answers by the question that each is for. */
  readonly #answers: Map<string, JsonObject>
  readonly #dateOfNewest: readonly [question: string, answer: JsonObject]
  readonly #document: Pick<Rows, 'collection' | 'id'>
  /** Payload writes the document once and makes one version. Whatever hooks write besides is read back for them. */
  readonly #awaited = new Set(['updateOne', 'createVersion'])

  constructor(rows: Rows) {
    this.#answers = answersBeforeWriting(rows)
    this.#dateOfNewest = dateOfNewest(rows)
    this.#document = rows
  }

  /** A copy of its own for whoever asks, because Payload writes into what it reads. */
  answer(method: string, question: Question): unknown {
    const key = keyOf(method, question)
    const answer = this.#answers.get(key)
    this.#answers.delete(key)
    return answer && deepCopyObjectSimple(answer)
  }

  /** Writes, and says what there is afterwards. */
  async write(
    method: string,
    question: Question,
    write: Method<Question, unknown>,
  ): Promise<unknown> {
    this.#answers.clear()
    if (!this.#isAwaited(method, question)) return write(question)
    this.#awaited.delete(method)
    const { id } = this.#document
    const { data = {}, versionData = {} } = question
    const written =
      method === 'updateOne'
        ? { ...deepCopyObjectSimple(data), id }
        : { parent: id, version: deepCopyObjectSimple(versionData) }
    // No version was made since the newest one was read.
    if (method === 'createVersion') this.#answers.set(...this.#dateOfNewest)
    await write({ ...question, returning: false })
    this.#answers.clear()
    return written
  }

  #isAwaited(method: string, question: Question): boolean {
    const { collection, id } = this.#document
    const isOfDocument =
      method === 'updateOne'
        ? question.collection === collection && question.id === id
        : question.collectionSlug === collection && question.parent === id
    return this.#awaited.has(method) && isOfDocument && question.select === undefined
  }
}

/** What Payload asks when it restores a version: for that, for the document, for its newest version. */
function answersBeforeWriting({ collection, document, id, newest }: Rows): Map<string, JsonObject> {
  const parent = { parent: { equals: id } }
  const version = { docs: [newest] }
  return new Map<string, JsonObject>([
    [keyOf('findVersions', { collection, where: { id: { equals: newest.id } } }), version],
    [keyOf('findOne', { collection, where: { and: [{ id: { equals: id } }] } }), document],
    [
      keyOf('findVersions', {
        collection,
        where: { and: [{ and: [parent] }, { and: [parent, { latest: { equals: true } }] }] },
      }),
      version,
    ],
  ])
}

/** What is asked so that a version is dated later than those before it: see `keepVersionsInOrder`. */
function dateOfNewest({ collection, id, newest: { updatedAt } }: Rows): [string, JsonObject] {
  return [keyOf('findVersions', { collection, ...datesOfVersions(id) }), { docs: [{ updatedAt }] }]
}

function keyOf(method: string, { collection, select, where }: Question): string {
  return JSON.stringify([method, collection, select, where])
}
