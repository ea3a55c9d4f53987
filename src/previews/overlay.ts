import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { isOpen, undone } from '../database/undone-work.ts'
import { EditorialError } from '../errors.ts'
import { contributorsIn, type Contributor } from '../workflow/contributors.ts'
import { sideOf, type StoredDocument } from '../workflow/situation.ts'
import type { PreviewRow } from './rows.ts'

/** A document of a preview with the newest words that somebody saved of it. */
export interface ShownDocument {
  collection: CollectionSlug
  id: string
  contentHash: string
  /** Whether its newest words are not public. */
  isDraft: boolean
  /** Whether the public gets the document, be it in these words or in others. */
  isLive: boolean
  /** When its newest words were saved, as an ISO instant. */
  lastChangedAt: string
  /** Whose words they are; nobody's any more once they are public. */
  contributors: Contributor[]
}

/** What is shown, in the order of the preview's documents; null for one that is gone. */
export type ShownDocuments = (ShownDocument | null)[]

/** Drafts that lie over what is live, for whoever reads in this transaction. */
export interface Overlay {
  transactionID: number | string
  shown: ShownDocuments
}

/** A request that reads and writes in the transaction of an overlay. */
export type OverlayRequest = Pick<PayloadRequest, 'payload' | 'transactionID'> & PayloadRequest

interface Newest {
  parent: string
  version: StoredDocument
}

/** Lays drafts over what is live for as long as work goes on. */
export type LayOver = (work: (overlay: Overlay) => Promise<void>) => Promise<void>

/**
 * Lets work read the newest drafts of a preview as if they were live, over everything that really is: lists,
 * conditions and reverse relationships with them, because the database itself finds them.
 *
 * The drafts are written over the live rows in a transaction that is always undone. The work reads in it as
 * anybody without a role would; nobody else sees anything of it.
 */
export async function withDraftsOver<Result>(
  payload: Payload,
  documents: Pick<PreviewRow['documents'][number], 'collection' | 'id'>[],
  work: (overlay: Overlay) => Promise<Result>,
): Promise<Result> {
  return undone(payload, async (transactionID) => {
    const req = { context: {}, payload, transactionID } as unknown as OverlayRequest
    const shown = await layOver(documents, req)
    return work({ transactionID, shown })
  })
}

/** Writes the newest drafts over the live rows, in the transaction of the request. It must be one that is undone. */
export async function layOver(
  documents: Pick<PreviewRow['documents'][number], 'collection' | 'id'>[],
  req: OverlayRequest,
): Promise<ShownDocuments> {
  const shown = new Map<string, ShownDocument>()
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
      const isLive = stored.get(id) === 'published'
      const isDraft = !(isLive && version._status === 'published')
      shown.set(`${collection}/${id}`, {
        collection,
        id,
        contentHash: sideOf(config, version).contentHash,
        isDraft,
        isLive,
        lastChangedAt: new Date(version.updatedAt ?? 0).toISOString(),
        contributors: isDraft ? contributorsIn(version) : [],
      })
      if (isDraft) await writeOver(collection, id, version, req)
    }
  }
  return documents.map(({ collection, id }) => shown.get(`${collection}/${id}`) ?? null)
}

/** The statuses of the live rows of those documents that are there. */
export async function storedStatuses(
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

/** Makes a document one that the public does not get, in a transaction that is undone. */
export async function takeAway(
  collection: CollectionSlug,
  id: string,
  req: OverlayRequest,
): Promise<void> {
  refuseUnlessOpen(req)
  const { docs } = await req.payload.db.find<StoredDocument>({
    collection,
    limit: 1,
    pagination: false,
    req,
    sort: 'id',
    where: { id: { equals: id } },
  })
  // The whole row, as every other write has it: a database may take what is left out for empty.
  if (docs[0])
    await req.payload.db.updateOne({
      collection,
      id,
      data: { ...docs[0], _status: 'draft' },
      req,
      returning: false,
    })
}

/**
 * Writes a text over the live row of its document, in a transaction that is undone. Only the main row is written, past
 * every hook: no version, no entry, nothing that others are told.
 *
 * @throws EditorialError UNAVAILABLE when that transaction has ended, WRONG_STATE when another document has its name
 */
export async function writeOver(
  collection: CollectionSlug,
  id: string,
  version: StoredDocument,
  req: OverlayRequest,
): Promise<void> {
  refuseUnlessOpen(req)
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

function refuseUnlessOpen(req: OverlayRequest): void {
  if (!isOpen(req))
    throw new EditorialError({
      code: 'UNAVAILABLE',
      message: 'The database ended the reading of this preview. Try again.',
      retryAfter: 1,
    })
}

/** Addresses and codes belong to one document, drafts included, so this takes a draft older than that rule. */
function taken(collection: CollectionSlug, id: string): EditorialError {
  return new EditorialError({
    code: 'WRONG_STATE',
    message: `The draft of ${collection}/${id} has an address, code or number that is another live document's. Change one of the two, then look again.`,
  })
}
