import { sql } from '@payloadcms/db-sqlite'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedIfEmpty } from '../../seed/index.ts'
import { readRoadmap } from '../../seed/roadmap.ts'
import { createApp, type Stationmaster } from '../../src/create-app.ts'
import { testSettings } from '../support/settings.ts'

const kinds = ['phases', 'help-organizations', 'forms', 'steps', 'stations', 'notices'] as const

const liveOf = async (payload: Payload, kind: (typeof kinds)[number]) =>
  (await payload.count({ collection: kind, where: { _status: { equals: 'published' } } })).totalDocs

const liveCounts = async (payload: Payload) =>
  Object.fromEntries(
    await Promise.all(kinds.map(async (kind) => [kind, await liveOf(payload, kind)] as const)),
  )

interface Sqlite {
  drizzle: { run: (statement: unknown) => Promise<unknown> }
}

/** Makes the database fail like a full disk, from a certain row on. */
const failFrom = (payload: Payload, condition: string) =>
  (payload.db as unknown as Sqlite).drizzle.run(
    sql.raw(`CREATE TRIGGER full_disk BEFORE INSERT ON _stations_v WHEN ${condition}
      BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`),
  )

const succeedAgain = (payload: Payload) =>
  (payload.db as unknown as Sqlite).drizzle.run(sql`DROP TRIGGER full_disk`)

describe('A seed that was interrupted', () => {
  let dataDir: string
  let app: Stationmaster
  let whileMaking: Record<string, number>
  let whilePublishing: Record<string, number>

  const settings = () => testSettings(dataDir, { seed: 'demo' })

  beforeAll(async () => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'stationmaster-interrupted-'))
    app = await createApp({ settings: settings() })
    whileMaking = await interrupted('(SELECT count(*) FROM _stations_v) >= 10')
    whilePublishing = await interrupted(
      `(SELECT count(*) FROM _stations_v WHERE version__status = 'published') >= 5`,
    )
    await seedIfEmpty(app.locals.payload, settings())
  })

  /** Seeds until the database fails, and starts anew. */
  async function interrupted(condition: string): Promise<Record<string, number>> {
    await failFrom(app.locals.payload, condition)
    await expect(seedIfEmpty(app.locals.payload, settings())).rejects.toThrow()
    await succeedAgain(app.locals.payload)
    await app.locals.close()
    app = await createApp({ settings: settings() })
    return liveCounts(app.locals.payload)
  }

  afterAll(async () => {
    await app.locals.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('leaves nothing live while documents are being made', () => {
    expect(new Set(Object.values(whileMaking))).toEqual(new Set([0]))
  })

  it('leaves live what was published before it', () => {
    expect(whilePublishing).toEqual({
      phases: 7,
      'help-organizations': 23,
      forms: 58,
      steps: readRoadmap().steps.length,
      stations: 5,
      notices: 0,
    })
  })

  it('goes on at the next start, until everything is live', async () => {
    expect(await liveCounts(app.locals.payload)).toEqual({
      phases: 7,
      'help-organizations': 23,
      forms: 58,
      steps: readRoadmap().steps.length,
      stations: 90,
      notices: 90,
    })
  })

  it('makes nothing twice', async () => {
    const { totalDocs } = await app.locals.payload.count({ collection: 'steps' })
    // The steps of the roadmap, and two that were never public.
    expect(totalDocs).toBe(readRoadmap().steps.length + 2)
    expect((await app.locals.payload.count({ collection: 'users' })).totalDocs).toBe(5)
  })

  it('is done then, and leaves what people change alone', async () => {
    const { payload } = app.locals
    const { docs } = await payload.find({
      collection: 'steps',
      where: { slug: { equals: 'ask-for-an-interpreter' } },
    })
    await payload.delete({ collection: 'steps', id: docs[0]!.id })
    await seedIfEmpty(payload, settings())
    const { totalDocs } = await payload.count({
      collection: 'steps',
      where: { slug: { equals: 'ask-for-an-interpreter' } },
    })
    expect(totalDocs).toBe(0)
  })

  it('is not begun where it is not asked for', async () => {
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'stationmaster-unseeded-'))
    await app.locals.close()
    app = await createApp({ settings: testSettings(elsewhere, { seed: 'none' }) })
    await seedIfEmpty(app.locals.payload, app.locals.settings)
    expect((await app.locals.payload.count({ collection: 'users' })).totalDocs).toBe(0)
    rmSync(elsewhere, { recursive: true, force: true })
  })
})
