import type { PayloadRequest } from 'payload'
import { afterCommit } from '../database/after-commit.ts'
import { unstorable } from '../content/storable-text.ts'
import { EditorialError } from '../errors.ts'
import { countAppended } from './appended.ts'
import { sealEntry } from './chain.ts'
import { rememberKeys } from './changed-keys.ts'
import type { EntryDetails, LedgerEntry } from './entry.ts'
import { entryCommitted } from './public-head.ts'
import { toEntry, toRow, type EntryRow } from './rows.ts'

/** What the one who records says; the ledger adds number, time and hashes. */
export interface NewEntry extends Pick<
  LedgerEntry,
  | 'type'
  | 'actorId'
  | 'actorName'
  | 'actorRoles'
  | 'documentCollection'
  | 'documentId'
  | 'versionId'
  | 'contentHash'
> {
  comment?: string | null
  details?: EntryDetails
  snapshot?: LedgerEntry['snapshot']
}

/**
 * Adds an entry at the end of the ledger, inside the transaction of the change it records. Two that append
 * at once get consecutive numbers: on SQLite the second waits, on MongoDB it meets the unique number and
 * its transaction is tried again.
 *
 * The time of an entry is never before that of the entry before it, also when the clock goes back.
 *
 * @param changedKeys what a publication or withdrawal changes of what the public gets, where that is known already
 * @throws EditorialError INTERNAL outside a transaction
 */
export async function appendEntry(
  req: PayloadRequest,
  entry: NewEntry,
  { changedKeys }: { changedKeys?: readonly string[] } = {},
): Promise<LedgerEntry> {
  if (!(await req.transactionID))
    throw new EditorialError({
      code: 'INTERNAL',
      message: 'The ledger is written in the transaction of the change it records, or not at all.',
    })
  refuseUnstorable(entry)
  const { db } = req.payload
  const transactionID = await req.transactionID
  const end = ends.get(db)
  const head = end?.transactionID === transactionID ? end!.head : await ledgerHead(req)
  const now = new Date().toISOString()
  const sealed = sealEntry({
    format: 1,
    sequence: (head?.sequence ?? 0) + 1,
    at: head && head.at > now ? head.at : now,
    comment: null,
    details: {},
    snapshot: null,
    ...entry,
    previousHash: head?.hash ?? null,
  })
  countAppended()
  await db.create({
    collection: 'ledger-entries',
    data: toRow(sealed),
    req,
    returning: false,
  })
  const { at, hash, sequence } = sealed
  ends.set(db, { transactionID, head: { at, hash, sequence } })
  await afterCommit(req, () => {
    if (changedKeys) rememberKeys(req.payload, sealed.sequence, changedKeys)
    return entryCommitted(req.payload, sealed, changedKeys ?? null)
  })
  return sealed
}

/** The entry that a database's last appending transaction appended last: nobody else appends between its own. */
const ends = new WeakMap<object, { transactionID: unknown; head: Head }>()

/** An entry that is not read as it was hashed would break the chain for good. */
function refuseUnstorable(entry: NewEntry): void {
  for (const [name, value] of Object.entries(entry))
    if (typeof value === 'string' && unstorable(value))
      throw new EditorialError({
        code: 'INTERNAL',
        message: `The ledger cannot keep the ${name} of this entry as it is, so nothing was done.`,
      })
}

type Head = Pick<LedgerEntry, 'sequence' | 'at' | 'hash'>

/** The newest entry's number, time and hash, or null in an empty ledger. */
export async function ledgerHead(req: PayloadRequest): Promise<Head | null> {
  const { docs } = await req.payload.db.find<EntryRow>({
    collection: 'ledger-entries',
    limit: 1,
    pagination: false,
    req,
    select: { sequence: true, at: true, hash: true },
    sort: '-sequence',
  })
  return docs[0] ? toEntry(docs[0]) : null
}
