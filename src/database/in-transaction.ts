import { createLocalReq, type PayloadRequest } from 'payload'
import { EditorialError } from '../errors.ts'

/** How often work is tried again that met other work at the same time. Only MongoDB lets work meet. */
const mostTries = 8

/**
 * Does work in one transaction: all of it is stored, or nothing. Work that meets other work at the same
 * time, as happens on MongoDB, is done again from the start, so it must not remember anything outside.
 *
 * A request that is in a transaction already keeps it; whoever began it ends it.
 *
 * @param work gets a request of its own, for the same person, that belongs to the transaction
 * @throws EditorialError INTERNAL when the database gives no transaction
 */
export async function inTransaction<Result>(
  req: PayloadRequest,
  work: (transactionReq: PayloadRequest) => Promise<Result>,
): Promise<Result> {
  if (await req.transactionID) return work(req)
  for (let tries = 1; ; tries += 1) {
    const own = await begin(req)
    try {
      const result = await work(own)
      refuseEndedTransaction(own)
      await req.payload.db.commitTransaction(own.transactionID!)
      return result
    } catch (error) {
      // An operation that fails inside has ended the transaction already.
      if (own.transactionID) await req.payload.db.rollbackTransaction(own.transactionID)
      if (!metOtherWork(error) || tries >= mostTries) throw error
    }
  }
}

async function begin(req: PayloadRequest): Promise<PayloadRequest> {
  const { i18n, payload, user } = req
  const own = await createLocalReq({ req: { i18n }, ...(user ? { user } : {}) }, payload)
  own.transactionID = (await payload.db.beginTransaction()) ?? undefined
  if (!own.transactionID)
    throw new EditorialError({
      code: 'INTERNAL',
      message:
        'The database gave no transaction, and nothing becomes public without one. Start it with transactions: MongoDB as a replica set.',
    })
  return own
}

/** An operation that failed and whose failure was swallowed has ended the transaction with all that was in it. */
function refuseEndedTransaction({ payload, transactionID }: PayloadRequest): void {
  const { sessions } = payload.db as { sessions?: Record<string, unknown> }
  if (transactionID && sessions?.[String(transactionID)]) return
  throw new EditorialError({
    code: 'INTERNAL',
    message: 'The transaction ended before its time, so nothing of it was stored.',
  })
}

/** Write conflicts, and two entries that wanted the same number. */
function metOtherWork(error: unknown): boolean {
  const { code, errorLabels, name, data } = (error ?? {}) as {
    code?: unknown
    errorLabels?: unknown
    name?: unknown
    data?: { collection?: unknown }
  }
  const isTransient =
    Array.isArray(errorLabels) && errorLabels.includes('TransientTransactionError')
  // Two that append want the same number; two that save a new document, the same row of the lists.
  const isTakenNumber =
    name === 'ValidationError' &&
    ['ledger-entries', 'workflow-states'].includes(String(data?.collection))
  return isTransient || isTakenNumber || code === 112 || code === 11000
}
