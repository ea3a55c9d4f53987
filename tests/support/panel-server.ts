import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { demoPassword, demoPeople } from '../../seed/demo-people.ts'
import { build, root } from './build.ts'
import { findBrowser, type BrowserFile } from './find-browser.ts'
import { newSession } from './session.ts'
import { seededTemplates } from './template.ts'

/** Longest that the server may take to start, in milliseconds. */
const longestStart = 180_000

declare module 'vitest' {
  interface ProvidedContext {
    /** The platform that all stories share. */
    panel: PanelServer
  }
}

export interface PanelServer {
  /** Such as http://localhost:49152 */
  origin: string
  /** What ENVIRONMENT_LABEL says. */
  label: string
  browser: BrowserFile
  /** Sessions of the demo people, by email. */
  sessions: Record<string, string>
}

/**
 * Builds what is not built yet and starts the platform as a newcomer finds it, once for all stories: the
 * compiled server with its panel, in a process of its own, on a seeded database of its own.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await findBrowser()
  // The build runs in a process of its own: together they take as long as the longer one.
  const [templates] = await Promise.all([seededTemplates(), build()])
  const label = 'Practice installation'
  const dataDir = mkdtempSync(path.join(tmpdir(), 'stationmaster-panel-'))
  cpSync(path.join(templates, 'roadmap'), dataDir, { recursive: true })
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const server = await start({
    DATA_DIR: dataDir,
    ENVIRONMENT_LABEL: label,
    PORT: `${port}`,
    // REST shows a draft as any front end would.
    PREVIEW_URL: `${origin}/api/{collection}/{id}?depth=0`,
  })
  const sessions: Record<string, string> = {}
  for (const { email } of demoPeople)
    sessions[email] = await newSession(origin, { email, password: demoPassword })
  project.provide('panel', { origin, label, browser, sessions })
  return async () => {
    await stop(server)
    rmSync(dataDir, { recursive: true, force: true })
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

async function start(environment: Record<string, string>): Promise<ChildProcess> {
  // See docs/decisions/0009-node-runs-with-the-production-condition.md.
  const server = spawn(process.execPath, ['--conditions=production', 'dist/src/server.js'], {
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
