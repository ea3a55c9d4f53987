import { networkInterfaces } from 'node:os'
import http, { type OutgoingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../support/app.ts'
import { buildStation } from '../../support/content.ts'
import { answerOf, listen, type Answer, type Listener } from '../../support/http.ts'
import { act } from '../../support/review.ts'

const token = 'a-token-of-the-scraper'

let testApp: TestApp
let server: Listener

describe('/metrics', () => {
  startsAndStops()

  it('tells whoever asks on this machine how the process does, in the format of Prometheus', async () => {
    const answer = await server.ask({ path: '/metrics' })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(answer.headers['cache-control']).toBe('no-store')
    for (const name of [
      'process_resident_memory_bytes',
      'nodejs_eventloop_lag_p99_seconds',
      'nodejs_heap_size_used_bytes',
    ])
      expect(valueOf(answer, name)).toBeGreaterThan(0)
  })

  it('lets no page elsewhere read it', async () => {
    const headers = { origin: 'https://elsewhere.example' }
    const answer = await server.ask({ path: '/metrics', headers })
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('counts requests by how they ask, by status, and by where the answer came from', async () => {
    const before = await server.ask({ path: '/metrics' })
    const stations = { path: '/api/stations?limit=3' }
    const { headers } = await server.ask(stations)
    await server.ask(stations)
    await server.ask({ ...stations, method: 'HEAD' })
    await server.ask({ ...stations, headers: { 'if-none-match': headers.etag } })
    await server.ask({ path: '/api/no-such-thing' })
    const body = JSON.stringify({ query: '{ Stations { totalDocs } }' })
    const question = { path: '/api/graphql', method: 'POST', body }
    for (let time = 1; time <= 3; time += 1)
      await server.ask({ ...question, headers: { 'content-type': 'application/json' } })
    await server.ask({ path: '/api/stations/1', method: 'DELETE' })
    await server.ask({ path: '/api/stations', method: 'BREW' })
    const after = await server.ask({ path: '/metrics' })
    const more = (labels: string) => {
      const name = `stationmaster_requests_total{${labels}}`
      return (valueOf(after, name) ?? 0) - (valueOf(before, name) ?? 0)
    }
    expect(more('method="get",status="2xx",answered="miss"')).toBe(1)
    expect(more('method="get",status="2xx",answered="hit"')).toBe(2)
    expect(more('method="get",status="3xx",answered="hit"')).toBe(1)
    expect(more('method="get",status="4xx",answered="bypass"')).toBe(1)
    // The one that asked for the counts before.
    expect(more('method="get",status="2xx",answered="bypass"')).toBe(1)
    expect(more('method="post",status="2xx",answered="miss"')).toBe(1)
    expect(more('method="post",status="2xx",answered="hit"')).toBe(2)
    expect(more('method="change",status="4xx",answered="bypass"')).toBe(1)
  })

  it('says how many answers are kept, and the memory they take', async () => {
    const before = await server.ask({ path: '/metrics' })
    await server.ask({ path: '/api/phases?limit=7' })
    const after = await server.ask({ path: '/metrics' })
    for (const name of ['stationmaster_kept_answers', 'stationmaster_kept_answers_bytes'])
      expect(valueOf(after, name)).toBeGreaterThan(valueOf(before, name)!)
  })

  it('counts what became public', async () => {
    const { id } = await buildStation(testApp, { state: 'approved' })
    const before = valueOf(
      await server.ask({ path: '/metrics' }),
      'stationmaster_publications_total',
    )!
    await act(testApp, { action: 'publish', collection: 'stations', id: String(id) })
    const after = await server.ask({ path: '/metrics' })
    expect(valueOf(after, 'stationmaster_publications_total')).toBe(before + 1)
    expect(valueOf(after, 'stationmaster_unknown_changes_total')).toBe(0)
  })

  it('says that no answers are compared where none are', async () => {
    const answer = await server.ask({ path: '/metrics' })
    for (const kind of ['rest', 'graphql', 'page'])
      expect(valueOf(answer, `stationmaster_answers_different_total{kind="${kind}"}`)).toBe(0)
  })
})

describe('/metrics without METRICS_TOKEN', () => {
  startsAndStops()

  it.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])(
    'is not there for whom a proxy on this machine asks, as it says in %s',
    async (name) => {
      await expectNothing(() => ({ headers: { [name]: '203.0.113.7' } }))
    },
  )

  const [elsewhere] = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)

  it.skipIf(!elsewhere)('is not there for whoever asks from another address', async () => {
    const everywhere = http.createServer(testApp.app).listen(0, '0.0.0.0')
    await once(everywhere, 'listening')
    const { port } = everywhere.address() as AddressInfo
    try {
      const askFrom = async (host: string, path: string) => {
        const [response] = (await once(
          http.get({ host, port, path, agent: false }),
          'response',
        )) as [http.IncomingMessage]
        return answerOf(response)
      }
      expect((await askFrom('127.0.0.1', '/metrics')).status).toBe(200)
      const answer = await askFrom(elsewhere!.address, '/metrics')
      expect(whatIsSaid(answer)).toEqual(
        whatIsSaid(await askFrom(elsewhere!.address, '/nothing-here')),
      )
    } finally {
      everywhere.close()
    }
  })
})

describe('/metrics with METRICS_TOKEN', () => {
  startsAndStops({ metricsToken: token })

  it('is told to whoever brings the token along, also through a proxy', async () => {
    const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': '203.0.113.7' }
    const answer = await server.ask({ path: '/metrics', headers })
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('# TYPE stationmaster_requests_total counter')
  })

  it.each([
    ['nothing', undefined],
    ['another token', 'Bearer a-token-of-the-scrape'],
    ['a longer one', `Bearer ${token}s`],
    ['none in the header', 'Bearer'],
    ['the token in another way', `Basic ${token}`],
  ])(
    'is not there for whoever brings along %s, on this machine either',
    async (_, authorization) => {
      await expectNothing(() => ({ headers: authorization === undefined ? {} : { authorization } }))
    },
  )
})

describe('another app in the same process', () => {
  startsAndStops()

  it('counts from the beginning', async () => {
    const { text } = await server.ask({ path: '/metrics' })
    expect(text).toContain('process_resident_memory_bytes')
    expect(text).not.toContain('stationmaster_requests_total{')
  })
})

/** The same answer as at an address where there is nothing. */
async function expectNothing(asked: () => { headers: OutgoingHttpHeaders }): Promise<void> {
  const answer = await server.ask({ path: '/metrics', ...asked() })
  const nothing = await server.ask({ path: '/nothing-here', ...asked() })
  expect(answer.status).toBe(404)
  expect(whatIsSaid(answer)).toEqual(whatIsSaid(nothing))
}

function whatIsSaid({ headers, status, text }: Answer): unknown {
  return { headers: { ...headers, date: undefined }, status, text }
}

/** The value of a series; undefined where there is none of this name. */
function valueOf({ text }: Answer, series: string): number | undefined {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `))
  return line === undefined ? undefined : Number(line.split(' ').at(-1))
}

function startsAndStops(settings: { metricsToken?: string } = {}): void {
  beforeAll(async () => {
    testApp = await startApp({ settings })
    server = await listen(testApp.app)
  })
  afterAll(async () => {
    await server.close()
    await testApp.close()
  })
}
