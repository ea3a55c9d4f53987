import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { inTransaction } from '../database/in-transaction.ts'
import { toEntry, type EntryRow } from '../ledger/rows.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import { namedCollections } from './names.ts'
import { recordAddresses, type AddressRow } from './rows.ts'

/** How many publications are taken up in one transaction. */
const batch = 50

/**
 * Adds the addresses of publications that are in the ledger and have none yet: all of them in a database of
 * an earlier version, none in any other. What is interrupted goes on where it was at the next start.
 *
 * @returns how many publications were taken up
 */
export async function bringAddressesUpToDate(payload: Payload): Promise<number> {
  const req = await createLocalReq({}, payload)
  let known = await newestAddress(req)
  let taken = 0
  for (;;) {
    const publications = await publicationsAfter(known, req)
    if (publications.length === 0) return taken
    await inTransaction(req, async (transactionReq) => {
      for (const publication of publications) await recordAddresses(publication, transactionReq)
    })
    taken += publications.length
    known = publications.at(-1)!.sequence
  }
}

/** The ledger's number of the newest publication that has its addresses, or 0. */
async function newestAddress(req: PayloadRequest): Promise<number> {
  const { docs } = await req.payload.db.find<AddressRow>({
    collection: 'addresses',
    limit: 1,
    pagination: false,
    req,
    sort: '-sequence',
  })
  return docs[0]?.sequence ?? 0
}

async function publicationsAfter(sequence: number, req: PayloadRequest): Promise<LedgerEntry[]> {
  const { docs } = await req.payload.db.find<EntryRow>({
    collection: 'ledger-entries',
    limit: batch,
    pagination: false,
    req,
    sort: 'sequence',
    where: {
      and: [
        { type: { equals: 'published' } },
        { documentCollection: { in: [...namedCollections] } },
        { sequence: { greater_than: sequence } },
      ],
    },
  })
  return docs.map(toEntry)
}
