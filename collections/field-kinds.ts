import type { Field } from 'payload'

/**
 * Says whether a value is of the kind its field holds: text, a number, an offered choice, a list of rows.
 * Payload asks this only when a document becomes live; a draft with a list where text belongs would break
 * the panel, or the database.
 *
 * @param value as saved, in one language; never empty
 * @returns true, or what is wrong and what to do
 */
export function isOfKind(field: Field, value: unknown): true | string {
  switch (field.type) {
    case 'text':
      return field.hasMany ? listOf(value, isText) : isText(value)
    case 'textarea':
    case 'email':
      return isText(value)
    case 'number':
      return isNumber(value, field.min, field.max)
    case 'checkbox':
      return typeof value === 'boolean' ? true : `Expected true or false, found ${shown(value)}.`
    case 'date':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value))
        ? true
        : `${shown(value)} is not a date. Write it as 2026-11-22.`
    case 'select': {
      const offered = field.options.map((option) =>
        typeof option === 'string' ? option : option.value,
      )
      return field.hasMany
        ? listOf(value, (one) => isOffered(one, offered))
        : isOffered(value, offered)
    }
    case 'relationship':
    case 'upload':
      return field.hasMany ? listOf(value, isReference) : isReference(value)
    case 'array':
      return listOf(value, (row) =>
        isObject(row) ? true : `Expected a row of fields, found ${shown(row)}.`,
      )
    case 'group':
      return isObject(value) ? true : `Expected a group of fields, found ${shown(value)}.`
    default:
      return true
  }
}

/** The ids a relationship's value names. */
export function referencedIds(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value])
    .map((one: unknown) => (isObject(one) ? one['id'] : one))
    .filter((id) => typeof id === 'string')
}

function isText(value: unknown): true | string {
  return typeof value === 'string' ? true : `Expected text, found ${shown(value)}.`
}

function isNumber(
  value: unknown,
  least: number | undefined,
  most: number | undefined,
): true | string {
  if (typeof value !== 'number' || !Number.isFinite(value))
    return `Expected a number, found ${shown(value)}.`
  if (least !== undefined && value < least) return `Expected at least ${least}, found ${value}.`
  return most !== undefined && value > most ? `Expected at most ${most}, found ${value}.` : true
}

function isOffered(value: unknown, offered: readonly string[]): true | string {
  return typeof value === 'string' && offered.includes(value)
    ? true
    : `${shown(value)} is not offered here. Choose one of: ${offered.join(', ')}.`
}

function isReference(value: unknown): true | string {
  return referencedIds(value).length === 1
    ? true
    : `Expected the id of a document, found ${shown(value)}.`
}

function listOf(value: unknown, check: (one: unknown) => true | string): true | string {
  if (!Array.isArray(value)) return `Expected a list, found ${shown(value)}.`
  return value.map(check).find((verdict) => verdict !== true) ?? true
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shown(value: unknown): string {
  return `“${(JSON.stringify(value) ?? String(value)).slice(0, 60)}”`
}
