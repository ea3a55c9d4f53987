import type { Payload } from 'payload'

/**
 * Whether the database answers a question about real data.
 *
 * @throws whatever the database says when it does not
 */
export async function askDatabase(payload: Payload): Promise<void> {
  await payload.db.findOne({ collection: 'payload-migrations', where: {} })
}

/** Names and codes of the errors by which the two databases say that they cannot be reached. */
const awayNames =
  /^(MongoServerSelectionError|MongoNetworkError|MongoNetworkTimeoutError|MongoNotConnectedError|MongoTopologyClosedError|MongoPoolClearedError|MongoExpiredSessionError|MongooseServerSelectionError|PoolClearedOnNetworkError)$/
const awayCodes =
  /^(SQLITE_(BUSY|LOCKED|CANTOPEN|IOERR|FULL|READONLY|NOTADB|CORRUPT)|ECONNREFUSED|ECONNRESET)/
const awayMessages =
  /SQLITE_(BUSY|LOCKED|CANTOPEN|IOERR|FULL|READONLY)|database is locked|buffering timed out|before initial connection|Client must be connected/

/** Whether an error means that the database is away for now, so that trying again later makes sense. */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false
  const { name, code, message, cause, errorLabelSet } = error as {
    errorLabelSet?: Set<string>
    name?: unknown
    code?: unknown
    message?: unknown
    cause?: unknown
  }
  return (
    // MongoDB says so of two transactions in each other's way: the second has to try again.
    (errorLabelSet?.has('TransientTransactionError') ?? false) ||
    awayNames.test(String(name)) ||
    awayCodes.test(String(code)) ||
    awayMessages.test(String(message)) ||
    isDatabaseAway(cause, depth + 1)
  )
}
