import type { JsonValue } from './canonical-json.ts'
import { isRecord, mapRecord, plainId, plainJson } from './plain-values.ts'

/** A document that a text points at. */
export interface TextReference {
  collection: string
  id: string
}

/**
 * A text in the editor's form as readers get it. All of it counts: words, headings, lists, tables, where
 * links lead, bold and italic.
 *
 * Two things change without a reader seeing it, and are evened out. The editor gives each link a random
 * `id`, a new one whenever the text is written from outside the panel. And a link to a document may hold
 * the whole document, whose words are not part of this text.
 */
export function plainRichText(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map((one: unknown) => plainRichText(one))
  if (!isRecord(value) || value instanceof Date) return plainJson(value)
  return mapRecord(value, ([name, one]) => {
    if (name === 'id' && isLink(value)) return undefined
    return name === 'value' && namesType(value) ? plainId(one) : plainRichText(one)
  })
}

/** Every document a text points at, as often as it does, in reading order. */
export function textReferences(value: JsonValue): TextReference[] {
  if (Array.isArray(value)) return value.flatMap(textReferences)
  if (!isRecord(value)) return []
  const own =
    namesType(value) && typeof value['value'] === 'string'
      ? [{ collection: value['relationTo'] as string, id: value['value'] }]
      : []
  const within = Object.entries(value)
    // A link that was turned from a document to an address may keep the document, but leads elsewhere.
    .filter(([name]) => !(name === 'doc' && leadsElsewhere(value)))
    .flatMap(([, one]) => textReferences(one as JsonValue))
  return [...own, ...within]
}

function isLink({ type }: Record<string, unknown>): boolean {
  return type === 'link' || type === 'autolink'
}

/** Links keep `{ relationTo, value }` in their `doc`; nodes for files and documents are one themselves. */
function namesType(value: Record<string, unknown>): boolean {
  return typeof value['relationTo'] === 'string' && 'value' in value
}

function leadsElsewhere({ linkType }: Record<string, unknown>): boolean {
  return linkType !== undefined && linkType !== 'internal'
}
