import type { JoinQuery, Payload, PayloadRequest, SelectType, Where } from 'payload'
import { aroundMethods } from '../database/around-methods.ts'
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
  const types = typesOf(payload)
  const noting = <Args extends Asked, Result>(
    names: readonly string[],
    documentsIn: (result: Result) => unknown[],
    questionIn: (args: Args) => Asked = (args) => args,
  ) =>
    aroundMethods<Args, Result>(payload.db, names, (ask) => async (args) => {
      const result = await ask(args)
      const { req } = args
      if (isOfReader(req)) note(req, questionIn(args), documentsIn(result), types)
      return result
    })
  noting(['find'], (found: { docs: unknown[] }) => found.docs)
  noting(['findOne'], (found: object | null) => (found ? [found] : []))
  noting(['count'], () => [])
  // The values of a field are looked at like those by which documents are ordered.
  noting(
    ['findDistinct'],
    () => [],
    ({ field, sort, ...rest }: Asked & { field: string }) => ({
      ...rest,
      sort: [field, ...[sort ?? []].flat()],
    }),
  )
  noting(['findVersions', 'queryDrafts'], () => [], ofVersions)
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
