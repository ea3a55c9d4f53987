import type { BaseDatabaseAdapter, DatabaseAdapterObj, PayloadRequest } from 'payload'
import { aroundMethods, changeDatabase } from './around-methods.ts'

type Id = number | string

type Callback = () => void | Promise<void>

const waiting = new WeakMap<object, Map<string, Callback[]>>()

/**
 * Calls back at once when the transaction of a request has been committed, and never when it is undone.
 * Whoever commits waits for what the callbacks promise, so nobody is told that something is done before. Outside a
 * transaction it calls back now: what was written is stored already.
 */
export async function afterCommit(req: PayloadRequest, callback: Callback): Promise<void> {
  const id = await req.transactionID
  const callbacks = waiting.get(req.payload.db)
  if (id == null || !callbacks) {
    await callback()
    return
  }
  const key = String(id)
  callbacks.set(key, [...(callbacks.get(key) ?? []), callback])
}

/** Lets `afterCommit` know how each transaction of a database ends. */
export function reportCommits(
  adapter: DatabaseAdapterObj<BaseDatabaseAdapter>,
): DatabaseAdapterObj<BaseDatabaseAdapter> {
  return changeDatabase(adapter, (database) => {
    const callbacks = new Map<string, Callback[]>()
    waiting.set(database, callbacks)
    const take = (id: unknown) => {
      const key = String(id)
      const taken = callbacks.get(key) ?? []
      callbacks.delete(key)
      return taken
    }
    aroundMethods<Id | Promise<Id>, unknown>(
      database,
      ['commitTransaction'],
      (commit) => async (given) => {
        const committed = take(await given)
        await commit(given)
        // All begin at once, before anything else can happen in this process.
        await Promise.all(committed.map((callback) => callback()))
      },
    )
    aroundMethods<Id | Promise<Id>, unknown>(
      database,
      ['rollbackTransaction'],
      (rollback) => async (given) => {
        take(await given)
        await rollback(given)
      },
    )
  })
}
