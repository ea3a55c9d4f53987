import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { root } from '../support/build.ts'

/** Longest that the server may take to start, in milliseconds. */
const longestStart = 120_000

/** The compiled platform in a process of its own. */
export interface Server {
  /** Such as http://localhost:49152 */
  origin: string
  pid: number
  /** Everything it printed so far. */
  output: () => string
  /** Ends the process without warning, as a power cut does. */
  kill: () => Promise<void>
  /** Asks the process to stop, and waits until it did. @returns its exit code; null when a signal ended it */
  stop: () => Promise<number | null>
}

/**
 * Starts the compiled server and waits until it is ready.
 *
 * @param environment its settings; a port is found for it
 * @param limits shell commands that bound what the process may do, such as `ulimit -f 100`
 * @throws when it ends before it is ready, with what it printed
 */
export async function startServer(
  environment: Record<string, string>,
  { limits = ':' }: { limits?: string } = {},
): Promise<Server> {
  // See docs/decisions/0009-node-runs-with-the-production-condition.md.
  const start = `${limits}; exec "${process.execPath}" --conditions=production dist/server/server.js`
  const child = spawn('/bin/bash', ['-c', start], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      PORT: '0',
      SEED: 'none',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  let output = ''
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await ended
    return child.exitCode
  }
  const tooLate = AbortSignal.timeout(longestStart)
  try {
    const origin = await new Promise<string>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text: string) => {
          output += text
          const [, port] = /Admin panel +http:\/\/localhost:(\d+)\/admin/.exec(output) ?? []
          if (port) resolve(`http://localhost:${port}`)
        })
      // Not before all that it printed is read.
      child.once('close', (code) =>
        reject(new Error(`The server ended with code ${code}: ${output}`)),
      )
      tooLate.onabort = () => reject(new Error(`The server is still not ready: ${output}`))
    })
    return {
      origin,
      pid: child.pid!,
      output: () => output,
      kill: async () => void (await end('SIGKILL')),
      stop: () => end('SIGTERM'),
    }
  } catch (error) {
    await end('SIGKILL')
    throw error
  }
}
