import type { CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload'
import { isStaff, type Actor } from '../../access/roles.ts'
import { EditorialError } from '../errors.ts'
import { states } from './states.ts'

/** What comes before a state where it stands for one of Payload's: `where[_status][equals]=state:inReview`. */
export const statePrefix = 'state:'

/**
 * Lets staff ask a content type for the documents in a state. The state is no field, so the condition becomes
 * one on the documents that the lists of the workflow name. It is asked for as a value of `_status`, because
 * the panel's own filters stumble over a field they do not know.
 *
 * For readers it stays what it is, a value that nothing has: where a draft stands is none of their business.
 *
 * @throws EditorialError MALFORMED for an operator or a state there is none of
 */
export const filterByState: CollectionBeforeOperationHook = async ({ args, collection, req }) => {
  const { where } = args as { where?: Where | null }
  if (!isStaff(req.user as Actor) || !JSON.stringify(where ?? {}).includes(`"${statePrefix}`))
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
    if (name === '_status' && JSON.stringify(condition).includes(`"${statePrefix}`))
      parts.push({ id: { in: await documentsIn(statesOf(condition), collection, req) } })
    else if (/^(and|or)$/i.test(name) && Array.isArray(condition)) {
      const inner: Where[] = []
      for (const one of condition as Conditions[])
        inner.push(await translated(one, collection, req))
      parts.push({ [name.toLowerCase()]: inner })
    } else parts.push({ [name]: condition } as Where)
  }
  return parts.length === 1 ? parts[0]! : { and: parts }
}

function statesOf(condition: unknown): string[] {
  const [[operator, value] = [], ...more] = Object.entries((condition ?? {}) as Conditions)
  const values = operator === 'in' && Array.isArray(value) ? value : String(value).split(',')
  const asked = values.map((one) => String(one).replace(statePrefix, ''))
  const isQuestion = more.length === 0 && (operator === 'in' || operator === 'equals')
  if (isQuestion && asked.every((one) => (states as readonly string[]).includes(one))) return asked
  throw new EditorialError({
    code: 'MALFORMED',
    message: `Ask for a state with equals or in, such as ${statePrefix}inReview. The states are ${states.join(', ')}.`,
  })
}

async function documentsIn(
  asked: string[],
  collection: string,
  req: PayloadRequest,
): Promise<string[]> {
  const { docs } = await req.payload.db.find<{ id: string; documentId: string }>({
    collection: 'workflow-states',
    limit: 0,
    pagination: false,
    req,
    select: { documentId: true },
    sort: 'key',
    where: { documentCollection: { equals: collection }, state: { in: asked } },
  })
  return docs.map(({ documentId }) => documentId)
}
