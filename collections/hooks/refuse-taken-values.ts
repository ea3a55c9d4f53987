import type { CollectionBeforeValidateHook } from 'payload'
import { isTaken } from '../../src/database/is-taken.ts'
import { invalidFields } from './invalid-fields.ts'

/** A field's `custom.unique`: true, or the field at which an editor is told that the value is taken. */
type Unique = true | { reportedAt: string } | undefined

/**
 * An address, code or number belongs to one document, drafts included: two drafts that both want it would
 * otherwise meet only when the second is published.
 */
export const refuseTakenValues: CollectionBeforeValidateHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const before = (originalDoc ?? {}) as Record<string, unknown>
  const after = (data ?? {}) as Record<string, unknown>
  const id = before['id'] as string | undefined

  const taken = new Set<string>()
  for (const field of collection.fields) {
    const unique = 'name' in field ? (field.custom?.['unique'] as Unique) : undefined
    if (!unique || !('name' in field)) continue
    const value = after[field.name]
    if (typeof value !== 'string' || value === '' || value === before[field.name]) continue
    if (await isTaken({ collection: collection.slug, field: field.name, value, id, req }))
      taken.add(unique === true ? field.name : unique.reportedAt)
  }
  if (taken.size === 0) return data

  const errors = [...taken].map((path) => ({
    path,
    message: `“${String(after[path])}” already belongs to another document. Choose another, or edit that document.`,
  }))
  throw invalidFields({ collection: collection.slug, errors, req })
}
