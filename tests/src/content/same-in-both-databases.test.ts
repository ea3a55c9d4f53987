import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CollectionSlug, Payload, Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentHash } from '../../../src/content/content-hash.ts'
import { createApp, type Stationmaster } from '../../../src/create-app.ts'
import { seedPeople } from '../../../seed/people.ts'
import { startApp } from '../../support/app.ts'
import { contentOf, contentTypes, type ContentType } from '../../support/content-types.ts'
import { testSettings } from '../../support/settings.ts'

type Raw = Record<string, unknown> & { id: string }

/** One seeded document of each content type, with long texts, rows, references, dates and numbers. */
const examples = [
  ['stations', { slug: { equals: 'equivalent-hearing-letter' } }],
  ['notices', { code: { equals: 'CP14' } }],
  ['steps', { slug: { equals: 'ask-for-lien-relief' } }],
  ['forms', { number: { equals: 'Form 843' } }],
  ['help-organizations', { abbreviation: { equals: 'FTC' } }],
  ['phases', { slug: { equals: 'appeals' } }],
] as const

/** What somebody may leave behind at the end of a day; every database has its own idea of the rest. */
const halfFilled = {
  code: 'CP15',
  deadline: { count: 21, unit: 'calendarDays', alternatives: [{ when: 'Abroad' }] },
  sourcing: { checkedOn: '2026-11-22' },
}
const halfFilledContent = {
  code: 'CP15',
  kind: 'notice',
  searchKey: 'cp15',
  deadline: {
    count: 21,
    unit: 'calendarDays',
    printedDateWins: true,
    alternatives: [{ when: { en: 'Abroad' } }],
  },
  sourcing: { checkedOn: '2026-11-22T00:00:00.000Z' },
}

const mongodbUrl = process.env['MONGODB_URL']

interface Stored {
  document: Raw
  /** Its newest version. */
  version: Raw
}

let typeOf: (slug: string) => ContentType
const onSqlite = new Map<CollectionSlug, Stored>()
let halfFilledOnSqlite: Stored

beforeAll(async () => {
  typeOf = await contentTypes()
  const { close, payload } = await startApp({ content: 'roadmap' })
  for (const [collection, where] of examples)
    onSqlite.set(collection, await stored({ payload, collection, where }))
  halfFilledOnSqlite = await storeHalfFilled(payload)
  await close()
})

async function storeHalfFilled(payload: Payload): Promise<Stored> {
  const collection = 'notices'
  const { editor } = await seedPeople(payload)
  const { id } = await payload.create({
    collection,
    draft: true,
    data: halfFilled as never,
    overrideAccess: false,
    user: editor!,
  })
  return stored({ payload, collection, where: { id: { equals: id } } })
}

async function stored({
  payload,
  collection,
  where,
}: {
  payload: Payload
  collection: CollectionSlug
  where: Where
}): Promise<Stored> {
  const document = (await payload.db.findOne<Raw>({ collection, where }))!
  const { docs } = await payload.db.findVersions<Raw>({
    collection,
    limit: 1,
    // Without a locale there is no order by title, which Payload would use otherwise.
    sort: 'id',
    where: { and: [{ parent: { equals: document.id } }, { latest: { equals: true } }] },
  })
  return { document, version: docs[0]!.version }
}

function hashOf(collection: CollectionSlug, document: Record<string, unknown>): string {
  return contentHash(contentOf(typeOf(collection), collection, document))
}

const fieldsOf = (notice: Raw) => contentOf(typeOf('notices'), 'notices', notice).fields

describe.each(examples)('On SQLite, one of the %s', (collection) => {
  it('comes in all its languages when none is asked for', () => {
    const name = ['phases', 'help-organizations'].includes(collection) ? 'name' : 'title'
    const { document, version } = onSqlite.get(collection)!
    const both = { en: expect.any(String), es: expect.any(String) }
    expect([document[name], version[name]]).toEqual([both, both])
  })

  it('has the hash of the version that was published', () => {
    const { document, version } = onSqlite.get(collection)!
    expect(hashOf(collection, version)).toBe(hashOf(collection, document))
  })
})

describe('On SQLite, a draft that is half filled in', () => {
  it('has what was filled in, in the document as in its version', () => {
    const { document, version } = halfFilledOnSqlite
    expect(fieldsOf(document)).toEqual(halfFilledContent)
    expect(fieldsOf(version)).toEqual(halfFilledContent)
  })
})

interface MongoAdapter {
  connection: { dropDatabase: () => Promise<unknown> }
}

describe.skipIf(!mongodbUrl)('On MongoDB', () => {
  let dataDir: string
  let app: Stationmaster

  beforeAll(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'stationmaster-mongodb-'))
    const url = new URL(mongodbUrl!)
    url.pathname = `/stationmaster-test-${randomUUID()}`
    app = await createApp({ settings: testSettings(dataDir, { databaseUrl: url.href }) })
  })

  afterAll(async () => {
    await (app.locals.payload.db as unknown as MongoAdapter).connection.dropDatabase()
    await app.locals.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it.each(examples)('one of the %s has the hash it has on SQLite', async (collection) => {
    const { db } = app.locals.payload
    const written = withMongoIds(onSqlite.get(collection)!.document)
    const expected = hashOf(collection, written)
    const { id } = await db.create({ collection, data: written })
    const found = (await db.findOne<Raw>({ collection, where: { id: { equals: id } } }))!
    expect(hashOf(collection, found)).toBe(expected)
  })

  it('a draft that is half filled in has what was filled in, as on SQLite', async () => {
    const { document, version } = await storeHalfFilled(app.locals.payload)
    expect(fieldsOf(document)).toEqual(halfFilledContent)
    expect(fieldsOf(version)).toEqual(halfFilledContent)
    expect(hashOf('notices', version)).toBe(hashOf('notices', halfFilledOnSqlite.version))
  })
})

/** MongoDB refuses ids in the form SQLite has, so the document refers to ids of 24 digits instead. */
function withMongoIds(document: Raw): Record<string, unknown> {
  const uuid =
    /"([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-[0-9a-f]{4}([0-9a-f]{4})[0-9a-f]{4}"/g
  const written = JSON.parse(JSON.stringify(document).replace(uuid, '"$1$2$3$4$5"')) as Record<
    string,
    unknown
  >
  return { ...written, id: undefined }
}
