import type { CollectionSlug, FlattenedField, PayloadRequest, Where } from 'payload'

/** A document that refers to another. */
export interface Citation {
  collection: CollectionSlug
  id: string
}

/**
 * Documents that refer to a document through a relationship, in their live text or in their newest
 * version. Links in rich text do not count: without their document they are plain words.
 *
 * @param limit how many to find at most, for each content type
 */
export async function findCitations({
  collection,
  id,
  limit = 5,
  req,
}: {
  collection: CollectionSlug
  id: string
  limit?: number
  req: PayloadRequest
}): Promise<Citation[]> {
  const found: Citation[] = []
  for (const { slug, flattenedFields, versions } of req.payload.config.collections) {
    const paths = referencePaths(flattenedFields, collection)
    if (paths.length === 0 || !versions?.drafts) continue
    const citing = (prefix: string): Where => ({
      or: paths.map((path) => ({ [`${prefix}${path}`]: { equals: id } })),
    })
    const common = { collection: slug, limit, pagination: false, req, sort: 'id' } as const
    const live = await req.payload.db.find<{ id: string }>({ ...common, where: citing('') })
    const newest = await req.payload.db.findVersions({
      ...common,
      where: { and: [{ latest: { equals: true } }, citing('version.')] },
    })
    const ids = new Set([
      ...live.docs.map((doc) => doc.id),
      ...newest.docs.map(({ parent }) => String(parent)),
    ])
    // A document that refers to itself does not keep itself alive.
    if (slug === collection) ids.delete(id)
    for (const citingId of ids) found.push({ collection: slug, id: citingId })
  }
  return found
}

/** Paths of the fields that can point at a content type, such as `connections.to`. */
function referencePaths(
  fields: readonly FlattenedField[],
  target: CollectionSlug,
  prefix = '',
): string[] {
  return fields.flatMap((field): string[] => {
    if (field.type === 'relationship' || field.type === 'upload')
      return field.relationTo === target ? [`${prefix}${field.name}`] : []
    return field.type === 'array' || field.type === 'group' || field.type === 'tab'
      ? referencePaths(field.flattenedFields, target, `${prefix}${field.name}.`)
      : []
  })
}
