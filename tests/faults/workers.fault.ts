import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import http from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedPeople } from '../../seed/people.ts'
import { createApp } from '../../src/create-app.ts'
import type { Settings } from '../../src/settings.ts'
import { Newsroom } from '../caches/newsroom.ts'
import { build } from '../support/build.ts'
import { text } from '../support/content.ts'
import { testSettings } from '../support/settings.ts'
import { startServer, type Server } from './server.ts'

const mongodbUrl = process.env['MONGODB_URL']

/** How often something becomes public while everybody reads. */
const rounds = Number(process.env['ROUNDS'] ?? 40)

const workers = 3

beforeAll(() => build())

describe.skipIf(!mongodbUrl)('several workers on MongoDB', () => {
  let settings: Settings
  let server: Server
  let newsroom: Newsroom
  let phase: string
  let environment: Record<string, string>

  beforeAll(async () => {
    settings = await peopleOn(mongodbUrl!)
    environment = {
      DATABASE_URL: settings.databaseUrl,
      DATA_DIR: settings.dataDir,
      WORKERS: `${workers}`,
    }
    server = await startServer(environment)
    newsroom = new Newsroom(server.origin)
    phase = await publishedPhase(newsroom)
  })
  afterAll(async () => {
    await server?.kill()
    if (settings) await drop(settings)
  })

  it('are processes of their own that take turns, each with its own kept answers', async () => {
    expect(workersOf(server)).toHaveLength(workers)
    const answers = await askAll(server, `/api/phases?limit=1&depth=0&sort=-name`, 2 * workers)
    const kept = answers.map(({ headers }) => headers['x-cache'])
    expect(kept).toEqual([...Array(workers).fill('miss'), ...Array(workers).fill('hit')])
  })

  it('hand out nothing older from the moment on that the publisher is told', async () => {
    const station = await publishedStation(newsroom, phase)
    const other = await publishedStation(newsroom, phase)
    const addresses = [
      `/api/stations/${station.id}?depth=0&joins=false`,
      `/api/stations?where[slug][equals]=${station.slug}&depth=0`,
      `/api/stations?sort=title&depth=0&limit=100`,
      `/api/graphql?query=${encodeURIComponent(`{ stationBySlug(slug: "${station.slug}") { title } }`)}`,
      '/api/roadmap',
      '/api/pages',
      `/stations/${station.slug}`,
    ]
    let asked = 0
    let kept = 0
    let isOver = false
    // Others read and publish all the time, so that answers are being made when something becomes public.
    const readers = Array.from({ length: 6 }, async (_, at) => {
      while (!isOver) await fresh(server, addresses[at % addresses.length]!)
    })
    const writer = (async () => {
      for (let at = 0; !isOver; at += 1)
        await newsroom.publish('stations', other.id, { title: `Elsewhere ${at}` })
    })()
    for (let round = 0; round < rounds; round += 1) {
      const title = `State ${round} of ${randomUUID()}`
      await newsroom.publish('stations', station.id, { title })
      const answers = await Promise.all(
        addresses.flatMap((address) =>
          Array.from({ length: workers }, async () => ({
            address,
            ...(await fresh(server, address)),
          })),
        ),
      )
      for (const { address, body, headers, status } of answers) {
        expect([address, status, body.includes(title)], `round ${round}: ${body}`).toEqual([
          address,
          200,
          true,
        ])
        asked += 1
        if (headers['x-cache'] === 'hit') kept += 1
      }
    }
    isOver = true
    await Promise.all([...readers, writer])
    console.log({ asked, kept })
    // Otherwise it would be proved of no kept answer.
    expect(kept).toBeGreaterThan(asked / 10)
  })

  it('publish what is due once, and have all heard of it when it is in the ledger', async () => {
    const stations = await Promise.all([1, 2, 3].map(() => writtenStation(newsroom, phase)))
    for (const { id } of stations)
      await newsroom.take('stations', id, ['submit', 'approve', 'schedule'], {
        publishAt: new Date(Date.now() + 3_000).toISOString(),
      })
    for (const { id } of stations)
      await expect
        .poll(async () => (await fresh(server, `/api/stations/${id}`)).status, { timeout: 30_000 })
        .toBe(200)
    for (const { id } of stations) {
      const { history } = await newsroom.ask<{ history: { type: string }[] }>(
        'editor',
        'GET',
        `/api/stations/${id}/workflow`,
      )
      expect(history.filter(({ type }) => type === 'published')).toHaveLength(1)
    }
  })

  it('tell together what each of them has counted, whichever is asked', async () => {
    await askAll(server, '/api/phases?limit=1&depth=0', workers)
    for (const { body, headers } of await askAll(server, '/metrics', workers)) {
      expect(headers['content-type']).toContain('text/plain')
      const counts = [
        ...body.matchAll(/^stationmaster_requests_total\{.*worker="(\d+)".*\} (\d+)$/gm),
      ]
      expect(new Set(counts.map(([, worker]) => worker)).size).toBe(workers)
      for (const [, , count] of counts) expect(Number(count)).toBeGreaterThan(0)
      // Each metric is described once, or Prometheus takes none of it.
      expect(body.match(/^# TYPE stationmaster_requests_total counter$/gm)).toHaveLength(1)
      expect(body.match(/^process_resident_memory_bytes\{worker="\d+"\} \d+$/gm)).toHaveLength(
        workers,
      )
    }
  })

  it('count tries to sign in together', async () => {
    const person = { email: `${randomUUID()}@stationmaster.test`, password: 'a wrong password' }
    const statuses: number[] = []
    for (let tries = 0; tries < 11; tries += 1)
      statuses.push((await fresh(server, '/api/users/login', person)).status)
    expect(statuses).toEqual([...Array(10).fill(401), 429])
  })

  it('are replaced when they die, also the one that does what is done on a timer', async () => {
    // The oldest worker was the first to take requests, so the timers are its.
    const before = workersOf(server)
    process.kill(before[0]!, 'SIGKILL')
    await expect
      .poll(() => workersOf(server).filter((pid) => pid !== before[0]), { timeout: 60_000 })
      .toHaveLength(workers)
    const { id } = await writtenStation(newsroom, phase)
    await newsroom.take('stations', id, ['submit', 'approve', 'schedule'], {
      publishAt: new Date(Date.now() + 1_500).toISOString(),
    })
    await expect
      .poll(async () => (await fresh(server, `/api/stations/${id}`)).status, { timeout: 30_000 })
      .toBe(200)
    // All of them answer again, the new one among them.
    const unasked = `/api/stations?limit=1&depth=0&sort=-slug`
    await expect
      .poll(
        async () => {
          const answers = await askAll(server, `${unasked}&page=${Date.now() % 1000}`, workers)
          return answers.map(({ headers }) => headers['x-cache'])
        },
        { timeout: 60_000 },
      )
      .toEqual(Array(workers).fill('miss'))
  })

  it('do not let one hand out what is older that does not listen any more', async () => {
    const station = await publishedStation(newsroom, phase)
    const address = `/api/stations/${station.id}?depth=0&joins=false`
    await askAll(server, address, 2 * workers)
    const stopped = workersOf(server).at(-1)!
    const title = `After it stopped ${randomUUID()}`
    await newsroom.save('stations', station.id, { title })
    await newsroom.take('stations', station.id, ['submit', 'approve'])
    const { contentHash } = await newsroom.ask<{ contentHash: string }>(
      'editor',
      'GET',
      `/api/stations/${station.id}/workflow`,
    )
    const publisher = await newsroom.session('publisher')
    process.kill(stopped, 'SIGSTOP')
    // What reaches the stopped one is answered by nobody: it is asked until another one takes it.
    const published = await untilAnswered(() =>
      fresh(
        server,
        `/api/stations/${station.id}/workflow/publish`,
        { contentHash },
        { authorization: `JWT ${publisher}` },
      ),
    )
    expect([200, 409]).toContain(published.status)
    expect(isRunning(stopped)).toBe(false)
    await expect.poll(() => workersOf(server), { timeout: 60_000 }).toHaveLength(workers)
    for (const { body } of await askAll(server, address, 2 * workers)) expect(body).toContain(title)
    expect(server.output()).toContain('did not hear of a publication')
  })

  it('end the process with code 1 when they cannot be started any more', async () => {
    const failing = await startServer({ ...environment, WORKERS: '2' })
    const [oldest, ...others] = workersOf(failing)
    for (const pid of others) process.kill(pid, 'SIGKILL')
    await expect
      .poll(
        () => {
          if (!isRunning(failing.pid)) return 'ended'
          // Each that takes the place of the one before dies before it takes requests.
          for (const pid of workersOf(failing)) if (pid !== oldest) process.kill(pid, 'SIGKILL')
          return 'running'
        },
        { timeout: 60_000 },
      )
      .toBe('ended')
    expect(await failing.stop()).toBe(1)
    expect(isRunning(oldest!)).toBe(false)
    expect(failing.output()).toContain('worker processes end again and again')
  })

  it('end in order when the process is asked to stop', async () => {
    const pids = workersOf(server)
    expect(await server.stop()).toBe(0)
    expect(pids.filter(isRunning)).toEqual([])
  })
})

describe.skipIf(!mongodbUrl)('workers that cannot run', () => {
  it('say once why, and end the process with code 1', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'stationmaster-workers-'))
    const refused = startServer({
      DATABASE_URL: 'mongodb://127.0.0.1:1/none?replicaSet=rs0',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
      WORKERS: '3',
    })
    const { message } = await refused.then(
      () => new Error('it started'),
      (error: Error) => error,
    )
    rmSync(dataDir, { recursive: true, force: true })
    expect(message.match(/cannot be reached/g)).toHaveLength(1)
    expect(message).toMatch(/code 1\b/)
  })
})

interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  body: string
}

/** Asks over a connection of its own: each goes to another worker. */
function fresh(
  { origin }: Server,
  address: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(origin + address, {
      agent: false,
      method: body ? 'POST' : 'GET',
      headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      timeout: 20_000,
    })
    request.on('timeout', () => request.destroy(new Error('No answer')))
    request.on('error', reject)
    request.on('response', (response) => {
      let read = ''
      response.setEncoding('utf8').on('data', (part: string) => (read += part))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: read }),
      )
    })
    request.end(body ? JSON.stringify(body) : undefined)
  })
}

/** Asks one after the other. */
async function askAll(server: Server, address: string, times: number): Promise<Answer[]> {
  const answers: Answer[] = []
  for (let at = 0; at < times; at += 1) answers.push(await fresh(server, address))
  return answers
}

async function untilAnswered(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answers = await Promise.allSettled(Array.from({ length: workers }, ask))
    const answered = answers.find((one) => one.status === 'fulfilled')
    if (answered) return answered.value
  }
}

/** Processes that the server started, the oldest first. */
function workersOf({ pid }: Server): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map(Number)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function publishedPhase(newsroom: Newsroom): Promise<string> {
  const { doc } = await newsroom.ask<{ doc: { id: string } }>('editor', 'POST', '/api/phases', {
    name: 'A line',
    slug: 'a-line',
    order: 1,
    summary: 'A line of the map.',
  })
  await newsroom.take('phases', doc.id, ['submit', 'approve', 'publish'])
  return doc.id
}

async function writtenStation(
  newsroom: Newsroom,
  phase: string,
): Promise<{ id: string; slug: string }> {
  const slug = `station-${randomUUID()}`
  const { doc } = await newsroom.ask<{ doc: { id: string } }>('editor', 'POST', '/api/stations', {
    title: slug,
    slug,
    summary: 'A stop of the map.',
    overview: text('What happens here.'),
    kind: 'stop',
    phase,
  })
  return { id: doc.id, slug }
}

async function publishedStation(
  newsroom: Newsroom,
  phase: string,
): Promise<{ id: string; slug: string }> {
  const station = await writtenStation(newsroom, phase)
  await newsroom.take('stations', station.id, ['submit', 'approve', 'publish'])
  return station
}

async function peopleOn(address: string): Promise<Settings> {
  const url = new URL(address)
  url.pathname = `/stationmaster-workers-${randomUUID()}`
  const dataDir = mkdtempSync(path.join(tmpdir(), 'stationmaster-workers-'))
  const settings = testSettings(dataDir, { databaseUrl: url.href })
  const app = await createApp({ settings })
  await seedPeople(app.locals.payload)
  await app.locals.close()
  return settings
}

/** Leaves nothing behind on a MongoDB server that others use too. */
async function drop(settings: Settings): Promise<void> {
  const app = await createApp({ settings })
  const { connection } = app.locals.payload.db as unknown as {
    connection: { dropDatabase: () => Promise<unknown> }
  }
  await connection.dropDatabase()
  await app.locals.close()
  rmSync(settings.dataDir, { recursive: true, force: true })
}
