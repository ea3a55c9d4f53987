import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { vi } from 'vitest'
import { root } from '../support/build.ts'

/** Longest that a program may take to start, in milliseconds. */
const longestStart = 30_000

/** A program in a process of its own, with a folder of its own. */
export interface Program {
  /** Where readers ask, such as http://localhost:49152 */
  origin: string
  /** Ends it, and removes its folder. */
  stop: () => Promise<void>
}

/** nginx as deploy/nginx.conf has it, and the folder of its cache. */
export async function startNginx(server: string): Promise<Program & { cache: string }> {
  const folder = newFolder('nginx')
  const port = await freePort()
  const cache = path.join(folder, 'cache')
  const inside = changed('deploy/nginx.conf', {
    'server 127.0.0.1:3000;': `server ${new URL(server).host};`,
    'listen 80;': `listen 127.0.0.1:${port};`,
    '/var/cache/nginx/stationmaster': cache,
  })
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => {
    mkdirSync(path.join(folder, name))
    return `${name}_temp_path ${path.join(folder, name)};`
  })
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `daemon off; worker_processes 2; pid ${folder}/pid; error_log ${folder}/error.log;
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    events { worker_connections 256; }
    http { access_log off; ${places.join(' ')}
    ${inside} }`,
  )
  const started = run(
    'nginx',
    ['-p', folder, '-e', 'stderr', '-c', path.join(folder, 'nginx.conf')],
    folder,
  )
  return { ...(await whenItAnswers(port, started)), cache }
}

/** Varnish as deploy/varnish.vcl has it, and where it takes orders to forget. */
export async function startVarnish(server: string): Promise<Program & { purge: string }> {
  const folder = newFolder('varnish')
  const [port, purge] = [await freePort(), await freePort()]
  const { hostname, port: behind } = new URL(server)
  const file = path.join(folder, 'stationmaster.vcl')
  const vcl = changed('deploy/varnish.vcl', {
    '.host = "127.0.0.1";': `.host = "${hostname}";`,
    '.port = "3000";': `.port = "${behind}";`,
  })
  writeFileSync(file, vcl)
  const limits = [...vcl.matchAll(/-p (\w+=\w+)/g)].flatMap(([, limit]) => ['-p', limit!])
  const addresses = ['-a', `readers=127.0.0.1:${port}`, '-a', `purge=127.0.0.1:${purge}`]
  const started = run(
    'varnishd',
    ['-F', '-j', 'none', '-n', folder, '-f', file, '-s', 'malloc,32m', ...limits, ...addresses],
    folder,
  )
  return { ...(await whenItAnswers(port, started)), purge: `http://127.0.0.1:${purge}` }
}

/** deploy/purge.mjs. */
export async function startPurge(
  port: number,
  environment: Record<string, string>,
): Promise<Program> {
  const started = run(process.execPath, ['deploy/purge.mjs'], newFolder('purge'), {
    PURGE_PORT: String(port),
    ...environment,
  })
  return whenItAnswers(port, started)
}

/** Whether a program is installed here. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['-V']).error === undefined
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** A file of the project with each of these texts, which have to be in it, put in place of another. */
function changed(file: string, replacements: Record<string, string>): string {
  return Object.entries(replacements).reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`${file} does not say “${from}” any more.`)
      return text.replaceAll(from, to)
    },
    readFileSync(path.join(root, file), 'utf8'),
  )
}

function newFolder(name: string): string {
  return mkdtempSync(path.join(tmpdir(), `stationmaster-${name}-`))
}

/** A program that was started. */
interface Started {
  /** Ends it, and removes its folder. @throws when it has ended by itself, with what it printed */
  stop: () => Promise<void>
  ended: Promise<unknown>
}

function run(
  program: string,
  given: string[],
  folder: string,
  environment: Record<string, string> = {},
): Started {
  const child = spawn(program, given, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text))
  const stop = async () => {
    const endedByItself = child.exitCode !== null
    if (!endedByItself) child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
    if (endedByItself) throw new Error(`${program} ended: ${output}`)
  }
  return { ended, stop }
}

async function whenItAnswers(port: number, { ended, stop }: Started): Promise<Program> {
  const origin = `http://127.0.0.1:${port}`
  const answers = vi.waitFor(() => fetch(`${origin}/healthz`), {
    timeout: longestStart,
    interval: 50,
  })
  const isReady = await Promise.race([
    answers.then(
      () => true,
      () => false,
    ),
    ended.then(() => false),
  ])
  if (!isReady) {
    await stop()
    throw new Error(`Nothing answers on port ${port}.`)
  }
  return { origin, stop }
}
