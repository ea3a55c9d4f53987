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

/** How many rows are gone through at a time. */
const atOnce = 200

/**
 * Live documents that point at each of several documents, in their order. Goes once through all that are live, in place
 * of once for each.
 */
export async function liveCitationsOfAll(
  cited: readonly Omit<Cited, 'req'>[],
  req: PayloadRequest,
): Promise<Citation[][]> {
  const found = new Map<string, Citation[]>(
    cited.map(({ collection, id }) => [`${collection}/${id}`, []]),
  )
  for (let after = ''; ;) {
    const { docs } = await req.payload.db.find<StateRow & { key: string }>({
      collection: 'workflow-states',
      limit: atOnce,
      pagination: false,
      req,
      select: {
        key: true,
        documentCollection: true,
        documentId: true,
        title: true,
        liveReferences: true,
      },
      sort: 'key',
      where: { key: { greater_than: after } },
    })
    for (const row of docs)
      for (const key of new Set(row.liveReferences?.split(' ')))
        // A document that points at itself does not keep itself.
        if (key !== row.key) found.get(key)?.push(citationFrom(row))
    if (docs.length < atOnce) return [...found.values()]
    after = docs.at(-1)!.key
  }
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
      .map(citationFrom)
      // A document that points at itself does not keep itself.
      .filter((citation) => `${citation.collection}/${citation.id}` !== key)
  )
}

function citationFrom(row: StateRow): Citation {
  return {
    collection: row.documentCollection as CollectionSlug,
    id: row.documentId,
    title: row.title ?? '',
  }
}
