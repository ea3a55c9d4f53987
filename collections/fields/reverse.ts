import type { JoinField } from 'payload'
import type { Words } from '../../src/locales.ts'

interface ReverseOptions {
  name: string
  from: 'stations' | 'notices' | 'steps' | 'forms'
  on: string
  label: Words
  columns: string[]
  sort?: string
}

/** By a field that is the same in every language, so that the order is too. */
const usualOrder = { stations: 'slug', notices: 'code', steps: 'slug', forms: 'number' } as const

/**
 * The other side of a relationship: the documents that point here. Nobody writes it; it is worked out
 * from the documents that do the pointing, of which a reader only sees the live ones.
 */
export function reverseField({ name, from, on, label, columns, sort }: ReverseOptions): JoinField {
  return {
    name,
    type: 'join',
    collection: from,
    on,
    label,
    defaultLimit: 100,
    defaultSort: sort ?? usualOrder[from],
    maxDepth: 1,
    admin: { allowCreate: false, defaultColumns: columns },
  } as JoinField
}
