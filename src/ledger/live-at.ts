import type { PayloadRequest, Where } from 'payload'
import { publicEntryTypes } from './public-entries.ts'
import { toEntry, type EntryRow } from './rows.ts'

/** How many entries are read at a time. */
const pageSize = 200

/** The publication by which a document is live. */
export interface LivePublication {
  /** Number of its entry. */
  sequence: number
  collection: string
  id: string
  contentHash: string
}

/**
 * What was live as of an entry of the ledger, the newest publication first, in pages. The ledger only grows,
 * so the answer is the same however long reading it takes and whatever is published meanwhile.
 *
 * Keeps the name of every document it came across, and nothing else, until it is done.
 *
 * @param sequence number of an entry; 0 is the time before the first one
 */
export async function* liveAt(
  sequence: number,
  req: PayloadRequest,
): AsyncGenerator<LivePublication[]> {
  const seen = new Set<string>()
  for (let before = sequence + 1; before > 1;) {
    const entries = await publicEntries(req, { sequence: { less_than: before } }, pageSize)
    if (entries.length === 0) return
    before = entries.at(-1)!.sequence
    const newest = entries.filter(({ collection, id }) => {
      const name = `${collection}/${id}`
      return !seen.has(name) && seen.add(name)
    })
    yield newest
      .filter(({ type }) => type === 'published')
      .map(({ collection, contentHash, id, sequence: number }) => ({
        sequence: number,
        collection,
        id,
        contentHash,
      }))
  }
}

/** Which of some documents became public anew or were withdrawn after an entry, as `stations/ID`. */
export async function changedAfter(
  sequence: number,
  documents: readonly { id: string }[],
  req: PayloadRequest,
): Promise<Set<string>> {
  const entries = await publicEntries(req, {
    and: [
      { sequence: { greater_than: sequence } },
      { documentId: { in: documents.map(({ id }) => id) } },
    ],
  })
  return new Set(entries.map(({ collection, id }) => `${collection}/${id}`))
}

/** How often a document had become public, up to and including an entry. */
export async function publicationsUntil(
  { collection, id, sequence }: { collection: string; id: string; sequence: number },
  req: PayloadRequest,
): Promise<number> {
  const { totalDocs } = await req.payload.db.count({
    collection: 'ledger-entries',
    req,
    where: {
      and: [
        { documentCollection: { equals: collection } },
        { documentId: { equals: id } },
        { type: { equals: 'published' } },
        { sequence: { less_than_equal: sequence } },
      ],
    },
  })
  return totalDocs
}

/** Entries that changed what the public gets and meet a condition, without their snapshots, newest first. */
async function publicEntries(
  req: PayloadRequest,
  where: Where,
  limit = 0,
): Promise<(LivePublication & { type: string })[]> {
  const { docs } = await req.payload.db.find<EntryRow>({
    collection: 'ledger-entries',
    limit,
    pagination: false,
    req,
    select: {
      contentHash: true,
      documentCollection: true,
      documentId: true,
      sequence: true,
      type: true,
    },
    sort: '-sequence',
    where: { and: [{ type: { in: [...publicEntryTypes] } }, where] },
  })
  return docs.map((row) => {
    const { contentHash, documentCollection, documentId, sequence, type } = toEntry(row)
    return { type, sequence, collection: documentCollection, id: documentId, contentHash }
  })
}
