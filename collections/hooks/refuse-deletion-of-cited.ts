import type { CollectionBeforeDeleteHook } from 'payload'
import { EditorialError } from '../../src/errors.ts'
import { citations } from '../../src/workflow/citations.ts'

/** A document that others refer to stays: deleting it would change their text behind everybody's back. */
export const refuseDeletionOfCited: CollectionBeforeDeleteHook = async ({
  collection,
  id,
  req,
}) => {
  const found = await citations({ collection: collection.slug, id: String(id), req })
  if (found.length === 0) return
  const named = found.map((citation) => `${citation.collection}/${citation.id}`).join(', ')
  throw new EditorialError({
    code: 'WRONG_STATE',
    message: `Other documents refer to this one: ${named}. Take the references out of them first.`,
  })
}
