import cluster from 'node:cluster'
import v8 from 'node:v8'
import { isDatabaseAway } from './database/health.ts'
import { readSettings, SettingsError, type Settings } from './settings.ts'

/**
 * How much the heap may grow beyond what lives in it before V8 collects the rest, in percent. V8 alone lets it
 * grow up to fourfold: see docs/decisions/0021-the-heap-grows-by-little.md.
 */
const heapGrowth = 60

// Whoever read the log may be gone. Next writes of every error that nobody handles to the log, which would be the next error,
// and so on without an end.
for (const log of [process.stdout, process.stderr]) log.on('error', () => undefined)
v8.setFlagsFromString(`--heap-growing-percent=${heapGrowth}`)
try {
  await run(readSettings(process.env))
} catch (error) {
  refuseToStart(error)
}

/** Serves in this process, or in as many as the settings say. Development has one: it starts anew with every change. */
async function run(settings: Settings): Promise<void> {
  const isPrimary = cluster.isPrimary && process.env['NODE_ENV'] === 'production'
  // Loaded here: a primary has no use for Payload.
  if (isPrimary && settings.workers > 1) (await import('./workers/primary.ts')).runWorkers(settings)
  else await (await import('./serve.ts')).serve(settings, refuseToStart)
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
