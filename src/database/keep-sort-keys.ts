import type {
  BaseDatabaseAdapter,
  CollectionSlug,
  DatabaseAdapterObj,
  FlattenedField,
} from 'payload'
import { sortKeyOf, type SortKeyOf } from '../../collections/fields/sort-key.ts'
import { isRecord } from '../content/plain-values.ts'
import { defaultLocale } from '../locales.ts'
import { sortKey } from '../text/sort-key.ts'
import { aroundMethods, changeDatabase } from './around-methods.ts'

type Values = Record<string, unknown>

/** Methods of the adapter that store a document, and what they call its content type and its values. */
const writes = {
  create: { slug: 'collection', values: 'data' },
  updateOne: { slug: 'collection', values: 'data' },
  updateMany: { slug: 'collection', values: 'data' },
  upsert: { slug: 'collection', values: 'data' },
  createVersion: { slug: 'collectionSlug', values: 'versionData' },
  updateVersion: { slug: 'collection', values: 'versionData' },
} as const

const methods = Object.keys(writes) as (keyof typeof writes)[]

/**
 * Stores the sort keys of a document with every write, live or draft, whoever writes. Here a text has all its
 * languages, so the key for a language in which it is missing is made of the text that is shown there.
 */
export function keepSortKeys(
  adapter: DatabaseAdapterObj<BaseDatabaseAdapter>,
): DatabaseAdapterObj<BaseDatabaseAdapter> {
  return changeDatabase(adapter, (database) =>
    aroundMethods<Values, unknown, keyof typeof writes>(database, methods, (write, method) => {
      const { slug, values } = writes[method]
      return async (given) => {
        const fields =
          database.payload.collections[given[slug] as CollectionSlug]?.config.flattenedFields
        return write(fields ? { ...given, [values]: withKeys(given[values], fields) } : given)
      }
    }),
  )
}

/**
 * Values as they are stored, with the sort keys of the texts among them. A text that is not among them, because
 * only a part of the document is written, keeps the keys it has.
 */
function withKeys(values: unknown, fields: readonly FlattenedField[]): unknown {
  if (!isRecord(values)) return values
  // Whoever updates a version gives its content under this name.
  if (isRecord(values['version']))
    return { ...values, version: withKeys(values['version'], fields) }
  return merged(values, sortKeysOf(values, fields))
}

/** The sort keys of the texts among values, each beside its text. */
export function sortKeysOf(values: Values, fields: readonly FlattenedField[]): Values {
  const keys: Values = {}
  for (const field of fields) {
    const of = sortKeyOf(field)
    const within = values[field.name]
    if (of && of.text in values) keys[field.name] = keyOf(values[of.text], of)
    else if ((field.type === 'group' || field.type === 'tab') && isRecord(within)) {
      const keysWithin = sortKeysOf(within, field.flattenedFields)
      if (Object.keys(keysWithin).length > 0) keys[field.name] = keysWithin
    }
  }
  return keys
}

/** Made of the text as it is shown in a language, so where it is missing of that in the default language. */
function keyOf(value: unknown, { locale }: SortKeyOf): string | null {
  const texts = isRecord(value) ? [value[locale], value[defaultLocale]] : [value]
  const shown = texts.find((text) => typeof text === 'string' && text !== '')
  return typeof shown === 'string' ? sortKey(shown, locale) : null
}

function merged(values: Values, keys: Values): Values {
  const both = { ...values }
  for (const [name, key] of Object.entries(keys)) {
    const value = values[name]
    both[name] = isRecord(key) && isRecord(value) ? merged(value, key) : key
  }
  return both
}
