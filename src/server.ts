import { mkdirSync } from 'node:fs'
import http from 'node:http'
import v8 from 'node:v8'
import next from 'next'
import type { RequestHandler } from 'express'
import { createApp, type Stationmaster } from './create-app.ts'
import { isDatabaseAway } from './database/health.ts'
import { readSettings, SettingsError, type Settings } from './settings.ts'
import { seedIfEmpty } from '../seed/index.ts'
import { shareWithReader } from './reader.ts'
import { welcome } from './welcome.ts'

/** Longest that requests in flight may take to finish once the process is asked to stop, in milliseconds. */
const longestGoodbye = 10_000

/**
 * How much the heap may grow beyond what lives in it before V8 collects the rest, in percent. V8 alone lets it
 * grow up to fourfold: see docs/decisions/0021-the-heap-grows-by-little.md.
 */
const heapGrowth = 60

v8.setFlagsFromString(`--heap-growing-percent=${heapGrowth}`)
try {
  await run(readSettings(process.env))
} catch (error) {
  refuseToStart(error)
}

/** Ends the process with what to do, for problems that whoever starts it can mend. */
function refuseToStart(error: unknown): never {
  const { code, message } = error as NodeJS.ErrnoException
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (error instanceof SettingsError) console.error(message)
  else if (code === 'EADDRINUSE' || code === 'EACCES')
    console.error(
      `Stationmaster cannot start: HOST and PORT name an address that is taken or not allowed (${message}). Choose another PORT.`,
    )
  else if (isDatabaseAway(error) || /cannot connect to/i.test(message))
    console.error(
      `Stationmaster cannot start: the database that DATABASE_URL names cannot be reached (${(cause as Error).message}). Start it, or mend the address.`,
    )
  else throw error
  process.exit(1)
}

/** Starts the platform: database and content first, then the pages, then the port. */
async function run(settings: Settings): Promise<void> {
  const startedAt = performance.now()
  // Payload's reload on change would replace what the host runs; `npm run dev` restarts instead.
  process.env['DISABLE_PAYLOAD_HMR'] = 'true'
  mkdirSync(settings.dataDir, { recursive: true })

  const server = http.createServer()
  const pages: { handle?: RequestHandler } = {}
  const app = await createApp({
    settings,
    pages: (req, res, done) => (pages.handle ? pages.handle(req, res, done) : done()),
  })
  await seedIfEmpty(app.locals.payload, settings)
  pages.handle = await preparePages(server, settings)

  server.on('request', app)
  stopOnSignals(server, app)
  server.once('error', refuseToStart)
  server.listen(settings.port, settings.host, () => {
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : settings.port
    if (settings.reader) shareWithReader(settings, port)
    console.log(welcome({ settings, port, seconds: (performance.now() - startedAt) / 1000 }))
    app.locals.prepare().catch((error: unknown) => {
      app.locals.payload.logger.warn({ err: error, msg: 'Search or the map is not ready yet.' })
    })
  })
}

/** Next, which must come after Payload: its pages use the instance that is already running. */
async function preparePages(server: http.Server, settings: Settings): Promise<RequestHandler> {
  // Under `node --watch` every child process reports its imports to its parent. Next's workers must not:
  // Next takes such a report for an answer.
  Reflect.deleteProperty(process.env, 'WATCH_REPORT_DEPENDENCIES')
  const pages = next({
    dev: process.env['NODE_ENV'] !== 'production',
    dir: process.cwd(),
    hostname: settings.host,
    httpServer: server,
    port: settings.port,
  })
  await pages.prepare()
  const handle = pages.getRequestHandler()
  return (req, res) => handle(req, res)
}

/** On SIGTERM and SIGINT: takes no new requests, lets those in flight finish, closes the database. */
function stopOnSignals(server: http.Server, app: Stationmaster): void {
  let stopping = false
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return
    stopping = true
    console.log(`${signal}: finishing what is under way, then stopping.`)
    app.locals.drain()
    const impatience = setTimeout(() => server.closeAllConnections(), longestGoodbye)
    server.close(() => {
      clearTimeout(impatience)
      void app.locals.close().finally(() => process.exit(0))
    })
    server.closeIdleConnections()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
