import type { BaseDatabaseAdapter, DatabaseAdapterObj, Payload, PayloadRequest } from 'payload'
import { aroundMethods, changeDatabase } from './around-methods.ts'
import { EditorialError } from '../errors.ts'

type Id = number | string
type TransactionId = Id | Promise<Id | null | undefined> | null | undefined

interface Ends {
  open: Set<Id>
  rollback: (id: Id) => Promise<void>
}

const endsOf = new WeakMap<object, Ends>()

/**
 * Lets `undone` make transactions that only it can end, and only by undoing them. Payload ends a transaction
 * by itself when an operation in it succeeds or fails; here neither does anything, and a commit is refused.
 */
export function allowUndoneWork(
  adapter: DatabaseAdapterObj<BaseDatabaseAdapter>,
): DatabaseAdapterObj<BaseDatabaseAdapter> {
  return changeDatabase(adapter, (database) => {
    const { rollbackTransaction } = database
    const open = new Set<Id>()
    endsOf.set(database, { open, rollback: rollbackTransaction.bind(database) })
    aroundMethods<Id | Promise<Id>, unknown>(
      database,
      ['commitTransaction'],
      (commit) => async (given) => {
        if (open.has(await given))
          throw new EditorialError({
            code: 'INTERNAL',
            message: 'This transaction is only for reading. Nothing of it is ever stored.',
          })
        await commit(given)
      },
    )
    aroundMethods<Id | Promise<Id>, unknown>(
      database,
      ['rollbackTransaction'],
      (rollback) => async (given) => {
        if (!open.has(await given)) await rollback(given)
      },
    )
  })
}

/**
 * Does work in a transaction that is undone whatever happens: what the work writes, it alone can read.
 *
 * Await every write in the work. One that goes on after its end would be stored.
 *
 * @throws EditorialError INTERNAL when the database gives no transaction
 */
export async function undone<Result>(
  payload: Payload,
  work: (transactionID: Id) => Promise<Result>,
): Promise<Result> {
  const ends = endsOf.get(payload.db)
  const id = await payload.db.beginTransaction()
  if (id === null || id === undefined || !ends)
    throw new EditorialError({
      code: 'INTERNAL',
      message: 'The database gave no transaction, so nothing can be laid over what is live.',
    })
  ends.open.add(id)
  try {
    return await work(id)
  } finally {
    try {
      await ends.rollback(id)
    } finally {
      ends.open.delete(id)
    }
  }
}

/** Whether a request reads in a transaction that is undone: what it gets is nothing for anybody else. */
export async function isUndone({
  payload,
  transactionID,
}: {
  payload: Payload
  transactionID?: TransactionId
}): Promise<boolean> {
  const id = await transactionID
  return id !== null && id !== undefined && (endsOf.get(payload.db)?.open.has(id) ?? false)
}

/**
 * Whether the transaction of a request is open still. A write in one that has ended would be stored at once.
 */
export function isOpen({
  payload,
  transactionID,
}: Pick<PayloadRequest, 'payload' | 'transactionID'>): boolean {
  const { sessions } = payload.db as unknown as {
    sessions?: Record<string, { inTransaction?: () => boolean } | undefined>
  }
  const session = sessions?.[String(transactionID)]
  return session !== undefined && (session.inTransaction?.() ?? true)
}
