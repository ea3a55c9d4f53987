import http from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { contentTypesOf } from '../../../src/create-app.ts'
import { listenForOwn } from '../../../src/entrance.ts'
import {
  admitForwarded,
  forwardedHeader,
  forwardedValue,
  processToken,
} from '../../../src/http/forwarded-requests.ts'
import { RequestCounts } from '../../../src/http/request-counts.ts'
import { readersServer, type ReadersServer } from '../../../src/readers-thread/readers-server.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { changeBehindItsBack } from '../../support/behind-its-back.ts'
import { buildPhase } from '../../support/content.ts'
import { ask, type Answer, type RawRequest } from '../../support/http.ts'

/** The thread’s server with the real platform behind it, all in one thread here; what passes between them is the same. */
let testApp: TestApp
let readers: ReadersServer
/** Where that server listens, and where the platform does. */
const ports = { thread: 0, platform: 0 }
const requests = new RequestCounts()
const failures: Error[] = []
/** What the platform was asked, behind it. */
let forwarded: { address: string | undefined; url: string | undefined }[] = []

beforeAll(async () => {
  // All that it gives is compared with what would be made anew, as far as that goes.
  testApp = await startApp({ content: 'roadmap', settings: { compareAnswers: 1 } })
  const { follower } = testApp.app.locals
  const token = processToken()
  const own = await listenForOwn((req, res) => {
    admitForwarded(req, token)
    forwarded.push({ address: req.socket.remoteAddress, url: req.url })
    testApp.app(req, res)
  })
  readers = readersServer(
    {
      app: { ...own, token },
      collections: contentTypesOf(testApp.payload),
      counts: { requests: requests.memory, kept: new SharedArrayBuffer(16) },
      head: follower.head,
      moment: follower.changes.moment,
      settings: testApp.settings,
    },
    {
      // As it arrives in another thread.
      compare: (sample) => testApp.app.locals.comparisons!.compare(structuredClone(sample)),
      log: (error) => failures.push(error),
    },
  )
  follower.tellAlso((state) => Promise.resolve(readers.hear(state)))
  ports.thread = await listening(readers.server)
  ports.platform = own.port
})
beforeEach(() => {
  forwarded = []
})
afterAll(async () => {
  readers.close()
  readers.server.closeAllConnections()
  readers.server.close()
  await testApp.close()
  expect(failures).toEqual([])
})

const post = (body: unknown): Partial<RawRequest> => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

describe('a request to the readers’ thread', () => {
  it.each<[string, RawRequest]>([
    ['a list', { path: '/api/stations?limit=3&depth=0' }],
    ['a list, compressed', { path: '/api/stations?limit=4', headers: { 'accept-encoding': 'br' } }],
    ['the head of a list', { method: 'HEAD', path: '/api/stations?limit=5' }],
    ['a document', { path: '/api/notices?where[code][equals]=CP2000&depth=1&locale=es' }],
    ['the map', { path: '/api/roadmap' }],
    ['a search', { path: '/api/search?q=notice' }],
    ['all of it', { path: '/api/export' }],
    ['GraphQL', { path: '/api/graphql', ...post({ query: '{ Phases { docs { slug } } }' }) }],
    ['GraphQL over GET', { path: '/api/graphql?query={Phases{docs{slug}}}' }],
    ['GraphQL that is wrong', { path: '/api/graphql', ...post({ query: '{ nothing }' }) }],
    ['GraphQL that is no JSON', { path: '/api/graphql', ...post('{"query":"') }],
    ['a hash that nobody knows', { path: '/api/graphql', ...post(unknownHash()) }],
    ['a question that cannot be read', { path: '/api/stations?where=x' }],
    ['an address that cannot be read', { path: '/api/stations/%zz' }],
    ['nothing', { path: '/api/nothing' }],
    ['a refused write', { path: '/api/stations', ...post({ title: 'x' }) }],
    ['a write in parts', { path: '/api/stations', ...post({ title: 'x' }), chunked: true }],
    ['a body of another type', { method: 'POST', path: '/api/stations', body: 'x' }],
    ['a method that there is not', { method: 'PURGE', path: '/api/stations' }],
    ['a redirect', { path: '/favicon.ico' }],
    ['a session that is none', { path: '/api/stations', headers: { authorization: 'JWT x' } }],
  ])('is answered as the platform itself answers it: %s', async (_, request) => {
    const through = await ask(ports.thread, request)
    const direct = await ask(ports.platform, request)
    expect(comparable(through)).toEqual(comparable(direct))
  })

  it('is answered without the platform the second time', async () => {
    const path = '/api/stations?limit=7&depth=0'
    const [first, second] = [await ask(ports.thread, { path }), await ask(ports.thread, { path })]
    expect(forwarded).toHaveLength(1)
    expect([first, second].map(({ headers }) => headers['x-cache'])).toEqual(['miss', 'hit'])
    expect(second.text).toBe(first.text)
    const unchanged = await ask(ports.thread, {
      path,
      headers: { 'if-none-match': String(second.headers['etag']) },
    })
    expect([unchanged.status, unchanged.text, forwarded.length]).toEqual([304, '', 1])
  })

  it('of a head has the whole answer kept', async () => {
    const path = '/api/stations?limit=8&depth=0'
    const head = await ask(ports.thread, { method: 'HEAD', path })
    const whole = await ask(ports.thread, { path })
    expect([head.text, whole.headers['x-cache']]).toEqual(['', 'hit'])
    expect(head.headers['etag']).toBe(whole.headers['etag'])
  })

  it('gets nothing that is older than what was published a moment before', async () => {
    const path = '/api/phases?limit=50&depth=0'
    for (let number = 1; number <= 3; number += 1) {
      await ask(ports.thread, { path })
      await buildPhase(testApp, { name: `Phase told ${number}` })
      const { headers, text } = await ask(ports.thread, { path })
      expect(text).toContain(`Phase told ${number}`)
      expect(headers['x-cache']).toBe('miss')
    }
  })

  it('that was under way while something was published is not kept as it was', async () => {
    const path = '/api/phases?limit=49&depth=0'
    const asked = ask(ports.thread, { path })
    const published = buildPhase(testApp, { name: 'Published meanwhile' })
    await Promise.all([asked, published])
    expect((await ask(ports.thread, { path })).text).toContain('Published meanwhile')
  })

  it('comes to the platform from whoever sent it', async () => {
    await ask(ports.thread, { path: '/api/nothing' })
    expect(forwarded[0]!.address).toMatch(/127\.0\.0\.1$/)
  })

  it('is believed nothing that only the thread may say', async () => {
    const lie = forwardedValue('a guess', { address: '203.0.113.7', isQuestion: true })
    for (const port of [ports.thread, ports.platform]) {
      forwarded = []
      const { headers } = await ask(port, {
        path: '/api/nothing',
        headers: { [forwardedHeader]: lie },
      })
      expect(forwarded[0]!.address).toMatch(/127\.0\.0\.1$/)
      expect(Object.keys(headers).filter((name) => name.includes('stationmaster'))).toEqual([])
    }
  })

  it('with a body that is too large is refused before it was read', async () => {
    const { headers, status, text } = await ask(ports.thread, {
      path: '/api/stations',
      ...post(`"${'x'.repeat(3_000_000)}"`),
    })
    expect([status, headers['connection']]).toEqual([413, 'close'])
    expect(JSON.parse(text)).toMatchObject({ errors: [{ code: 'TOO_LARGE' }] })
  })

  it('is counted where it is answered', async () => {
    const hits = () => [...requests.all()].reduce((sum, { count }) => sum + count, 0)
    const path = '/api/stations?limit=9&depth=0'
    await ask(ports.thread, { path })
    const before = hits()
    await ask(ports.thread, { path })
    expect(hits()).toBe(before + 1)
  })

  it('that its sender gives up is given up behind it, too', async () => {
    let isClosed = false
    const slow = http.createServer((req) => req.socket.once('close', () => (isClosed = true)))
    const port = await listening(slow)
    const other = readersServer(
      {
        app: { host: '127.0.0.1', port, token: 'x' },
        collections: [],
        counts: { requests: requests.memory, kept: new SharedArrayBuffer(16) },
        head: null,
        moment: 0,
        settings: testApp.settings,
      },
      { compare: () => Promise.resolve(), log: () => undefined },
    )
    const otherPort = await listening(other.server)
    const request = http
      .get({ port: otherPort, path: '/api/stations' })
      .on('error', () => undefined)
    await once(slow, 'request')
    request.destroy()
    while (!isClosed) await setImmediate()
    slow.close()

    // Now nobody is behind it.
    const answer = await ask(otherPort, { path: '/api/stations' })
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '2'])
    expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ code: 'UNAVAILABLE' }] })
    const spanish = await ask(otherPort, {
      path: '/api/stations',
      headers: { 'accept-language': 'es-MX, en;q=0.5' },
    })
    expect(spanish.text).toContain('La plataforma se está iniciando o deteniendo.')
    other.close()
    other.server.closeAllConnections()
    other.server.close()
  })
})

async function listening(server: http.Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

function unknownHash() {
  const sha256Hash = '0'.repeat(64)
  return { extensions: { persistedQuery: { version: 1, sha256Hash } } }
}

/** What has to be the same: not the time, and not the order in which keys were noted. */
function comparable({ headers, status, text }: Answer) {
  const keys = String(headers['surrogate-key'] ?? '').split(' ')
  const same = { date: '', 'keep-alive': '', connection: '', 'surrogate-key': keys.sort() }
  return { headers: { ...headers, ...same }, status, text }
}

describe('an answer that the readers’ thread keeps', () => {
  const compared = () => testApp.app.locals.comparisons!.compared
  const different = () => testApp.app.locals.comparisons!.different

  it.each<['rest' | 'graphql', RawRequest]>([
    ['rest', { path: '/api/stations?where[slug][equals]=balance-paid&depth=1&locale=es' }],
    ['graphql', { path: '/api/graphql?query={Phases{docs{name}}}' }],
    ['graphql', { path: '/api/graphql', ...post({ query: '{ Forms { docs { number } } }' }) }],
  ])('is compared with one made anew: %s %o', async (kind, question) => {
    const before = compared()[kind]
    await expect
      .poll(async () => {
        await ask(ports.thread, question)
        return compared()[kind]
      })
      .toBeGreaterThan(before)
    expect(different()).toEqual({ rest: 0, graphql: 0, page: 0 })
  })

  it('is found and forgotten where it is wrong', async () => {
    const question = { path: '/api/stations?where[slug][equals]=balance-paid&depth=0' }
    for (let time = 0; time < 2; time += 1)
      expect((await ask(ports.thread, question)).text).toContain('"Balance Paid"')
    await changeBehindItsBack(testApp)
    const before = different().rest
    await expect
      .poll(async () => {
        await ask(ports.thread, question)
        return different().rest
      })
      .toBeGreaterThan(before)
    expect((await ask(ports.thread, question)).text).toContain('"Behind Its Back"')
  })
})
