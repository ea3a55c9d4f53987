import type {
  CollectionConfig,
  Field,
  FlattenedField,
  Tab,
  TextareaField,
  TextField,
} from 'payload'
import { nobodyWrites } from '../../access/users.ts'
import { locales, type Locale } from '../../src/locales.ts'

/** Said of a text that is the same in every language and that people write: a name, or a code. */
export const sortedAsWritten = { sortedAsWritten: true } as const

/** What a field that holds sort keys belongs to. */
export interface SortKeyOf {
  /** Name of the text beside it. */
  text: string
  locale: Locale
}

/** The field in which the sort keys of a text are kept, for readers of one language. */
export function sortKeyName({ text, locale }: SortKeyOf): string {
  const language = locale.replace(/^./, (first) => first.toUpperCase()).replaceAll('-', '')
  return `${text}SortKey${language}`
}

/** What a field holds sort keys of, or undefined for every other field. */
export function sortKeyOf(field: object): SortKeyOf | undefined {
  const { custom } = field as { custom?: { sortKeyOf?: SortKeyOf } }
  return custom?.sortKeyOf
}

/** A description of documents in JSON Schema, for front ends, without the fields that hold sort keys. */
export function withoutSortKeys<Schema>(schema: Schema): Schema {
  if (Array.isArray(schema))
    return schema.filter((part) => !isSortKeyName(part)).map(withoutSortKeys) as Schema
  if (typeof schema !== 'object' || schema === null) return schema
  const parts = Object.entries(schema).filter(([name]) => !isSortKeyName(name))
  return Object.fromEntries(parts.map(([name, part]) => [name, withoutSortKeys(part)])) as Schema
}

function isSortKeyName(name: unknown): boolean {
  return (
    typeof name === 'string' &&
    locales.some(({ code }) => name.endsWith(sortKeyName({ text: '', locale: code })))
  )
}

/** The names of all fields that hold sort keys, also within groups. */
export function sortKeyNames(fields: readonly FlattenedField[]): string[] {
  return fields.flatMap((field) => {
    if (sortKeyOf(field)) return [field.name]
    return field.type === 'group' || field.type === 'tab' ? sortKeyNames(field.flattenedFields) : []
  })
}

/**
 * Gives texts that people write and lists can be ordered by their sort keys: a hidden field for each language
 * beside each, which `src/database/keep-sort-keys.ts` fills and `src/database/sorted-lists.ts` orders by. Nobody
 * reads or writes it, and the content hash does not cover it.
 *
 * These are all that differ by language, and those that say `sortedAsWritten`. Others are sorted as they are
 * stored: addresses, hashes and secrets, of which nothing may be kept in a second place.
 */
export function withSortKeys(collection: CollectionConfig): CollectionConfig {
  return { ...collection, fields: collection.fields.flatMap(besideItsKeys) }
}

function besideItsKeys(field: Field): Field[] {
  if (isSorted(field)) return [field, ...locales.map(({ code }) => sortKeyField(field, code))]
  if (field.type === 'tabs') return [{ ...field, tabs: field.tabs.map(tabWithSortKeys) }]
  const isPartOfDocument =
    field.type === 'row' ||
    field.type === 'collapsible' ||
    (field.type === 'group' && !('localized' in field && field.localized))
  return isPartOfDocument
    ? [{ ...field, fields: field.fields.flatMap(besideItsKeys) } as Field]
    : [field]
}

function tabWithSortKeys(tab: Tab): Tab {
  return 'localized' in tab && tab.localized
    ? tab
    : { ...tab, fields: tab.fields.flatMap(besideItsKeys) }
}

function isSorted(field: Field): field is TextField | TextareaField {
  if (field.type !== 'text' && field.type !== 'textarea') return false
  if (field.hidden || field.virtual || ('hasMany' in field && field.hasMany)) return false
  const custom = field.custom as Partial<typeof sortedAsWritten> | undefined
  return field.localized === true || custom?.sortedAsWritten === true
}

function sortKeyField({ index, name }: TextField | TextareaField, locale: Locale): Field {
  const of: SortKeyOf = { text: name, locale }
  return {
    name: sortKeyName(of),
    type: 'text',
    ...(index ? { index } : {}),
    hidden: true,
    access: { create: nobodyWrites, read: () => false, update: nobodyWrites },
    admin: {
      hidden: true,
      disableBulkEdit: true,
      disableListColumn: true,
      disableListFilter: true,
    },
    custom: { sortKeyOf: of },
  }
}
