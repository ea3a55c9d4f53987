import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'

/** Longest that something may take to answer once it has started, in milliseconds. */
const longestStart = 60_000

interface Command {
  command: string
  args: string[]
  cwd: string
  env?: Record<string, string>
}

/**
 * Runs a command to its end.
 *
 * @throws Error with all it wrote, when it fails
 */
export async function run(given: Command): Promise<void> {
  const child = start(given)
  let output = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const [status] = (await once(child, 'close')) as [number | null]
  if (status !== 0) throw new Error(`${given.command} ${given.args.join(' ')} failed:\n${output}`)
}

/** A server that a test started, on a free port of the loopback interface. */
export interface RunningServer {
  /** Such as http://localhost:49152 */
  origin: string
  stop: () => Promise<void>
}

/**
 * Starts a server that takes its port from `PORT`, and waits until it answers.
 *
 * @throws Error with all it wrote, when it ends or does not answer
 */
export async function serve(given: Command): Promise<RunningServer> {
  const port = await freePort()
  const child = start({ ...given, env: { ...given.env, PORT: `${port}` } })
  let output = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const origin = `http://localhost:${port}`
  const stop = () => end(child)
  const tooLate = AbortSignal.timeout(longestStart)
  while (!(await answers(origin))) {
    if (child.exitCode === null && !tooLate.aborted) continue
    await stop()
    throw new Error(`${given.command} ${given.args.join(' ')} does not answer:\n${output}`)
  }
  return { origin, stop }
}

function start({ command, args, cwd, env }: Command): ChildProcess {
  // What the test runner set is for the test; Next and Astro look at the same names.
  const ofTheTest = new Set(['NODE_ENV', 'NODE_OPTIONS', 'VITEST'])
  const surroundings = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ofTheTest.has(name)),
  )
  return spawn(command, args, {
    cwd,
    detached: true,
    env: {
      ...surroundings,
      ASTRO_TELEMETRY_DISABLED: '1',
      NEXT_TELEMETRY_DISABLED: '1',
      ...env,
    } as never,
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return
  const ended = once(child, 'exit')
  // With what it has started itself.
  process.kill(-child.pid, 'SIGTERM')
  await ended
}

/** Waits for an answer, or for a moment where nobody listens yet. */
async function answers(origin: string): Promise<boolean> {
  try {
    await fetch(origin)
    return true
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 100))
    return false
  }
}

async function freePort(): Promise<number> {
  const holder = net.createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const { port } = holder.address() as AddressInfo
  holder.close()
  await once(holder, 'close')
  return port
}
