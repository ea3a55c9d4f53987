import type { CollectionBeforeDeleteHook } from 'payload'
import { EditorialError } from '../../src/errors.ts'
import { findCitations } from '../../src/workflow/citations.ts'

/** A document that others refer to stays: deleting it would change their text behind everybody's back. */
export const refuseDeletionOfCited: CollectionBeforeDeleteHook = async ({
  collection,
  id,
  req,
}) => {
  const citations = await findCitations({ collection: collection.slug, id: String(id), req })
  if (citations.length === 0) return
  const named = citations.map((citation) => `${citation.collection}/${citation.id}`).join(', ')
  throw new EditorialError({
    code: 'WRONG_STATE',
    message: `Other documents refer to this one: ${named}. Take the references out of them first.`,
  })
}
