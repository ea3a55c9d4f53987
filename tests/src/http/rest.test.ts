import net from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorCode } from '../../../src/errors.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { build, buildStation, text } from '../../support/content.ts'
import {
  expectAnswerOrRefusal,
  expectNoInternals,
  expectRefusal,
  listen,
  stored,
  type Answer,
  type Listener,
  type RawRequest,
} from '../../support/http.ts'

const largestBody = 1024 * 1024
const json = { 'content-type': 'application/json' }

let testApp: TestApp
let server: Listener
let stationId: string
let editor: string

beforeAll(async () => {
  testApp = await startApp()
  server = await listen(testApp.app)
  const station = await buildStation(testApp, { state: 'published', slug: 'balance-paid' })
  stationId = station.id
  await buildStation(testApp, { slug: 'in-the-making' })
  await build(testApp, {
    collection: 'notices',
    state: 'published',
    data: {
      code: 'CP14',
      title: 'You owe',
      summary: 'A notice.',
      overview: text('You owe.'),
      stations: [station.id],
    },
  })
  editor = await testApp.authorization('editor')
})

afterAll(async () => {
  await server.close()
  await testApp.close()
})

describe('a body is refused', () => {
  for (const [what, body] of [
    ['that breaks off', '{"title":'],
    ['that is an array', '[{"title": "Balance Paid"}]'],
    ['that is a bare string', '"Balance Paid"'],
    ['that is a bare number', '14'],
    ['that is a bare null', 'null'],
    ['that is two objects', '{}{}'],
    ['that is JavaScript and not JSON', "{title: 'Balance Paid'}"],
    ['that is empty', ''],
  ] as const)
    it(what, () => refusesBody({ headers: json, body }, 'MALFORMED'))

  it('that is not there', () => refusesBody({}, 'MALFORMED'))

  for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])
    it(`of type ${type}`, () =>
      refusesBody(
        { headers: { 'content-type': type }, body: '{"title":"Balance Paid"}' },
        'UNSUPPORTED_MEDIA_TYPE',
      ))

  it('without a type', () =>
    refusesBody({ body: '{"title":"Balance Paid"}' }, 'UNSUPPORTED_MEDIA_TYPE'))

  for (const encoding of ['gzip', 'deflate', 'br'])
    it(`compressed with ${encoding}`, () =>
      refusesBody(
        { headers: { ...json, 'content-encoding': encoding }, body: '{"title":"Balance Paid"}' },
        'UNSUPPORTED_MEDIA_TYPE',
      ))

  it('larger than 1 MB', () =>
    refusesBody({ headers: json, body: bodyOfSize(largestBody + 1) }, 'TOO_LARGE'))

  it('larger than 1 MB that does not say how long it is', () =>
    refusesBody({ headers: json, body: bodyOfSize(largestBody + 1), chunked: true }, 'TOO_LARGE'))

  it('with an object where a text belongs', () =>
    refusesBody(
      { headers: json, body: JSON.stringify({ title: { words: 'Balance Paid' } }) },
      'INVALID_FIELDS',
    ))

  it('with a text where rows belong', () =>
    refusesBody(
      { headers: json, body: JSON.stringify({ title: 'Balance Paid', connections: 'to nowhere' }) },
      'INVALID_FIELDS',
    ))

  it('with a reference to nothing', () =>
    refusesBody(
      { headers: json, body: JSON.stringify({ title: 'Balance Paid', phase: 'no-such-phase' }) },
      'INVALID_FIELDS',
    ))

  async function refusesBody(request: Omit<RawRequest, 'path'>, code: ErrorCode) {
    const before = await stored(testApp)
    const answer = await server.ask({
      ...request,
      method: 'POST',
      path: '/api/stations?draft=true',
      headers: { authorization: editor, ...request.headers },
    })
    expectRefusal(answer, code)
    expect(await stored(testApp)).toEqual(before)
  }
})

describe('a body is read', () => {
  for (const [what, headers] of [
    ['that is JSON', json],
    ['that names its character set', { 'content-type': 'application/json; charset=utf-8' }],
    ['that says it is not compressed', { ...json, 'content-encoding': 'identity' }],
  ] as const)
    it(what, async () => {
      const title = `Año nuevo ${what}`
      const answer = await post({ headers, body: JSON.stringify({ title }) })
      expect(answer.status).toBe(201)
      expect(answer.body['doc']).toMatchObject({ title })
    })

  it('of exactly 1 MB', async () => {
    const answer = await post({ headers: json, body: bodyOfSize(largestBody) })
    expect(answer.status).toBe(201)
  })

  it('that comes in chunks', async () => {
    const body = JSON.stringify({ title: 'In chunks' })
    const answer = await post({ headers: json, body, chunked: true })
    expect(answer.status).toBe(201)
    expect(answer.body['doc']).toMatchObject({ title: 'In chunks' })
  })

  it('without what it says about the prototype of objects', async () => {
    const answer = await post({
      headers: json,
      body: '{"title":"Plain","__proto__":{"polluted":true},"constructor":{"polluted":true}}',
    })
    expect(answer.status).toBe(201)
    expect(answer.text).not.toContain('polluted')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  function post(request: Omit<RawRequest, 'path'>): Promise<Answer> {
    return server.ask({
      ...request,
      method: 'POST',
      path: '/api/stations?draft=true',
      headers: { authorization: editor, ...request.headers },
    })
  }
})

describe('an address is refused', () => {
  for (const [what, path] of [
    ['of no content type', '/api/nonsense'],
    ['of the API itself', '/api'],
    ['with a doubled slash', '/api//stations'],
    ['below a document', '/api/stations/a/b/c'],
    ['outside the API', '/nonsense'],
    ['by a name that every object has', '/api/__proto__/a/workflow/approve'],
    ['by another such name', '/api/constructor'],
    ['of a content type by another name', '/api/Stations%2F'],
    ['of a document that does not exist', '/api/stations/00000000-0000-4000-8000-000000000000'],
    ['of a document by what is no id', '/api/stations/nonsense'],
    ['of a document by a path out of its folder', '/api/stations/%2e%2e%2f%2e%2e%2fetc%2fpasswd'],
    ['of a document by a null byte', '/api/stations/%00'],
    ['of a setting for the whole platform', '/api/globals/nonsense'],
  ] as const)
    it(what, async () => {
      expectRefusal(await server.ask({ path }), 'NOT_FOUND')
    })

  for (const path of ['/api/stations/%', '/api/stations/%zz', '/api/stations/%E0%A4%A'])
    it(`with broken percent signs: ${path}`, async () => {
      expectRefusal(await server.ask({ path }), 'MALFORMED')
    })

  it('that does not exist, whatever the method', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const path of ['/api/nonsense', '/api/constructor/a/workflow/approve'])
        expectRefusal(await server.ask({ method, path }), 'NOT_FOUND')
  })
})

describe('a method is refused', () => {
  for (const [method, path] of [
    ['PUT', '/api/stations'],
    ['PUT', '/api/stations/{id}'],
    ['POST', '/api/stations/{id}'],
    ['TRACE', '/api/stations'],
    ['PROPFIND', '/api/stations'],
  ] as const)
    it(`${method} ${path}`, async () => {
      const before = await stored(testApp)
      const answer = await server.ask({
        method,
        path: path.replace('{id}', stationId),
        headers: { authorization: editor },
      })
      expectRefusal(answer, 'METHOD_NOT_ALLOWED')
      expect(await stored(testApp)).toEqual(before)
    })

  it('changing many documents at once', async () => {
    const before = await stored(testApp)
    const answer = await server.ask({
      method: 'PATCH',
      path: '/api/stations?draft=true&where[slug][equals]=in-the-making',
      headers: { authorization: editor, ...json },
      body: '{"title":"All the same"}',
    })
    expectRefusal(answer, 'NOT_PERMITTED')
    expect(await stored(testApp)).toEqual(before)
  })

  it('deleting many documents without saying which', async () => {
    const before = await stored(testApp)
    const answer = await server.ask({
      method: 'DELETE',
      path: '/api/stations',
      headers: { authorization: editor },
    })
    expectRefusal(answer, 'MALFORMED')
    expect(await stored(testApp)).toEqual(before)
  })

  it('deleting a document that does not exist', async () => {
    const before = await stored(testApp)
    const answer = await server.ask({
      method: 'DELETE',
      path: '/api/stations/00000000-0000-4000-8000-000000000000',
      headers: { authorization: await testApp.authorization('publisher') },
    })
    expectRefusal(answer, 'NOT_FOUND')
    expect(await stored(testApp)).toEqual(before)
  })
})

describe('another method than the one sent', () => {
  for (const header of ['x-http-method-override', 'x-payload-http-method-override']) {
    for (const override of ['DELETE', 'PATCH', 'PUT'])
      it(`is not taken from ${header}: ${override}`, async () => {
        const before = await stored(testApp)
        const answer = await server.ask({
          method: 'POST',
          path: `/api/stations/${stationId}`,
          headers: {
            authorization: await testApp.authorization('publisher'),
            [header]: override,
            ...json,
          },
          body: '{"title":"Changed by a header"}',
        })
        expect(answer.status).toBeGreaterThanOrEqual(400)
        expectAnswerOrRefusal(answer)
        expect(await stored(testApp)).toEqual(before)
      })

    it(`is not taken from ${header} on a GET`, async () => {
      const before = await stored(testApp)
      for (const override of ['POST', 'DELETE', 'PATCH']) {
        const answer = await server.ask({
          path: `/api/stations/${stationId}`,
          headers: { authorization: await testApp.authorization('publisher'), [header]: override },
        })
        expect(answer.status).toBe(200)
        expect(answer.body['slug']).toBe('balance-paid')
      }
      expect(await stored(testApp)).toEqual(before)
    })

    it(`is GET where a POST says so in ${header}, and shows readers what is live`, async () => {
      const before = await stored(testApp)
      const answer = await server.ask({
        method: 'POST',
        path: '/api/stations',
        headers: { [header]: 'GET', 'content-type': 'application/x-www-form-urlencoded' },
        body: 'draft=true&limit=100',
      })
      expect(answer.status).toBe(200)
      expect(slugsOf(answer)).toEqual(['balance-paid'])
      expect(await stored(testApp)).toEqual(before)
    })
  }
})

describe('the Host header', () => {
  for (const host of ['elsewhere.example', 'a b{}', '[::1', '%zz', ''])
    it(`“${host}” changes nothing about an answer`, async () => {
      const path = '/api/stations?limit=1&depth=0'
      const plain = await server.ask({ path })
      const answer = await server.ask({ path, headers: { host } })
      expect(answer.status).toBe(200)
      expect(answer.body).toEqual(plain.body)
    })

  it('may be left out, as HTTP/1.0 does', async () => {
    const bytes = await sendBytes('GET /api/stations?limit=1&depth=0 HTTP/1.0\r\n\r\n')
    expect(bytes).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('may be contradicted by the address, which is not believed either', async () => {
    const bytes = await sendBytes(
      'GET http://elsewhere.example/api/stations?limit=1&depth=0 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
    )
    expect(bytes).toMatch(/^HTTP\/1\.1 (200|400) /)
    expect(bytes).not.toContain('elsewhere.example')
    expectNoInternals(bytes)
  })
})

describe('HEAD', () => {
  for (const path of ['/api/stations?limit=1', '/api/stations?where=foo', '/api/nonsense'])
    it(`answers ${path} like GET, without the body`, async () => {
      const head = await server.ask({ method: 'HEAD', path })
      const full = await server.ask({ path })
      expect(head.text).toBe('')
      expect(head.status).toBe(full.status)
      expect(head.headers['content-type']).toBe(full.headers['content-type'])
    })
})

describe('a POST without its rights', () => {
  for (const path of [
    '/api/users/first-register',
    '/api/users/verify/nonsense',
    '/api/users/unlock',
    '/api/users/reset-password',
    '/api/users/refresh-token',
    '/api/users/logout',
    '/api/stations',
    `/api/stations/versions/nonsense`,
    '/api/ledger-entries',
    '/api/payload-kv',
    '/api/payload-jobs',
    '/api/payload-preferences/nonsense',
  ])
    it(`to ${path} is refused with a code and changes nothing`, async () => {
      const before = await stored(testApp)
      const answer = await server.ask({
        method: 'POST',
        path,
        headers: json,
        body: '{"email":{"a":1},"token":["x"],"password":7,"value":{}}',
      })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expectAnswerOrRefusal(answer)
      expect(await stored(testApp)).toEqual(before)
    })
})

/** A station that is exactly so many bytes of JSON. */
function bodyOfSize(bytes: number): string {
  const [start, end] = ['{"title":"Large","padding":"', '"}']
  return start + 'x'.repeat(bytes - start.length - end.length) + end
}

function slugsOf({ body }: Answer): unknown[] {
  return (body.docs ?? []).map(({ slug }) => slug)
}

/** Sends bytes over a connection of their own and gives all that comes back. */
function sendBytes(bytes: string): Promise<string> {
  return new Promise((answered, failed) => {
    let received = ''
    const socket = net.connect(Number(new URL(server.origin).port), '127.0.0.1', () =>
      socket.write(bytes),
    )
    socket.setEncoding('utf8')
    socket.on('data', (chunk: string) => (received += chunk))
    socket.on('end', () => answered(received))
    socket.on('error', failed)
  })
}
