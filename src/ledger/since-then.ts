import type { PayloadRequest, Where } from 'payload'
import type { EntryPlace } from './look-up.ts'
import { publicEntryTypes } from './public-entries.ts'
import type { EntryType } from './entry.ts'
import { toEntry, type EntryRow } from './rows.ts'

/** Entries that are walked to find what changed since: older ones are not looked for. */
const mostWalked = 5_000

/** How many entries are read at a time. */
const pageSize = 500

/** What the public had of a document as of an entry. */
export interface PublicThen extends EntryPlace {
  /** The version that was public, and its hash; null where the document was not public. */
  text: { versionId: string; contentHash: string } | null
}

/** What was different as of an entry from what is public now. */
export interface SinceThen {
  documents: PublicThen[]
  /** How many documents changed besides and are not among them. */
  others: number
}

interface PublicEntry extends EntryPlace {
  sequence: number
  type: EntryType
  versionId: string | null
  contentHash: string
}

/**
 * What the public had, as of an entry, of documents that became public anew or were withdrawn since. Everything else is
 * public today as it was then.
 *
 * @param first documents that are among them where they changed at all; the others are those that changed last
 * @param most documents
 */
export async function publicThen(
  { first, most, sequence }: { sequence: number; first: readonly EntryPlace[]; most: number },
  req: PayloadRequest,
): Promise<SinceThen> {
  const changed = await changedSince(sequence, req)
  const wanted = first.map(keyOf).filter((key) => changed.has(key))
  const keys = [...new Set([...wanted, ...changed.keys()])]
  const chosen = keys.slice(0, most).map((key) => changed.get(key)!)
  const then = new Map<string, PublicEntry>()
  if (chosen.length > 0) {
    const entries = await publicEntries(
      {
        and: [
          { documentId: { in: chosen.map(({ id }) => id) } },
          { sequence: { less_than_equal: sequence } },
        ],
      },
      0,
      req,
    )
    for (const entry of entries) if (!then.has(keyOf(entry))) then.set(keyOf(entry), entry)
  }
  return {
    documents: chosen.map((place) => ({ ...place, text: textIn(then.get(keyOf(place))) })),
    others: keys.length - chosen.length,
  }
}

function textIn(entry: PublicEntry | undefined): PublicThen['text'] {
  return entry?.type === 'published' && entry.versionId !== null
    ? { versionId: entry.versionId, contentHash: entry.contentHash }
    : null
}

/** Those that changed last come first. */
async function changedSince(
  sequence: number,
  req: PayloadRequest,
): Promise<Map<string, EntryPlace>> {
  const changed = new Map<string, EntryPlace>()
  let before: number | undefined
  for (let walked = 0; walked < mostWalked; walked += pageSize) {
    const entries = await publicEntries(
      {
        and: [
          { sequence: { greater_than: sequence } },
          ...(before === undefined ? [] : [{ sequence: { less_than: before } }]),
        ],
      },
      pageSize,
      req,
    )
    for (const { collection, id } of entries)
      changed.set(keyOf({ collection, id }), { collection, id })
    if (entries.length < pageSize) break
    before = entries.at(-1)!.sequence
  }
  return changed
}

/** Newest first. */
async function publicEntries(
  where: Where,
  limit: number,
  req: PayloadRequest,
): Promise<PublicEntry[]> {
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
      versionId: true,
    },
    sort: '-sequence',
    where: { and: [{ type: { in: [...publicEntryTypes] } }, where] },
  })
  return docs.map((row) => {
    const { contentHash, documentCollection, documentId, sequence, type, versionId } = toEntry(row)
    return {
      sequence,
      type,
      versionId,
      contentHash,
      collection: documentCollection,
      id: documentId,
    }
  })
}

function keyOf({ collection, id }: EntryPlace): string {
  return `${collection}/${id}`
}
