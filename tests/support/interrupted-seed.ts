import { sql } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import { seedIfEmpty } from '../../seed/index.ts'
import { createApp } from '../../src/create-app.ts'
import { testSettings } from './settings.ts'

/** Content types that are seeded. */
export const kinds = [
  'phases',
  'help-organizations',
  'forms',
  'steps',
  'stations',
  'notices',
  'synonyms',
  'popular-terms',
] as const

/** How much of each content type is live. */
export type LiveCounts = Record<(typeof kinds)[number], number>

/** Moments at which a seed can be interrupted, and from which row on the disk is full then. */
const moments = {
  making: { table: '_stations_v', when: '(SELECT count(*) FROM _stations_v) >= 10' },
  // Between the submission of a text and its approval.
  reviewing: {
    table: 'ledger_entries',
    when: `NEW.type = 'approved' AND (SELECT count(*) FROM ledger_entries) >= 60`,
  },
  publishing: {
    table: '_stations_v',
    when: `(SELECT count(*) FROM _stations_v WHERE version__status = 'published') >= 5`,
  },
  // Between the submission of an open draft and what its reviewer says to it.
  handingOn: {
    table: 'ledger_entries',
    when: `NEW.type = 'returned' AND EXISTS (SELECT 1 FROM ledger_entries WHERE type = 'published')`,
  },
} as const

/** What was live when the seed had been interrupted at each moment. */
export type Interruptions = Record<keyof typeof moments, LiveCounts>

/**
 * Seeds an installation that fails again and again, like one with a full disk, and is started anew each
 * time. What comes of it is the roadmap all tests start from: seeding takes long, so it happens once.
 */
export async function seedInterrupted(dataDir: string): Promise<Interruptions> {
  const settings = testSettings(dataDir, { seed: 'demo' })
  const counts: Partial<Interruptions> = {}
  for (const [moment, { table, when }] of Object.entries(moments)) {
    const app = await createApp({ settings })
    const { payload } = app.locals
    const { drizzle } = payload.db as unknown as Sqlite
    await drizzle.run(
      sql.raw(`CREATE TRIGGER full_disk BEFORE INSERT ON ${table} WHEN ${when}
        BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`),
    )
    await failToSeed(payload, settings)
    await drizzle.run(sql`DROP TRIGGER full_disk`)
    counts[moment as keyof Interruptions] = await liveCounts(payload)
    await app.locals.close()
  }
  const app = await createApp({ settings })
  await seedIfEmpty(app.locals.payload, settings)
  await app.locals.close()
  return counts as Interruptions
}

/** How much of each content type is live now. */
export async function liveCounts(payload: Payload): Promise<LiveCounts> {
  const counts: Partial<LiveCounts> = {}
  for (const collection of kinds)
    counts[collection] = (
      await payload.count({ collection, where: { _status: { equals: 'published' } } })
    ).totalDocs
  return counts as LiveCounts
}

interface Sqlite {
  drizzle: { run: (statement: unknown) => Promise<unknown> }
}

async function failToSeed(
  payload: Payload,
  settings: ReturnType<typeof testSettings>,
): Promise<void> {
  const failure = await seedIfEmpty(payload, settings).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (failure === undefined) throw new Error('The seed was to be interrupted, and was not.')
}
