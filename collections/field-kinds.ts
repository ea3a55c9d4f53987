import type { Field } from 'payload'

const emailAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

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
      return field.hasMany ? listOf(value, isText, 'texts') : isText(value)
    case 'textarea':
      return isText(value)
    case 'email':
      return typeof value === 'string' && emailAddress.test(value)
        ? true
        : `${shown(value)} is not an e-mail address. Write it as name@example.org.`
    case 'number':
      return isNumber(value, field)
    case 'checkbox':
      return typeof value === 'boolean' ? true : `Expected true or false, found ${shown(value)}.`
    case 'date':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value))
        ? true
        : `${shown(value)} is not a date. Write it as 2026-11-22, or with a time as 2026-11-22T14:30:00Z.`
    case 'select': {
      const offered = field.options.map((option) =>
        typeof option === 'string' ? option : option.value,
      )
      return field.hasMany
        ? listOf(value, (one) => isOffered(one, offered), `choices among ${offered.join(', ')}`)
        : isOffered(value, offered)
    }
    case 'relationship':
    case 'upload':
      return field.hasMany
        ? listOf(value, (one) => isReference(one, field), idsOf(field))
        : isReference(value, field)
    case 'array':
      return listOf(
        value,
        (row) =>
          isObject(row)
            ? true
            : `Expected a row of fields (${namesIn(field.fields)}), found ${shown(row)}.`,
        `rows with the fields ${namesIn(field.fields)}`,
      )
    case 'group':
      return isObject(value)
        ? true
        : `Expected a group of the fields ${namesIn(field.fields)}, found ${shown(value)}.`
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

/** A number that the field can hold, or what it can hold. */
function isNumber(value: unknown, limits: Limits): true | string {
  const { max = Infinity, min = -Infinity } = limits
  return typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max
    ? true
    : expectedNumber(value, limits)
}

interface Limits {
  min?: number | undefined
  max?: number | undefined
}

/** What a number field holds, as a sentence on a value that is none of it. */
export function expectedNumber(value: unknown, { max, min }: Limits): string {
  const found = shown(value)
  if (min !== undefined && max !== undefined)
    return `Expected a number from ${min} to ${max}, found ${found}.`
  if (min !== undefined) return `Expected a number of at least ${min}, found ${found}.`
  if (max !== undefined) return `Expected a number of at most ${max}, found ${found}.`
  return `Expected a number, found ${found}.`
}

function isOffered(value: unknown, offered: readonly string[]): true | string {
  return typeof value === 'string' && offered.includes(value)
    ? true
    : `${shown(value)} is not offered here. Choose one of: ${offered.join(', ')}.`
}

function isReference(value: unknown, field: { relationTo: unknown }): true | string {
  return referencedIds(value).length === 1
    ? true
    : `Expected the id of a document in ${typesOf(field)}, found ${shown(value)}.`
}

function idsOf(field: { relationTo: unknown }): string {
  return `ids of documents in ${typesOf(field)}`
}

function typesOf({ relationTo }: { relationTo: unknown }): string {
  return [relationTo].flat().join(' or ')
}

function listOf(
  value: unknown,
  check: (one: unknown) => true | string,
  ofWhat: string,
): true | string {
  if (!Array.isArray(value)) return `Expected a list of ${ofWhat}, found ${shown(value)}.`
  return value.map(check).find((verdict) => verdict !== true) ?? true
}

/** The names of the fields in a row or group. */
function namesIn(fields: readonly Field[]): string {
  return fields
    .flatMap((field) => {
      if ('name' in field && field.name) return field.name === 'id' ? [] : [field.name]
      return 'fields' in field ? [namesIn(field.fields)] : []
    })
    .join(', ')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shown(value: unknown): string {
  return `“${(JSON.stringify(value) ?? String(value)).slice(0, 60)}”`
}
