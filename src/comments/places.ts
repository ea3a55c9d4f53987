import type { FlattenedArrayField, FlattenedField } from 'payload'
import { isRecord } from '../content/plain-values.ts'
import { linesOf } from '../content/words-of.ts'
import { locales, type Words } from '../locales.ts'
import { labelOf, rowLabelOf } from '../review/differences/labels.ts'

/** A part of a document that a comment can be pinned to: a group, a list, a row of it, or a field. */
export interface DocumentPlace {
  /** Names of fields, and the ids of rows: `connections.ROW.condition`. It stays when rows change places. */
  path: string
  /** The same with the numbers of rows, from 0, as the panel and the review name it: `connections.2.condition`. */
  pathNow: string
  /** Names of fields alone: `connections.condition`. */
  field: string
  /** The language of the text; null for what is the same in all languages, and for a field in all of them. */
  locale: string | null
  /** What the panel calls it, the outermost first. */
  label: Words
  /** Its words, each block of rich text a line; null where it has none of its own. */
  text: string | null
}

/** Kept by the platform about a document, and nothing anybody wrote. */
const bookkeeping = new Set(['id', 'createdAt', 'updatedAt', '_status', 'contributors'])

/**
 * Every part of a document that a comment can be pinned to, in the order of the form. A field that is written in
 * each language is there once for each, and once for all of them.
 *
 * @param fields `flattenedFields` of the sanitized content type
 * @param document as the database adapter gives it without a locale, so with all locales
 */
export function placesIn(
  fields: readonly FlattenedField[],
  document: Record<string, unknown>,
): DocumentPlace[] {
  const outermost: Holder = { path: '', pathNow: '', field: '', label: null }
  return fields
    .filter(({ name }) => !bookkeeping.has(name))
    .flatMap((field) => placesOf(field, document[field.name], outermost))
}

/** What a field stands in. */
interface Holder {
  path: string
  pathNow: string
  field: string
  label: Words | null
}

function placesOf(field: FlattenedField, value: unknown, holder: Holder): DocumentPlace[] {
  if (!isWritten(field)) return []
  const here: Holder = {
    path: under(holder.path, field.name),
    pathNow: under(holder.pathNow, field.name),
    field: under(holder.field, field.name),
    label: labelled(holder.label, labelOf(field)),
  }
  switch (field.type) {
    case 'array':
      return [placeOf(here), ...rowsOf(value).flatMap((row, at) => inRow(field, row, at, here))]
    case 'group':
    case 'tab':
      return [placeOf(here), ...inside(field.flattenedFields, value, here)]
    default:
      return field.localized ? inEachLanguage(field, value, here) : [placeOf(here, field, value)]
  }
}

/** Whether people write it: lists of other documents are worked out, and what is hidden is the platform’s. */
function isWritten(field: FlattenedField): boolean {
  if (field.type === 'join' || ('virtual' in field && field.virtual)) return false
  return !('hidden' in field && field.hidden) && !isHiddenInForm(field)
}

function isHiddenInForm({ admin }: FlattenedField): boolean {
  return (admin as { hidden?: unknown } | undefined)?.hidden === true
}

function inRow(
  field: FlattenedArrayField,
  row: Record<string, unknown>,
  at: number,
  { field: names, label, path, pathNow }: Holder,
): DocumentPlace[] {
  const id = typeof row['id'] === 'string' ? row['id'] : String(at)
  const { en, es } = rowLabelOf(field)
  const here: Holder = {
    path: `${path}.${id}`,
    pathNow: `${pathNow}.${at}`,
    field: names,
    label: labelled(label, { en: `${en} ${at + 1}`, es: `${es} ${at + 1}` }),
  }
  return [placeOf(here), ...inside(field.flattenedFields, row, here)]
}

function inside(fields: readonly FlattenedField[], value: unknown, here: Holder): DocumentPlace[] {
  const values = isRecord(value) ? value : {}
  return fields
    .filter(({ name }) => name !== 'id')
    .flatMap((field) => placesOf(field, values[field.name], here))
}

function inEachLanguage(field: FlattenedField, value: unknown, here: Holder): DocumentPlace[] {
  const values = isRecord(value) ? value : {}
  return [
    placeOf(here),
    ...locales.map(({ code }) => ({ ...placeOf(here, field, values[code]), locale: code })),
  ]
}

function placeOf(here: Holder, field?: FlattenedField, value?: unknown): DocumentPlace {
  const { field: names, label, path, pathNow } = here
  return {
    path,
    pathNow,
    field: names,
    locale: null,
    label: label!,
    text: field ? textOf(field, value) : null,
  }
}

function textOf(field: FlattenedField, value: unknown): string | null {
  switch (field.type) {
    case 'text':
    case 'textarea':
      return 'hasMany' in field && field.hasMany ? null : typeof value === 'string' ? value : ''
    case 'richText':
      return linesOf(value).join('\n')
    default:
      return null
  }
}

function rowsOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

function under(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}

function labelled(outer: Words | null, own: Words): Words {
  return outer ? { en: `${outer.en} › ${own.en}`, es: `${outer.es} › ${own.es}` } : own
}
