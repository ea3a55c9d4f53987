import type { RelationshipField } from 'payload'
import type { Words } from '../../src/locales.ts'

interface ReferenceOptions {
  name: string
  to: 'stations' | 'notices' | 'steps' | 'forms' | 'help-organizations' | 'phases'
  label: Words
  description?: Words
}

/** An ordered list of other documents. */
export function referencesField({
  name,
  to,
  label,
  description,
}: ReferenceOptions): RelationshipField {
  return {
    name,
    type: 'relationship',
    relationTo: to,
    hasMany: true,
    maxRows: 200,
    label,
    admin: { description, allowEdit: true, isSortable: true },
  } as RelationshipField
}

/** One other document. */
export function referenceField({
  name,
  to,
  label,
  description,
}: ReferenceOptions): RelationshipField {
  return {
    name,
    type: 'relationship',
    relationTo: to,
    index: true,
    label,
    admin: { description },
  } as RelationshipField
}
