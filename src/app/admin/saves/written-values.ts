import type { ClientField } from 'payload'
import type { JsonValue } from '../../../content/canonical-json.ts'
import { isRecord } from '../../../content/plain-values.ts'
import type { Values } from '../../../merge/same.ts'
import { named } from './fields-of.ts'

/** Kept by the platform about a document, and nothing that anybody writes. */
const bookkeeping = [
  'id',
  'createdAt',
  'updatedAt',
  '_status',
  'contributors',
  'savedBy',
  'versionId',
]

/** What somebody writes of all that a form holds, with its lists as lists. */
export function writtenValues(values: Values, fields: readonly ClientField[]): Values {
  const own = Object.entries(withLists(values, fields))
  return Object.fromEntries(own.filter(([name]) => !bookkeeping.includes(name)))
}

/** A form has the number 0 for a list without rows. */
function withLists(values: Values, fields: readonly ClientField[]): Values {
  const lists = named(fields).flatMap((field): [string, JsonValue][] => {
    const value = values[field.name]
    if (!('fields' in field)) return []
    const inner = field.fields as ClientField[]
    if (field.type === 'group' && isRecord(value))
      return [[field.name, withLists(value as Values, inner)]]
    if (field.type !== 'array') return []
    const rows = Array.isArray(value) ? value : []
    return [[field.name, rows.map((row) => withLists(row as Values, inner))]]
  })
  return { ...values, ...Object.fromEntries(lists) }
}
