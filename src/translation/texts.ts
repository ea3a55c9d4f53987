import type { FlattenedField } from 'payload'
import { createHash } from 'node:crypto'
import { canonicalJson, type JsonValue } from '../content/canonical-json.ts'
import { isRecord, plainJson } from '../content/plain-values.ts'
import { plainRichText } from '../content/rich-text-content.ts'
import { isVisible } from '../content/visible-content.ts'
import { defaultLocale, type Locale, type Words } from '../locales.ts'
import { labelOf, rowLabelOf } from '../review/differences/labels.ts'

/** One text of a document that is written in several languages. */
export interface LocalizedText {
  /** Where it is. A row of a list is named by its id, so that it is the same text after the rows are put in another order. */
  path: string
  /** The same as the form calls it, with the place of each row: `connections.0.condition`. */
  formPath: string
  /** What the panel calls it, from the outermost field to the text. */
  labels: Words[]
  isRichText: boolean
  /** In the main language; null where there is none. */
  source: JsonValue
  /** In the language asked for; null where there is none. */
  text: JsonValue
}

/** Kinds of fields that hold words somebody translates. Lists of search terms are no translations of each other. */
const translated = new Set(['text', 'textarea', 'richText'])

/**
 * Every text of a document that is translated, in the order of the form.
 *
 * @param fields `flattenedFields` of the content type
 * @param document as the database gives it without a locale, so with all locales
 */
export function localizedTexts({
  fields,
  document,
  locale,
}: {
  fields: readonly FlattenedField[]
  document: Record<string, unknown>
  locale: Locale
}): LocalizedText[] {
  return textsIn({ fields, values: document, locale, path: '', formPath: '', labels: [] })
}

/** A short name for what a text says, which changes with it. Ids inside rich text do not count. */
export function fingerprint(value: JsonValue): string {
  return createHash('sha256').update(canonicalJson(value)).digest('base64url').slice(0, 16)
}

interface Place {
  fields: readonly FlattenedField[]
  values: Record<string, unknown>
  locale: Locale
  path: string
  formPath: string
  labels: Words[]
}

function textsIn(place: Place): LocalizedText[] {
  const { fields, values, path, formPath, labels } = place
  return fields.filter(isVisible).flatMap((field) => {
    const value = values[field.name]
    const inside = {
      path: `${path}${field.name}`,
      formPath: `${formPath}${field.name}`,
      labels: [...labels, labelOf(field)],
    }
    if ('flattenedFields' in field) {
      // Rows that differ by language have no counterpart to be translated from.
      if (field.localized) return []
      return rowsOf(value, field).flatMap(({ row, path: at, formPath: formAt }) =>
        textsIn({
          ...place,
          fields: field.flattenedFields,
          values: row,
          path: `${inside.path}${at}.`,
          formPath: `${inside.formPath}${formAt}.`,
          labels: at === '' ? inside.labels : [...labels, rowLabelOf(field)],
        }),
      )
    }
    if (!field.localized || !translated.has(field.type) || ('hasMany' in field && field.hasMany))
      return []
    const isRichText = field.type === 'richText'
    const source = plain(valueIn(value, defaultLocale), isRichText)
    const text = plain(valueIn(value, place.locale), isRichText)
    return source === null && text === null ? [] : [{ ...inside, isRichText, source, text }]
  })
}

function rowsOf(
  value: unknown,
  field: FlattenedField,
): { row: Record<string, unknown>; path: string; formPath: string }[] {
  if (field.type !== 'array') return isRecord(value) ? [{ row: value, path: '', formPath: '' }] : []
  return (Array.isArray(value) ? (value as unknown[]) : []).flatMap((row, index) =>
    isRecord(row) ? [{ row, path: `.${String(row['id'] ?? index)}`, formPath: `.${index}` }] : [],
  )
}

function valueIn(byLocale: unknown, locale: Locale): unknown {
  return isRecord(byLocale) ? byLocale[locale] : null
}

function plain(value: unknown, isRichText: boolean): JsonValue {
  if (value === undefined || value === null) return null
  if (!isRichText) return typeof value === 'string' && value.trim() === '' ? null : plainJson(value)
  const text = plainRichText(value)
  return saysNothing(text) ? null : text
}

/** An editor leaves an empty paragraph where there was text. */
function saysNothing(value: JsonValue): boolean {
  return !/"text":"[^"]*[^"\s]/.test(JSON.stringify(value))
}
