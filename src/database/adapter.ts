import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { BaseDatabaseAdapter, DatabaseAdapterObj } from 'payload'
import path from 'node:path'
import { reportCommits } from './after-commit.ts'
import { compareTextAsWritten as compareOnMongo } from './mongodb-text.ts'
import { readLatePagesById } from './late-pages.ts'
import { pageInsideDocuments } from './pages-inside-documents.ts'
import { allowUndoneWork } from './undone-work.ts'
import { indexParentsFirst, type Table } from './parent-indexes.ts'
import { sortLists } from './sorted-lists.ts'
import { giveRowsAtHand } from './rows-at-hand.ts'
import { insertShortly } from './short-inserts.ts'
import { serialiseWrites } from './sqlite-transactions.ts'
import { compareTextAsWritten } from './sqlite-text.ts'
import { keepSortKeys } from './keep-sort-keys.ts'
import { keepVersionsInOrder } from './versions-in-order.ts'

/** How long a request waits for a MongoDB server that does not answer, in milliseconds. */
const serverSelectionTimeout = 3_000

/**
 * The adapter for the kind of database an address names.
 *
 * @param wait seconds for which a write waits for another process that holds a SQLite database
 */
export async function databaseAdapter(
  databaseUrl: string,
  { wait }: { wait: number },
): Promise<DatabaseAdapterObj<BaseDatabaseAdapter>> {
  const adapter = isMongo(databaseUrl)
    ? await mongo(databaseUrl)
    : wholeSqlite(databaseUrl, { wait })
  return giveRowsAtHand(
    allowUndoneWork(reportCommits(keepVersionsInOrder(sortLists(keepSortKeys(adapter))))),
  )
}

/** Whether an address names MongoDB; otherwise it names a SQLite file. */
export function isMongo(databaseUrl: string): boolean {
  return /^mongodb(\+srv)?:/.test(databaseUrl)
}

/** SQLite, put right where Payload's adapter for it falls short. */
function wholeSqlite(url: string, { wait }: { wait: number }) {
  const compared = compareTextAsWritten(sqlite(url, { wait }))
  return serialiseWrites(insertShortly(readLatePagesById(pageInsideDocuments(compared))))
}

function sqlite(url: string, { wait }: { wait: number }) {
  return sqliteAdapter({
    client: { url },
    // The same kind of id as MongoDB's, and none that tells how many documents there are.
    idType: 'uuid',
    beforeSchemaInit: [
      (args) => {
        // Given to the hook, and missing from its type.
        const { adapter } = args as unknown as { adapter: { rawTables: Record<string, Table> } }
        indexParentsFirst(adapter.rawTables)
        return args.schema
      },
    ],
    migrationDir: path.resolve('src/database/migrations'),
    // The schema comes from migrations alone, in every mode.
    push: false,
    transactionOptions: { behavior: 'immediate' },
    wal: true,
    busyTimeout: Math.round(wait * 1000),
  }) as unknown as DatabaseAdapterObj<BaseDatabaseAdapter>
}

async function mongo(url: string) {
  // Loaded here: most installations have no use for it, and the start is not to wait for it.
  const { mongooseAdapter } = await import('@payloadcms/db-mongodb')
  return mongooseAdapter({
    url,
    connectOptions: {
      serverSelectionTimeoutMS: serverSelectionTimeout,
      bufferCommands: false,
    },
    transactionOptions: { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } },
    afterCreateConnection: ({ connection }) => {
      connection.plugin(compareOnMongo as never)
    },
    // The first writes must not meet collections that are still being made.
    ensureIndexes: true,
  }) as unknown as DatabaseAdapterObj<BaseDatabaseAdapter>
}
