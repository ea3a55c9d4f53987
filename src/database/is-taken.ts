import type { CollectionSlug, PayloadRequest } from 'payload'

/**
 * Whether another document holds this value, in its live text or in its newest draft. Looks past the
 * asker's rights, because an address is taken whoever can see the document that has it.
 *
 * @param id the document that asks, which does not count; undefined for a new one
 */
export async function isTaken({
  collection,
  field,
  value,
  id,
  req,
}: {
  collection: string
  field: string
  value: string
  id: string | undefined
  req: PayloadRequest
}): Promise<boolean> {
  const where = { [field]: { equals: value } }
  const live = await req.payload.db.findOne<{ id: string }>({
    collection: collection as CollectionSlug,
    where: id === undefined ? where : { and: [where, { id: { not_equals: id } }] },
    req,
  })
  if (live) return true
  const { docs } = await req.payload.db.findVersions({
    collection: collection as CollectionSlug,
    where: {
      and: [
        { [`version.${field}`]: { equals: value } },
        { latest: { equals: true } },
        ...(id === undefined ? [] : [{ parent: { not_equals: id } }]),
      ],
    },
    limit: 1,
    pagination: false,
    sort: '-updatedAt',
    req,
  })
  return docs.length > 0
}
