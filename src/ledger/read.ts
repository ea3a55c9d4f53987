import type { PayloadRequest, Where } from 'payload'
import type { EntryType, LedgerEntry } from './entry.ts'
import { changesWhatIsPublic, publicEntryTypes } from './public-entries.ts'
import { toEntry, type EntryRow } from './rows.ts'

/** An entry without its snapshot, which is as large as the document itself. */
export type EntrySummary = Omit<LedgerEntry, 'snapshot'>

/** All that happened to a document, oldest first. */
export async function entriesOf({
  collection,
  id,
  req,
}: {
  collection: string
  id: string
  req: PayloadRequest
}): Promise<EntrySummary[]> {
  return findEntries(req, {
    and: [{ documentCollection: { equals: collection } }, { documentId: { equals: id } }],
  })
}

/** All that happened to each of some documents of a type, oldest first, by id. */
export async function entriesOfAll({
  collection,
  ids,
  req,
}: {
  collection: string
  ids: readonly string[]
  req: PayloadRequest
}): Promise<Map<string, EntrySummary[]>> {
  const found = new Map<string, EntrySummary[]>(ids.map((id) => [id, []]))
  if (ids.length === 0) return found
  const entries = await findEntries(req, {
    and: [{ documentCollection: { equals: collection } }, { documentId: { in: [...ids] } }],
  })
  for (const entry of entries) found.get(entry.documentId)?.push(entry)
  return found
}

/** The newest publication of a document with its snapshot, or null when it never was public. */
export async function lastPublication(place: PublishedPlace): Promise<LedgerEntry | null> {
  return newestPublication(place, {})
}

/** One publication of a document with its snapshot, by its number; null when that number is none of it. */
export async function publicationOf({
  sequence,
  ...place
}: PublishedPlace & { sequence: number }): Promise<LedgerEntry | null> {
  return newestPublication(place, { sequence: { equals: sequence } })
}

interface PublishedPlace {
  collection: string
  id: string
  req: PayloadRequest
}

function newestPublication(place: PublishedPlace, which: Where): Promise<LedgerEntry | null> {
  return newestEntry(place, [{ type: { equals: 'published' } }, which])
}

async function newestEntry(
  { collection, id, req }: PublishedPlace,
  which: Where[],
): Promise<LedgerEntry | null> {
  const { docs } = await req.payload.db.find<EntryRow>({
    collection: 'ledger-entries',
    limit: 1,
    pagination: false,
    req,
    sort: '-sequence',
    where: {
      and: [
        { documentCollection: { equals: collection } },
        { documentId: { equals: id } },
        ...which,
      ],
    },
  })
  return docs[0] ? toEntry(docs[0]) : null
}

/** Entries after a number that changed what the public gets, with their snapshots, oldest first. */
export async function publicEntriesAfter({
  sequence,
  limit,
  req,
}: {
  sequence: number
  limit: number
  req: PayloadRequest
}): Promise<LedgerEntry[]> {
  const { docs } = await req.payload.db.find<EntryRow>({
    collection: 'ledger-entries',
    limit,
    pagination: false,
    req,
    sort: 'sequence',
    where: {
      and: [{ sequence: { greater_than: sequence } }, { type: { in: [...publicEntryTypes] } }],
    },
  })
  return docs.map(toEntry)
}

/** Numbers of the entries after one that changed what the public gets, in order. */
export async function publicSequencesAfter({
  sequence,
  req,
}: {
  sequence: number
  req: PayloadRequest
}): Promise<number[]> {
  // Not asked for by type, too: SQLite would go through every entry of these types, from the first on.
  const { docs } = await req.payload.db.find<{ sequence: number; type: EntryType }>({
    collection: 'ledger-entries',
    limit: 0,
    pagination: false,
    req,
    select: { sequence: true, type: true },
    sort: 'sequence',
    where: { sequence: { greater_than: sequence } },
  })
  return docs.filter(({ type }) => changesWhatIsPublic(type)).map((row) => row.sequence)
}

/** The entries with these numbers, with their snapshots, oldest first. */
export async function entriesNumbered({
  sequences,
  req,
}: {
  sequences: readonly number[]
  req: PayloadRequest
}): Promise<LedgerEntry[]> {
  if (sequences.length === 0) return []
  const { docs } = await req.payload.db.find<EntryRow>({
    collection: 'ledger-entries',
    limit: sequences.length,
    pagination: false,
    req,
    sort: 'sequence',
    where: { sequence: { in: [...sequences] } },
  })
  return docs.map(toEntry)
}

/** What last made a document public or withdrew it before an entry with its number; null when nothing did. */
export function publicEntryBefore({
  sequence,
  ...place
}: PublishedPlace & { sequence: number }): Promise<LedgerEntry | null> {
  return newestEntry(place, [
    { type: { in: [...publicEntryTypes] } },
    { sequence: { less_than: sequence } },
  ])
}

/**
 * Entries that meet a condition, without their snapshots.
 *
 * @param limit the most; 0 for all of them
 * @param sort oldest first, or newest first
 */
export async function findEntries(
  req: PayloadRequest,
  where: Where,
  { limit = 0, sort = 'sequence' }: { limit?: number; sort?: 'sequence' | '-sequence' } = {},
): Promise<EntrySummary[]> {
  const { docs } = await req.payload.db.find<EntryRow>({
    collection: 'ledger-entries',
    limit,
    pagination: false,
    req,
    select: summaryFields,
    sort,
    where,
  })
  return docs.map((row) => withoutSnapshot(toEntry(row)))
}

/** An entry as lists of entries have it. */
export function withoutSnapshot(entry: LedgerEntry): EntrySummary {
  const summary: Partial<LedgerEntry> = { ...entry }
  delete summary.snapshot
  return summary as EntrySummary
}

const summaryFields = {
  format: true,
  sequence: true,
  at: true,
  type: true,
  actorId: true,
  actorName: true,
  actorRoles: true,
  documentCollection: true,
  documentId: true,
  versionId: true,
  contentHash: true,
  comment: true,
  details: true,
  previousHash: true,
  hash: true,
} as const
