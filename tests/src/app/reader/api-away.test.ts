import type { ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { build, buildStation, text } from '../../../support/content.ts'
import { listen, type Listener } from '../../../support/http.ts'
import { startReader, type ReaderSite } from '../../../support/reader.ts'

let site: ReaderSite
/** An API in trouble of some kind. */
let troubled: Listener
let trouble: (res: ServerResponse) => void
let nowhere: string

beforeAll(async () => {
  site = await startReader()
  await buildStation(site, { slug: 'balance-paid', title: 'Balance paid', state: 'published' })
  await build(site, {
    collection: 'notices',
    state: 'published',
    data: { code: 'CP14', title: 'You owe', summary: 'S.', overview: text('It means.') },
  })
  troubled = await listen((_req, res) => trouble(res))
  const closed = await listen((_req, res) => res.end())
  nowhere = closed.origin
  await closed.close()
})
afterAll(async () => {
  await troubled.close()
  await site.close()
})
afterEach(() => site.askApiAt())

const kinds = [
  '/',
  '/es',
  '/stations/balance-paid',
  '/es/stations/balance-paid',
  '/notices/cp14',
  '/notices?code=CP14',
  '/notices',
  '/map?at=balance-paid',
  '/search?q=balance',
  '/nothing',
]

describe('while the API is away', () => {
  it.each(kinds)('%s says so, and asks again by itself', async (path) => {
    site.askApiAt(nowhere)
    const { document, headers, status, words } = await site.page(path)
    expect(status).toBe(503)
    expect(headers['retry-after']).toBe('5')
    expect(headers['cache-control']).toBe('private, no-store')
    expect(refreshOf(document)).toBe('5')
    expect(words).toContain(
      path.startsWith('/es')
        ? 'El mapa no puede responder en este momento'
        : 'The roadmap cannot answer right now',
    )
    expect(site.takeMistakes()).toEqual([])
  })

  it.each(['/sitemap.xml', '/feed.xml', '/es/feed.xml', '/llms.txt', '/stations/balance-paid.md'])(
    'robots and feed readers are asked to come again: %s',
    async (path) => {
      site.askApiAt(nowhere)
      const { headers, status } = await site.ask({ path })
      expect([status, headers['retry-after']]).toEqual([503, '5'])
      expect(headers['cache-control']).toBe('private, no-store')
    },
  )

  it('the link to try again asks the same', async () => {
    site.askApiAt(nowhere)
    const { links } = await site.page('/notices?code=CP+14')
    expect(links).toContain('/notices?code=CP+14')
    const { links: ofPage } = await site.page('/es/stations/balance-paid')
    expect(ofPage).toContain('/es/stations/balance-paid')
  })

  it('robots.txt and the way out of a preview need no API', async () => {
    site.askApiAt(nowhere)
    expect((await site.ask({ path: '/robots.txt' })).status).toBe(200)
    expect((await site.ask({ path: '/preview/leave' })).status).toBe(303)
  })

  it('pages that are kept are still there', async () => {
    expect((await site.page('/notices/cp14')).status).toBe(200)
    site.askApiAt(nowhere)
    const { headers, status } = await site.page('/notices/cp14')
    expect([status, headers['x-cache']]).toEqual([200, 'hit'])
  })
})

describe('an API that', () => {
  it('says when to come again is asked again then', async () => {
    site.askApiAt(troubled.origin)
    trouble = (res) => res.writeHead(503, { 'Retry-After': '17' }).end('{}')
    const { document, headers, status } = await site.page('/stations/balance-paid')
    expect([status, headers['retry-after'], refreshOf(document)]).toEqual([503, '17', '17'])
  })

  it.each([
    ['fails', (res: ServerResponse) => res.writeHead(500).end('oh no')],
    ['is a gateway without a server behind it', (res: ServerResponse) => res.writeHead(502).end()],
    ['answers something else', (res: ServerResponse) => res.end('<h1>Welcome</h1>')],
    ['hangs up', (res: ServerResponse) => res.destroy()],
    [
      'hangs up while it answers',
      (res: ServerResponse) => {
        res.writeHead(200, { 'Content-Length': '1000' })
        res.write('{"data":')
        setImmediate(() => res.destroy())
      },
    ],
    [
      'cannot answer a part',
      (res: ServerResponse) =>
        res.end(
          '{"data":{"station":null},"errors":[{"message":"x","extensions":{"code":"INTERNAL"}}]}',
        ),
    ],
  ])('%s is away', async (_what, how) => {
    site.askApiAt(troubled.origin)
    trouble = how
    const { headers, status, words } = await site.page('/stations/balance-paid')
    expect([status, headers['retry-after']]).toEqual([503, '5'])
    expect(words).not.toContain('oh no')
    expect(site.takeMistakes()).toEqual([])
  })
})

describe('an API that never ends its answer', () => {
  it('is away after ten seconds, whether it began or not', async () => {
    let questions = 0
    const hanging = new Set<ServerResponse>()
    site.askApiAt(troubled.origin)
    trouble = (res) => {
      hanging.add(res)
      questions += 1
      if (questions === 2) res.writeHead(200, { 'Content-Length': '1000' }).write('{"data":')
    }
    const began = Date.now()
    const pages = await Promise.all([site.page('/stations/balance-paid'), site.page('/es/map')])
    const seconds = (Date.now() - began) / 1000
    for (const res of hanging) res.destroy()
    expect(questions).toBe(2)
    for (const { document, headers, status } of pages)
      expect([status, headers['retry-after'], refreshOf(document)]).toEqual([503, '5', '5'])
    expect(seconds).toBeGreaterThan(9)
    expect(seconds).toBeLessThan(15)
    expect(site.takeMistakes()).toEqual([])
  }, 30_000)
})

describe('once the API is back', () => {
  it.each(kinds.filter((path) => path !== '/nothing'))('%s is there', async (path) => {
    expect((await site.page(path)).status).toBeLessThan(400)
  })
})

function refreshOf(document: Document) {
  return document.querySelector('meta[http-equiv=refresh]')?.getAttribute('content')
}
