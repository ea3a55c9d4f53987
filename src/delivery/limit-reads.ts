import type {
  CollectionBeforeOperationHook,
  CollectionSlug,
  JoinQuery,
  PayloadRequest,
  SanitizedCollectionConfig,
  SelectType,
  Where,
} from 'payload'
import { isStaff, type Actor } from '../../access/roles.ts'
import { noteReadById } from '../dependencies/note-questions.ts'
import { EditorialError } from '../errors.ts'
import { isAsPublished } from './export/as-published.ts'
import { checkPage, checkSort, checkWhere } from './check-question.ts'

/** Most documents in one answer. Staff get more: the panel's lists and pickers ask for it. */
export const mostDocuments = { readers: 100, staff: 500 } as const

/** How many references deep an answer goes. */
export const deepestAnswer = { readers: 2, staff: 3 } as const

interface ReadArguments {
  /** Given where Payload asks for the documents that another one names. */
  currentDepth?: number | undefined
  /** Payload answers with this in place of what is stored. */
  data?: unknown
  depth?: number | undefined
  draft?: boolean | undefined
  joins?: JoinQuery | undefined
  id?: number | string | undefined
  limit?: number | undefined
  overrideAccess?: boolean | undefined
  page?: number | undefined
  pagination?: boolean | undefined
  select?: SelectType | undefined
  sort?: string | string[] | undefined
  trash?: boolean | undefined
  where?: Where | null | undefined
}

const reads = new Set(['read', 'count', 'readDistinct', 'countVersions'])

/**
 * Holds every question made for somebody to a bounded amount of work, and closes those through which a
 * reader without a role could learn of drafts: see `check-question.ts`. The `draft` and `trash` flags
 * mean nothing for readers, and they get no words of their own back.
 *
 * What the platform asks for itself (`overrideAccess: true`) is left alone.
 *
 * @throws EditorialError MALFORMED when a condition or order is one that cannot be asked for
 */
export const limitReads: CollectionBeforeOperationHook = (asked) => {
  const limited = withinLimits(asked)
  const { collection, operation, req } = asked
  const { id, joins, select } = limited as ReadArguments
  if (operation === 'read' && id !== undefined)
    noteReadById(req, {
      collection: collection.slug,
      id: String(id),
      joins: req.payloadAPI === 'GraphQL' ? false : joins,
      select,
    })
  return limited
}

const withinLimits: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  const read = args as ReadArguments
  if (read.overrideAccess === true) return args
  const staff = isStaff(req.user as Actor)
  const isOfVersions = staff && fieldsAreVersions(read)
  if (!isOfVersions) checkWhere(read.where, { fields: collection.flattenedFields, req, staff })
  if (!reads.has(operation)) return args

  if (!staff && read.data !== undefined && !isAsPublished(read.data)) throw notTheirWords()
  if (!isOfVersions) checkSort(read.sort, { fields: collection.flattenedFields, req, staff })
  checkPage(read.page)
  if (!staff && req.payloadAPI !== 'GraphQL') checkCounts(read)
  return {
    ...args,
    ...('limit' in read || operation === 'read' ? { limit: boundedLimit(read, staff) } : {}),
    ...(wantsNoLists(req)
      ? { joins: false }
      : read.joins
        ? { joins: boundedJoins(read.joins, collection, req, staff) }
        : {}),
    depth: boundedDepth(read.depth, staff),
    ...(populates(read) ? { sort: 'id' } : {}),
    ...(staff ? {} : { draft: false, trash: false }),
  }
}

/**
 * Payload takes 0 and less for everything, or for the first page. A reader is told instead.
 *
 * @throws EditorialError MALFORMED
 */
export function checkCounts({ limit, page }: { limit?: unknown; page?: unknown }): void {
  for (const [name, value, most] of [
    ['limit', limit, `${mostDocuments.readers}, which is the most for one page`],
    ['page', page, 'the last page'],
  ] as const)
    if (value !== undefined && value !== null && !(Number(value) >= 1))
      throw new EditorialError({
        code: 'MALFORMED',
        message: `“${name}” must be a number from 1 to ${most}.`,
      })
}

/** Otherwise a link could show anybody's words at an address of the platform. */
function notTheirWords(): EditorialError {
  return new EditorialError({
    code: 'MALFORMED',
    message:
      'Readers get what is published, nothing that a question brings along. Leave “data” out.',
  })
}

/** Versions hold their document under `version`; only staff read them. */
function fieldsAreVersions({ sort, where }: ReadArguments): boolean {
  const names = [...Object.keys(where ?? {}), ...[sort ?? []].flat()]
  const text = JSON.stringify(where ?? {})
  return (
    names.some((name) => /^-?(version\.|parent$|latest$)/.test(name)) ||
    /"(version\.[^"]*|parent|latest)":/.test(text)
  )
}

function boundedLimit(
  { limit, pagination, where }: ReadArguments,
  staff: boolean,
): number | undefined {
  // Whoever names each document gets as many as named: this is how references are populated.
  const named = namedDocuments(where)
  const most = Math.max(named, staff ? mostDocuments.staff : mostDocuments.readers)
  if (limit === undefined || limit === null) return pagination === false ? most : undefined
  // 0 asks for everything, and so does a negative number.
  return Number.isFinite(limit) && limit > 0 ? Math.min(Math.ceil(limit), most) : most
}

/** Whether `joins=false` was asked for, which Payload takes for a list of lists over REST. */
function wantsNoLists({ payloadAPI, searchParams }: PayloadRequest): boolean {
  return payloadAPI === 'REST' && searchParams?.get('joins') === 'false'
}

function namedDocuments(where: Where | null | undefined): number {
  const ids: unknown = (where as { id?: { in?: unknown } } | null | undefined)?.id?.in
  return Array.isArray(ids) ? ids.length : 0
}

/** Whether this is for references to be filled in: each finds its own, whatever their order. */
function populates({ currentDepth, pagination, sort, where }: ReadArguments): boolean {
  return (
    currentDepth !== undefined &&
    pagination === false &&
    sort === undefined &&
    namedDocuments(where) > 0
  )
}

function boundedDepth(depth: number | undefined, staff: boolean): number | undefined {
  if (depth === undefined || !Number.isFinite(Number(depth))) return undefined
  return Math.max(0, Math.min(Number(depth), staff ? deepestAnswer.staff : deepestAnswer.readers))
}

function boundedJoins(
  joins: JoinQuery,
  collection: SanitizedCollectionConfig,
  req: PayloadRequest,
  staff: boolean,
): JoinQuery {
  if (typeof joins !== 'object' || joins === null) return joins
  const sources = reverseSources(collection)
  return Object.fromEntries(
    Object.entries(joins as Record<string, unknown>).map(([name, join]) => {
      if (typeof join !== 'object' || join === null) return [name, join]
      const { limit, page, sort, where } = join as ReadArguments
      const fields =
        req.payload.collections[sources.get(name) as CollectionSlug]?.config.flattenedFields ?? []
      checkWhere(where, { fields, req, staff })
      checkSort(sort, { fields, req, staff: false })
      checkPage(Number(page))
      if (!staff) checkCounts({ limit, page })
      return [
        name,
        limit === undefined
          ? join
          : { ...join, limit: boundedLimit({ limit: Number(limit) }, staff) },
      ]
    }),
  ) as JoinQuery
}

/** For each reverse field of a content type, the type whose documents it lists. */
function reverseSources({ joins }: SanitizedCollectionConfig): Map<string, string> {
  return new Map(
    Object.entries(joins).flatMap(([slug, fields]) =>
      (fields ?? []).map(({ joinPath }): [string, string] => [joinPath, slug]),
    ),
  )
}
