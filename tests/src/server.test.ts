import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { demoPassword } from '../../seed/demo-people.ts'
import { build, root } from '../support/build.ts'
import { freePort } from '../support/platform-server.ts'
import { answerOf, ask, expectNoInternals, type Answer } from '../support/http.ts'

const json = { 'content-type': 'application/json' }
const credentials = JSON.stringify({
  email: 'editor@stationmaster.test',
  password: demoPassword,
})

let folder: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'stationmaster-server-'))
  await build()
}, 600_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the server', () => {
  let dataDir: string
  let server: Server
  let authorization: string

  beforeAll(async () => {
    dataDir = path.join(folder, 'data')
    cpSync(path.join(inject('templates'), 'people'), dataDir, { recursive: true })
    server = await start({ DATA_DIR: dataDir, PORT: '0', SEED: 'none' })
  })

  afterAll(() => server.kill())

  it('prints where to look', () => {
    const origin = `http://localhost:${server.port}`
    expect(server.output()).toMatch(/Stationmaster is ready after \d+\.\d seconds\./)
    for (const address of ['/admin', '/api/stations', '/api/graphql', '/graphql', '/readyz'])
      expect(server.output()).toContain(origin + address)
  })

  it('has whoever asks for a page before the pages are ready wait for it', async () => {
    const port = await freePort()
    const begun = launch({ DATA_DIR: dataDir, PORT: String(port), SEED: 'none', WORKERS: '1' })
    try {
      let answer: Answer | undefined
      while (!answer)
        answer = await Promise.race([
          ask(port, { path: '/' }).catch(() => undefined),
          begun.exitCode.then((code) => {
            throw new Error(`The server ended with ${code}: ${begun.output()}`)
          }),
        ])
      expect(answer.status).toBe(200)
    } finally {
      begun.child.kill('SIGKILL')
    }
  })

  it('goes on, and ends when it is told to, after whoever read its log is gone', async () => {
    const unread = await start({ DATA_DIR: dataDir, PORT: '0', SEED: 'none', LOG_LEVEL: 'trace' })
    try {
      unread.process.stdout!.destroy()
      unread.process.stderr!.destroy()
      // Next has its own way with errors that nobody handles, and brings it with the first page.
      for (let time = 0; time < 3; time += 1)
        expect((await ask(unread.port, { path: '/' })).status).toBe(200)
      unread.process.kill('SIGTERM')
      expect(await unread.exitCode).toBe(0)
    } finally {
      unread.process.kill('SIGKILL')
    }
  })

  it('names nobody to sign in as when it made nobody', () => {
    expect(server.output()).not.toContain(demoPassword)
  })

  it('is alive and ready', async () => {
    expect((await ask(server.port, { path: '/healthz' })).body).toEqual({ status: 'alive' })
    expect((await ask(server.port, { path: '/readyz' })).body).toEqual({ status: 'ready' })
  })

  it('has no page at an address that cannot be read', async () => {
    for (const address of ['/%E0', '/es/stations/%E0%A4', '/notices/%']) {
      const { headers, status } = await ask(server.port, { path: address })
      expect([address, status]).toEqual([address, 404])
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
    }
  })

  it('shows its icon also to browsers that ask for one by themselves', async () => {
    const icon = await fetch(`http://localhost:${server.port}/favicon.ico`)
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
  })

  it('serves REST, GraphQL and the panel', async () => {
    const rest = await ask(server.port, { path: '/api/stations' })
    const graphql = await ask(server.port, { path: '/api/graphql?query={__typename}' })
    const panel = await ask(server.port, { path: '/admin/login' })
    expect(rest.body.docs).toEqual([])
    expect(graphql.body.data).toEqual({ __typename: 'Query' })
    expect(panel.status).toBe(200)
    expect(panel.headers['content-type']).toMatch(/^text\/html/)
    expect(panel.text).toMatch(/<title>Login/)
  })

  it('listens on the loopback interface alone in a demonstration', async () => {
    expect(await isListening(server.port, '127.0.0.1')).toBe(true)
    expect(await isListening(server.port, '127.0.0.2')).toBe(false)
  })

  it('keeps what is written', async () => {
    const signedIn = await ask(server.port, signIn)
    authorization = `JWT ${String(signedIn.body['token'])}`
    const created = await ask(server.port, {
      method: 'POST',
      path: '/api/stations?draft=true',
      headers: { ...json, authorization },
      body: '{"title":"Written before the stop","slug":"before-the-stop"}',
    })
    expect(created.status).toBe(201)
  })

  it('leaves no failure unhandled when a condition is wrong in several places', async () => {
    const answer = await ask(server.port, {
      path: '/api/stations?where[or][0][nonsense][equals]=x&where[or][1][steps.forms.number][in]=x',
    })
    expect(answer.status).toBe(400)
    expect((await ask(server.port, { path: '/healthz' })).status).toBe(200)
    expect(server.output()).not.toMatch(/unhandled/i)
  })

  it('finishes the request in flight when it is asked to stop, takes no new ones, and ends with 0', async () => {
    const printedBefore = server.output().length
    const inFlight = await beginRequest(server.port, signIn)
    server.process.kill('SIGTERM')
    await server.prints('SIGTERM: finishing what is under way')
    await expect.poll(() => isListening(server.port, '127.0.0.1')).toBe(false)
    const answer = await inFlight.finish()
    expect(answer.status).toBe(200)
    expect(answer.body['token']).toEqual(expect.any(String))
    expect(await server.exitCode).toBe(0)
    expectNoStack(server.output().slice(printedBefore))
  })

  it('goes on with the same data and the same sessions when it is started again', async () => {
    const again = await start({ DATA_DIR: dataDir, PORT: '0', SEED: 'none' })
    try {
      const answer = await ask(again.port, {
        path: '/api/stations?draft=true&where[slug][equals]=before-the-stop',
        headers: { authorization },
      })
      expect(answer.body.docs).toMatchObject([{ title: 'Written before the stop' }])
      again.process.kill('SIGINT')
      expect(await again.exitCode).toBe(0)
    } finally {
      again.kill()
    }
  })
})

describe('two processes over one database', () => {
  it('publish for each other within a second', async () => {
    const dataDir = path.join(folder, 'shared')
    cpSync(path.join(inject('templates'), 'people'), dataDir, { recursive: true })
    const environment = { DATA_DIR: dataDir, PORT: '0', SEED: 'none' }
    const one = await start(environment)
    const other = await start(environment)
    try {
      const act = actorsOn(one.port)
      const phase = await act('editor', {
        method: 'POST',
        path: '/api/phases?draft=true',
        body: { name: 'First words', slug: 'shared', order: 1, summary: 'A line.' },
      })
      const { id } = phase.body['doc'] as { id: string }
      await bringToPublic(act, `/api/phases/${id}`)
      const atTheOther = async () => (await ask(other.port, { path: `/api/phases/${id}` })).text
      await expect.poll(atTheOther, { timeout: 1_000, interval: 50 }).toContain('First words')
      const onTheMap = async () => (await ask(other.port, { path: '/api/roadmap' })).text
      await expect.poll(onTheMap, { timeout: 1_000, interval: 50 }).toContain('First words')
      // Asked twice, so that it is kept.
      await atTheOther()
      await act('editor', {
        method: 'PATCH',
        path: `/api/phases/${id}?draft=true`,
        body: { name: 'Second words' },
      })
      await bringToPublic(act, `/api/phases/${id}`)
      await expect.poll(atTheOther, { timeout: 1_000, interval: 50 }).toContain('Second words')
      await expect.poll(onTheMap, { timeout: 1_000, interval: 50 }).toContain('Second words')
    } finally {
      one.kill()
      other.kill()
      await Promise.all([one.exitCode, other.exitCode])
    }
  })
})

describe('a start is refused', () => {
  it('when settings are wrong, naming every one of them', async () => {
    const dataDir = path.join(folder, 'never-made')
    const { exitCode, output } = await startRefused({
      DATA_DIR: dataDir,
      PORT: 'eighty',
      DATABASE_URL: 'postgres://db.example/stationmaster',
      PAYLOAD_SECRET: 'too-short',
      PUBLIC_URL: 'cms.example.gov/path',
      SEED: 'everything',
      CORS_ORIGINS: 'https://www.example.gov/',
      TRUST_PROXY: 'yes',
      SMTP_URL: 'mail.example.gov',
      LOG_LEVEL: 'loud',
      ENVIRONMENT_LABEL: 'x'.repeat(61),
    })
    expect(exitCode).toBe(1)
    expect(output).toContain('Stationmaster cannot start: 10 settings are wrong.')
    for (const name of [
      'PORT',
      'DATABASE_URL',
      'PAYLOAD_SECRET',
      'PUBLIC_URL',
      'SEED',
      'CORS_ORIGINS',
      'TRUST_PROXY',
      'SMTP_URL',
      'LOG_LEVEL',
      'ENVIRONMENT_LABEL',
    ])
      expect(output).toMatch(new RegExp(`^  - ${name} must `, 'm'))
    expect(output).not.toContain('too-short')
    expectNoStack(output)
    expect(existsSync(dataDir)).toBe(false)
  })

  it('when a demonstration would be open to the network', async () => {
    const dataDir = path.join(folder, 'never-made')
    const { exitCode, output } = await startRefused({ DATA_DIR: dataDir, HOST: '0.0.0.0' })
    expect(exitCode).toBe(1)
    expect(output).toContain('HOST is 0.0.0.0')
    expectNoStack(output)
    expect(existsSync(dataDir)).toBe(false)
  })

  it('when the data folder is a file', async () => {
    const dataDir = path.join(folder, 'a-file')
    writeFileSync(dataDir, '')
    const { exitCode, output } = await startRefused({ DATA_DIR: dataDir, SEED: 'none' })
    expect(exitCode).toBe(1)
    expect(output).toContain('DATA_DIR')
    expectNoStack(output)
  })

  it('when the database is no database', async () => {
    const dataDir = path.join(folder, 'broken')
    cpSync(path.join(inject('templates'), 'people'), dataDir, { recursive: true })
    for (const end of ['', '-wal', '-shm'])
      rmSync(path.join(dataDir, `stationmaster.db${end}`), { force: true })
    writeFileSync(path.join(dataDir, 'stationmaster.db'), 'This is no database.'.repeat(1000))
    const { exitCode, output } = await startRefused({ DATA_DIR: dataDir, SEED: 'none' })
    expect(exitCode).toBe(1)
    expect(output).toContain('Stationmaster cannot start: the database that DATABASE_URL names')
    expect(output).not.toMatch(/unhandled|uncaught/i)
  })

  it('when the port is taken', async () => {
    const holder = net.createServer()
    await new Promise<void>((listening) => holder.listen(0, '127.0.0.1', listening))
    const { port } = holder.address() as AddressInfo
    const dataDir = path.join(folder, 'port-taken')
    cpSync(path.join(inject('templates'), 'people'), dataDir, { recursive: true })
    const { exitCode, output } = await startRefused({
      DATA_DIR: dataDir,
      PORT: String(port),
      SEED: 'none',
    })
    holder.close()
    expect(exitCode).toBe(1)
    expect(output).toContain('PORT')
    expectNoStack(output)
  })
})

type Act = (
  person: string,
  request: { method: string; path: string; body?: object },
) => Promise<Answer>

/** Requests to one server as any of the demo people. */
function actorsOn(port: number): Act {
  return async (person, { body, method, path: address }) => {
    const signedIn = await ask(port, {
      ...signIn,
      body: JSON.stringify({ email: `${person}@stationmaster.test`, password: demoPassword }),
    })
    const answer = await ask(port, {
      method,
      path: address,
      headers: { ...json, authorization: `JWT ${String(signedIn.body['token'])}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    expect(answer.status, answer.text).toBeLessThan(300)
    return answer
  }
}

async function bringToPublic(act: Act, document: string): Promise<void> {
  for (const [person, action] of [
    ['editor', 'submit'],
    ['reviewer', 'approve'],
    ['publisher', 'publish'],
  ] as const) {
    const { body } = await act(person, { method: 'GET', path: `${document}/workflow` })
    const { contentHash } = body as unknown as { contentHash: string }
    await act(person, {
      method: 'POST',
      path: `${document}/workflow/${action}`,
      body: { contentHash },
    })
  }
}

const signIn = { method: 'POST', path: '/api/users/login', headers: json, body: credentials }

interface Server {
  process: ChildProcess
  port: number
  /** All that it printed so far. */
  output: () => string
  /** Resolves once it has printed this. */
  prints: (text: string | RegExp) => Promise<void>
  exitCode: Promise<number | null>
  kill: () => void
}

/** Starts the compiled server and waits until it says that it is ready. */
async function start(environment: Record<string, string>): Promise<Server> {
  const { child, exitCode, output, prints } = launch(environment)
  const ready = /http:\/\/localhost:(\d+)\/readyz/
  await Promise.race([
    prints(ready),
    exitCode.then((code) => {
      throw new Error(`The server ended with ${code} before it was ready: ${output()}`)
    }),
  ])
  return {
    process: child,
    port: Number(ready.exec(output())![1]),
    output,
    prints,
    exitCode,
    kill: () => child.kill('SIGKILL'),
  }
}

/** Starts the compiled server and waits until it ends. */
async function startRefused(
  environment: Record<string, string>,
): Promise<{ exitCode: number | null; output: string }> {
  const { child, exitCode, output, prints } = launch(environment)
  await Promise.race([exitCode, prints('Stationmaster is ready').then(() => child.kill('SIGKILL'))])
  return { exitCode: await exitCode, output: output() }
}

function launch(environment: Record<string, string>) {
  // See docs/decisions/0009-node-runs-with-the-production-condition.md.
  const child = spawn(process.execPath, ['--conditions=production', 'dist/server/server.js'], {
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
  let printed = ''
  const waiting = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      for (const look of waiting) look()
    })
  const exitCode = new Promise<number | null>((exited) => child.once('close', exited))
  const prints = (text: string | RegExp) =>
    new Promise<void>((seen) => {
      const look = () => {
        if (!(typeof text === 'string' ? printed.includes(text) : text.test(printed))) return
        waiting.delete(look)
        seen()
      }
      waiting.add(look)
      look()
    })
  return { child, exitCode, output: () => printed, prints }
}

/** Begins a request and stops in the middle of its body, once the server has taken it on. */
async function beginRequest(
  port: number,
  { method, path, headers, body }: typeof signIn,
): Promise<{ finish: () => Promise<Answer> }> {
  const request = http.request({
    host: '127.0.0.1',
    port,
    method,
    path,
    agent: false,
    headers: { ...headers, expect: '100-continue', 'content-length': Buffer.byteLength(body) },
  })
  const answered = new Promise<http.IncomingMessage>((answer, failed) => {
    request.once('response', answer)
    request.once('error', failed)
  })
  request.flushHeaders()
  await new Promise((taken) => request.once('continue', taken))
  request.write(body.slice(0, 10))
  return {
    finish: async () => {
      request.end(body.slice(10))
      return answerOf(await answered)
    },
  }
}

function isListening(port: number, host: string): Promise<boolean> {
  return new Promise((told) => {
    const socket = net.connect(port, host)
    socket.once('connect', () => {
      socket.destroy()
      told(true)
    })
    socket.once('error', () => told(false))
  })
}

function expectNoStack(output: string): void {
  expectNoInternals(output)
  expect(output).not.toMatch(/unhandled|uncaught/i)
}
