import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { whatReadersMaySee } from '../../access/content.ts'
import type { Reference } from '../content/visible-content.ts'
import { titleOf } from './situation.ts'

/** What a reference leads to: whether that exists, and whether readers get it. */
export interface Referenced extends Reference {
  exists: boolean
  live: boolean
  /** Empty when it does not exist. */
  title: string
}

/** How many documents are asked for at a time: a set leads to hundreds. */
const atOnce = 50

/**
 * Looks up what references lead to, with one question for each content type.
 *
 * In a transaction the database is asked, so that what becomes public rests on what it holds. Outside of one, what is
 * live is known from memory where live documents are kept, as for readers.
 */
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
    const note = async (wanted: string[], rules: Where[]) => {
      if (wanted.length === 0) return
      const { docs } = await req.payload.db.find<{ id: string; _status?: string }>({
        collection: collection.slug,
        joins: false as never,
        limit: 0,
        pagination: false,
        req,
        sort: 'id',
        select: { _status: true, [collection.admin.useAsTitle ?? 'id']: true },
        where: { and: [{ id: { in: wanted } }, ...rules] },
      })
      for (const document of docs)
        found.set(`${slug}/${document.id}`, {
          live: document._status === 'published',
          title: titleOf(collection, document),
        })
    }
    const isAlone = !(await req.transactionID)
    for (let at = 0; at < ids.length; at += atOnce) {
      const some = ids.slice(at, at + atOnce)
      if (isAlone) await note(some, [whatReadersMaySee])
      await note(
        some.filter((id) => !found.has(`${slug}/${id}`)),
        [],
      )
    }
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
