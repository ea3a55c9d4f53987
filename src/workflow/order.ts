import type { CollectionSlug } from 'payload'
import { z } from 'zod'
import { withReturn, type NewThread } from '../comments/order.ts'
import { unstorable } from '../content/storable-text.ts'
import { EditorialError } from '../errors.ts'
import { defaultLocale, locales } from '../locales.ts'
import type { Action } from './states.ts'

/** A document as the person who acts saw it. */
export interface SeenDocument {
  collection: CollectionSlug
  id: string
  contentHash: string
  replacement?: Replacement | undefined
  /** With a return: what is said of its places. */
  comments?: NewThread[] | undefined
}

/** Where readers of a withdrawn document go: another document, or a sentence in each language. */
export type Replacement = { collection: string; id: string } | { sentence: Record<string, string> }

/** What somebody asks the workflow to do, checked for form. */
export interface Order {
  action: Action
  documents: SeenDocument[]
  /** Whether the documents go together. */
  isSet: boolean
  comment: string | null
  publishAt: Date | null
  replacement: Replacement | null
  /**
   * Whether translations that are older than their source may be public: the person said yes or no, or nothing of
   * it (null).
   */
  acceptOlderTranslation: boolean | null
  /** With `submit`: the id of the reviewer who is asked for the review, and until when. */
  assignee: string | null
  due: Date | null
  /** When a schedule fires: the ledger's number of each document's schedule, by `collection/id`. */
  schedules?: ReadonlyMap<string, number>
}

const longestComment = 5_000
/** Most documents of a set. */
export const mostDocuments = 1_000

const hash = z
  .string('contentHash is required: the one you saw, from GET …/workflow.')
  .regex(/^[0-9a-f]{64}$/, 'contentHash must be 64 lower-case hexadecimal digits.')

/** Text that the ledger keeps. */
const kept = (message?: string) =>
  z.string(message).superRefine((text, { addIssue }) => {
    const problem = unstorable(text)
    if (problem) addIssue({ code: 'custom', message: problem })
  })

/** What somebody says. Signs that nobody sees say nothing. */
const words = kept('comment and reason are text.')
  .trim()
  .max(longestComment, `comment and reason have at most ${longestComment} characters.`)
  .transform((text) => (/[\p{L}\p{N}\p{P}\p{S}]/u.test(text) ? text : ''))
  .nullish()

/** An instant: without an offset nobody knows which one is meant, least of all when clocks change. */
export const instant = (name: string) =>
  z.iso
    .datetime({
      offset: true,
      error: `${name} must be an instant with its offset from UTC, such as 2027-03-01T09:00:00-05:00.`,
    })
    // Later ones are written with a sign, and come before all others where they are compared as text.
    .refine(
      (text) => new Date(text).getUTCFullYear() <= 9999,
      `${name} must be before the year 10000, also when it is told without an offset from UTC.`,
    )
    .nullish()

/** The id of an account. */
export const personId = (message: string) => z.string(message).regex(/^[\w-]{1,100}$/, message)

const forReaders = kept().trim().min(1).max(1_000)

/** In the main language at least, which stands in where another is missing. */
const sentence = z
  .partialRecord(z.enum(locales.map(({ code }) => code)), forReaders)
  .refine((byLocale) => byLocale[defaultLocale] !== undefined)

const replacement = z
  .union(
    [
      forReaders,
      z.object({ collection: z.string(), id: z.string() }),
      z.object({ sentence: z.union([forReaders, sentence]) }),
    ],
    'replacement must be a sentence for readers, {"sentence": {"en": "…", "es": "…"}}, or {"collection": "…", "id": "…"}.',
  )
  .nullish()

const common = {
  comment: words,
  reason: words,
  publishAt: instant('publishAt'),
  replacement,
  acceptOlderTranslation: z.boolean('acceptOlderTranslation must be true or false.').nullish(),
  assignee: personId('assignee is the id of a reviewer, or nothing.').nullish(),
  due: instant('due'),
}

const single = z.object({ ...common, contentHash: hash, comments: withReturn.optional() })

const set = z.object({
  ...common,
  documents: z
    .array(
      z.object({
        collection: z.string('Each document names its collection.'),
        id: z.string('Each document names its id.'),
        contentHash: hash,
        replacement,
        comments: withReturn.optional(),
      }),
      'documents is required: a list of { collection, id, contentHash }.',
    )
    .min(1, 'documents is empty. Name at least one.')
    .max(mostDocuments, `A set has at most ${mostDocuments} documents.`),
})

/**
 * Reads what somebody sent for one document.
 *
 * @throws EditorialError MALFORMED naming every problem
 */
export function readOrder({
  action,
  collection,
  id,
  body,
}: {
  action: Action
  collection: string
  id: string
  body: unknown
}): Order {
  const { comments, contentHash, ...rest } = parsed(single, body)
  refuseCommentsWithOthers(action, comments)
  return {
    action,
    isSet: false,
    documents: [{ collection: collection as CollectionSlug, id, contentHash, comments }],
    ...read(rest),
  }
}

/**
 * Reads what somebody sent for a set of documents.
 *
 * @throws EditorialError MALFORMED naming every problem
 */
export function readSetOrder({ action, body }: { action: Action; body: unknown }): Order {
  const { documents, ...rest } = parsed(set, body)
  const seen = new Set<string>()
  for (const { collection, comments, id } of documents) {
    refuseCommentsWithOthers(action, comments)
    if (seen.has(`${collection}/${id}`))
      throw malformed([`${collection}/${id} is named twice. Name each document once.`])
    seen.add(`${collection}/${id}`)
  }
  return {
    action,
    isSet: true,
    documents: documents.map((document) => ({
      ...document,
      collection: document.collection as CollectionSlug,
      replacement: readReplacement(document.replacement) ?? undefined,
    })),
    ...read(rest),
  }
}

function refuseCommentsWithOthers(action: Action, comments: NewThread[] | undefined): void {
  if (action === 'return' || !comments?.length) return
  throw malformed([
    'comments go with return alone. Otherwise say them at POST /api/{collection}/{id}/comments.',
  ])
}

function read(given: {
  comment?: string | null | undefined
  reason?: string | null | undefined
  publishAt?: string | null | undefined
  replacement?: z.infer<typeof replacement>
  acceptOlderTranslation?: boolean | null | undefined
  assignee?: string | null | undefined
  due?: string | null | undefined
}) {
  return {
    assignee: given.assignee ?? null,
    due: given.due ? new Date(given.due) : null,
    comment: given.reason || given.comment || null,
    publishAt: given.publishAt ? new Date(given.publishAt) : null,
    replacement: readReplacement(given.replacement),
    acceptOlderTranslation: given.acceptOlderTranslation ?? null,
  }
}

/** A sentence without a language stands for itself in all of them. */
function readReplacement(given: z.infer<typeof replacement>): Replacement | null {
  if (given === null || given === undefined) return null
  if (typeof given === 'object' && 'collection' in given) return given
  const text = typeof given === 'string' ? given : given.sentence
  return {
    sentence:
      typeof text === 'string' ? Object.fromEntries(locales.map(({ code }) => [code, text])) : text,
  }
}

/**
 * What somebody sent, in the form that is expected.
 *
 * @throws EditorialError MALFORMED naming every problem
 */
export function parsed<Shape extends z.ZodType>(shape: Shape, body: unknown): z.infer<Shape> {
  const result = shape.safeParse(body ?? {})
  if (result.success) return result.data
  throw malformed(
    result.error.issues.map(({ message, path }) =>
      path.length > 0 && !message.includes(String(path.at(-1)))
        ? `${path.join('.')}: ${message}`
        : message,
    ),
  )
}

function malformed(problems: string[]): EditorialError {
  return new EditorialError({ code: 'MALFORMED', message: [...new Set(problems)].join(' ') })
}
