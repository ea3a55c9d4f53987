import type {
  BaseDatabaseAdapter,
  CollectionSlug,
  DatabaseAdapterObj,
  PayloadRequest,
  Where,
} from 'payload'

/** What was just read of a document, in the transaction of the request: it, and its newest version. */
export interface Rows {
  collection: CollectionSlug
  id: string
  document: Record<string, unknown>
  /** As `findVersions` gives it. */
  newest: { id: number | string; version: Record<string, unknown> }
}

const contextKey = 'rowsAtHand'

/** Answers by the question that each is for. An answer is given once. */
type Answers = Map<string, unknown>

/**
 * Runs the restoring of a document's newest version with the rows at hand that were read just before. Payload reads
 * them three times more before it writes.
 *
 * A row is given once, to the very question that Payload asks, and none is given once anything was written: whatever is
 * read after the write is what the database has.
 */
export async function withRowsAtHand<Result>(
  req: PayloadRequest,
  rows: Rows,
  write: () => Promise<Result>,
): Promise<Result> {
  req.context[contextKey] = answersFrom(rows)
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
  return {
    ...adapter,
    init: (args) => {
      const database = adapter.init(args)
      const methods = database as unknown as Record<string, (args: Question) => Promise<unknown>>
      for (const name of ['findOne', 'findVersions']) {
        const read = methods[name]!.bind(database)
        methods[name] = async (question) => {
          const answer = take(name, question)
          return answer === undefined ? read(question) : answer
        }
      }
      for (const name of writes) {
        const write = methods[name]!.bind(database)
        methods[name] = async (question) => {
          atHand(question)?.clear()
          return write(question)
        }
      }
      return database
    },
  }
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
  limit?: number
  req?: Partial<PayloadRequest>
  select?: unknown
  where?: Where
}

/** What Payload asks when it restores a version: for that, for the document, for its newest version. */
function answersFrom({ collection, document, id, newest }: Rows): Answers {
  const parent = { parent: { equals: id } }
  const version = { docs: [newest] }
  return new Map<string, unknown>([
    [keyOf('findVersions', collection, { id: { equals: newest.id } }), version],
    [keyOf('findOne', collection, { and: [{ id: { equals: id } }] }), document],
    [
      keyOf('findVersions', collection, {
        and: [{ and: [parent] }, { and: [parent, { latest: { equals: true } }] }],
      }),
      version,
    ],
  ])
}

/** A copy of its own for whoever asks, because Payload writes into what it reads. */
function take(method: string, question: Question): unknown {
  const answers = atHand(question)
  if (!answers || question.select !== undefined) return undefined
  const key = keyOf(method, question.collection ?? '', question.where)
  const answer = answers.get(key)
  answers.delete(key)
  return answer && structuredClone(answer)
}

function atHand({ req }: Question): Answers | undefined {
  return req?.context?.[contextKey] as Answers | undefined
}

function keyOf(method: string, collection: string, where: Where | undefined): string {
  return JSON.stringify([method, collection, where])
}
