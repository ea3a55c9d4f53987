import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { seedPeople } from '../../seed/people.ts'
import { createApp } from '../../src/create-app.ts'
import { isMongo } from '../../src/database/adapter.ts'
import type { Settings } from '../../src/settings.ts'
import { build } from '../support/build.ts'
import { testSettings } from '../support/settings.ts'
import { Client, signInAll, type Sessions } from './clients.ts'
import { inspect, scheduleEnds } from './inspect.ts'
import { Logbook } from './logbook.ts'
import { Random } from './random.ts'
import { startServer, type Server } from './server.ts'

/** `SEED=… npm run test:kill` kills at the same moments, as far as a clock can tell. */
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

/** How often the server is killed: `ROUNDS` times, or as often as fits into about five minutes. */
const rounds = Number(process.env['ROUNDS'] ?? Number.POSITIVE_INFINITY)
const mostMinutes = process.env['ROUNDS'] === undefined ? 4.5 : Number.POSITIVE_INFINITY

/** How many people work at once. */
const clients = 6

/** How long the server works until it is killed, in milliseconds. */
const leastWork = 200
const mostWork = 8_000

const databases = [
  { title: 'an embedded database', prepare: copySeeded },
  ...(process.env['MONGODB_URL']
    ? [{ title: 'MongoDB', prepare: () => peopleOnMongo(process.env['MONGODB_URL']!) }]
    : []),
]

beforeAll(() => build())

describe.each(databases)('a server on $title that is killed while people publish', (database) => {
  let settings: Settings
  let server: Server | undefined

  beforeAll(async () => {
    settings = await database.prepare()
  })
  afterAll(async () => {
    await server?.kill()
    await dropDatabase(settings)
    rmSync(settings.dataDir, { recursive: true, force: true })
  })

  it('keeps what it answered, does nothing by half, and publishes what is due once', async () => {
    console.log(`SEED=${seed}`)
    const random = new Random(seed)
    const log = new Logbook()
    const taken = new Set<string>()
    const begun = Date.now()
    let sessions: Sessions | undefined
    let phase: string | undefined
    let kills = 0

    while (kills < rounds && Date.now() - begun < mostMinutes * 60_000) {
      server = await startServer(environmentOf(settings))
      const { origin } = server
      sessions ??= await signInAll(origin)
      phase ??= await livePhase(origin, sessions)
      const work = Promise.all(
        Array.from({ length: clients }, () =>
          new Client({
            origin,
            sessions: sessions!,
            log,
            random: new Random(random.between(0, 2 ** 31)),
            phase: phase!,
            taken,
          }).workUntilGone(),
        ),
      )
      // A client that is refused ends the test at once; otherwise the server dies at a random moment.
      await Promise.race([work, setTimeout(random.between(leastWork, mostWork))])
      await server.kill()
      await work
      kills += 1
      const { problems } = await inspect(settings, log)
      expect(problems, `SEED=${seed}, after ${kills} kills`).toEqual([])
    }

    server = await startServer(environmentOf(settings))
    const answer = await verification(server.origin, sessions!)
    expect(answer.breaks, `SEED=${seed}`).toEqual([])
    await expectAllDueDone(server.origin, sessions!)
    await server.stop()
    const { entries, problems } = await inspect(settings, log)
    expect(problems, `SEED=${seed}`).toEqual([])
    const ends = [...scheduleEnds(entries).values()]
    expect(ends.filter(([end]) => end?.type !== 'published')).toEqual([])
    console.log(
      `${kills} kills, ${log.pages.size} documents, ${log.publications} publications answered, ${ends.length} schedules, ${entries.length} entries: all as it was answered.`,
    )
    expect(log.publications).toBeGreaterThan(0)
  })
})

function copySeeded(): Settings {
  const dataDir = newFolder()
  cpSync(path.join(inject('templates'), 'roadmap'), dataDir, { recursive: true })
  return testSettings(dataDir)
}

async function peopleOnMongo(address: string): Promise<Settings> {
  const url = new URL(address)
  url.pathname = `/stationmaster-kill-${randomUUID()}`
  const settings = testSettings(newFolder(), { databaseUrl: url.href })
  const app = await createApp({ settings })
  await seedPeople(app.locals.payload)
  await app.locals.close()
  return settings
}

/** Leaves nothing behind on a MongoDB server that others use too. */
async function dropDatabase(settings: Settings): Promise<void> {
  if (!isMongo(settings.databaseUrl)) return
  const app = await createApp({ settings })
  const { connection } = app.locals.payload.db as unknown as {
    connection: { dropDatabase: () => Promise<unknown> }
  }
  await connection.dropDatabase()
  await app.locals.close()
}

function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'stationmaster-kill-'))
}

function environmentOf({ databaseUrl, dataDir }: Settings): Record<string, string> {
  return { DATABASE_URL: databaseUrl, DATA_DIR: dataDir }
}

async function livePhase(origin: string, sessions: Sessions): Promise<string> {
  const [known] = await list<{ id: string }>(`${origin}/api/phases?limit=1&depth=0`)
  if (known) return known.id
  const author = new Client({
    origin,
    sessions,
    log: new Logbook(),
    random: new Random(seed),
    phase: '',
    taken: new Set(),
  })
  return author.publishPhase()
}

async function verification(origin: string, sessions: Sessions): Promise<{ breaks: unknown[] }> {
  const response = await fetch(`${origin}/api/ledger/verify`, { headers: asEditor(sessions) })
  return (await response.json()) as { breaks: unknown[] }
}

/** Whatever is still scheduled lies seconds ahead. */
async function expectAllDueDone(origin: string, sessions: Sessions): Promise<void> {
  await vi.waitFor(
    async () => {
      const address = `${origin}/api/workflow-states?where[state][equals]=scheduled&limit=1`
      expect(await list(address, asEditor(sessions))).toEqual([])
    },
    { timeout: 60_000, interval: 250 },
  )
}

async function list<Row>(address: string, headers: Record<string, string> = {}): Promise<Row[]> {
  const response = await fetch(address, { headers })
  expect(response.status).toBe(200)
  return ((await response.json()) as { docs: Row[] }).docs
}

function asEditor({ editor }: Sessions): Record<string, string> {
  return { authorization: `JWT ${editor}` }
}
