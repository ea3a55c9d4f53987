import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Reference } from '../content/visible-content.ts'
import { titleOf } from './situation.ts'

/** What a reference leads to: whether that exists, and whether readers get it. */
export interface Referenced extends Reference {
  exists: boolean
  live: boolean
  /** Empty when it does not exist. */
  title: string
}

/** Looks up what references lead to, with one question for each content type. */
export async function lookUpReferences({
  references,
  req,
}: {
  references: readonly Reference[]
  req: PayloadRequest
}): Promise<Referenced[]> {
  const found = new Map<string, { live: boolean; title: string }>()
  for (const slug of new Set(references.map(({ collection }) => collection))) {
    const collection = req.payload.collections[slug as CollectionSlug]?.config
    if (!collection) continue
    const ids = [
      ...new Set(references.filter((one) => one.collection === slug).map(({ id }) => id)),
    ]
    const { docs } = await req.payload.db.find<{ id: string; _status?: string }>({
      collection: collection.slug,
      limit: 0,
      pagination: false,
      req,
      sort: 'id',
      select: { _status: true, [collection.admin.useAsTitle ?? 'id']: true },
      where: { id: { in: ids } },
    })
    for (const document of docs)
      found.set(`${slug}/${document.id}`, {
        live: document._status === 'published',
        title: titleOf(collection, document),
      })
  }
  return references.map((reference) => {
    const target = found.get(`${reference.collection}/${reference.id}`)
    return {
      ...reference,
      exists: target !== undefined,
      live: target?.live ?? false,
      title: target?.title ?? '',
    }
  })
}
