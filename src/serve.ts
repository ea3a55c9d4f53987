import cluster from 'node:cluster'
import { mkdirSync } from 'node:fs'
import http from 'node:http'
import next from 'next'
import type { RequestHandler } from 'express'
import { createApp, type Stationmaster } from './create-app.ts'
import { openPort, type Entrance } from './entrance.ts'
import { answersInThread, besideThread, openThroughThread } from './readers-thread/entrance.ts'
import type { Settings } from './settings.ts'
import { seedIfEmpty } from '../seed/index.ts'
import { welcome } from './welcome.ts'
import { Siblings } from './workers/siblings.ts'

/** Longest that requests in flight may take to finish once the process is asked to stop, in milliseconds. */
const longestGoodbye = 10_000

/**
 * Starts the platform in this process: database and content first, then the port, and the pages meanwhile. Whoever asks for
 * a page before they are ready waits.
 *
 * @param refuseToStart called when the port cannot be had
 */
export async function serve(
  settings: Settings,
  refuseToStart: (error: unknown) => void,
): Promise<void> {
  const startedAt = performance.now()
  // Payload's reload on change would replace what the host runs; `npm run dev` restarts instead.
  process.env['DISABLE_PAYLOAD_HMR'] = 'true'
  mkdirSync(settings.dataDir, { recursive: true })

  const server = http.createServer()
  const pages: { ready?: Promise<RequestHandler> } = {}
  const siblings = cluster.isWorker ? new Siblings() : undefined
  const hasThread = !siblings && answersInThread(settings)
  const app = await createApp({
    settings: hasThread ? besideThread(settings) : settings,
    ...(siblings ? { news: siblings } : {}),
    pages: async (req, res, done) => {
      const handle = await pages.ready
      if (handle) await handle(req, res, done)
      else done()
    },
  })
  await seedIfEmpty(app.locals.payload, settings)
  pages.ready = preparePages(server, settings)
  // Looked at below. Until then, nobody is to take it for a failure that nobody looks at.
  pages.ready.catch(() => undefined)

  const entrance = hasThread
    ? await openThroughThread({ app, refuseToStart, settings })
    : await openPort({ app, isShared: siblings !== undefined, refuseToStart, server, settings })
  stopOnSignals(entrance, app)
  await pages.ready
  const { port } = entrance
  if (siblings) siblings.listening(port, app.locals.takeOver)
  else console.log(welcome({ settings, port, seconds: (performance.now() - startedAt) / 1000 }))
  app.locals.prepare().catch((error: unknown) => {
    app.locals.payload.logger.warn({ err: error, msg: 'Search or the map is not ready yet.' })
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
function stopOnSignals(entrance: Entrance, app: Stationmaster): void {
  let stopping = false
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return
    stopping = true
    // A primary says it for all its workers.
    if (!cluster.isWorker) console.log(`${signal}: finishing what is under way, then stopping.`)
    app.locals.drain()
    void entrance
      .close(longestGoodbye)
      .then(() => app.locals.close())
      .finally(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
