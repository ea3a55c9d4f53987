import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build, root } from './build.ts'
import { seededTemplates } from './template.ts'

/** Longest that the server may take to start, in milliseconds. */
const longestStart = 180_000

/** The platform in a process of its own, and a database of its own that was seeded. */
export interface PlatformServer {
  /** Such as http://localhost:49152 */
  origin: string
  /** Ends it, and removes its database once no other process uses it. */
  stop: () => Promise<void>
}

/**
 * Builds what is not built yet and starts the platform as a newcomer finds it: the compiled server with its pages,
 * on a seeded database.
 *
 * @param environment what is set besides, for a platform at an origin
 */
export async function startPlatform(
  environment: (origin: string) => Record<string, string> = () => ({}),
): Promise<PlatformServer> {
  const [platform] = await startPlatforms([environment])
  return platform!
}

/**
 * Starts several processes on one seeded database.
 *
 * @param environments what is set besides for each of them
 */
export async function startPlatforms(
  environments: readonly ((origin: string) => Record<string, string>)[],
): Promise<PlatformServer[]> {
  // The build runs in a process of its own: together they take as long as the longer one.
  const [templates] = await Promise.all([seededTemplates(), build()])
  const dataDir = mkdtempSync(path.join(tmpdir(), 'stationmaster-platform-'))
  cpSync(path.join(templates, 'roadmap'), dataDir, { recursive: true })
  const running = new Set<ChildProcess>()
  const platforms: PlatformServer[] = []
  for (const environment of environments) {
    const port = await freePort()
    const origin = `http://localhost:${port}`
    const server = await start({ DATA_DIR: dataDir, PORT: `${port}`, ...environment(origin) })
    running.add(server)
    platforms.push({
      origin,
      stop: async () => {
        await stop(server)
        running.delete(server)
        if (running.size === 0) rmSync(dataDir, { recursive: true, force: true })
      },
    })
  }
  return platforms
}

/** A port of the loopback interface that nothing listens on. */
export async function freePort(): Promise<number> {
  const holder = net.createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const { port } = holder.address() as AddressInfo
  holder.close()
  await once(holder, 'close')
  return port
}

async function start(environment: Record<string, string>): Promise<ChildProcess> {
  // See docs/decisions/0009-node-runs-with-the-production-condition.md.
  const server = spawn(process.execPath, ['--conditions=production', 'dist/server/server.js'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const tooLate = AbortSignal.timeout(longestStart)
  let output = ''
  try {
    await new Promise<void>((resolve, reject) => {
      for (const stream of [server.stdout, server.stderr])
        stream.setEncoding('utf8').on('data', (text: string) => {
          output += text
          if (output.includes('Stationmaster is ready')) resolve()
        })
      server.once('error', reject)
      server.once('exit', () => reject(new Error(`The server ended: ${output}`)))
      tooLate.onabort = () => reject(new Error(`The server is still not ready: ${output}`))
    })
    return server
  } catch (error) {
    await stop(server)
    throw error
  }
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.pid === undefined) return
  const ended = once(server, 'exit')
  process.kill(server.pid, 'SIGTERM')
  await ended
}
