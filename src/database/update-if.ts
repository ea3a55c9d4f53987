import type { CollectionSlug, Payload, Where } from 'payload'

/**
 * Changes a row in one step if it still is as it was, and says whether it did: of several processes that want
 * the same row, one gets it.
 */
export async function updateIf(
  payload: Payload,
  {
    collection,
    data,
    where,
  }: { collection: CollectionSlug; data: Record<string, unknown>; where: Where },
): Promise<boolean> {
  const updated: unknown = await payload.db.updateOne({
    collection,
    data,
    options: { atomic: true },
    where,
  })
  return updated !== null && updated !== undefined
}
