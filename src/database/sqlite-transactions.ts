import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { Mutex, withTimeout, type MutexInterface } from 'async-mutex'
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'
import { aroundMethods, changeDatabase } from './around-methods.ts'
import { randomUUID } from 'node:crypto'
import { EditorialError } from '../errors.ts'
import { openSqlite } from './kept-statements.ts'
import { giveTurn } from '../turns.ts'

/**
 * Longest that one write waits for those before it, in milliseconds: longer than the largest set takes on a small
 * machine, and shorter than the minute for which proxies in between usually wait.
 */
const longestWait = 45_000

/** What Payload's SQLite adapter keeps of an open transaction. */
interface Session {
  db: unknown
  resolve: () => Promise<void>
  reject: () => Promise<void>
}

type TransactionId = number | string | Promise<number | string | null | undefined>

interface SqliteAdapter extends Omit<BaseDatabaseAdapter, 'sessions'> {
  busyTimeout: number
  client: Connection
  clientConfig: { url: string }
  /** Write-ahead logging, as Payload sets it up on connections that it opens itself. */
  wal: { journalSizeLimit: number; synchronous: string }
  initializing: Promise<void>
  schema: Record<string, unknown>
  sessions: Record<string, Session | undefined>
}

/** A connection of the SQLite client. */
interface Connection {
  close: () => void
  execute: (statement: string) => Promise<unknown>
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
 * a session at sign-in, gets one of its own.
 *
 * All transactions use one connection, which stays open; the adapter's other connection only reads. So a write
 * that failed, which would be in the way of every later one on its connection, is in nobody's way. A commit
 * that fails is thrown. The adapter's own commit swallows it, and a publication that was never stored would be
 * reported as done.
 *
 * Inside a hook, pass `req` to every write: one that does not join the transaction waits for it to end,
 * which it never does. After 45 seconds such a write is refused with UNAVAILABLE.
 */
export function serialiseWrites(
  adapter: DatabaseAdapterObj<BaseDatabaseAdapter>,
): DatabaseAdapterObj<BaseDatabaseAdapter> {
  return changeDatabase<SqliteAdapter>(adapter, (database) => {
    const turn = withTimeout(
      new Mutex(),
      longestWait,
      new EditorialError({
        code: 'UNAVAILABLE',
        message: 'The database is busy with other changes. Nothing was changed; try again.',
        retryAfter: 5,
      }),
    )
    const connect = database.connect?.bind(database)
    database.connect = async (...args) => {
      database.client ??= await openReader(database)
      await connect?.(...args)
    }
    takeTurnsInTransactions(database, turn)
    transactEveryWrite(database)
  })
}

function takeTurnsInTransactions(database: SqliteAdapter, turn: MutexInterface): void {
  let writer: Promise<Writer> | undefined
  // SQLite takes a statement that failed for one in progress until it is collected as garbage, and commits
  // nothing on its connection meanwhile. So a connection is not used again after a statement failed.
  const discardWriter = async () => {
    const discarded = writer
    writer = undefined
    const opened = await discarded?.catch(() => undefined)
    opened?.connection.close()
  }
  database.beginTransaction = async () => {
    const endTurn = await turn.acquire()
    try {
      await database.initializing
      writer ??= openWriter(database)
      const id = randomUUID()
      database.sessions[id] = await beginSession(await writer, { discardWriter, endTurn })
      return id
    } catch (error) {
      await discardWriter()
      endTurn()
      throw error
    }
  }
  database.commitTransaction = async (given: TransactionId) => {
    await takeSession(database, await given)?.resolve()
  }
  database.rollbackTransaction = async (given: TransactionId) => {
    await takeSession(database, await given)?.reject()
  }
  closeConnectionsOnDestroy(database, discardWriter)
}

/** The connection that all transactions use, one after the other, and the queries bound to it. */
interface Writer {
  connection: Connection
  queries: unknown
  /** Whether any statement failed on this connection. */
  hasFailed: () => boolean
}

/** Gives others their turn between the statements of a connection. */
function takeTurnsOn(connection: Connection): void {
  const execute = connection.execute.bind(connection)
  connection.execute = async (...statement) => {
    await giveTurn()
    return execute(...statement)
  }
}

/** Notices every statement of a connection that fails. */
function noticeFailures(connection: Connection): () => boolean {
  const execute = connection.execute.bind(connection)
  let failed = false
  connection.execute = async (...statement) => {
    try {
      return await execute(...statement)
    } catch (error) {
      failed = true
      throw error
    }
  }
  return () => failed
}

/** Opens the connection that reads, and sets it up as Payload would: it does so with connections of its own alone. */
async function openReader({ busyTimeout, clientConfig, wal }: SqliteAdapter): Promise<Connection> {
  try {
    const connection: Connection = openSqlite(clientConfig.url)
    await connection.execute(`PRAGMA busy_timeout = ${busyTimeout}`)
    await connection.execute('PRAGMA journal_mode = WAL')
    await connection.execute(`PRAGMA journal_size_limit = ${wal.journalSizeLimit}`)
    await connection.execute(`PRAGMA synchronous = ${wal.synchronous}`)
    takeTurnsOn(connection)
    return connection
  } catch (error) {
    const message = `Error: cannot connect to SQLite: ${(error as Error).message}`
    throw new Error(message, { cause: error })
  }
}

/**
 * Opens the connection for transactions. The SQLite client would open a new one for each and never close
 * it: after some thousand writes the process would run out of files.
 */
async function openWriter(database: SqliteAdapter): Promise<Writer> {
  const connection = openSqlite(database.clientConfig.url)
  const queries = drizzle(connection, { schema: database.schema })
  takeTurnsOn(connection)
  const hasFailed = noticeFailures(connection)
  await connection.execute(`PRAGMA busy_timeout = ${database.busyTimeout}`)
  await connection.execute('PRAGMA synchronous = FULL')
  return { connection, queries, hasFailed }
}

/** Begins a transaction and hands out its two ends, each of which ends the turn. */
async function beginSession(
  { connection, hasFailed, queries }: Writer,
  { discardWriter, endTurn }: { discardWriter: () => Promise<void>; endTurn: () => void },
): Promise<Session> {
  await connection.execute('BEGIN IMMEDIATE')
  const rollBack = async () => {
    try {
      await connection.execute('ROLLBACK')
    } finally {
      if (hasFailed()) await discardWriter()
    }
  }
  return {
    db: queries,
    resolve: async () => {
      try {
        await connection.execute('COMMIT')
      } catch (error) {
        // A commit that fails may leave the transaction open.
        await rollBack().catch(() => undefined)
        throw error
      } finally {
        endTurn()
      }
    },
    reject: async () => {
      try {
        await rollBack()
      } finally {
        endTurn()
      }
    },
  }
}

/** The adapter forgets its connections when it is destroyed, but leaves them open. */
function closeConnectionsOnDestroy(
  database: SqliteAdapter,
  closeWriter: () => Promise<void>,
): void {
  const destroy = database.destroy?.bind(database)
  database.destroy = async () => {
    const { client } = database
    await closeWriter()
    await destroy?.()
    client.close()
    Reflect.deleteProperty(database, 'client')
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

interface WriteArguments {
  req?: { transactionID?: TransactionId }
}

/** Gives every write that is part of no transaction one of its own. */
function transactEveryWrite(database: SqliteAdapter): void {
  aroundMethods<WriteArguments, unknown>(database, writeMethods, (write) => async (args) => {
    const given = await args.req?.transactionID
    if (given != null && database.sessions[String(given)]) return write(args)
    const id = (await database.beginTransaction()) as string
    const req = Object.create(args.req ?? null, { transactionID: { value: id } }) as object
    let result: unknown
    try {
      result = await write({ ...args, req })
    } catch (error) {
      await database.rollbackTransaction(id).catch(() => undefined)
      throw error
    }
    await database.commitTransaction(id)
    return result
  })
}
