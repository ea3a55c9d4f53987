import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../../seed/demo-people.ts'
import type { Settings } from '../../../src/settings.ts'
import { startApp, type PersonName, type TestApp } from '../../support/app.ts'
import {
  expectGraphqlRefusal,
  expectRefusal,
  listen,
  stored,
  type Answer,
  type Listener,
  type RawRequest,
} from '../../support/http.ts'

const elsewhere = 'https://elsewhere.example'
const json = { 'content-type': 'application/json' }
const createPhase =
  'mutation { createPhase(data: { name: "P", slug: "p", order: 1 }, draft: true) { id } }'

let testApp: TestApp
let server: Listener

describe('in a demonstration', () => {
  startsAndStops({})

  describe('a page anywhere', () => {
    it('may ask whether it may read', async () => {
      const answer = await preflight('/api/stations', 'GET')
      expect(answer.status).toBe(200)
      expect(answer.headers['access-control-allow-origin']).toBe('*')
      expect(answer.headers['access-control-allow-methods']).toContain('GET')
      expect(answer.headers['access-control-allow-headers']).toMatch(/content-type/i)
      expect(answer.headers['access-control-allow-headers']).toMatch(/authorization/i)
    })

    it('may ask whether it may send questions to GraphQL', async () => {
      const answer = await preflight('/api/graphql', 'POST')
      expect(answer.status).toBe(200)
      expect(answer.headers['access-control-allow-origin']).toBe('*')
      expect(answer.headers['access-control-allow-methods']).toContain('POST')
    })

    it('may read a preview, and be told which text it was', async () => {
      for (const path of ['/api/stations', '/api/graphql']) {
        const { headers } = await preflight(path, 'GET')
        expect(headers['access-control-allow-headers']).toMatch(/, preview\b/i)
      }
      const { headers } = await server.ask({
        path: '/api/stations',
        headers: { origin: elsewhere },
      })
      expect(headers['access-control-expose-headers']).toMatch(/retry-after/i)
      expect(headers['access-control-expose-headers']).toMatch(/x-preview-content-hash/i)
    })

    it('changes nothing by asking', async () => {
      const before = await stored(testApp)
      for (const method of ['POST', 'PATCH', 'DELETE']) await preflight('/api/stations', method)
      expect(await stored(testApp)).toEqual(before)
    })

    it('reads without credentials', async () => {
      for (const path of ['/api/stations', '/api/graphql?query={__typename}']) {
        const { status, headers } = await server.ask({ path, headers: { origin: elsewhere } })
        expect(status).toBe(200)
        expect(headers['access-control-allow-origin']).toBe('*')
        expect(headers['access-control-allow-credentials']).toBeUndefined()
      }
    })

    for (const [what, request] of [
      ['an unknown address', { path: '/api/nonsense' }],
      ['a malformed condition', { path: '/api/stations?where=foo' }],
      ['a body that is not read', { method: 'POST', path: '/api/stations', body: 'Hi' }],
      [
        'a body that is not JSON',
        { method: 'POST', path: '/api/stations', body: '{', headers: json },
      ],
      ['broken percent signs', { path: '/api/stations/%zz' }],
    ] as const)
      it(`reads why it was refused: ${what}`, async () => {
        const { headers, status } = await server.ask({
          ...request,
          headers: { origin: elsewhere, ...('headers' in request ? request.headers : {}) },
        })
        expect(status).toBeGreaterThanOrEqual(400)
        expect(headers['access-control-allow-origin']).toBe('*')
      })
  })

  describe('the session cookie', () => {
    it('is out of reach of scripts, stays here when others send forms, and works without TLS', async () => {
      const attributes = attributesOf(await signIn())
      expect(attributes).toContainEqual(expect.stringMatching(/^HttpOnly/))
      expect(attributes).toContain('SameSite=Lax')
      expect(attributes).toContain('Path=/')
      expect(attributes).not.toContainEqual(expect.stringMatching(/^Secure/))
    })

    it('is taken back at sign-out', async () => {
      const cookie = cookieOf(await signIn('reviewer'))
      const answer = await server.ask({
        method: 'POST',
        path: '/api/users/logout',
        headers: { cookie, origin: testApp.settings.publicUrl },
      })
      expect(answer.status).toBe(200)
      expect(cookieOf(answer)).toMatch(/^stationmaster-token=$/)
      expect(await userOf({ cookie, origin: testApp.settings.publicUrl })).toBeNull()
    })

    it('is given over GraphQL as well', async () => {
      const answer = await server.ask({
        method: 'POST',
        path: '/api/graphql',
        headers: json,
        body: JSON.stringify({
          query: `mutation { loginUser(email: "editor@stationmaster.test", password: "${demoPassword}") { token } }`,
        }),
      })
      expect(answer.status).toBe(200)
      expect(cookieOf(answer)).toMatch(/^stationmaster-token=./)
      expect(attributesOf(answer)).toContain('SameSite=Lax')
      expect(attributesOf(answer)).toContainEqual(expect.stringMatching(/^HttpOnly/))
    })

    for (const [what, headers] of [
      ['a page of this installation', { origin: 'http://localhost:3000' }],
      ['a page at the loopback address', { origin: 'http://127.0.0.1:3000' }],
      ['a page of the same origin', { 'sec-fetch-site': 'same-origin' }],
    ] as const)
      it(`is believed from ${what}`, async () => {
        const cookie = cookieOf(await signIn())
        expect(await userOf({ cookie, ...headers })).toMatchObject({ name: 'Elena Editor' })
      })

    for (const [what, headers] of [
      ['a page elsewhere', { origin: elsewhere }],
      ['a page that hides where it is', { origin: 'null' }],
      ['a page whose name begins like this one', { origin: 'http://localhost:3000.example' }],
      ['a page of the same name on another port', { origin: 'http://localhost:3001' }],
      ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
      [
        'a page of the same site but another origin',
        { origin: 'http://www.localhost:3000', 'sec-fetch-site': 'same-site' },
      ],
      ['somebody who does not say from where', {}],
      [
        'a page elsewhere that claims to be of this origin',
        { origin: elsewhere, 'sec-fetch-site': 'same-origin' },
      ],
    ] as const)
      describe(`from ${what}`, () => {
        it('reads nothing for the person', async () => {
          const cookie = cookieOf(await signIn())
          expect(await userOf({ cookie, ...headers })).toBeNull()
        })

        it('writes nothing over REST', async () => {
          const cookie = cookieOf(await signIn())
          const before = await stored(testApp)
          const answer = await server.ask({
            method: 'POST',
            path: '/api/stations?draft=true',
            headers: { ...json, cookie, ...headers },
            body: '{"title":"Forged"}',
          })
          expectRefusal(answer, 'NOT_SIGNED_IN')
          expect(await stored(testApp)).toEqual(before)
        })

        it('writes nothing over REST with a form, which needs no leave to be sent', async () => {
          const cookie = cookieOf(await signIn())
          const before = await stored(testApp)
          const answer = await server.ask({
            method: 'POST',
            path: '/api/stations?draft=true',
            headers: { 'content-type': 'multipart/form-data; boundary=x', cookie, ...headers },
            body: '--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{"title":"Forged"}\r\n--x--\r\n',
          })
          expectRefusal(answer, 'NOT_SIGNED_IN')
          expect(await stored(testApp)).toEqual(before)
        })

        it('deletes nothing', async () => {
          const cookie = cookieOf(await signIn('administrator'))
          const before = await stored(testApp)
          const { id } = await testApp.person('editor2')
          const answer = await server.ask({
            method: 'DELETE',
            path: `/api/users/${id}`,
            headers: { cookie, ...headers },
          })
          expectRefusal(answer, 'NOT_SIGNED_IN')
          expect(await stored(testApp)).toEqual(before)
        })

        it('writes nothing over GraphQL', async () => {
          const cookie = cookieOf(await signIn())
          const before = await stored(testApp)
          const answer = await server.ask({
            method: 'POST',
            path: '/api/graphql',
            headers: { ...json, cookie, ...headers },
            body: JSON.stringify({ query: createPhase }),
          })
          expectGraphqlRefusal(answer, 'NOT_SIGNED_IN', { status: 200 })
          expect(await stored(testApp)).toEqual(before)
        })
      })

    it('writes from a page of this installation', async () => {
      const cookie = cookieOf(await signIn())
      const answer = await server.ask({
        method: 'POST',
        path: '/api/stations?draft=true',
        headers: { ...json, cookie, origin: testApp.settings.publicUrl },
        body: '{"title":"Written in the panel"}',
      })
      expect(answer.status).toBe(201)
    })
  })
})

describe('in a deployment', () => {
  const friend = 'https://www.example.gov'

  startsAndStops({
    isDeployment: true,
    publicUrl: 'https://cms.example.gov',
    corsOrigins: [friend],
  })

  it('the session cookie goes over TLS only', async () => {
    const attributes = attributesOf(await signIn())
    expect(attributes).toContainEqual(expect.stringMatching(/^Secure/))
    expect(attributes).toContainEqual(expect.stringMatching(/^HttpOnly/))
    expect(attributes).toContain('SameSite=Lax')
  })

  it('a page that CORS_ORIGINS names reads with credentials', async () => {
    const { headers } = await server.ask({ path: '/api/stations', headers: { origin: friend } })
    expect(headers['access-control-allow-origin']).toBe(friend)
    expect(headers['access-control-allow-credentials']).toBe('true')
  })

  it('caches are told that the answer to one page is not for another', async () => {
    const { headers } = await server.ask({ path: '/api/stations', headers: { origin: friend } })
    expect(headers['vary']).toMatch(/\borigin\b/i)
  })

  for (const origin of [
    elsewhere,
    'http://localhost:3000.example',
    'https://www.example.gov.evil.example',
  ])
    it(`a page at ${origin} reads nothing`, async () => {
      const { headers } = await server.ask({ path: '/api/stations', headers: { origin } })
      expect(headers['access-control-allow-origin']).toBeUndefined()
      expect(headers['access-control-allow-credentials']).toBeUndefined()
      const asked = await preflight('/api/stations', 'POST', origin)
      expect(asked.headers['access-control-allow-origin']).toBeUndefined()
    })

  it('the cookie is believed from the panel', async () => {
    const cookie = cookieOf(await signIn())
    expect(await userOf({ cookie, origin: 'https://cms.example.gov' })).not.toBeNull()
  })

  it('the cookie is believed from no page elsewhere', async () => {
    const cookie = cookieOf(await signIn())
    expect(await userOf({ cookie, origin: elsewhere })).toBeNull()
  })

  it('there is no page to try out GraphQL on', async () => {
    expectRefusal(await server.ask({ path: '/graphql' }), 'NOT_FOUND')
  })
})

/** Runs the tests around it on an app of their own. */
function startsAndStops(settings: Partial<Settings>): void {
  beforeAll(async () => {
    testApp = await startApp({ settings })
    server = await listen(testApp.app)
  })
  afterAll(async () => {
    sessions.clear()
    await server.close()
    await testApp.close()
  })
}

const sessions = new Map<PersonName, Promise<Answer>>()

/** The answer to a sign-in over REST; the same one each time. */
function signIn(person: PersonName = 'editor'): Promise<Answer> {
  const session =
    sessions.get(person) ??
    server.ask({
      method: 'POST',
      path: '/api/users/login',
      headers: json,
      body: JSON.stringify({ email: `${person}@stationmaster.test`, password: demoPassword }),
    })
  sessions.set(person, session)
  return session
}

function setCookieOf({ headers }: Answer): string[] {
  return (headers['set-cookie']?.[0] ?? '').split('; ')
}

/** The cookie as a browser sends it back. */
function cookieOf(answer: Answer): string {
  return setCookieOf(answer)[0]!
}

function attributesOf(answer: Answer): string[] {
  return setCookieOf(answer).slice(1)
}

/** Whom the platform takes somebody for. */
async function userOf(headers: RawRequest['headers'] = {}): Promise<unknown> {
  const answer = await server.ask({ path: '/api/users/me', headers })
  expect(answer.status).toBe(200)
  return answer.body['user']
}

/** What a browser asks before it sends a request that a page elsewhere wants to make. */
function preflight(path: string, method: string, origin = elsewhere): Promise<Answer> {
  return server.ask({
    method: 'OPTIONS',
    path,
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'content-type, authorization',
    },
  })
}
