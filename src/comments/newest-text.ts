import type { CollectionSlug, PayloadRequest } from 'payload'
import { newestVersion } from '../workflow/situation.ts'
import type { PinnedText } from './pin.ts'

/** The newest text of a document, with its hash. @throws EditorialError NOT_FOUND */
export async function newestText(
  { collection, id }: { collection: string; id: string },
  req: PayloadRequest,
): Promise<{ contentHash: string; text: PinnedText; versionId: string }> {
  const { contentHash, document, versionId } = await newestVersion({ collection, id, req })
  const { flattenedFields: fields } = req.payload.collections[collection as CollectionSlug].config
  return { contentHash, text: { fields, document }, versionId }
}
