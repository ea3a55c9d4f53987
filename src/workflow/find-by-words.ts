import type { CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload'
import { isStaff, type Actor } from '../../access/roles.ts'
import { EditorialError } from '../errors.ts'
import { havingWords } from './searched-words.ts'

/**
 * The name under which lists ask for words: `where[_words][like]=cp-14 saldo`. It stands among the
 * `listSearchableFields` of every content type, so that what people type above a list comes as a condition on it.
 */
export const wordsCondition = '_words'

/** Most words of one search. Each is compared with every document. */
const mostWords = 20

/**
 * Lets staff look for the words of a document, in all languages and whatever their accents and case. `_words` is no
 * field, so the condition becomes one on the documents in which the rows of the review queue have these words. A list
 * asks for its other searchable fields besides, for the same words: they are among these already.
 *
 * For readers it stays what it is, a field there is none of.
 *
 * @throws EditorialError MALFORMED for an operator other than `like`, and for more than 20 words
 */
export const findByWords: CollectionBeforeOperationHook = async ({ args, collection, req }) => {
  const { where } = args as { where?: Where | null }
  if (!isStaff(req.user as Actor) || !JSON.stringify(where ?? {}).includes(`"${wordsCondition}"`))
    return args
  return { ...args, where: await translated(where as Conditions, collection.slug, req) }
}

interface Conditions {
  [name: string]: unknown
}

async function translated(
  where: Conditions,
  collection: string,
  req: PayloadRequest,
): Promise<Where> {
  const parts: Where[] = []
  for (const [name, condition] of Object.entries(where)) {
    if (name === wordsCondition)
      parts.push({ id: { in: await documentsWith(typedIn(condition), collection, req) } })
    else if (/^(and|or)$/i.test(name) && Array.isArray(condition)) {
      const inner: Where[] = []
      for (const one of withoutRepeated(condition as Conditions[]))
        inner.push(await translated(one, collection, req))
      parts.push({ [name.toLowerCase()]: inner })
    } else parts.push({ [name]: condition } as Where)
  }
  return parts.length === 1 ? parts[0]! : { and: parts }
}

/** Of a list's alternatives for the same words, the one that finds what the others do. */
function withoutRepeated(conditions: Conditions[]): Conditions[] {
  const words = conditions.find((one) => wordsCondition in one)?.[wordsCondition]
  if (words === undefined) return conditions
  const same = JSON.stringify(words)
  return conditions.filter(
    (one) =>
      wordsCondition in one || !Object.values(one).every((it) => JSON.stringify(it) === same),
  )
}

function typedIn(condition: unknown): string {
  const [[operator, value] = [], ...more] = Object.entries((condition ?? {}) as Conditions)
  if (operator !== 'like' || more.length > 0 || typeof value !== 'string')
    throw new EditorialError({
      code: 'MALFORMED',
      message: `Look for words with like, such as where[${wordsCondition}][like]=CP14 balance.`,
    })
  if (value.trim().split(/\s+/).length > mostWords)
    throw new EditorialError({
      code: 'MALFORMED',
      message: `This search has more than ${mostWords} words. Look for fewer.`,
    })
  return value
}

async function documentsWith(
  typed: string,
  collection: string,
  req: PayloadRequest,
): Promise<string[]> {
  const having = havingWords(typed)
  if (having === null) return []
  const { docs } = await req.payload.db.find<{ id: string; documentId: string }>({
    collection: 'workflow-states',
    limit: 0,
    pagination: false,
    req,
    select: { documentId: true },
    sort: 'key',
    where: { and: [{ documentCollection: { equals: collection } }, having] },
  })
  return docs.map(({ documentId }) => documentId)
}
