import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Settings } from '../../src/settings.ts'
import { build } from '../support/build.ts'
import { testSettings } from '../support/settings.ts'
import { Client, signInAll } from './clients.ts'
import { inspect } from './inspect.ts'
import { Logbook } from './logbook.ts'
import { Random } from './random.ts'
import { startServer, type Server } from './server.ts'

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)

/** How often the disk fails, and then works again. */
const rounds = Number(process.env['ROUNDS'] ?? 8)

/** How many people work at once. */
const clients = 4

/** A way in which a disk fails for a while, seen from one process. */
interface Fault {
  title: string
  environment: (folder: string) => Record<string, string>
  limits?: string
  begin: (server: Server, folder: string, random: Random) => void
  end: (server: Server, folder: string) => void
}

const faults: Fault[] = [
  {
    title: 'is full',
    environment: () => ({}),
    // Without the trap the system would end the process for writing too much.
    limits: "trap '' XFSZ",
    begin: (server, _folder, random) => limitFiles(server, random.between(0, 512 * 1024)),
    end: (server) => limitFiles(server, 'unlimited'),
  },
  {
    title: 'does not keep what is written',
    environment: (folder) => ({
      LD_PRELOAD: compileFailingFsync(folder),
      FAIL_FSYNC: path.join(folder, 'failing'),
    }),
    begin: (_server, folder) => writeFileSync(path.join(folder, 'failing'), ''),
    end: (_server, folder) => rmSync(path.join(folder, 'failing')),
  },
]

beforeAll(() => build())

describe.each(faults)('a server whose disk $title for a while', (fault) => {
  let folder: string
  let settings: Settings
  let server: Server

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'stationmaster-disk-'))
    const dataDir = path.join(folder, 'data')
    cpSync(path.join(inject('templates'), 'roadmap'), dataDir, { recursive: true })
    settings = testSettings(dataDir)
    const { limits } = fault
    server = await startServer(
      { DATA_DIR: dataDir, ...fault.environment(folder) },
      limits === undefined ? {} : { limits },
    )
  })
  afterAll(async () => {
    await server.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  it('says that it cannot now, does nothing by half, and goes on afterwards', async () => {
    console.log(`SEED=${seed}`)
    const random = new Random(seed)
    const log = new Logbook()
    const { origin } = server
    const sessions = await signInAll(origin)
    const [phase] = (await answerOf<{ docs: { id: string }[] }>(`${origin}/api/phases?limit=1`))
      .docs
    const taken = new Set<string>()
    const work = Promise.all(
      Array.from({ length: clients }, () =>
        new Client({
          origin,
          sessions,
          log,
          random: new Random(random.between(0, 2 ** 31)),
          phase: phase!.id,
          taken,
        }).workUntilGone(),
      ),
    )
    const wait = (least: number, most: number) =>
      Promise.race([work, setTimeout(random.between(least, most))])

    for (let round = 1; round <= rounds; round += 1) {
      await wait(500, 3_000)
      const refusedBefore = refusals(log)
      fault.begin(server, folder, random)
      await wait(1_500, 3_000)
      expect(refusals(log), 'nothing was refused').toBeGreaterThan(refusedBefore)
      // What readers get does not need room.
      expect(
        (await answerOf<{ docs: unknown[] }>(`${origin}/api/stations?limit=5`)).docs,
      ).toHaveLength(5)
      fault.end(server, folder)
      const publishedBefore = log.publications
      while (log.publications === publishedBefore) await wait(100, 100)
    }
    await server.kill()
    await work
    const { problems } = await inspect(settings, log)
    expect(problems, `SEED=${seed}`).toEqual([])
    for (const said of log.unavailable.keys()) expect(said).toContain('"UNAVAILABLE"')
    console.log(
      `${refusals(log)} refusals, ${log.publications} publications: all as it was answered.`,
      [...log.unavailable.keys()],
    )
  })
})

function refusals(log: Logbook): number {
  return [...log.unavailable.values()].reduce((sum, count) => sum + count, 0)
}

/** Bounds how large the files are that a process writes, in bytes: beyond it they find no room. */
function limitFiles({ pid }: Server, most: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${most}:unlimited`])
}

/** @returns the file of a library that fails on request; needs a C compiler */
function compileFailingFsync(folder: string): string {
  const library = path.join(folder, 'failing-fsync.so')
  const source = path.join(import.meta.dirname, 'failing-fsync.c')
  execFileSync('cc', ['-shared', '-fPIC', '-o', library, source])
  return library
}

async function answerOf<Answer>(address: string): Promise<Answer> {
  const response = await fetch(address)
  expect(response.status).toBe(200)
  return (await response.json()) as Answer
}
