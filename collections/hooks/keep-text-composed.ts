import type { CollectionBeforeOperationHook } from 'payload'

/**
 * What somebody saves is stored in composed form (Unicode NFC): `ó` as one character, also where a keyboard
 * or a copied PDF gives an `o` and an accent. The two look the same and are not equal, so neither would find
 * the other.
 *
 * Only what arrives is composed. What is stored already stays as it is, with the content hash under which it
 * was approved, until somebody saves it anew.
 */
export const keepTextComposed: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { data } = args as { data?: unknown }
  return data === undefined ? args : { ...args, data: composed(data) }
}

function composed(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(composed)
  if (typeof value !== 'object' || value === null) return value
  // Files and dates are no texts.
  const kind: unknown = Object.getPrototypeOf(value)
  if (kind !== Object.prototype && kind !== null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, composed(one)]))
}
