import type { CollectionSlug, PayloadRequest } from 'payload'
import { isPerson, type Actor } from '../../access/roles.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { EditorialError } from '../errors.ts'
import { appendEntry } from '../ledger/append.ts'
import { inTheRecord } from './in-the-record.ts'
import { readSituation, type StoredDocument } from './situation.ts'

/** Which document a write past the workflow would have made public: by its id, or by that of a version. */
export type PassedOver = { collection: CollectionSlug } & ({ id: string } | { versionId: string })

const passedOver = new WeakMap<Error, PassedOver>()

/** Notes on a refusal which document it was about, for `recordRefusedWrite`. */
export function aboutWrite(error: EditorialError, document: PassedOver): EditorialError {
  passedOver.set(error, document)
  return error
}

/**
 * Puts on record that a signed-in person tried to make something public past the review workflow. Other
 * errors leave no trace.
 *
 * Doors call it once the transaction of the refused write has ended: a record in it would end with it.
 */
export async function recordRefusedWrite(req: PayloadRequest, error: unknown): Promise<void> {
  const document = error instanceof EditorialError ? passedOver.get(error) : undefined
  if (!document || !isPerson(req.user as Actor)) return
  const { code, message } = error as EditorialError
  try {
    await inTransaction(req, async (transactionReq) => {
      const { collection, id, working } = await readSituation({
        collection: document.collection,
        id: 'id' in document ? document.id : await parentOf(document, transactionReq),
        req: transactionReq,
      })
      await appendEntry(transactionReq, {
        ...inTheRecord(req.user!),
        type: 'refused',
        documentCollection: collection,
        documentId: id,
        versionId: null,
        contentHash: working.contentHash,
        details: { action: 'publish', reasons: [{ code, message }] },
      })
    })
  } catch (failure) {
    // There is no such document: nobody tried to publish anything.
    if (failure instanceof EditorialError && failure.code === 'NOT_FOUND') return
    req.payload.logger.error({ err: failure, msg: 'A refused write could not be recorded' })
  }
}

async function parentOf(
  { collection, versionId }: { collection: CollectionSlug; versionId: string },
  req: PayloadRequest,
): Promise<string> {
  const { docs } = await req.payload.db.findVersions<StoredDocument>({
    collection,
    limit: 1,
    pagination: false,
    req,
    sort: '-updatedAt',
    where: { id: { equals: versionId } },
  })
  return String(docs[0]?.parent ?? '')
}
