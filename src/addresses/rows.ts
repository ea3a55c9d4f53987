import type { PayloadRequest } from 'payload'
import type { LedgerEntry } from '../ledger/entry.ts'
import { namesIn, type NamedCollection } from './names.ts'

/** Which document bore a name last, as the database keeps it: one row for every name that ever was public. */
export interface AddressRow {
  id: string
  /** The content type and the name as it is compared, such as `notices/cp14`. */
  key: string
  documentCollection: NamedCollection
  documentId: string
  /** The name as it was written. */
  name: string
  /** Whether it was one of the document's other names. */
  isAlias: boolean
  /** The publication by which the document bore it last: its number in the ledger, time and content hash. */
  sequence: number
  at: string
  contentHash: string
}

/** A row before it is stored. */
export type Address = Omit<AddressRow, 'id'>

/** The addresses that a publication gives to its document; none for any other entry. */
export function addressesOf({
  at,
  contentHash,
  documentCollection,
  documentId,
  sequence,
  snapshot,
  type,
}: LedgerEntry): Address[] {
  if (type !== 'published' || !snapshot) return []
  return namesIn(snapshot).map(({ isAlias, key, name }) => ({
    key: rowKey(documentCollection, key),
    documentCollection: documentCollection as NamedCollection,
    documentId,
    name,
    isAlias,
    sequence,
    at,
    contentHash,
  }))
}

/** The key of the row of a name. */
export function rowKey(collection: string, nameKey: string): string {
  return `${collection}/${nameKey}`
}

/**
 * Whether an address goes before another of the same name: an own name before an alias, and then the later
 * publication. So it does not matter in which order they are recorded.
 */
export function goesBefore(
  one: Pick<Address, 'isAlias' | 'sequence'>,
  other: Pick<Address, 'isAlias' | 'sequence'>,
): boolean {
  return one.isAlias === other.isAlias ? one.sequence > other.sequence : !one.isAlias
}

/** Rows by key as they were just read in this transaction; null for a name that has none yet. */
export type KnownAddresses = Map<string, AddressRow | null>

/** Reads the rows of all names that documents have, before their publications are recorded. */
export async function knownAddresses(
  contents: readonly LedgerEntry['snapshot'][],
  req: PayloadRequest,
): Promise<KnownAddresses> {
  const keys = contents.flatMap((content) =>
    content ? namesIn(content).map(({ key }) => rowKey(content.collection, key)) : [],
  )
  const rows = await findAddresses({ keys: [...new Set(keys)], req })
  return new Map(keys.map((key) => [key, rows.get(key) ?? null]))
}

/**
 * Notes under which names a publication makes its document known. Call it in the transaction of the
 * publication. Costs the same however often the document had other names before.
 *
 * @param known rows that need not be read; those that are written are taken out
 */
export async function recordAddresses(
  entry: LedgerEntry,
  req: PayloadRequest,
  known: KnownAddresses = new Map(),
): Promise<void> {
  const addresses = addressesOf(entry)
  if (addresses.length === 0) return
  const { db } = req.payload
  const unknown = addresses.map(({ key }) => key).filter((key) => !known.has(key))
  const stored =
    unknown.length > 0 ? await findAddresses({ keys: unknown, req }) : new Map<string, AddressRow>()
  for (const address of addresses) {
    const row = known.get(address.key) ?? stored.get(address.key)
    known.delete(address.key)
    if (!row)
      await db.create({
        collection: 'addresses',
        data: { ...address },
        req,
        returning: false,
      })
    else if (goesBefore(address, row))
      await db.updateOne({
        collection: 'addresses',
        id: row.id,
        data: { ...address },
        req,
        returning: false,
      })
  }
}

/** Most keys in one question to the database. */
const mostKeys = 400

/** The rows with these keys, by key. */
export async function findAddresses({
  keys,
  req,
}: {
  keys: readonly string[]
  req: PayloadRequest
}): Promise<Map<string, AddressRow>> {
  const found = new Map<string, AddressRow>()
  for (let at = 0; at < keys.length; at += mostKeys) {
    const { docs } = await req.payload.db.find<AddressRow>({
      collection: 'addresses',
      limit: 0,
      pagination: false,
      req,
      sort: 'key',
      where: { key: { in: keys.slice(at, at + mostKeys) } },
    })
    for (const row of docs) found.set(row.key, plainRow(row))
  }
  return found
}

/** The row under which a document last became public by a name of its own, or null. */
export async function lastOwnAddress({
  id,
  req,
}: {
  id: string
  req: PayloadRequest
}): Promise<AddressRow | null> {
  const { docs } = await req.payload.db.find<AddressRow>({
    collection: 'addresses',
    limit: 1,
    pagination: false,
    req,
    sort: '-sequence',
    where: { and: [{ documentId: { equals: id } }, { isAlias: { equals: false } }] },
  })
  return docs[0] ? plainRow(docs[0]) : null
}

/** The row under which each of these documents last became public by a name of its own, by id. */
export async function ownAddresses({
  ids,
  req,
}: {
  ids: readonly string[]
  req: PayloadRequest
}): Promise<Map<string, AddressRow>> {
  const found = new Map<string, AddressRow>()
  for (let at = 0; at < ids.length; at += mostKeys) {
    const { docs } = await req.payload.db.find<AddressRow>({
      collection: 'addresses',
      limit: 0,
      pagination: false,
      req,
      sort: 'sequence',
      where: {
        and: [{ documentId: { in: ids.slice(at, at + mostKeys) } }, { isAlias: { equals: false } }],
      },
    })
    for (const row of docs) found.set(row.documentId, plainRow(row))
  }
  return found
}

/** Every row, a page at a time, in the order of their keys. */
export async function* allAddresses(
  req: PayloadRequest,
  { collections }: { collections?: readonly NamedCollection[] } = {},
): AsyncGenerator<AddressRow> {
  let after = ''
  for (;;) {
    const { docs } = await req.payload.db.find<AddressRow>({
      collection: 'addresses',
      limit: mostKeys,
      pagination: false,
      req,
      sort: 'key',
      where: {
        and: [
          { key: { greater_than: after } },
          ...(collections ? [{ documentCollection: { in: [...collections] } }] : []),
        ],
      },
    })
    for (const row of docs) yield plainRow(row)
    if (docs.length < mostKeys) return
    after = docs.at(-1)!.key
  }
}

/** Databases give times as text or as dates. */
function plainRow(row: AddressRow): AddressRow {
  return { ...row, id: String(row.id), at: new Date(row.at).toISOString() }
}
