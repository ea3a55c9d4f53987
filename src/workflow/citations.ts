import type { CollectionSlug, PayloadRequest } from 'payload'
import { hasWord, mayHaveWord } from '../database/one-line.ts'

/** A document that points at another. */
export interface Citation {
  collection: CollectionSlug
  id: string
  title: string
}

interface StateRow {
  id: string
  documentCollection: string
  documentId: string
  title?: string
  liveReferences?: string
  workingReferences?: string
}

/** Live documents that point at a document, in a relationship or a link. */
export function liveCitations(cited: Cited): Promise<Citation[]> {
  return citationsIn(['liveReferences'], cited)
}

/** Documents that point at a document, in their live text or in their newest version. */
export function citations(cited: Cited): Promise<Citation[]> {
  return citationsIn(['liveReferences', 'workingReferences'], cited)
}

interface Cited {
  collection: string
  id: string
  req: PayloadRequest
}

async function citationsIn(
  sides: ('liveReferences' | 'workingReferences')[],
  { collection, id, req }: Cited,
): Promise<Citation[]> {
  const key = `${collection}/${id}`
  const { docs } = await req.payload.db.find<StateRow>({
    collection: 'workflow-states',
    limit: 0,
    pagination: false,
    req,
    // A row has all words of its document, too.
    select: {
      documentCollection: true,
      documentId: true,
      title: true,
      ...Object.fromEntries(sides.map((side) => [side, true])),
    },
    sort: 'key',
    where: { or: sides.map((side) => mayHaveWord(side, key)) },
  })
  return (
    docs
      .filter((row) => sides.some((side) => hasWord(row[side], key)))
      .map((row) => ({
        collection: row.documentCollection as CollectionSlug,
        id: row.documentId,
        title: row.title ?? '',
      }))
      // A document that points at itself does not keep itself.
      .filter((citation) => `${citation.collection}/${citation.id}` !== key)
  )
}
