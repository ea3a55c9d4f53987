import type { CollectionSlug, PayloadRequest } from 'payload'

/**
 * Which of the named documents do not exist, whoever may read them. One query for each content type.
 *
 * @param existing documents known to be there, in the transaction of the request, as `collection/id`
 * @returns their ids
 */
export async function missingDocuments(
  named: readonly { collection: CollectionSlug; ids: readonly string[] }[],
  req: PayloadRequest,
  existing: ReadonlySet<string> = new Set(),
): Promise<Set<string>> {
  const idsByCollection = new Map<CollectionSlug, Set<string>>()
  for (const { collection, ids } of named) {
    const unknown = ids.filter((id) => !existing.has(`${collection}/${id}`))
    idsByCollection.set(
      collection,
      new Set([...(idsByCollection.get(collection) ?? []), ...unknown]),
    )
  }

  const missing = new Set<string>()
  for (const [collection, ids] of idsByCollection) {
    const found = await existingIds(collection, [...ids], req)
    for (const id of ids) if (!found.has(id)) missing.add(id)
  }
  return missing
}

async function existingIds(
  collection: CollectionSlug,
  ids: string[],
  req: PayloadRequest,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection,
    where: { id: { in: ids } },
    limit: ids.length,
    pagination: false,
    select: { updatedAt: true },
    sort: 'id',
    req,
  })
  return new Set(docs.map(({ id }) => id))
}
