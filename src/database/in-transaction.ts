import { Mutex } from 'async-mutex'
import { createLocalReq, type PayloadRequest } from 'payload'
import { setTimeout } from 'node:timers/promises'
import { EditorialError } from '../errors.ts'

/** How often work is tried that meets other work each time. Only MongoDB lets work meet. */
const mostTries = 12

/** Longest pause before the second try, in milliseconds; before each further one twice as long, up to a limit. */
const firstPause = 10
const longestPause = 500

/**
 * In this process, work that has met other work is tried again one after the other: only one of those that
 * want the next number of the ledger can get it.
 */
const again = new Mutex()

/**
 * Does work in one transaction: all of it is stored, or nothing. Work that meets other work at the same
 * time, as happens on MongoDB, is done again from the start, so it must not remember anything outside.
 *
 * A request that is in a transaction already keeps it; whoever began it ends it.
 *
 * @param work gets a request of its own, for the same person, that belongs to the transaction
 * @throws EditorialError INTERNAL when the database gives no transaction
 * @throws EditorialError UNAVAILABLE when the work met other work every time
 */
export async function inTransaction<Result>(
  req: PayloadRequest,
  work: (transactionReq: PayloadRequest) => Promise<Result>,
): Promise<Result> {
  if (await req.transactionID) return work(req)
  const attempt = () => tryOnce(req, work)
  for (let tries = 1; ; tries += 1) {
    try {
      return await (tries === 1 ? attempt() : again.runExclusive(attempt))
    } catch (error) {
      if (!metOtherWork(error)) throw error
      if (tries >= mostTries) throw busy(error)
      // Other processes try again too, and not at the same moment.
      await setTimeout(Math.random() * Math.min(longestPause, firstPause * 2 ** (tries - 1)))
    }
  }
}

async function tryOnce<Result>(
  req: PayloadRequest,
  work: (transactionReq: PayloadRequest) => Promise<Result>,
): Promise<Result> {
  const own = await begin(req)
  try {
    const result = await work(own)
    refuseEnded(own)
    await req.payload.db.commitTransaction(own.transactionID!)
    return result
  } catch (error) {
    // An operation that fails inside has ended the transaction already.
    if (own.transactionID) await req.payload.db.rollbackTransaction(own.transactionID)
    throw error
  }
}

/** An operation that failed took the transaction with it, though somebody went on: nothing is stored. */
function refuseEnded({ payload, transactionID }: PayloadRequest): void {
  const { sessions } = payload.db as { sessions?: Record<string, unknown> }
  if (transactionID && sessions?.[String(transactionID)]) return
  throw new EditorialError({
    code: 'INTERNAL',
    message: 'The transaction ended before the work did, so nothing was stored.',
  })
}

function busy(cause: unknown): EditorialError {
  return new EditorialError({
    code: 'UNAVAILABLE',
    message: 'Others changed the same at the same moment, again and again. Nothing was stored.',
    retryAfter: 1,
    cause,
  })
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

/**
 * What two transactions can only both write when they meet: the next number, a document's place in lists, a
 * name, what a person chose, what is done once a day.
 */
const metIn = new Set<unknown>([
  'ledger-entries',
  'workflow-states',
  'addresses',
  'notification-settings',
  'daily-looks',
  'mails',
])

/** Write conflicts, and two entries that wanted the same number, which Payload takes for a wrong value. */
export function metOtherWork(error: unknown): boolean {
  const { code, errorLabels, name, data } = (error ?? {}) as {
    code?: unknown
    errorLabels?: unknown
    name?: unknown
    data?: { collection?: unknown }
  }
  const isTransient =
    Array.isArray(errorLabels) && errorLabels.includes('TransientTransactionError')
  const isTaken = name === 'ValidationError' && metIn.has(data?.collection)
  return isTransient || isTaken || code === 112 || code === 11000
}
