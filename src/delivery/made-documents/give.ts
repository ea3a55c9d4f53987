import {
  findByIDOperation,
  findOperation,
  getDataLoader,
  isolateObjectProperty,
  type Collection,
  type CollectionAfterOperationHook,
  type CollectionBeforeOperationHook,
  type FindArgs,
  type PaginatedDocs,
  type Payload,
  type PayloadRequest,
  type TypeWithID,
} from 'payload'
import { aroundMethods } from '../../database/around-methods.ts'
import { documentKey } from '../../dependencies/keys.ts'
import { collectKeys } from '../../dependencies/surrogate-keys.ts'
import { isMadeAnew } from '../anew.ts'
import { isOfTheMoment } from '../cache/of-the-moment.ts'
import { askedForm, type Asked, type ReadArguments } from './asked.ts'
import { keptDocuments, type HowMade, type Kept } from './kept.ts'
import { withMadeDocuments } from './loader.ts'
import type { JustMade } from './made-documents.ts'

/** A question of a reader, of which ids alone are found first. */
interface Question {
  /** What was asked before it was changed to ids alone. */
  args: object
  form: Asked
  /** The moment of the change log at which it was asked. */
  since: number
}

/** Under which the arguments of an operation have the question. */
const questionKey = Symbol('question')

/** Under which they say that Payload is to make the documents. */
const makesKey = Symbol('makes')

/** What is asked for of documents of which ids alone are found. Payload passes it on to the database as it is. */
const idsAlone = Object.freeze({ id: true as const })

/** Under which a page has the documents that were found, of which Payload is to make nothing. */
const foundKey = Symbol('found')

type Page = PaginatedDocs<TypeWithID> & { [foundKey]?: TypeWithID[] }

type Arguments = ReadArguments & { [questionKey]?: Question; [makesKey]?: true }

type Operation = typeof findOperation

/**
 * Has a reader's question find ids alone: which documents, and in which order. `giveMadeDocuments` puts the documents
 * in their place. Comes after every other hook before an operation.
 */
export const askForIds: CollectionBeforeOperationHook = async ({ args, operation }) => {
  const read = args as unknown as Arguments
  const { req } = read
  const kept = keptDocuments(req.payload)
  if (operation !== 'read' || !kept || kept.follower.head === null || read[makesKey]) return args
  if (isMadeAnew()) return args
  const form = await askedForm(read)
  if (!form) return args
  const question: Question = { args, form, since: kept.follower.changes.moment }
  const ids = { depth: 0, joins: false, populate: undefined, select: idsAlone }
  return { ...args, ...ids, [questionKey]: question }
}

/**
 * Passes ids by Payload that were asked for alone: it would go through all fields of each document that they stand for.
 * Stands around everything else that stands around the database.
 */
export function passIdsBy(payload: Payload): void {
  aroundMethods<FindArgs, Page>(payload.db, ['find'], (find) => async (args) => {
    const page = await find(args)
    return args.select === idsAlone ? { ...page, docs: [], [foundKey]: page.docs } : page
  })
}

/** Puts documents as readers get them in the place of those of which only ids were asked for. */
export const giveMadeDocuments: CollectionAfterOperationHook = async ({
  args,
  operation,
  result,
}) => {
  const { [questionKey]: question, req } = args as unknown as Arguments
  const kept = keptDocuments(req.payload)
  if (!question || !kept) return result
  const give = ({ id }: TypeWithID) => madeDocument(kept, question.form, String(id), req)
  // What was found and what is given are of two moments: if something changed between them, Payload gives all of it.
  const { changes } = kept.follower
  const isOfOneMoment = (documents: readonly unknown[]) =>
    !documents.includes(null) &&
    (changes.moment === question.since ||
      !changes.changedSince([...collectKeys(req)], question.since))
  const anew = { ...question.args, [makesKey]: true } as unknown as Parameters<Operation>[0]
  if (operation === 'findByID') {
    const found = result as TypeWithID | null
    if (!found) return result
    const document = await give(found)
    return isOfOneMoment([document])
      ? document
      : findByIDOperation(anew as unknown as Parameters<typeof findByIDOperation>[0])
  }
  const { [foundKey]: found, ...page } = result as unknown as Page
  const docs = await Promise.all((found ?? page.docs).map(give))
  return (isOfOneMoment(docs) ? { ...page, docs } : await findOperation(anew)) as typeof result
}

async function madeDocument(
  { documents }: Kept,
  asked: Asked,
  id: string,
  req: PayloadRequest,
): Promise<TypeWithID | null> {
  const made = await documents.getOr(`${id} ${asked.text}`, { asked, id }, (how) => make(how, req))
  const keys = collectKeys(req)
  for (const key of made?.keys ?? []) keys.add(key)
  return made?.document ?? null
}

/** Has Payload make a document, in a request of its own: what is noted there is what this document is made of. */
async function make({ asked, id }: HowMade, req: PayloadRequest): Promise<JustMade | null> {
  const own = isolateObjectProperty(req, [
    'context',
    'fallbackLocale',
    'locale',
    'payloadDataLoader',
  ])
  own.context = {}
  // A document that stands in another one may be in another language than that.
  own.locale = asked.locale
  own.fallbackLocale = asked.fallbackLocale
  own.payloadDataLoader = withMadeDocuments(getDataLoader(own), own)
  const noted = collectKeys(own)
  const { collection, currentDepth, depth, joins, populate, select } = asked
  const args = {
    [makesKey]: true,
    collection: req.payload.collections[collection] as Collection,
    currentDepth,
    depth,
    disableErrors: true,
    draft: false,
    joins,
    limit: 1,
    overrideAccess: false,
    pagination: false,
    populate,
    req: own,
    select,
    where: { id: { in: [id] } },
  }
  const { docs } = await findOperation(args as unknown as Parameters<Operation>[0])
  const [document] = docs as TypeWithID[]
  if (!document) return null
  const isSent = req.payloadAPI === 'REST' && currentDepth === undefined
  return {
    document,
    hasOthersAsTheyAre: asked.hasPlainText,
    isSent,
    keys: [...noted],
    mayBeKept: !isOfTheMoment(own),
    ownKey: documentKey(collection, id),
  }
}
