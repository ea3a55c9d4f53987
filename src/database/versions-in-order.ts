import type { BaseDatabaseAdapter, CreateVersionArgs, DatabaseAdapterObj } from 'payload'
import { aroundMethods, changeDatabase } from './around-methods.ts'

/**
 * Dates every version of a document later than those before it.
 *
 * Payload takes the version with the latest date for the newest. After the clock went back, or twice within
 * a millisecond, that would be an older one: what somebody saved would be stored and never seen again, and
 * the next save would build on the text before.
 */
export function keepVersionsInOrder(
  adapter: DatabaseAdapterObj<BaseDatabaseAdapter>,
): DatabaseAdapterObj<BaseDatabaseAdapter> {
  return changeDatabase(adapter, (database) =>
    aroundMethods<CreateVersionArgs<object>, unknown>(
      database,
      ['createVersion'],
      (create) => async (version) =>
        create({ ...version, updatedAt: await laterThanAll(database, version) }),
    ),
  )
}

async function laterThanAll(
  database: BaseDatabaseAdapter,
  { collectionSlug, parent, req, updatedAt }: CreateVersionArgs<object>,
): Promise<string> {
  const { docs } = await database.findVersions({
    collection: collectionSlug,
    limit: 1,
    pagination: false,
    ...(req ? { req } : {}),
    sort: '-updatedAt',
    ...datesOfVersions(parent),
  })
  const before = docs[0] ? Date.parse(docs[0].updatedAt) : Number.NEGATIVE_INFINITY
  return new Date(Math.max(Date.parse(updatedAt), before + 1)).toISOString()
}

/** The dates of a document's versions, as a question to the adapter. */
export function datesOfVersions(parent: unknown) {
  return {
    // Lists inside the text are left out only of a group that is asked for in part.
    select: { updatedAt: true, version: { updatedAt: true } } as never,
    where: { parent: { equals: parent } },
  }
}
