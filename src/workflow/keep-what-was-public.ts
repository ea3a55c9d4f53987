import type { CollectionBeforeDeleteHook } from 'payload'
import { EditorialError } from '../errors.ts'
import { lastPublication } from '../ledger/read.ts'

/**
 * What was ever public is withdrawn, never deleted: years later somebody has to be able to see what a
 * person was told. Drafts that were never public can go.
 */
export const keepWhatWasPublic: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const publication = await lastPublication({ collection: collection.slug, id: String(id), req })
  if (!publication) return
  throw new EditorialError({
    code: 'USE_WORKFLOW',
    message:
      'This document was public, so it is never deleted. A publisher can withdraw it; readers are then told why and where to go instead.',
  })
}
