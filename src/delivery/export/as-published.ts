import type { CollectionSlug, PayloadRequest } from 'payload'
import { contentHash } from '../../content/content-hash.ts'
import { visibleContent } from '../../content/visible-content.ts'
import { EditorialError } from '../../errors.ts'
import { publicationsUntil, type LivePublication } from '../../ledger/live-at.ts'

const published = new WeakSet<object>()

/** Whether these are the words of a publication, as this module took them from the database. */
export function isAsPublished(words: unknown): boolean {
  return typeof words === 'object' && words !== null && published.has(words)
}

/**
 * A document as it became public with an entry of the ledger, also when something else is live by now: the
 * version that was made live then, in all languages. No version is ever removed.
 *
 * @throws EditorialError INTERNAL when that version is not what the ledger says
 */
export async function asPublished(
  { collection, contentHash: expected, id, sequence }: LivePublication,
  req: PayloadRequest,
): Promise<Record<string, unknown>> {
  const config = req.payload.collections[collection as CollectionSlug].config
  const nth = await publicationsUntil({ collection, id, sequence }, req)
  const { docs } = await req.payload.db.findVersions<Record<string, unknown>>({
    collection: collection as CollectionSlug,
    limit: 1,
    page: nth,
    pagination: true,
    req,
    // Versions are in this order, whatever the clock did: see `keepVersionsInOrder`.
    sort: 'updatedAt',
    where: {
      and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }],
    },
  })
  const document = docs[0] && { ...docs[0].version, id }
  const found =
    document &&
    contentHash(
      visibleContent({
        collection,
        fields: config.flattenedFields,
        upload: Boolean(config.upload),
        document,
      }),
    )
  if (!document || found !== expected)
    throw new EditorialError({
      code: 'INTERNAL',
      message: `No version of ${collection}/${id} is what entry ${sequence} published: expected ${expected}, found ${found}.`,
    })
  published.add(document)
  return document
}
