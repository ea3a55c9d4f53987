import type {
  CollectionBeforeOperationHook,
  CollectionSlug,
  JoinQuery,
  PayloadRequest,
  SanitizedCollectionConfig,
  Where,
} from 'payload'
import { isStaff, type Actor } from '../../access/roles.ts'
import { EditorialError } from '../errors.ts'

/** Most documents in one answer. Staff get more: the panel's lists and pickers ask for it. */
export const mostDocuments = { readers: 100, staff: 500 } as const

/** How many references deep an answer goes. */
export const deepestAnswer = { readers: 2, staff: 3 } as const

/** Most conditions in one `where`. */
const mostConditions = 50

/** Deepest nesting of `and` and `or` in one `where`. */
const deepestCondition = 8

interface ReadArguments {
  currentDepth?: number | undefined
  depth?: number | undefined
  draft?: boolean | undefined
  joins?: JoinQuery | undefined
  limit?: number | undefined
  overrideAccess?: boolean | undefined
  pagination?: boolean | undefined
  sort?: string | string[] | undefined
  trash?: boolean | undefined
  where?: Where | null | undefined
}

const readOperations = new Set(['read', 'count', 'readDistinct', 'countVersions'])

/**
 * Holds every read made for somebody to a bounded amount of work, and closes the questions through which
 * a reader without a role could learn of drafts: the order of results by fields of related documents,
 * conditions on reverse relationships, and the `draft` and `trash` flags.
 *
 * Reads made by the platform itself (`overrideAccess: true`) are left alone.
 *
 * @throws EditorialError MALFORMED when a condition or order is one that readers may not ask for
 */
export const limitReads: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  const read = args as ReadArguments
  if (!readOperations.has(operation) || read.overrideAccess === true) return args
  const staff = isStaff(req.user as Actor)

  refuseLargeWhere(read.where)
  if (!staff) refuseOracles(read, reverseFieldNames(collection.fields))
  return {
    ...args,
    ...('limit' in read || operation === 'read' ? { limit: boundedLimit(read, staff) } : {}),
    ...(read.joins
      ? { joins: boundedJoins(read.joins, joinableFields(collection, req), staff) }
      : {}),
    depth: boundedDepth(read.depth, staff),
    ...(staff ? {} : { draft: false, trash: false }),
  }
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
  return Number.isFinite(limit) && limit > 0 ? Math.min(Math.floor(limit), most) : most
}

function namedDocuments(where: Where | null | undefined): number {
  const ids: unknown = (where as { id?: { in?: unknown } } | null | undefined)?.id?.in
  return Array.isArray(ids) ? ids.length : 0
}

function boundedDepth(depth: number | undefined, staff: boolean): number | undefined {
  if (depth === undefined || !Number.isFinite(Number(depth))) return undefined
  return Math.max(0, Math.min(Number(depth), staff ? deepestAnswer.staff : deepestAnswer.readers))
}

/**
 * Bounds what a question asks of reverse relationships.
 *
 * @param localizedFields for each reverse field, the fields of its documents that differ by language:
 *   SQLite cannot order a join by one of them, and would fail
 */
function boundedJoins(
  joins: JoinQuery,
  localizedFields: ReadonlyMap<string, ReadonlySet<string>>,
  staff: boolean,
): JoinQuery {
  if (typeof joins !== 'object' || joins === null) return joins
  return Object.fromEntries(
    Object.entries(joins as Record<string, unknown>).map(([name, join]) => {
      if (typeof join !== 'object' || join === null) return [name, join]
      const { limit, sort, where } = join as ReadArguments
      refuseLargeWhere(where)
      if (!staff) refuseDottedSort(sort)
      refuseLocalizedSort(sort, localizedFields.get(name))
      return [
        name,
        limit === undefined
          ? join
          : { ...join, limit: boundedLimit({ limit: Number(limit) }, staff) },
      ]
    }),
  ) as JoinQuery
}

function refuseOracles({ sort, where }: ReadArguments, reverseFields: ReadonlySet<string>): void {
  refuseDottedSort(sort)
  for (const field of fieldsOf(where))
    if (reverseFields.has(field.split('.')[0]!))
      throw new EditorialError({
        code: 'MALFORMED',
        message: `“${field}” cannot be a condition, because it is worked out from other documents. Ask those documents instead: notices have a condition on stations, for example.`,
      })
}

function refuseLocalizedSort(
  sort: ReadArguments['sort'],
  localizedFields: ReadonlySet<string> | undefined,
): void {
  const order = ordersOf(sort).find((one) => localizedFields?.has(one.replace(/^-/, '')))
  if (order !== undefined)
    throw new EditorialError({
      code: 'MALFORMED',
      message: `A list inside a document cannot be ordered by “${order}”, which differs by language. Order by slug, code, number, order or updatedAt.`,
    })
}

function ordersOf(sort: ReadArguments['sort']): string[] {
  return typeof sort === 'string' ? sort.split(',') : (sort ?? [])
}

function refuseDottedSort(sort: ReadArguments['sort']): void {
  const dotted = ordersOf(sort).find((order) => order.includes('.'))
  if (dotted !== undefined)
    throw new EditorialError({
      code: 'MALFORMED',
      message: `Results cannot be ordered by “${dotted.slice(0, 60)}”, a field of another document. Order by a field of the document itself, such as title or -updatedAt.`,
    })
}

function refuseLargeWhere(where: Where | null | undefined): void {
  if (where && depthOf(where) > deepestCondition)
    throw new EditorialError({
      code: 'MALFORMED',
      message: `This condition is nested more than ${deepestCondition} levels deep. Ask a simpler question.`,
    })
  if (fieldsOf(where).length > mostConditions)
    throw new EditorialError({
      code: 'MALFORMED',
      message: `This question has more than ${mostConditions} conditions. Split it up, or use the in operator with a list of values.`,
    })
}

function depthOf(where: Where, depth = 1): number {
  if (depth > deepestCondition) return depth
  return Math.max(
    depth,
    ...branchesOf(where).flatMap((branch) => branch.map((part) => depthOf(part, depth + 1))),
  )
}

function fieldsOf(where: Where | null | undefined): string[] {
  if (!where || typeof where !== 'object') return []
  return Object.keys(where).flatMap((key) => {
    const value = where[key]
    return /^(and|or)$/i.test(key) && Array.isArray(value) ? value.flatMap(fieldsOf) : [key]
  })
}

function branchesOf(where: Where): Where[][] {
  if (!where || typeof where !== 'object') return []
  return Object.entries(where)
    .filter(([key, value]) => /^(and|or)$/i.test(key) && Array.isArray(value))
    .map(([, value]) => value as Where[])
}

/** The reverse fields of a content type, each with the localized fields of the documents it lists. */
function joinableFields(
  { joins }: SanitizedCollectionConfig,
  req: PayloadRequest,
): Map<string, Set<string>> {
  return new Map(
    Object.entries(joins).flatMap(([slug, fields]) =>
      (fields ?? []).map(({ joinPath }): [string, Set<string>] => [
        joinPath,
        new Set(
          (req.payload.collections[slug as CollectionSlug]?.config.flattenedFields ?? [])
            .filter((field) => 'localized' in field && field.localized)
            .map(({ name }) => name),
        ),
      ]),
    ),
  )
}

function reverseFieldNames(fields: readonly unknown[]): Set<string> {
  const names = new Set<string>()
  const visit = (list: readonly unknown[]) => {
    for (const field of list as {
      type?: string
      name?: string
      fields?: unknown[]
      tabs?: unknown[]
    }[]) {
      if (field.type === 'join' && field.name) names.add(field.name)
      if (field.fields) visit(field.fields)
      if (field.tabs) visit(field.tabs)
    }
  }
  visit(fields)
  return names
}
