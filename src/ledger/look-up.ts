import type { PayloadRequest, Where } from 'payload'
import type { LedgerEntry } from './entry.ts'
import { publicEntryTypes } from './public-entries.ts'
import { findEntries, type EntrySummary } from './read.ts'
import { toEntry, type EntryRow } from './rows.ts'

/** A document, as entries name it. */
export interface EntryPlace {
  collection: string
  id: string
}

/** The entry with a number, with its snapshot, or null where there is none. */
export async function entryNumbered(
  sequence: number,
  req: PayloadRequest,
): Promise<LedgerEntry | null> {
  const { docs } = await req.payload.db.find<EntryRow>({
    collection: 'ledger-entries',
    limit: 1,
    pagination: false,
    req,
    sort: 'sequence',
    where: { sequence: { equals: sequence } },
  })
  return docs[0] ? toEntry(docs[0]) : null
}

/** The same without its snapshot. */
export async function summaryNumbered(
  sequence: number,
  req: PayloadRequest,
): Promise<EntrySummary | null> {
  return first(await findEntries(req, { sequence: { equals: sequence } }, { limit: 1 }))
}

/** The newest entries of a document, newest first. */
export async function newestEntriesOf(
  place: EntryPlace,
  { limit, req }: { limit: number; req: PayloadRequest },
): Promise<EntrySummary[]> {
  return findEntries(req, ofDocument(place), { limit, sort: '-sequence' })
}

/** What stands around an entry: in the whole ledger, and among those of its document. */
export interface Neighbours {
  previous: EntrySummary | null
  next: EntrySummary | null
  previousOfDocument: EntrySummary | null
  nextOfDocument: EntrySummary | null
}

/** The entries before and after one. */
export async function neighboursOf(
  { documentCollection, documentId, sequence }: EntrySummary,
  req: PayloadRequest,
): Promise<Neighbours> {
  const own = ofDocument({ collection: documentCollection, id: documentId })
  const before: Where = { sequence: { less_than: sequence } }
  const after: Where = { sequence: { greater_than: sequence } }
  const last = async (where: Where) =>
    first(await findEntries(req, where, { limit: 1, sort: '-sequence' }))
  const next = async (where: Where) => first(await findEntries(req, where, { limit: 1 }))
  return {
    previous: await last(before),
    next: await next(after),
    previousOfDocument: await last({ and: [own, before] }),
    nextOfDocument: await next({ and: [own, after] }),
  }
}

/** Everything by which a document became public or was withdrawn, oldest first. */
export async function publicEntriesOf(
  place: EntryPlace,
  req: PayloadRequest,
): Promise<EntrySummary[]> {
  return findEntries(req, { and: [ofDocument(place), { type: { in: [...publicEntryTypes] } }] })
}

/** Number of the newest entry at or before a moment; 0 before the first one. */
export async function sequenceAt(moment: Date, req: PayloadRequest): Promise<number> {
  const found = await findEntries(
    req,
    { at: { less_than_equal: moment.toISOString() } },
    { limit: 1, sort: '-sequence' },
  )
  return found[0]?.sequence ?? 0
}

/** Most documents that take a step together, and so most entries of one set. */
const mostInSet = 1_000

/**
 * Number of the last entry of those that were written together with one. Documents that became public together did so
 * at one moment, though each has an entry of its own.
 */
export async function endOfSet(
  { details: { setId }, sequence }: EntrySummary,
  req: PayloadRequest,
): Promise<number> {
  if (setId === undefined) return sequence
  const after = await findEntries(
    req,
    { sequence: { greater_than: sequence } },
    { limit: mostInSet },
  )
  const others = after.findIndex(({ details }) => details.setId !== setId)
  return sequence + (others === -1 ? after.length : others)
}

/** The same for the entry with a number, where there is one. */
export async function endOfSetAt(sequence: number, req: PayloadRequest): Promise<number> {
  const entry = await summaryNumbered(sequence, req)
  return entry ? endOfSet(entry, req) : sequence
}

function ofDocument({ collection, id }: EntryPlace): Where {
  return { and: [{ documentCollection: { equals: collection } }, { documentId: { equals: id } }] }
}

function first<One>(found: readonly One[]): One | null {
  return found[0] ?? null
}
