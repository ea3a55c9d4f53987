import type { Payload } from 'payload'
import type { PresenceRow, PresenceStore } from './store.ts'

/** What of the driver's collection is used. */
interface Rows {
  createIndex: (fields: object, options?: object) => Promise<unknown>
  deleteMany: (filter: object) => Promise<unknown>
  find: (filter: object, options?: object) => { toArray: () => Promise<StoredRow[]> }
  replaceOne: (filter: object, row: object, options: object) => Promise<unknown>
}

type StoredRow = Omit<PresenceRow, 'until'> & { until: Date }

/** Most rows that are read at once. */
const mostRows = 5_000

/**
 * Keeps it in a collection that all processes share, and that nothing else reads: no content, no versions, no
 * transactions. The database itself removes what does not hold any more, within a minute.
 */
export function presenceInMongodb(payload: Payload): PresenceStore {
  const { connection } = payload.db as unknown as {
    connection: { collection: (name: string) => Rows }
  }
  const rows = connection.collection('presence')
  let isReady: Promise<unknown> | undefined
  const ready = () => {
    isReady ??= Promise.all([
      rows.createIndex({ until: 1 }, { expireAfterSeconds: 0 }),
      rows.createIndex({ person: 1, tab: 1 }, { unique: true }),
    ]).catch((error: unknown) => {
      isReady = undefined
      throw error
    })
    return isReady
  }
  const holding = async (now: number, filter: object) => {
    const found = rows.find(
      { ...filter, until: { $gt: new Date(now) } },
      { limit: mostRows, projection: { _id: 0 } },
    )
    return (await found.toArray()).map((row) => ({ ...row, until: row.until.getTime() }))
  }
  return {
    put: async ({ until, ...row }) => {
      await ready()
      const { person, tab } = row
      const stored = { ...row, until: new Date(until) }
      await rows.replaceOne({ person, tab }, stored, { upsert: true })
    },
    remove: async (tabs) => {
      if (tabs.length === 0) return
      await rows.deleteMany({ $or: tabs.map(({ person, tab }) => ({ person, tab })) })
    },
    at: (now, place) =>
      holding(now, place ? { collection: place.collection, document: place.id } : {}),
    of: (person, now) => holding(now, { person }),
  }
}
