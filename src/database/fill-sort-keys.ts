import { eq, type SQL } from '@payloadcms/db-sqlite/drizzle'
import type { CollectionSlug, Payload, SanitizedCollectionConfig, Where } from 'payload'
import { sortKeyNames } from '../../collections/fields/sort-key.ts'
import { locales } from '../locales.ts'
import { sortKeysOf } from './keep-sort-keys.ts'

type Values = Record<string, unknown>

/** Documents whose keys are stored in one transaction. */
const atOnce = 200

/** Counted up when `sortKey()` makes other keys of the same text. */
const form = 1

/** Under which the database remembers how its sort keys were made. */
const marker = 'sort-keys'

/**
 * What sort keys depend on: their form, the order of letters that Node brings with it, and the languages. A
 * database that was filled otherwise is filled anew.
 */
const present = [form, process.versions.icu, ...locales.map(({ code }) => code)].join(' ')

/** A document or version, and the sort keys it should have. */
interface Keyed {
  id: string
  keys: Values
}

/**
 * Gives what was stored before there were sort keys, or with others, its sort keys: every document and every
 * version once, some hundreds at a time. Nothing else of them is written, not even the time of the change.
 * A database that has its keys costs one question.
 */
export async function fillSortKeys(payload: Payload): Promise<void> {
  if ((await payload.kv.get(marker)) === present) return
  for (const { config } of Object.values(payload.collections)) {
    if (sortKeyNames(config.flattenedFields).length === 0) continue
    await fillAll({ payload, config, versions: false })
    if (config.versions) await fillAll({ payload, config, versions: true })
  }
  await payload.kv.set(marker, present)
}

interface Filled {
  payload: Payload
  config: SanitizedCollectionConfig
  versions: boolean
}

async function fillAll(filled: Filled): Promise<void> {
  for (let last: string | undefined; ;) {
    const batch = await nextAfter(last, filled)
    if (batch.length === 0) return
    await (isMongo(filled.payload) ? storeInMongo(batch, filled) : storeInSqlite(batch, filled))
    last = batch.at(-1)!.id
  }
}

async function nextAfter(
  last: string | undefined,
  { payload, config, versions }: Filled,
): Promise<Keyed[]> {
  const where: Where = last === undefined ? {} : { id: { greater_than: last } }
  const list = { limit: atOnce, pagination: false, sort: 'id', where }
  const collection = config.slug as CollectionSlug
  const { docs } = versions
    ? await payload.db.findVersions<Values>({ collection, ...list })
    : await payload.db.find<Values & { id: string }>({ collection, ...list })
  return docs.map((doc) => {
    const content = versions ? (doc as { version: Values }).version : (doc as Values)
    const keys = sortKeysOf(content, config.flattenedFields)
    return { id: doc.id, keys: versions ? { version: keys } : keys }
  })
}

interface MongoAdapter {
  collections: Record<string, MongoModel>
  versions: Record<string, MongoModel>
}

interface MongoModel {
  bulkWrite: (writes: object[], options: { timestamps: false }) => Promise<unknown>
}

function isMongo(payload: Payload): boolean {
  return payload.db.name === 'mongoose'
}

async function storeInMongo(batch: Keyed[], { payload, config, versions }: Filled): Promise<void> {
  const { collections, versions: ofVersions } = payload.db as unknown as MongoAdapter
  const model = (versions ? ofVersions : collections)[config.slug]!
  const writes = batch
    .map(({ id, keys }) => ({ id, set: flat(keys, '.') }))
    .filter(({ set }) => Object.keys(set).length > 0)
    .map(({ id, set }) => ({ updateOne: { filter: { _id: id }, update: { $set: set } } }))
  if (writes.length > 0) await model.bulkWrite(writes, { timestamps: false })
}

interface SqliteAdapter {
  sessions: Record<string, { db: Queries } | undefined>
  tableNameMap: Map<string, string>
  tables: Record<string, { id: never }>
  versionsSuffix: string
}

interface Queries {
  update: (table: object) => { set: (row: object) => { where: (is: SQL) => Promise<unknown> } }
}

async function storeInSqlite(batch: Keyed[], { payload, config, versions }: Filled): Promise<void> {
  const adapter = payload.db as unknown as SqliteAdapter
  const name = config.slug.replaceAll('-', '_')
  const table =
    adapter.tables[
      adapter.tableNameMap.get(versions ? `_${name}${adapter.versionsSuffix}` : name)!
    ]!
  const transaction = (await payload.db.beginTransaction())!
  try {
    const { db } = adapter.sessions[transaction]!
    for (const { id, keys } of batch) {
      const row = flat(keys, '_')
      if (Object.keys(row).length > 0) await db.update(table).set(row).where(eq(table.id, id))
    }
  } catch (error) {
    await payload.db.rollbackTransaction(transaction)
    throw error
  }
  await payload.db.commitTransaction(transaction)
}

/** `{ version: { titleSortKeyEs: … } }` as `version.titleSortKeyEs`. */
function flat(keys: Values, between: '.' | '_', before = ''): Values {
  return Object.fromEntries(
    Object.entries(keys).flatMap(([name, key]): [string, unknown][] =>
      typeof key === 'object' && key !== null
        ? Object.entries(flat(key as Values, between, `${before}${name}${between}`))
        : [[`${before}${name}`, key]],
    ),
  )
}
