import { Mutex, withTimeout, type MutexInterface } from 'async-mutex'
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { EditorialError } from '../errors.ts'

/** Longest that one write waits for those before it, in milliseconds. */
const longestWait = 20_000

/** What Payload's SQLite adapter keeps of an open transaction. */
interface Session {
  db: unknown
  resolve: () => Promise<void>
  reject: () => Promise<void>
}

type TransactionId = number | string | Promise<number | string | null | undefined>

interface SqliteAdapter extends Omit<BaseDatabaseAdapter, 'sessions'> {
  drizzle: {
    transaction: (
      work: (transaction: unknown) => Promise<void>,
      options?: { behavior: 'immediate' },
    ) => Promise<void>
  }
  initializing: Promise<void>
  sessions: Record<string, Session | undefined>
}

/** Adapter methods that write, each taking `{ req }` among its arguments. */
const writeMethods = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const

/**
 * Makes writes to SQLite wait for each other inside the process, and transactions tell the truth.
 *
 * SQLite has one writer. Payload's adapter does not wait for it: under load, transactions fail at once with
 * SQLITE_BUSY, and without transactions half of parallel saves leave a document with two newest versions.
 * Here a transaction begins when the one before has ended, and a write outside any transaction, such as
 * a session at sign-in, waits its turn too.
 *
 * A commit that fails is thrown. The adapter's own commit swallows it, and a publication that was never
 * stored would be reported as done.
 *
 * Inside a hook, pass `req` to every write: one that does not join the transaction waits for it to end,
 * which it never does. After 20 seconds such a write is refused with UNAVAILABLE.
 */
export function serialiseWrites(
  adapter: DatabaseAdapterObj<BaseDatabaseAdapter>,
): DatabaseAdapterObj<BaseDatabaseAdapter> {
  return {
    ...adapter,
    init: (args) => {
      const database = adapter.init(args) as unknown as SqliteAdapter
      const turn = withTimeout(
        new Mutex(),
        longestWait,
        new EditorialError({
          code: 'UNAVAILABLE',
          message: 'The database is busy with other changes. Nothing was changed; try again.',
          retryAfter: 5,
        }),
      )
      takeTurnsInTransactions(database, turn)
      takeTurnsOutsideThem(database, turn)
      return database as unknown as BaseDatabaseAdapter
    },
  } as DatabaseAdapterObj<BaseDatabaseAdapter>
}

function takeTurnsInTransactions(database: SqliteAdapter, turn: MutexInterface): void {
  database.beginTransaction = async () => {
    const endTurn = await turn.acquire()
    const id = randomUUID()
    try {
      await database.initializing
      database.sessions[id] = await openSession(database, endTurn)
    } catch (error) {
      endTurn()
      throw error
    }
    return id
  }
  database.commitTransaction = async (given: TransactionId) => {
    await takeSession(database, await given)?.resolve()
  }
  database.rollbackTransaction = async (given: TransactionId) => {
    await takeSession(database, await given)?.reject()
  }
}

/** Takes a session out of the register, so that nothing else can end it or join it. */
function takeSession(
  database: SqliteAdapter,
  id: number | string | null | undefined,
): Session | undefined {
  const session = database.sessions[String(id)]
  Reflect.deleteProperty(database.sessions, String(id))
  return session
}

/** Opens a transaction and hands out its two ends. */
async function openSession(database: SqliteAdapter, endTurn: () => void): Promise<Session> {
  const rolledBack = new Error('rolled back on purpose')
  return new Promise<Session>((opened, failedToOpen) => {
    const finished = database.drizzle
      .transaction(
        (transaction) =>
          new Promise<void>((commit, rollBack) => {
            opened({
              db: transaction,
              resolve: async () => {
                commit()
                await finished
              },
              reject: async () => {
                rollBack(rolledBack)
                await finished
              },
            })
          }),
        { behavior: 'immediate' },
      )
      .catch((error: unknown) => {
        failedToOpen(error as Error)
        if (error !== rolledBack) throw error
      })
      .finally(endTurn)
    // Whoever ends the session hears of a failure; until then nobody is listening.
    finished.catch(() => undefined)
  })
}

function takeTurnsOutsideThem(database: SqliteAdapter, turn: MutexInterface): void {
  const insideTurn = new AsyncLocalStorage<true>()
  const methods = database as unknown as Record<
    string,
    (args: { req?: { transactionID?: TransactionId } }) => Promise<unknown>
  >
  for (const name of writeMethods) {
    const write = methods[name]
    if (!write) continue
    methods[name] = async (args) => {
      const id = await args.req?.transactionID
      const joinsTransaction = id != null && database.sessions[String(id)] !== undefined
      // The adapter builds some of its writes from others, which belong to the turn already taken.
      return joinsTransaction || insideTurn.getStore()
        ? write.call(database, args)
        : turn.runExclusive(() => insideTurn.run(true, () => write.call(database, args)))
    }
  }
}
