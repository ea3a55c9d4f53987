import { sql } from '@payloadcms/db-sqlite'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import request from 'supertest'
import type { Migration, Payload } from 'payload'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { seedPeople } from '../../../seed/people.ts'
import { createApp, type Stationmaster } from '../../../src/create-app.ts'
import { migrations } from '../../../src/database/migrations/index.ts'
import { testSettings } from '../../support/settings.ts'

const folder = path.resolve('src/database/migrations')

let dataDir: string
let app: Stationmaster

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'stationmaster-migrations-'))
  app = await createApp({ settings: testSettings(dataDir) })
})

afterEach(async () => {
  await app.locals.close()
  rmSync(dataDir, { recursive: true, force: true })
})

interface SqliteAdapter {
  drizzle: { all: <Row>(query: unknown) => Promise<Row[]> }
  schema: Record<string, unknown>
  requireDrizzleKit: () => {
    generateDrizzleJson: (schema: Record<string, unknown>) => Promise<Snapshot>
    generateMigration: (before: Snapshot, after: Snapshot) => Promise<string[]>
  }
}

interface Snapshot {
  tables: Record<string, { name: string; columns: Record<string, unknown> }>
}

const database = (payload: Payload) => payload.db as unknown as SqliteAdapter

const newestSnapshot = () =>
  JSON.parse(
    readFileSync(path.join(folder, readdirSync(folder).filter(isSnapshot).sort().at(-1)!), 'utf8'),
  ) as Snapshot

const isSnapshot = (file: string) => file.endsWith('.json')

const applied = async ({ locals: { payload } }: Stationmaster) => {
  const { docs } = await payload.find({ collection: 'payload-migrations', limit: 0, sort: 'name' })
  return docs.map(({ name, batch, updatedAt }) => ({ name, batch, updatedAt }))
}

describe('The checked-in migrations', () => {
  it('are all listed, oldest first', () => {
    const files = readdirSync(folder)
      .filter((file) => /^\d{8}_\d{6}.*\.ts$/.test(file))
      .map((file) => file.replace(/\.ts$/, ''))
    expect(migrations.map(({ name }) => name)).toEqual(files.sort())
  })

  it('lead to the content model as it is now', async () => {
    const { schema, requireDrizzleKit } = database(app.locals.payload)
    const { generateDrizzleJson, generateMigration } = requireDrizzleKit()
    const missing = await generateMigration(newestSnapshot(), await generateDrizzleJson(schema))
    expect(missing).toEqual([])
  })

  it('make every table and column of their newest snapshot', async () => {
    const { drizzle } = database(app.locals.payload)
    const rows = await drizzle.all<{ tableName: string; columnName: string }>(
      sql`SELECT t.name AS tableName, c.name AS columnName
          FROM sqlite_master t JOIN pragma_table_info(t.name) c
          WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'`,
    )
    const inDatabase = rows.map(({ tableName, columnName }) => `${tableName}.${columnName}`).sort()
    const inSnapshot = Object.values(newestSnapshot().tables).flatMap(({ name, columns }) =>
      Object.keys(columns).map((column) => `${name}.${column}`),
    )
    expect(inDatabase).toEqual(inSnapshot.sort())
  })
})

describe('In an empty folder', () => {
  it('the platform starts with a database that has run every migration', async () => {
    expect((await applied(app)).map(({ name }) => name)).toEqual(migrations.map(({ name }) => name))
  })

  it('the platform answers readers', async () => {
    const { body, status } = await request(app).get('/api/stations')
    expect({ status, docs: body.docs }).toEqual({ status: 200, docs: [] })
  })

  it('the platform is ready', async () => {
    expect((await request(app).get('/readyz')).status).toBe(200)
  })
})

describe('A second start', () => {
  it('runs no migration again', async () => {
    const before = await applied(app)
    await app.locals.close()
    app = await createApp({ settings: testSettings(dataDir) })
    expect(await applied(app)).toEqual(before)
  })

  it('keeps what was stored', async () => {
    await seedPeople(app.locals.payload)
    await app.locals.close()
    app = await createApp({ settings: testSettings(dataDir) })
    expect((await app.locals.payload.count({ collection: 'users' })).totalDocs).toBe(5)
  })

  it('changes nothing when the migrations are run once more by hand', async () => {
    const before = await applied(app)
    await app.locals.payload.db.migrate({ migrations: migrations as Migration[] })
    expect(await applied(app)).toEqual(before)
  })
})
