import { randomUUID } from 'node:crypto'
import { URL } from 'node:url'

let url

/** The database of this run on the MongoDB that `MONGODB_URL` names. */
export function mongoDatabase() {
  if (!url) {
    url = new URL(process.env.MONGODB_URL)
    url.pathname = `/stationmaster-bench-${randomUUID()}`
  }
  return url.href
}

/** Removes it, if there is one. */
export async function dropMongoDatabase() {
  if (!url) return
  // It comes with Payload's adapter, and few runs need it.
  const { MongoClient } = await import('mongodb')
  const client = await MongoClient.connect(url.href)
  await client.db().dropDatabase()
  await client.close()
}
