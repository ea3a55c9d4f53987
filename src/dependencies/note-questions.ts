import type {
  BaseDatabaseAdapter,
  JoinQuery,
  Payload,
  PayloadRequest,
  SelectType,
  Where,
} from 'payload'
import { documentKey, pointingKey } from './keys.ts'
import { keysOfQuestion } from './keys-of-question.ts'
import { listsInside } from './lists-inside.ts'
import { contentTypes, type Types } from './types.ts'
import { collectKeys, dependsOnAnyChange } from './surrogate-keys.ts'

/** Read on the way to an answer by modules that note themselves what they looked for there. */
const notedElsewhere = new Set(['addresses', 'workflow-states'])

interface Asked {
  collection: string
  joins?: JoinQuery | false | undefined
  req?: Partial<PayloadRequest> | undefined
  select?: SelectType | undefined
  sort?: string | string[] | undefined
  where?: Where | null | undefined
}

/**
 * Notes with each request of a reader everything that is asked of the database for it: what the answer is made of, by
 * construction. What is asked without the request, because it is kept for all, is noted by whoever asks.
 */
export function noteQuestions(payload: Payload): void {
  const db = payload.db
  const types = typesOf(payload)
  const noting =
    <Args extends Asked, Result>(
      ask: (args: Args) => Promise<Result>,
      documentsIn: (result: Result) => unknown[],
      questionIn: (args: Args) => Asked = (args) => args,
    ) =>
    async (args: Args): Promise<Result> => {
      const result = await ask(args)
      const { req } = args
      if (isOfReader(req)) note(req, questionIn(args), documentsIn(result), types)
      return result
    }
  const documents = (found: { docs: unknown[] }) => found.docs
  const asked: Partial<BaseDatabaseAdapter> = {
    find: noting(db.find.bind(db) as never, documents) as never,
    findOne: noting(db.findOne.bind(db) as never, (found) => (found ? [found] : [])) as never,
    count: noting(db.count.bind(db) as never, () => []) as never,
    findDistinct: noting(
      db.findDistinct.bind(db) as never,
      () => [],
      // The values of a field are looked at like those by which documents are ordered.
      ({ field, sort, ...rest }: Asked & { field: string }) => ({
        ...rest,
        sort: [field, ...[sort ?? []].flat()],
      }),
    ) as never,
    findVersions: noting(db.findVersions.bind(db) as never, () => [], ofVersions) as never,
    queryDrafts: noting(db.queryDrafts.bind(db) as never, () => [], ofVersions) as never,
  }
  Object.assign(db, asked)
}

/**
 * Notes a document that is read by its id, with the lists that come with it. Payload reads it without the request, so
 * that it is not noted where the database is asked.
 */
export function noteReadById(
  req: PayloadRequest,
  {
    collection,
    id,
    joins,
    select,
  }: Pick<Asked, 'collection' | 'joins' | 'select'> & { id: string },
): void {
  if (!isOfReader(req)) return
  const types = typesOf(req.payload)
  const asked = { collection, joins, select, where: { id: { equals: id } } }
  note(req, asked, [{ id }], types)
}

const typesByPayload = new WeakMap<Payload, Types>()

function typesOf(payload: Payload): Types {
  const types = typesByPayload.get(payload) ?? contentTypes(payload)
  typesByPayload.set(payload, types)
  return types
}

/** Whether it is asked on the way to an answer that may be kept. */
export function isOfReader(req: Partial<PayloadRequest> | undefined): req is PayloadRequest {
  const isAnswered = req?.payloadAPI === 'REST' || req?.payloadAPI === 'GraphQL'
  return isAnswered && req.context !== undefined && !req.user
}

/** Drafts and versions are no reader's; should one be answered from them, it follows from nothing that is known. */
function ofVersions(asked: Asked): Asked {
  return { ...asked, collection: `versions of ${asked.collection}` }
}

function note(req: PayloadRequest, asked: Asked, documents: unknown[], types: Types): void {
  const type = types.get(asked.collection)
  if (!type) {
    if (!notedElsewhere.has(asked.collection)) dependsOnAnyChange(req)
    return
  }
  const keys = collectKeys(req)
  for (const key of keysOfQuestion(asked, types)) keys.add(key)
  const ids = documents.map((document) => String((document as { id: unknown }).id))
  if (ids.length === 0) return
  const lists = listsInside(asked, types)
  for (const key of lists.keys) keys.add(key)
  for (const id of ids) {
    keys.add(documentKey(type.slug, id))
    for (const source of lists.sources) keys.add(pointingKey(source, id))
  }
}
