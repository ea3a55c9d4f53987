import type { JsonValue } from '../../content/canonical-json.ts'
import { isRecord } from '../../content/plain-values.ts'

/**
 * Whether two values are the same in canonical JSON, so that the content hash cannot tell them apart: whatever the
 * order of names, and with or without a sign of zero. `undefined` is no value.
 */
export function isSame(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (one === other) return true
  if (Array.isArray(one))
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((entry, at) => isSame(entry, other[at]))
    )
  if (!isRecord(one) || !isRecord(other)) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]))
  )
}

/** A record's own value; the name `__proto__` is one like any other. */
export function valueIn(
  record: { readonly [name: string]: JsonValue },
  name: string,
): JsonValue | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}

/** The names in either of two records, in their order. */
export function namesInEither(one: object, other: object): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
}
