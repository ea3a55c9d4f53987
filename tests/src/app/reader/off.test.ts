import type { RequestHandler } from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../../../support/app.ts'
import { buildStation } from '../../../support/content.ts'
import { expectRefusal, listen, type Listener } from '../../../support/http.ts'

let testApp: TestApp
let server: Listener
/** What reached Next, which has the reader's pages also when they are switched off. */
const asked: string[] = []
const next: RequestHandler = (req, res) => {
  asked.push(req.path)
  res.send('a page of Next')
}

beforeAll(async () => {
  testApp = await startApp({ pages: next, settings: { reader: false } })
  await buildStation(testApp, { slug: 'balance-paid', state: 'published' })
  server = await listen(testApp.app)
})
afterAll(async () => {
  await server.close()
  await testApp.close()
})

describe('without the reader’s site', () => {
  it('the home page leads to the panel', async () => {
    const { headers, status } = await server.ask({ path: '/' })
    expect([status, headers.location]).toEqual([302, '/admin'])
  })

  it.each([
    '/stations/balance-paid',
    '/es',
    '/es/stations/balance-paid',
    '/map',
    '/search?q=balance',
    '/notices',
    '/preview?token=x',
    '/sitemap.xml',
    '/robots.txt',
    '/llms.txt',
    '/feed.xml',
    '/reader/reader.css',
    '/reader/assets.json',
  ])('%s is no page', async (path) => {
    for (let turn = 1; turn <= 2; turn += 1) {
      const answer = await server.ask({ path })
      expectRefusal(answer, 'NOT_FOUND')
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
    expect(asked).toEqual([])
  })

  it.each(['/admin', '/admin/collections/stations', '/_next/static/x.js', '/icon.svg', '/graphql'])(
    '%s is still there',
    async (path) => {
      const { status, text } = await server.ask({ path })
      expect([status, text]).toEqual([200, 'a page of Next'])
      expect(asked.splice(0)).toEqual([path])
    },
  )

  it('the API answers as ever, and keeps what it answered', async () => {
    for (const from of ['miss', 'hit']) {
      const { body, headers } = await server.ask({ path: '/api/stations?depth=0' })
      expect(body.docs).toMatchObject([{ slug: 'balance-paid' }])
      expect(headers['x-cache']).toBe(from)
    }
    expect((await server.ask({ path: '/healthz' })).status).toBe(200)
  })
})
