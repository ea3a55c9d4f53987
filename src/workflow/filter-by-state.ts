import type { CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload'
import { isStaff, type Actor } from '../../access/roles.ts'
import { documentsWithOpenThreads } from '../comments/rows.ts'
import { EditorialError } from '../errors.ts'
import { translationStandings } from '../translation/standing.ts'
import { states } from './states.ts'

/**
 * What is known of each document beside its text, by what comes before it where it stands for a status of Payload's:
 * `where[_status][equals]=state:inReview`, `where[_status][equals]=translation:older`, and `discussion:open` for open
 * threads.
 */
const known = {
  state: { values: states as readonly string[], example: 'inReview' },
  translation: { values: translationStandings as readonly string[], example: 'older' },
  discussion: { values: ['open'] as readonly string[], example: 'open' },
} as const

type Known = keyof typeof known

const prefixes = Object.keys(known).map((name) => `"${name}:`)

/**
 * Lets staff ask a content type for the documents in a state, whose translation stands in a way, or with open threads.
 * None of it is a field, so the condition becomes one on the documents that the lists of the workflow name, or that the
 * comments are about. It is asked for as a value of `_status`, because the panel's own filters stumble over a field
 * they do not know.
 *
 * For readers it stays what it is, a value that nothing has: where a draft stands is none of their business.
 *
 * @throws EditorialError MALFORMED for an operator or a value there is none of
 */
export const filterByState: CollectionBeforeOperationHook = async ({ args, collection, req }) => {
  const { where } = args as { where?: Where | null }
  if (!isStaff(req.user as Actor) || !asksForKnown(where)) return args
  return { ...args, where: await translated(where as Conditions, collection.slug, req) }
}

function asksForKnown(condition: unknown): boolean {
  const asked = JSON.stringify(condition ?? {})
  return prefixes.some((prefix) => asked.includes(prefix))
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
    if (name === '_status' && asksForKnown(condition))
      parts.push({ id: { in: await documentsIn(askedFor(condition), collection, req) } })
    else if (/^(and|or)$/i.test(name) && Array.isArray(condition)) {
      const inner: Where[] = []
      for (const one of condition as Conditions[])
        inner.push(await translated(one, collection, req))
      parts.push({ [name.toLowerCase()]: inner })
    } else parts.push({ [name]: condition } as Where)
  }
  return parts.length === 1 ? parts[0]! : { and: parts }
}

interface Asked {
  name: Known
  values: string[]
}

function askedFor(condition: unknown): Asked {
  const [[operator, value] = [], ...more] = Object.entries((condition ?? {}) as Conditions)
  const texts = (operator === 'in' && Array.isArray(value) ? value : String(value).split(',')).map(
    String,
  )
  const names = Object.keys(known) as Known[]
  const name = names.find((one) => texts.some((text) => text.startsWith(`${one}:`))) ?? 'state'
  const values = texts.map((text) => text.replace(`${name}:`, ''))
  const isQuestion = more.length === 0 && (operator === 'in' || operator === 'equals')
  if (isQuestion && values.every((one) => known[name].values.includes(one))) return { name, values }
  throw new EditorialError({
    code: 'MALFORMED',
    message: `Ask for a ${name} with equals or in, such as ${name}:${known[name].example}. There is: ${known[name].values.join(', ')}.`,
  })
}

async function documentsIn(
  { name, values }: Asked,
  collection: string,
  req: PayloadRequest,
): Promise<string[]> {
  if (name === 'discussion') return documentsWithOpenThreads(req, collection)
  const { docs } = await req.payload.db.find<{ id: string; documentId: string }>({
    collection: 'workflow-states',
    limit: 0,
    pagination: false,
    req,
    select: { documentId: true },
    sort: 'key',
    where: { documentCollection: { equals: collection }, [name]: { in: values } },
  })
  return docs.map(({ documentId }) => documentId)
}
