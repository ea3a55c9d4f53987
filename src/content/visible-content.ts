import type {
  FieldAccess,
  FlattenedArrayField,
  FlattenedField,
  RelationshipField,
  UploadField,
} from 'payload'
import type { JsonValue } from './canonical-json.ts'
import {
  isRecord,
  mapRecord,
  plainDate,
  plainId,
  plainJson,
  plainReference,
} from './plain-values.ts'
import { plainRichText, textReferences } from './rich-text-content.ts'

/**
 * Everything a reader could see of a document, in all its languages.
 *
 * THIS SHAPE IS STORED. The content hash covers it and the ledger keeps it as the snapshot of what was
 * published, for years. It never changes meaning: another meaning gets another `format`.
 */
export type VisibleContent = {
  format: 'stationmaster-content-1'
  /** Slug of the content type. */
  collection: string
  /** By field; a localized field holds a value by locale: `{ en: …, es: … }`. */
  fields: { [name: string]: JsonValue }
}

/** A document that content points at. */
export interface Reference {
  collection: string
  id: string
  /** Where: `connections.2.to`, `steps.0`, `overview.es`. */
  path: string
}

/** Kept by the platform about a document, and nothing that its text says. */
const bookkeeping = [
  'id',
  'createdAt',
  'updatedAt',
  '_status',
  'deletedAt',
  'contributors',
  'savedBy',
]

/** Worked out from where the file lies, or about cutting it; the file itself has name, size and type. */
const derivedFromFile = ['url', 'thumbnailURL', 'sizes', 'focalX', 'focalY']

/**
 * What of a document counts: for the approval, for the content hash, and as the record of what was public.
 *
 * A field counts when a reader without a role gets its value. These do not count:
 *
 * - the platform's own bookkeeping (id, times, `_status`, `contributors`, `savedBy`), which changes without the text
 *   changing, for example when it becomes public
 * - joins and other virtual fields: they are worked out from other documents, each approved on its own
 * - fields that are hidden, or that readers are denied, such as doubts and notes for the team
 * - ids of rows and of links in rich text, which are random
 * - addresses of files and smaller copies of images, which are derived from the file. Its name, type and
 *   measures count; its bytes are not read here
 *
 * What is empty does not count either, because the databases disagree on how to store it: `null`, an empty
 * list or group, a locale without a value, a localized field without locales. Empty text, `false` and 0 are
 * values and do count; so do rows of a list, also when nothing is filled in, and everything inside rich
 * text. Dates are ISO text in UTC, references the plain id of a document.
 *
 * @param fields `flattenedFields` of the sanitized content type
 * @param upload whether the content type holds files
 * @param document as the database adapter gives it without a locale, so with all locales. A version's
 * content is in its `version`.
 * @throws TypeError for a field of a kind that is not covered, rather than leaving it out in silence
 */
export function visibleContent({
  collection,
  fields,
  upload,
  document,
}: {
  collection: string
  fields: readonly FlattenedField[]
  upload: boolean
  document: Record<string, unknown>
}): VisibleContent {
  const leftOut = upload ? [...bookkeeping, ...derivedFromFile] : bookkeeping
  const counted = fields.filter(({ name }) => !leftOut.includes(name))
  return {
    format: 'stationmaster-content-1',
    collection,
    fields: visibleValues({ fields: counted, values: document, insideLocalized: false }),
  }
}

/**
 * Every document that content points at: through relationships, files, and links inside the roadmap in
 * rich text, in any locale. The same document at the same place is named once.
 */
export function referencesOf({
  fields,
  content,
}: {
  fields: readonly FlattenedField[]
  content: VisibleContent
}): Reference[] {
  const found = referencesIn({ fields, values: content.fields, insideLocalized: false, path: '' })
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()]
}

interface Values {
  fields: readonly FlattenedField[]
  values: Record<string, unknown>
  /** Inside a localized field nothing else is localized, whatever its configuration says. */
  insideLocalized: boolean
}

interface FieldValue {
  field: FlattenedField
  value: unknown
  insideLocalized: boolean
}

function visibleValues({ fields, values, insideLocalized }: Values): { [name: string]: JsonValue } {
  const visible = fields
    .filter(isVisible)
    .map((field) => [
      field.name,
      visibleInEveryLocale({ field, value: values[field.name], insideLocalized }),
    ])
  return mapRecord(Object.fromEntries(visible), ([, value]) => value as JsonValue)
}

/** Whether a reader without a role gets the value of a field. */
export function isVisible(field: FlattenedField): boolean {
  if (field.type === 'join' || ('virtual' in field && field.virtual)) return false
  if ('hidden' in field && field.hidden) return false
  const mayRead = 'access' in field ? field.access?.read : undefined
  return mayRead?.(asReader) !== false
}

/** What a field's access rule is asked with: somebody who is not signed in. */
const asReader = { req: { user: null } } as Parameters<FieldAccess>[0]

function visibleInEveryLocale({
  field,
  value,
  insideLocalized,
}: FieldValue): JsonValue | undefined {
  if (!isByLocale({ field, value, insideLocalized }))
    return unlessEmpty(visibleValue({ field, value, insideLocalized }))
  const byLocale = mapRecord(value as Record<string, unknown>, ([, one]) =>
    unlessEmpty(visibleValue({ field, value: one, insideLocalized: true })),
  )
  return unlessEmpty(byLocale)
}

function visibleValue({ field, value, insideLocalized }: FieldValue): JsonValue {
  switch (field.type) {
    case 'date':
      return plainDate(value)
    case 'relationship':
    case 'upload':
      return field.hasMany && Array.isArray(value)
        ? value.map((one: unknown) => plainTarget(one)).filter((one) => one !== null)
        : plainTarget(value)
    case 'richText':
      return plainRichText(value)
    case 'array':
      return Array.isArray(value)
        ? value.map((row: unknown) => visibleRow({ field, value: row, insideLocalized }))
        : plainJson(value)
    case 'group':
    case 'tab':
      return isRecord(value)
        ? visibleValues({ fields: field.flattenedFields, values: value, insideLocalized })
        : plainJson(value)
    case 'blocks':
      throw new TypeError(
        `The field ${field.name} is made of blocks, which the content hash does not cover. Use an array, or teach visibleContent() to read blocks under a new format.`,
      )
    default:
      return plainJson(value)
  }
}

function visibleRow({
  field,
  value,
  insideLocalized,
}: FieldValue & { field: FlattenedArrayField }): JsonValue {
  if (!isRecord(value)) return plainJson(value)
  const fields = field.flattenedFields.filter(({ name }) => name !== 'id')
  return visibleValues({ fields, values: value, insideLocalized })
}

function plainTarget(value: unknown): JsonValue {
  return isRecord(value) && 'relationTo' in value && 'value' in value
    ? plainReference(value)
    : plainId(value)
}

function isByLocale({ field, value, insideLocalized }: FieldValue): boolean {
  return Boolean(field.localized) && !insideLocalized && isRecord(value)
}

function unlessEmpty(value: JsonValue): JsonValue | undefined {
  const isEmpty = value === null || (typeof value === 'object' && Object.keys(value).length === 0)
  return isEmpty ? undefined : value
}

function referencesIn({
  fields,
  values,
  insideLocalized,
  path,
}: Values & { path: string }): Reference[] {
  return fields.flatMap((field) => {
    const value = values[field.name]
    if (value === undefined) return []
    const here = `${path}${field.name}`
    if (!isByLocale({ field, value, insideLocalized }))
      return referencesAt({ field, value, insideLocalized, path: here })
    return Object.entries(value as Record<string, unknown>).flatMap(([locale, one]) =>
      referencesAt({ field, value: one, insideLocalized: true, path: `${here}.${locale}` }),
    )
  })
}

function referencesAt({
  field,
  value,
  insideLocalized,
  path,
}: FieldValue & { path: string }): Reference[] {
  switch (field.type) {
    case 'relationship':
    case 'upload':
      return Array.isArray(value)
        ? value.flatMap((one, index) => target({ field, value: one, path: `${path}.${index}` }))
        : target({ field, value, path })
    case 'richText':
      return textReferences(value as JsonValue).map((one) => ({ ...one, path }))
    case 'array':
    case 'group':
    case 'tab': {
      const within = { fields: field.flattenedFields, insideLocalized }
      if (!Array.isArray(value))
        return isRecord(value) ? referencesIn({ ...within, values: value, path: `${path}.` }) : []
      return value.flatMap((row: unknown, index) =>
        isRecord(row) ? referencesIn({ ...within, values: row, path: `${path}.${index}.` }) : [],
      )
    }
    default:
      return []
  }
}

function target({
  field,
  value,
  path,
}: {
  field: RelationshipField | UploadField
  value: unknown
  path: string
}): Reference[] {
  const named = isRecord(value)
    ? { collection: value['relationTo'], id: value['value'] }
    : { collection: field.relationTo, id: value }
  return typeof named.collection === 'string' && typeof named.id === 'string'
    ? [{ collection: named.collection, id: named.id, path }]
    : []
}
