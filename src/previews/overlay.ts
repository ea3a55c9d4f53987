import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { isOpen, undone } from '../database/undone-work.ts'
import { EditorialError } from '../errors.ts'
import { sideOf, type StoredDocument } from '../workflow/situation.ts'
import type { PreviewRow } from './rows.ts'

/** The hash of each draft that was shown, in the order of the preview's documents; null for one that is gone. */
export type ShownHashes = (string | null)[]

/** Drafts that lie over what is live, for whoever reads in this transaction. */
export interface Overlay {
  transactionID: number | string
  hashes: ShownHashes
}

type OverlayRequest = Pick<PayloadRequest, 'payload' | 'transactionID'> & PayloadRequest

interface Newest {
  parent: string
  version: StoredDocument
}

/**
 * Lets work read the newest drafts of a preview as if they were live, over everything that really is: lists,
 * conditions and reverse relationships with them, because the database itself finds them.
 *
 * The drafts are written over the live rows in a transaction that is always undone. The work reads in it as
 * anybody without a role would; nobody else sees anything of it.
 */
export async function withDraftsOver<Result>(
  payload: Payload,
  documents: PreviewRow['documents'],
  work: (overlay: Overlay) => Promise<Result>,
): Promise<Result> {
  return undone(payload, async (transactionID) => {
    const req = { context: {}, payload, transactionID } as unknown as OverlayRequest
    const hashes = await layOver(documents, req)
    return work({ transactionID, hashes })
  })
}

async function layOver(
  documents: PreviewRow['documents'],
  req: OverlayRequest,
): Promise<ShownHashes> {
  const hashes = new Map<string, string>()
  const idsByType = new Map<CollectionSlug, string[]>()
  for (const { collection, id } of documents)
    idsByType.set(collection, [...(idsByType.get(collection) ?? []), id])
  // One after the other: a transaction on MongoDB takes one question at a time.
  for (const [collection, ids] of idsByType) {
    if (!req.payload.collections[collection]) continue
    const stored = await storedStatuses(collection, ids, req)
    for (const { parent, version } of await newestVersions(collection, ids, req)) {
      const id = String(parent)
      if (!stored.has(id)) continue
      const { config } = req.payload.collections[collection]
      hashes.set(`${collection}/${id}`, sideOf(config, version).contentHash)
      const isLiveAlready = version._status === 'published' && stored.get(id) === 'published'
      if (!isLiveAlready) await writeOver(collection, id, version, req)
    }
  }
  return documents.map(({ collection, id }) => hashes.get(`${collection}/${id}`) ?? null)
}

async function storedStatuses(
  collection: CollectionSlug,
  ids: string[],
  req: OverlayRequest,
): Promise<Map<string, string | undefined>> {
  const { docs } = await req.payload.db.find<StoredDocument>({
    collection,
    pagination: false,
    req,
    select: { _status: true },
    sort: 'id',
    where: { id: { in: ids } },
  })
  return new Map(docs.map(({ _status, id }) => [String(id), _status]))
}

async function newestVersions(
  collection: CollectionSlug,
  ids: string[],
  req: OverlayRequest,
): Promise<Newest[]> {
  const { docs } = await req.payload.db.findVersions<StoredDocument>({
    collection,
    pagination: false,
    req,
    sort: 'parent',
    where: { and: [{ parent: { in: ids } }, { latest: { equals: true } }] },
  })
  return docs as unknown as Newest[]
}

/** Only the main row is written, past every hook: no version, no entry, nothing that others are told. */
async function writeOver(
  collection: CollectionSlug,
  id: string,
  version: StoredDocument,
  req: OverlayRequest,
): Promise<void> {
  if (!isOpen(req))
    throw new EditorialError({
      code: 'UNAVAILABLE',
      message: 'The database ended the reading of this preview. Try again.',
      retryAfter: 1,
    })
  try {
    await req.payload.db.updateOne({
      collection,
      id,
      data: { ...version, id, _status: 'published' },
      req,
      returning: false,
    })
  } catch (error) {
    throw (error as { name?: string }).name === 'ValidationError' ? taken(collection, id) : error
  }
}

/** Addresses and codes belong to one document, drafts included, so this takes a draft older than that rule. */
function taken(collection: CollectionSlug, id: string): EditorialError {
  return new EditorialError({
    code: 'WRONG_STATE',
    message: `The draft of ${collection}/${id} has an address, code or number that is another live document's. Change one of the two, then look again.`,
  })
}
