import type { CollectionBeforeValidateHook } from 'payload'
import { ValidationError } from 'payload'
import { isTaken } from '../../src/database/is-taken.ts'

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
  const id = before['id'] as string | undefined
  const names = collection.fields.flatMap((field) =>
    'name' in field && (field.custom as { unique?: boolean } | undefined)?.unique
      ? [field.name]
      : [],
  )
  for (const name of names) {
    const value: unknown = (data as Record<string, unknown> | undefined)?.[name]
    if (typeof value !== 'string' || value === '' || value === before[name]) continue
    if (await isTaken({ collection: collection.slug, field: name, value, id, req }))
      throw new ValidationError(
        {
          collection: collection.slug,
          errors: [
            {
              path: name,
              message: `“${value}” already belongs to another document. Choose another, or edit that document.`,
            },
          ],
          req,
        },
        req.t,
      )
  }
  return data
}
