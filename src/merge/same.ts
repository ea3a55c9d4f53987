import type { JsonValue } from '../content/canonical-json.ts'
import { isRecord } from '../content/plain-values.ts'

/** A value of a form; `undefined` where there is none. */
export type Value = JsonValue | undefined

/** Values by the names of their fields. */
export type Values = { [name: string]: JsonValue }

/** What the editor of long texts writes anew although nobody changed it. */
const writtenAnew = ['direction', 'textFormat', 'textStyle']

/** Whether two values say the same. What is empty is the same as nothing, as the databases have it. */
export function saySame(one: Value, other: Value): boolean {
  return keyOf(one) === keyOf(other)
}

/** A text that two values have in common exactly when they say the same. */
export function keyOf(value: Value): string {
  return JSON.stringify(withoutEmpty(value) ?? null)
}

/** Whether this is a long text in the form of the editor. */
export function isLongText(value: Value): value is { root: { children: JsonValue[] } } {
  if (!isRecord(value)) return false
  const { root } = value
  return isRecord(root) && Array.isArray(root['children'])
}

/** Whether this is a list of rows, each with an id. An empty list is one. */
export function isRows(value: Value): value is Row[] {
  return (
    Array.isArray(value) && value.every((row) => isRecord(row) && typeof row['id'] === 'string')
  )
}

/** Whether this is a list of plain values, none of them twice, such as ids of documents. */
export function isItems(value: Value): value is (number | string)[] {
  return (
    Array.isArray(value) &&
    value.every((item) => typeof item === 'string' || typeof item === 'number') &&
    new Set(value).size === value.length
  )
}

/** One entry of a list with fields of its own. */
export type Row = Values & { id: string }

function withoutEmpty(value: Value): Value {
  if (value === null || value === '' || value === undefined) return undefined
  if (Array.isArray(value))
    return value.length === 0 ? undefined : value.map((one) => withoutEmpty(one) ?? null)
  if (!isRecord(value)) return value
  const isLink = value['type'] === 'link' || value['type'] === 'autolink'
  const kept = Object.entries(value as Values)
    .filter(([name]) => !writtenAnew.includes(name) && !(isLink && name === 'id'))
    .map(([name, one]) => [name, withoutEmpty(one)] as const)
    .filter((entry): entry is [string, JsonValue] => entry[1] !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}
