import type {
  CollectionAfterReadHook,
  CollectionBeforeOperationHook,
  FlattenedField,
  PayloadRequest,
} from 'payload'
import { isRecord } from '../../content/plain-values.ts'
import { asHtml, asText, checkedForm, malformed, richTextForms, type HtmlForm } from './form.ts'

/** A place in a document that holds a text. */
interface Place {
  holder: Record<string, unknown>
  name: string
}

/** Refuses a form that there is not before anything is read. */
export const checkRichTextForm: CollectionBeforeOperationHook = ({ args, req }) => {
  formAskedFor(req)
  return args
}

/**
 * With `?richText=html` or `text`, gives the texts of a document as HTML or plain text in place of JSON, also
 * those of documents that it names.
 */
export const giveRichTextForm: CollectionAfterReadHook = async ({ collection, doc, req }) => {
  const asked = formAskedFor(req)
  if (!asked) return doc
  const places = placesIn(collection.flattenedFields, doc as Record<string, unknown>)
  const texts = places.map(({ holder, name }) => holder[name])
  const given = asked.form === 'html' ? await asHtml(texts, asked, req) : texts.map(asText)
  places.forEach(({ holder, name }, at) => (holder[name] = given[at]))
  return doc
}

/** @throws EditorialError MALFORMED for a form, a level or a pattern that is not accepted */
function formAskedFor(req: PayloadRequest): (HtmlForm & { form: 'html' | 'text' }) | undefined {
  const { method, payloadAPI, searchParams } = req
  if (payloadAPI !== 'REST' || method !== 'GET' || !searchParams) return undefined
  const form = searchParams.get('richText')
  const level = searchParams.get('headingLevel')
  const links = searchParams.get('links')
  if (form === null && level === null && links === null) return undefined
  if (form !== null && !richTextForms.some((known) => known === form))
    throw malformed(
      `“richText” is the form of rich text: ${richTextForms.join(', ')}. “${form.slice(0, 40)}” is none of them.`,
    )
  if (form !== 'html' && (level !== null || links !== null))
    throw malformed(
      '“headingLevel” and “links” belong to richText=html. Add it, or leave them out.',
    )
  if (form === 'json' || form === null) return undefined
  const headingLevel = level === null ? undefined : /^\d$/.test(level) ? Number(level) : NaN
  return { form: form as 'html' | 'text', ...checkedForm({ headingLevel, links }) }
}

function placesIn(fields: readonly FlattenedField[], values: Record<string, unknown>): Place[] {
  return fields.flatMap((field) => {
    const value = values[field.name]
    if (field.type === 'richText') return textsAt(values, field.name)
    if (!('flattenedFields' in field)) return []
    const rows: unknown[] = Array.isArray(value) ? value : [value]
    return rows.flatMap((row) => (isRecord(row) ? placesIn(field.flattenedFields, row) : []))
  })
}

/** The text there, or one for each language where all were asked for. */
function textsAt(holder: Record<string, unknown>, name: string): Place[] {
  const value = holder[name]
  if (!isRecord(value)) return []
  if ('root' in value) return [{ holder, name }]
  return Object.keys(value).flatMap((language) =>
    isRecord(value[language]) ? [{ holder: value, name: language }] : [],
  )
}
