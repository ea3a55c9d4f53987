import type { CollectionSlug, Payload } from 'payload'
import { undone } from '../database/undone-work.ts'
import { EditorialError } from '../errors.ts'
import { endOfSetAt } from '../ledger/look-up.ts'
import { publicThen } from '../ledger/since-then.ts'
import { contributorsIn } from '../workflow/contributors.ts'
import { sideOf, type StoredDocument } from '../workflow/situation.ts'
import { mostPreviewed } from './limits.ts'
import {
  layOver,
  storedStatuses,
  takeAway,
  writeOver,
  type Overlay,
  type OverlayRequest,
  type ShownDocument,
} from './overlay.ts'
import type { ShownTexts } from './team-drafts.ts'

/**
 * Lets work read texts of documents as if they were public: the newest of each, or one of its versions, and around
 * them what is public now or was as of an entry of the ledger. Like `withDraftsOver`, it leaves nothing behind.
 *
 * @throws EditorialError NOT_FOUND when a version that is asked for is none of its document, or was changed since
 */
export async function withTextsOver<Result>(
  payload: Payload,
  { asOf, documents }: ShownTexts,
  work: (overlay: Overlay) => Promise<Result>,
): Promise<Result> {
  return undone(payload, async (transactionID) => {
    const req = { context: {}, payload, transactionID } as unknown as OverlayRequest
    if (asOf !== undefined) await layThen(asOf, documents, req)
    const newest = await layOver(
      documents.filter(({ versionId }) => versionId === undefined && asOf === undefined),
      req,
    )
    const versions: ShownDocument[] = []
    for (const { collection, id, versionId } of documents)
      if (versionId !== undefined)
        versions.push(await layVersion({ collection, id, versionId }, req))
    return work({ transactionID, shown: [...newest, ...versions] })
  })
}

/** Brings back what was public as of an entry, of everything that changed since as far as there is room. */
async function layThen(
  asOf: number,
  first: ShownTexts['documents'],
  req: OverlayRequest,
): Promise<void> {
  // Nobody ever saw half of what was published together.
  const sequence = await endOfSetAt(asOf, req)
  const { documents } = await publicThen({ sequence, first, most: mostPreviewed }, req)
  // What was not public goes first: what is brought back may have a name that it has taken since.
  for (const { collection, id, text } of documents)
    if (text === null) await takeAway(collection as CollectionSlug, id, req)
  for (const { collection, id, text } of documents)
    if (text !== null)
      await layVersion({ collection: collection as CollectionSlug, id, ...text }, req)
}

interface VersionOver {
  collection: CollectionSlug
  id: string
  versionId: string
  /** What the version has to be to be shown. */
  contentHash?: string
}

async function layVersion(
  { collection, contentHash: expected, id, versionId }: VersionOver,
  req: OverlayRequest,
): Promise<ShownDocument> {
  const config = req.payload.collections[collection]?.config
  const { docs } = config?.versions
    ? await req.payload.db.findVersions<StoredDocument>({
        collection,
        limit: 1,
        pagination: false,
        req,
        sort: '-updatedAt',
        where: { and: [{ parent: { equals: id } }, { id: { equals: versionId } }] },
      })
    : { docs: [] }
  const version = docs[0]?.version
  if (!config || !version)
    throw noSuchText(
      `${collection}/${id} has no version ${versionId}. So its page cannot be shown as it was.`,
    )
  const { contentHash } = sideOf(config, version)
  if (expected !== undefined && contentHash !== expected)
    throw noSuchText(
      `The version ${versionId} of ${collection}/${id} is not the text that was public: expected ${expected}, found ${contentHash}. So its page cannot be shown as it was.`,
    )
  const status = (await storedStatuses(collection, [id], req)).get(id)
  await writeOver(collection, id, version, req)
  return {
    collection,
    id,
    contentHash,
    isDraft: true,
    isLive: status === 'published',
    lastChangedAt: new Date(version.updatedAt ?? 0).toISOString(),
    contributors: contributorsIn(version),
  }
}

function noSuchText(message: string): EditorialError {
  return new EditorialError({ code: 'NOT_FOUND', message })
}
