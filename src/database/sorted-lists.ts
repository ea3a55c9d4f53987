import type {
  BaseDatabaseAdapter,
  CollectionSlug,
  DatabaseAdapterObj,
  FlattenedField,
  JoinQuery,
  Payload,
  SanitizedCollectionConfig,
} from 'payload'
import { sortKeyName, sortKeyOf } from '../../collections/fields/sort-key.ts'
import { defaultLocale, isLocale, type Locale } from '../locales.ts'
import { aroundMethods, changeDatabase } from './around-methods.ts'

type Sort = string | string[]

/** What the adapter is asked for, as far as the order of documents goes. */
interface Question {
  collection: CollectionSlug
  joins?: JoinQuery
  locale?: string
  sort?: Sort
}

/** Lists of the adapter: what stands before the name of a field there, and what is different in each row. */
const lists = {
  find: { before: '', id: 'id', usually: (type: SanitizedCollectionConfig) => type.defaultSort },
  queryDrafts: { before: 'version.', id: 'parent', usually: () => undefined },
  findVersions: { before: 'version.', id: 'id', usually: () => '-updatedAt' },
} as const

const methods = Object.keys(lists) as (keyof typeof lists)[]

/**
 * Orders every list the same way on both databases: texts by their sort keys in the language asked for, and
 * at last by id, so that the pages of a list give each document exactly once. Turning the direction of an
 * order around turns the whole list around.
 */
export function sortLists(
  adapter: DatabaseAdapterObj<BaseDatabaseAdapter>,
): DatabaseAdapterObj<BaseDatabaseAdapter> {
  return changeDatabase(adapter, (database) => {
    const { payload } = database
    aroundMethods<Question, unknown, keyof typeof lists>(database, methods, (list, method) => {
      const { before, id, usually } = lists[method]
      return (question) => {
        const { config } = payload.collections[question.collection]!
        const sort = completeOrder(question.sort ?? usually(config) ?? `-${before}createdAt`, {
          before,
          fields: config.flattenedFields,
          id,
          locale: localeOf(question),
          payload,
        })
        return list({ ...question, sort, ...orderedJoins(question, payload) })
      }
    })
    aroundMethods<Question, unknown>(
      database,
      ['findOne'],
      (findOne) => (question) => findOne({ ...question, ...orderedJoins(question, payload) }),
    )
  })
}

interface Listed {
  before: string
  fields: readonly FlattenedField[]
  id: string
  locale: Locale
  payload: Payload
}

/** The same order by sort keys, ending with the id. */
function completeOrder(sort: Sort, listed: Listed): string[] {
  const orders = [sort]
    .flat()
    .flatMap((order) => order.split(','))
    .map((order) => order.trim())
    .filter(Boolean)
  const last = orders.at(-1)?.startsWith('-') ? '-' : ''
  const isUnique = orders.some((order) => order.replace(/^-/, '') === listed.id)
  return [
    ...orders.map((order) => bySortKey(order, listed)),
    ...(isUnique ? [] : [`${last}${listed.id}`]),
  ]
}

/** `-phase.title` becomes `-phase.titleSortKeyEs`; an order by what has no sort keys stays what it is. */
function bySortKey(order: string, { before, fields, locale, payload }: Listed): string {
  const direction = order.startsWith('-') ? '-' : ''
  const path = order.slice(direction.length)
  const names = path.replace(before, '').split('.')
  const language = names.length > 1 && isLocale(names.at(-1)) ? (names.pop() as Locale) : locale
  const text = names.pop()!
  let here = fields
  for (const name of names) here = fieldsWithin(here, name, payload)
  const key = sortKeyName({ text, locale: language })
  if (!here.some((field) => field.name === key && sortKeyOf(field))) return order
  const start = path.startsWith(before) ? before : ''
  return `${direction}${start}${[...names, key].join('.')}`
}

function fieldsWithin(
  fields: readonly FlattenedField[],
  name: string,
  payload: Payload,
): readonly FlattenedField[] {
  const field = fields.find((one) => one.name === name)
  if (!field) return []
  if ('flattenedFields' in field) return field.flattenedFields
  const isReference = field.type === 'relationship' || field.type === 'upload'
  return isReference && typeof field.relationTo === 'string'
    ? (payload.collections[field.relationTo]?.config.flattenedFields ?? [])
    : []
}

/** The lists inside each document, in a complete order too. */
function orderedJoins(question: Question, payload: Payload): { joins?: JoinQuery } {
  const { collection, joins } = question
  if (joins === false) return {}
  const given = (joins ?? {}) as Record<string, { sort?: Sort } | false | undefined>
  const ordered = { ...given }
  for (const [slug, sources] of Object.entries(payload.collections[collection]!.config.joins))
    for (const { field, joinPath } of sources ?? []) {
      const join = given[joinPath]
      if (join === false) continue
      const { config } = payload.collections[slug as CollectionSlug]!
      const usually = field.defaultSort ?? config.defaultSort ?? '-createdAt'
      ordered[joinPath] = {
        ...join,
        sort: completeOrder(join?.sort ?? usually, {
          before: '',
          fields: config.flattenedFields,
          id: 'id',
          locale: localeOf(question),
          payload,
        }),
      }
    }
  return { joins: ordered as JoinQuery }
}

function localeOf({ locale }: Question): Locale {
  return isLocale(locale) ? locale : defaultLocale
}
