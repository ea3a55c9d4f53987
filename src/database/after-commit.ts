import type { BaseDatabaseAdapter, DatabaseAdapterObj, PayloadRequest } from 'payload'

const waiting = new WeakMap<object, Map<string, (() => void)[]>>()

/**
 * Calls back at once when the transaction of a request has been committed, and never when it is undone.
 * Outside a transaction it calls back now: what was written is stored already.
 */
export async function afterCommit(req: PayloadRequest, callback: () => void): Promise<void> {
  const id = await req.transactionID
  const callbacks = waiting.get(req.payload.db)
  if (id == null || !callbacks) {
    callback()
    return
  }
  const key = String(id)
  callbacks.set(key, [...(callbacks.get(key) ?? []), callback])
}

/** Lets `afterCommit` know how each transaction of a database ends. */
export function reportCommits(
  adapter: DatabaseAdapterObj<BaseDatabaseAdapter>,
): DatabaseAdapterObj<BaseDatabaseAdapter> {
  return {
    ...adapter,
    init: (args) => {
      const database = adapter.init(args)
      const callbacks = new Map<string, (() => void)[]>()
      waiting.set(database, callbacks)
      const take = (id: unknown) => {
        const key = String(id)
        const taken = callbacks.get(key) ?? []
        callbacks.delete(key)
        return taken
      }
      const { commitTransaction, rollbackTransaction } = database
      database.commitTransaction = async (given: Promise<number | string> | number | string) => {
        const committed = take(await given)
        await commitTransaction.call(database, given)
        for (const callback of committed) callback()
      }
      database.rollbackTransaction = async (given: Promise<number | string> | number | string) => {
        take(await given)
        await rollbackTransaction.call(database, given)
      }
      return database
    },
  } as DatabaseAdapterObj<BaseDatabaseAdapter>
}
