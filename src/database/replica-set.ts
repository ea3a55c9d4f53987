import type { Payload } from 'payload'
import { SettingsError } from '../settings.ts'

interface MongoAdapter {
  connection: { db?: { command: (command: { hello: 1 }) => Promise<{ setName?: string }> } }
  transactionOptions: unknown
}

/**
 * Without a replica set MongoDB has no transactions, and Payload goes on without them in silence: a
 * publication could be stored without its record.
 *
 * @throws SettingsError when the server is not a member of a replica set
 */
export async function refuseWithoutReplicaSet(payload: Payload): Promise<void> {
  const { connection, transactionOptions } = payload.db as unknown as MongoAdapter
  const { setName } = (await connection.db?.command({ hello: 1 })) ?? {}
  if (setName && transactionOptions !== false) return
  throw new SettingsError([
    'DATABASE_URL names a MongoDB server that is not part of a replica set, or does not say which (?replicaSet=NAME). Without one there are no transactions, and a publication could be recorded by half. Start mongod with --replSet.',
  ])
}
