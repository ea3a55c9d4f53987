import type { JsonValue } from './canonical-json.ts'

/** An object with named values, and not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An instant as ISO text in UTC, whether it came as text or as a date; what is no date stays what it is. */
export function plainDate(value: unknown): JsonValue {
  const isDateLike = value instanceof Date || typeof value === 'string'
  const date = isDateLike ? new Date(value) : undefined
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : plainJson(value)
}

/**
 * The id of a document as text, whether it came as text, as the object a database makes of it, or as the
 * whole document.
 */
export function plainId(value: unknown): JsonValue {
  if (typeof value === 'number') return String(value)
  if (!isRecord(value)) return plainJson(value)
  // MongoDB's ids have an `id` of their own: their bytes.
  if (isDatabaseId(value)) return value.toHexString()
  if ('id' in value) return plainId(value['id'])
  const writesItself = value.toString !== Object.prototype.toString
  return writesItself && typeof value.toString === 'function' ? String(value) : plainJson(value)
}

/** A reference that names the content type as well: `{ relationTo, value }`. */
export function plainReference(value: Record<string, unknown>): JsonValue {
  return { ...(plainJson(value) as object), value: plainId(value['value']) }
}

/**
 * A value with what the databases put in its place undone: dates are text, ids are text, and what is
 * `undefined` is not there.
 */
export function plainJson(value: unknown): JsonValue {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (Array.isArray(value)) return value.map((one: unknown) => plainJson(one))
  if (value === undefined) return null
  if (!isRecord(value)) return value as JsonValue
  if (isDatabaseId(value)) return value.toHexString()
  return mapRecord(value, ([, one]) => plainJson(one))
}

/** The object with each value changed; values that are or become `undefined` are left out. */
export function mapRecord(
  record: Record<string, unknown>,
  change: (entry: [string, unknown]) => JsonValue | undefined,
): { [name: string]: JsonValue } {
  const changed = Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, change([name, value])] as const)
    .filter((entry): entry is [string, JsonValue] => entry[1] !== undefined)
  // Not by assignment, which would take the name `__proto__` for something else.
  return Object.fromEntries(changed)
}

function isDatabaseId(value: object): value is { toHexString: () => string } {
  return 'toHexString' in value && typeof value.toHexString === 'function'
}
