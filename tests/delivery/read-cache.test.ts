import { createHash } from 'node:crypto'
import http from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Response } from 'supertest'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { buildPhase, revise } from '../support/content.ts'
import { act, bringTo } from '../support/review.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await startApp({ content: 'roadmap' })
})
afterAll(() => testApp.close())

const station = '/api/stations?where[slug][equals]=balance-paid&depth=2'
const aliasedQuery = '{ stationBySlug(slug: "balance-paid") { title } }'

describe('an anonymous read', () => {
  it('is answered from memory the second time, with the same bytes and headers', async () => {
    const first = await get(station)
    const second = await get(station)
    expect([first, second].map(from)).toEqual(['miss', 'hit'])
    expect(second.text).toBe(first.text)
    expect(lasting(second.headers)).toEqual(lasting(first.headers))
  })

  it('is answered with the bytes that are given where nothing is kept', async () => {
    const { text } = await get(station)
    const uncached = await testApp
      .anonymous()
      .post('/api/stations')
      .set('X-Payload-HTTP-Method-Override', 'GET')
      .type('form')
      .send('where[slug][equals]=balance-paid&depth=2')
    expect([from(uncached), uncached.text]).toEqual(['bypass', text])
  })

  it.each([
    ['parameters in another order', '/api/stations?depth=2&where[slug][equals]=balance-paid'],
    ['percent signs', '/api/stations?where%5Bslug%5D%5Bequals%5D=balance%2Dpaid&depth=2'],
    ['an empty parameter', '/api/stations?where[slug][equals]=balance-paid&&depth=2'],
  ])('shares its answer with another spelling: %s', async (_, spelling) => {
    const { text } = await get(station)
    const other = await get(spelling)
    expect([from(other), other.text]).toEqual(['hit', text])
  })

  it.each([
    ['another language', '/api/stations?where[slug][equals]=balance-paid&depth=2&locale=es'],
    ['another depth', '/api/stations?where[slug][equals]=balance-paid&depth=1'],
    ['another document', '/api/stations?where[slug][equals]=notice-of-tax-due&depth=2'],
    ['sorting', '/api/stations?sort=slug&sort=title'],
    ['the other sorting', '/api/stations?sort=title&sort=slug'],
  ])('does not share its answer with another question: %s', async (_, other) => {
    await get(station)
    expect(from(await get(other))).toBe('miss')
  })

  it('over HEAD has the headers of GET and no body', async () => {
    const got = await get(station, { 'Accept-Encoding': 'gzip' })
    const head = await testApp.anonymous().head(station).set('Accept-Encoding', 'gzip')
    expect(lasting(head.headers)).toEqual(lasting(got.headers))
    expect(head.text).toBeUndefined()
  })

  it('is asked of Payload once when many ask at the same moment', async () => {
    const question = '/api/notices?limit=7&depth=0'
    const answers = await Promise.all(Array.from({ length: 20 }, () => get(question)))
    expect(answers.filter((answer) => from(answer) === 'miss')).toHaveLength(1)
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  })

  it('names the documents it is made of, for caches in between', async () => {
    const { body, headers } = await get(station)
    const keys = headers['surrogate-key']!.split(' ')
    const { id, phase } = body.docs[0]
    for (const key of ['stations=balance-paid', `stations/${id}`, `phases/${phase.id}`])
      expect(keys).toContain(key)
    // And the list of the stations that lead there.
    expect(keys).toContain(`stations@${id}`)
    // Other stations may become public, and change.
    for (const key of ['changes', 'stations', 'stations:members']) expect(keys).not.toContain(key)
  })

  it('names a content type as a whole when it is made of many of its documents', async () => {
    const { headers } = await get('/api/notices?limit=100&depth=2')
    const keys = headers['surrogate-key']!
    expect(keys.length).toBeLessThanOrEqual(5_000)
    expect(keys.split(' ')).toContain('notices')
    expect(keys).not.toContain('notices/')
  })
})

describe('what is not kept', () => {
  it.each([
    ['a document that is not there', '/api/stations/3f0f6c52-7d3e-4c1e-9a51-0c8e4f6d2b7a', 404],
    ['a question nobody can answer', '/api/stations?where[nonsense]=x', 400],
    ['an address nothing is at', '/api/nothing', 404],
    ['who somebody is', '/api/users/me', 200],
  ])('%s', async (_, address, status) => {
    for (let time = 1; time <= 2; time += 1) {
      const answer = await get(address)
      expect([answer.status, answer.headers['cache-control']]).toEqual([
        status,
        'private, no-store',
      ])
      expect(from(answer)).toBe('bypass')
    }
  })

  it.each(['editor', 'publisher'] as const)('what the %s reads', async (person) => {
    await get('/api/notices?limit=3')
    const authorization = await testApp.authorization(person)
    for (let time = 1; time <= 2; time += 1) {
      const answer = await testApp
        .anonymous()
        .get('/api/notices?limit=3')
        .set('Authorization', authorization)
      expect(from(answer)).toBe('bypass')
      expect(answer.headers['cache-control']).toBe('private, no-store')
    }
  })

  it('what somebody with a session reads, however often they ask', async () => {
    const { id } = await buildPhase(testApp, { state: 'draft', order: 800 })
    const question = '/api/phases?limit=50&depth=0'
    const token = (await testApp.authorization('editor')).slice('JWT '.length)
    const theirs = await testApp
      .anonymous()
      .get(question)
      .set('Cookie', `stationmaster-token=${token}`)
      .set('Origin', testApp.settings.publicUrl)
    expect(from(theirs)).toBe('bypass')
    expect(theirs.text).toContain(id)
    const mine = await get(question)
    expect(from(mine)).toBe('miss')
    expect(mine.text).not.toContain(id)
  })

  it('words that a reader brings along', async () => {
    const { body } = await get('/api/phases?limit=1')
    const words = encodeURIComponent(JSON.stringify({ name: 'Pay nothing' }))
    const answer = await get(`/api/phases/${body.docs[0].id}?data=${words}`)
    expect(answer.status).toBe(400)
    expect(answer.text).not.toContain('Pay nothing')
  })
})

describe('a browser or a cache in between that has the answer', () => {
  it.each(['identity', 'gzip', 'br'])('is told so by its tag: %s', async (encoding) => {
    const { headers } = await get(station, { 'Accept-Encoding': encoding })
    const again = await get(station, {
      'Accept-Encoding': encoding,
      'If-None-Match': headers['etag']!,
    })
    expect([again.status, again.text]).toEqual([304, ''])
    for (const name of ['etag', 'cache-control', 'vary', 'surrogate-key'])
      expect(again.headers[name]).toBe(headers[name])
  })

  it.each([
    ['its tag among others', (tag: string) => `"other", W/${tag}`, 304],
    ['any', () => '*', 304],
    ['another', () => '"other"', 200],
  ])('names %s', async (_, tags, status) => {
    const { headers } = await get(station, { 'Accept-Encoding': 'identity' })
    const again = await get(station, {
      'Accept-Encoding': 'identity',
      'If-None-Match': tags(headers['etag']!),
    })
    expect(again.status).toBe(status)
  })

  it('is told so by the date', async () => {
    const { headers } = await get(station)
    expect(headers['last-modified']).toMatch(/GMT$/)
    const again = (since: string) => get(station, { 'If-Modified-Since': since })
    expect((await again(headers['last-modified']!)).status).toBe(304)
    expect((await again('Thu, 01 Jan 2026 00:00:00 GMT')).status).toBe(200)
  })

  it('gets a tag of its own for each encoding', async () => {
    const tags = []
    for (const encoding of ['identity', 'gzip', 'br'])
      tags.push((await get(station, { 'Accept-Encoding': encoding })).headers['etag'])
    expect(new Set(tags).size).toBe(3)
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/)
  })
})

describe('the encoding', () => {
  it.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip;q=1, br;q=0', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
  ])('for %s is %s, and holds the same', async (accepted, encoding, decode) => {
    const { body: plain } = await raw(station, { 'Accept-Encoding': 'identity' })
    for (let time = 1; time <= 2; time += 1) {
      const { body, headers } = await raw(station, { 'Accept-Encoding': accepted })
      expect(headers['content-encoding']).toBe(encoding)
      expect(decode(body).equals(plain)).toBe(true)
    }
  })

  it.each(['identity', '', 'zstd'])('for “%s” is none', async (accepted) => {
    const { headers } = await raw(station, { 'Accept-Encoding': accepted })
    expect(headers['content-encoding']).toBeUndefined()
  })

  it('is one of the headers by which answers differ', async () => {
    expect((await get(station)).headers['vary']).toBe('Accept-Encoding, Authorization, Cookie')
    for (const from of ['miss', 'hit']) {
      const { headers } = await get(
        `/api/graphql?query=${encodeURIComponent('{ Phases(limit: 3) { totalDocs } }')}`,
      )
      expect([headers['x-cache'], headers['vary']]).toEqual([
        from,
        'Accept-Encoding, Authorization, Cookie, Accept',
      ])
    }
  })
})

describe('a publication', () => {
  let id: string
  const phases = '/api/phases?sort=order&depth=0&limit=50'
  beforeAll(async () => {
    id = String((await buildPhase(testApp, { name: 'The first name', order: 900 })).id)
  })
  beforeEach(async () => {
    await get(phases)
    expect(from(await get(phases))).toBe('hit')
  })

  it('is what readers get from then on', async () => {
    await revise(testApp, { collection: 'phases', id, name: 'The second name' })
    expect(from(await get(phases))).toBe('hit')
    await bringTo(testApp, { collection: 'phases', id, state: 'published' })
    const after = await get(phases)
    expect(from(after)).toBe('miss')
    expect(after.text).toContain('The second name')
    expect(after.text).not.toContain('The first name')
  })

  it('is told to a browser that has what was public before', async () => {
    const before = await get(phases)
    await revise(testApp, { collection: 'phases', id, state: 'published', name: 'The third name' })
    const { body, headers, status } = await get(phases, {
      'If-None-Match': before.headers['etag']!,
    })
    expect(status).toBe(200)
    expect(headers['etag']).not.toBe(before.headers['etag'])
    const { updatedAt } = body.docs.find((phase: { id: string }) => phase.id === id)
    const aSecondBefore = new Date(Date.parse(updatedAt) - 1_000).toUTCString()
    expect((await get(phases, { 'If-Modified-Since': aSecondBefore })).status).toBe(200)
  })

  it('that is withdrawn is gone at once, and so is what was kept under its address', async () => {
    const address = `/api/phases/${id}?depth=0`
    await get(address)
    expect(from(await get(address))).toBe('hit')
    await act(testApp, { action: 'withdraw', collection: 'phases', id })
    expect((await get(address)).status).toBe(410)
    expect((await get(phases)).text).not.toContain(id)
  })

  it('is never overtaken by an answer that was begun before it', async () => {
    const phase = await buildPhase(testApp, { name: 'Text 0', order: 901 })
    const place = { collection: 'phases' as const, id: String(phase.id) }
    const address = `/api/phases/${place.id}?depth=0`
    for (let text = 1; text <= 8; text += 1) {
      await revise(testApp, { ...place, state: 'approved', name: `Text ${text}` })
      const asking = Array.from({ length: 10 }, () => get(address))
      const [, ...answers] = await Promise.all([
        act(testApp, { ...place, action: 'publish' }),
        ...asking,
      ])
      for (const answer of answers)
        expect(answer.text).toMatch(new RegExp(`Text ${text}|Text ${text - 1}`))
      expect((await get(address)).text).toContain(`Text ${text}"`)
    }
  })
})

describe('GraphQL', () => {
  const question = `query Station($slug: String!) { stationBySlug(slug: $slug) { title } }`
  const variables = { slug: 'balance-paid' }

  it('over POST is answered from memory the second time', async () => {
    const first = await post({ query: question, variables })
    const second = await post({ query: question, variables })
    expect([first, second].map(from)).toEqual(['miss', 'hit'])
    expect(second.body).toEqual({ data: { stationBySlug: { title: 'Balance Paid' } } })
    expect(second.text).toBe(first.text)
  })

  it.each([
    ['other whitespace', { query: question.replaceAll(' ', '\n  '), variables }],
    ['a comment', { query: `# who\n${question}`, variables }],
    ['an operation name of null', { query: question, variables, operationName: null }],
  ])('shares its answer with another spelling: %s', async (_, other) => {
    await post({ query: question, variables })
    expect(from(await post(other))).toBe('hit')
  })

  it('shares its answer between orders of variables', async () => {
    const query = 'query ($a: Int, $b: Int) { Phases(limit: $a, page: $b) { totalDocs } }'
    await post({ query, variables: { a: 2, b: 1 } })
    expect(from(await post({ query, variables: { b: 1, a: 2 } }))).toBe('hit')
    expect(from(await post({ query, variables: { a: 1, b: 2 } }))).toBe('miss')
  })

  it('over GET shares the answer of POST', async () => {
    await post({ query: aliasedQuery })
    const answer = await testApp.anonymous().get('/api/graphql').query({ query: aliasedQuery })
    expect(answer.body).toEqual({ data: { stationBySlug: { title: 'Balance Paid' } } })
    expect(from(answer)).toBe('hit')
  })

  it('with an error in its answer is not kept', async () => {
    const query =
      '{ stationBySlug(slug: "balance-paid") { title } Stations(sort: "phase.name") { totalDocs } }'
    for (let time = 1; time <= 2; time += 1) {
      const answer = await post({ query })
      expect(answer.body.errors).toHaveLength(1)
      expect(from(answer)).toBe('bypass')
    }
  })

  it('of somebody signed in is not kept, and they get no kept answer', async () => {
    await post({ query: question, variables })
    const answer = await post({ query: question, variables }, await testApp.authorization('editor'))
    expect(from(answer)).toBe('bypass')
  })

  it('that changes something passes', async () => {
    const query = 'mutation { loginUser(email: "nobody@example.com", password: "x") { token } }'
    expect(from(await post({ query }))).toBe('bypass')
  })

  it('is answered as its client wants it, one after the other', async () => {
    for (const type of ['application/graphql-response+json', 'application/json']) {
      const answer = await testApp
        .anonymous()
        .post('/api/graphql')
        .set('Accept', type)
        .send({ query: question, variables })
      expect(answer.headers['content-type']).toContain(type)
    }
  })
})

describe('a persisted query', () => {
  const query = 'query Named($code: String!) { noticeByCode(code: $code) { code title } }'
  const sha256Hash = createHash('sha256').update(query).digest('hex')
  const extensions = { persistedQuery: { version: 1, sha256Hash } }
  const variables = { code: 'cp 14' }
  const byHash = () =>
    testApp
      .anonymous()
      .get('/api/graphql')
      .query({ variables: JSON.stringify(variables), extensions: JSON.stringify(extensions) })

  it('is asked for when it is not known yet', async () => {
    const { body, status } = await byHash()
    expect(status).toBe(200)
    expect(body.errors[0]).toMatchObject({
      message: 'PersistedQueryNotFound',
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    })
  })

  it('is answered by its hash alone from then on, and from memory', async () => {
    const registered = await post({ query, variables, extensions })
    expect(registered.body.data.noticeByCode.code).toBe('CP14')
    const first = await byHash()
    expect(first.body).toEqual(registered.body)
    expect(from(first)).toBe('hit')
    expect(from(await byHash())).toBe('hit')
    expect((await post({ variables, extensions })).body).toEqual(registered.body)
  })

  it('is refused with variables nested too deep, over POST and GET', async () => {
    await post({ query, variables, extensions })
    const nested = (depth: number) => `{"code":${'['.repeat(depth)}${']'.repeat(depth)}}`
    const named = JSON.stringify(extensions)
    const overPost = await testApp
      .anonymous()
      .post('/api/graphql')
      .type('json')
      .send(`{"variables":${nested(30_000)},"extensions":${named}}`)
    const asked = new URLSearchParams({ variables: nested(1_000), extensions: named })
    const overGet = await get(`/api/graphql?${asked.toString()}`)
    for (const { body, status } of [overPost, overGet]) {
      expect([status, body.errors[0].code]).toEqual([400, 'MALFORMED'])
      expect(body.data).toBeUndefined()
    }
  })

  it('is answered to somebody signed in too', async () => {
    const answer = await post({ variables, extensions }, await testApp.authorization('editor'))
    expect(answer.body.data.noticeByCode.code).toBe('CP14')
  })

  it.each([
    ['the hash of another query', { version: 1, sha256Hash: 'a'.repeat(64) }],
    ['no hash', { version: 1, sha256Hash: 'x' }],
    ['another version', { version: 2, sha256Hash }],
  ])('is refused with %s', async (_, persistedQuery) => {
    const answer = await post({ query, variables, extensions: { persistedQuery } })
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].extensions.code).toMatch(/^PERSISTED_QUERY_/)
    expect(answer.body.data).toBeUndefined()
  })

  it('never stands for a change', async () => {
    const change = 'mutation { logoutUser }'
    const hash = createHash('sha256').update(change).digest('hex')
    const named = { persistedQuery: { version: 1, sha256Hash: hash } }
    await post({ query: change, extensions: named })
    const answer = await post({ extensions: named })
    expect(answer.body.errors[0].message).toBe('PersistedQueryNotFound')
  })
})

/** Which of the headers last from one answer to the next. */
function lasting(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name !== 'x-cache' && name !== 'date'),
  )
}

function from({ headers }: Response): string | undefined {
  return headers['x-cache']
}

async function get(address: string, headers: Record<string, string> = {}): Promise<Response> {
  return testApp.anonymous().get(address).set(headers)
}

async function post(question: object, authorization?: string): Promise<Response> {
  const asked = testApp.anonymous().post('/api/graphql')
  if (authorization) asked.set('Authorization', authorization)
  return asked.send(question)
}

/** Asks without a client that decodes what it gets. */
async function raw(
  address: string,
  headers: Record<string, string>,
): Promise<{ body: Buffer; headers: http.IncomingHttpHeaders }> {
  const server = http.createServer(testApp.app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const { port } = server.address() as AddressInfo
    const asked = http.get({ host: '127.0.0.1', port, path: address, headers, agent: false })
    const [answer] = (await once(asked, 'response')) as [http.IncomingMessage]
    const parts: Buffer[] = []
    for await (const part of answer) parts.push(part as Buffer)
    return { body: Buffer.concat(parts), headers: answer.headers }
  } finally {
    server.close()
  }
}
