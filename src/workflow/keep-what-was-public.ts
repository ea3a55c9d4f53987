import type {
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionSlug,
  PayloadRequest,
} from 'payload'
import { EditorialError } from '../errors.ts'
import { lastPublication } from '../ledger/read.ts'

/**
 * What was ever public is withdrawn, never deleted: years later somebody has to be able to see what a
 * person was told. Drafts that were never public can go.
 */
export const keepWhatWasPublic: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  if (await lastPublication({ collection: collection.slug, id: String(id), req })) throw stays()
}

/**
 * Whoever names a document to delete is told why it stays, or that there is none. Access rules come later
 * and would only say that they may not.
 */
export const answerNamedDeletion: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const { id } = args as { id?: unknown }
  if (operation !== 'delete' || id === undefined) return args
  const named = { collection: collection.slug, id: String(id), req }
  const stored = await storedStatus(named)
  if (!stored)
    throw new EditorialError({
      code: 'NOT_FOUND',
      message: 'There is no such document, perhaps because somebody has deleted it already.',
    })
  if (stored._status === 'published' || (await lastPublication(named))) throw stays()
  return args
}

async function storedStatus({
  collection,
  id,
  req,
}: {
  collection: CollectionSlug
  id: string
  req: PayloadRequest
}): Promise<{ _status?: string } | null> {
  return req.payload.db.findOne<{ id: string; _status?: string }>({
    collection,
    req,
    select: { _status: true },
    where: { id: { equals: id } },
  })
}

function stays(): EditorialError {
  return new EditorialError({
    code: 'USE_WORKFLOW',
    message:
      'This document was public, so it is never deleted. A publisher can withdraw it; readers are then told why and where to go instead.',
  })
}
