import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { buildTarget, serverStamp } from '../../src/bin/build.mjs'
import { ask } from './ask.mjs'
import { indexAsPayloadDoes } from './payload-indexes.mjs'
import { lockTables } from './payload-tables.mjs'
import { mongoDatabase } from './mongo.mjs'
import { multiply } from './multiply.mjs'
import { largeTimes, root, searchTimes } from './settings.mjs'

/** What a server says is not shown, what goes wrong is, and messages pass to and fro. */
const withMessages = ['ignore', 'ignore', 'inherit', 'ipc']

const nothingKept = { CACHE_MB: '0', DOCUMENTS_MB: '0' }

/** How each server is started, by the name it has in the tables. */
const servers = {
  platform: { start: startPlatform },
  cold: { start: startPlatform, environment: { CACHE_MB: '0' } },
  'cold, no documents': { start: startPlatform, environment: nothingKept },
  large: { start: startPlatform, times: largeTimes },
  'large cold': { start: startPlatform, times: largeTimes, environment: { CACHE_MB: '0' } },
  '10,000 documents': { start: startPlatform, times: searchTimes },
  payload: { start: startPayload },
  'payload, large': { start: startPayload, times: largeTimes },
  'MongoDB, 1 worker': { start: startOnMongo, environment: { WORKERS: '1' } },
  'MongoDB, 2 workers': { start: startOnMongo, environment: { WORKERS: '2' } },
  bare: { start: startReplay },
  express: { start: startReplay },
}

/**
 * The servers of one run, each started when it is first asked for, on a copy of the seeded content that is its
 * own. They are stopped after each kind of work, so that nothing idle runs beside what is measured.
 */
export class Servers {
  #folder
  #running = new Map()
  #multiplied = new Set()
  #hasPayload = false
  /** The seeded content, for other runs. */
  #kept = path.join(root, 'dist/bench', serverStamp())
  /** By name: seconds from start to first read, and the most memory at the end of any kind of work. */
  figures = new Map()

  /** @param folder with the seeded content in `seeded`; copies are made beside it */
  constructor(folder) {
    this.#folder = folder
  }

  async get(name) {
    if (!this.#running.has(name)) this.#running.set(name, await this.#start(name))
    return this.#running.get(name)
  }

  /**
   * Ends a server and starts it again, on what it has.
   *
   * @returns milliseconds from the start of the process to its first answer
   */
  async startAgain(name) {
    const running = await this.get(name)
    this.#record(name, running)
    await stopped(running)
    const again = await this.#run(name)
    this.#running.set(name, again)
    return again.startedIn * 1000
  }

  /** Starts a platform on the content that all others have copies of, which is seeded once for a state of the code. */
  async seed() {
    const dataDir = path.join(this.#folder, 'seeded')
    if (!existsSync(this.#kept)) {
      await stopped(await startPlatform({ dataDir }))
      rmSync(path.dirname(this.#kept), { recursive: true, force: true })
      cpSync(dataDir, this.#kept, { recursive: true })
    } else cpSync(this.#kept, dataDir, { recursive: true })
    const server = await startPlatform({ dataDir })
    this.#running.set('seeding', server)
    return server
  }

  async stop() {
    for (const [name, server] of this.#running) {
      if (name in servers && isRunning(server)) this.#record(name, server)
      await stopped(server)
      if (name in servers) rmSync(this.#dataDirOf(name), { recursive: true, force: true })
    }
    this.#running.clear()
  }

  async #start(name) {
    const { start, times } = servers[name]
    if (start === startPayload) this.#preparePayload()
    if (start === startPayload || start === startPlatform) {
      const from = times ? this.#multipliedBy(times) : path.join(this.#folder, 'seeded')
      cpSync(from, this.#dataDirOf(name), { recursive: true })
    }
    if (start === startPayload) asPayloadHasIt(path.join(this.#dataDirOf(name), 'stationmaster.db'))
    return this.#run(name)
  }

  #run(name) {
    const { start, environment } = servers[name]
    return start({ name, dataDir: this.#dataDirOf(name), environment })
  }

  #dataDirOf(name) {
    return path.join(this.#folder, name)
  }

  #preparePayload() {
    if (!this.#hasPayload) buildPayload(this.#folder)
    this.#hasPayload = true
  }

  #multipliedBy(times) {
    const dataDir = path.join(this.#folder, `times-${times}`)
    if (this.#multiplied.has(times)) return dataDir
    cpSync(path.join(this.#folder, 'seeded'), dataDir, { recursive: true })
    multiply(path.join(dataDir, 'stationmaster.db'), times)
    this.#multiplied.add(times)
    return dataDir
  }

  #record(name, server) {
    const known = this.figures.get(name)
    this.figures.set(name, {
      startedIn: known?.startedIn ?? server.startedIn,
      memory: Math.max(known?.memory ?? 0, residentMemory(server)),
    })
  }
}

function asPayloadHasIt(database) {
  indexAsPayloadDoes(database)
  lockTables(database, [
    'stations',
    'notices',
    'phases',
    'steps',
    'forms',
    'help-organizations',
    'media',
    'users',
  ])
}

function startPlatform({ dataDir, environment = {} }) {
  return startOnDatabase({
    argumentsFor: () => [
      '--conditions=production',
      '--min-semi-space-size=16',
      '--import=./tests/bench/servers/times.mjs',
      'dist/server/server.js',
    ],
    stdio: withMessages,
    environment: { DATA_DIR: dataDir, LOG_LEVEL: 'warn', NODE_ENV: 'production', ...environment },
  })
}

/** On the MongoDB of `MONGODB_URL`, all on one database of this run. The first of them seeds it. */
function startOnMongo({ dataDir, environment }) {
  return startPlatform({ dataDir, environment: { ...environment, DATABASE_URL: mongoDatabase() } })
}

function startPayload({ dataDir }) {
  return startOnDatabase({
    argumentsFor: (port) => [
      'node_modules/next/dist/bin/next',
      'start',
      'tests/bench/payload',
      '-p',
      String(port),
    ],
    environment: {
      DATA_DIR: dataDir,
      PAYLOAD_SECRET: readFileSync(path.join(dataDir, 'secret'), 'utf8'),
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  })
}

/** Starts a server and waits until it has answered the first read. */
async function startOnDatabase({ argumentsFor, environment, stdio }) {
  const port = await freePort()
  const from = performance.now()
  const child = start({
    args: argumentsFor(port),
    environment: { ...environment, PORT: `${port}` },
    stdio,
  })
  await firstRead(port, child)
  const say = async (message) => {
    child.send(message)
    return told(child)
  }
  return Object.assign(child, { port, say, startedIn: (performance.now() - from) / 1000 })
}

/** A server that hands out the bytes it was taught. */
async function startReplay({ name }) {
  const port = await freePort()
  const child = start({
    args: ['tests/bench/servers/replay.mjs', name, String(port)],
    stdio: withMessages,
  })
  await told(child)
  const teach = async (answers) => {
    child.send(answers)
    await told(child)
  }
  return Object.assign(child, { port, teach })
}

function start({ args, environment = {}, stdio = ['ignore', 'ignore', 'inherit'] }) {
  return spawn(process.execPath, args, {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      ...environment,
    },
    stdio,
  })
}

function told(child) {
  return new Promise((resolve) => child.once('message', resolve))
}

function stopped(child) {
  return new Promise((resolve) => {
    if (!isRunning(child)) return resolve()
    child.once('exit', resolve)
    child.kill('SIGTERM')
  })
}

function isRunning({ exitCode, signalCode }) {
  return exitCode === null && signalCode === null
}

async function firstRead(port, child) {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`A server ended with ${child.exitCode}.`)
    try {
      if ((await ask({ port, url: '/api/stations?limit=1' })).status === 200) return
    } catch {
      // Not listening yet.
    }
    await setTimeout(10)
  }
}

function freePort() {
  return new Promise((resolve) => {
    const holder = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = holder.address()
      holder.close(() => resolve(port))
    })
  })
}

function buildPayload(folder) {
  buildTarget('payload', {
    named: 'plain Payload',
    inputs: ['tests/bench/payload', 'collections', 'access', 'src', 'package-lock.json'],
    ignores: ['src/app', 'tests/bench/payload/.next'],
    output: 'tests/bench/payload/.next/BUILD_ID',
    build: () => buildWithNext(folder),
  })
}

function buildWithNext(folder) {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'build', 'tests/bench/payload'],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        DATA_DIR: folder,
        PAYLOAD_SECRET: 'only for building',
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  if (status !== 0) throw new Error('Plain Payload could not be built.')
}

/** In megabytes. */
export function residentMemory({ pid }) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}
