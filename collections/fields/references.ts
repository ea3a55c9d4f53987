import type { RelationshipField } from 'payload'
import type { Words } from '../../src/locales.ts'

interface ReferenceOptions {
  name: string
  to: 'stations' | 'notices' | 'steps' | 'forms' | 'help-organizations' | 'phases'
  label: Words
  description?: Words
}

/** How a field that refers to documents looks in forms and lists. */
export const referenceComponents = {
  Cell: './admin/references/reference-cell.tsx#ReferenceCell',
  Field: './admin/references/reference-field.tsx#ReferenceField',
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
    admin: { components: referenceComponents, description, allowEdit: true, isSortable: true },
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
    admin: { components: referenceComponents, description },
  } as RelationshipField
}
