import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../../seed/demo-people.ts'
import { signInLimits } from '../../../src/http/limit-sign-ins.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import {
  expectGraphqlRefusal,
  expectRefusal,
  listen,
  type Answer,
  type Listener,
  type RawRequest,
} from '../../support/http.ts'

// Counts live as long as the process, so every test here has people and addresses of its own.

const { perAddress, perPerson, windowSeconds } = signInLimits

let testApp: TestApp
let server: Listener

describe('behind one proxy', () => {
  startsAndStops({ trustProxy: 1 })

  it('the limits are 10 tries for a person and 60 from an address in ten minutes', () => {
    expect(signInLimits).toEqual({ perAddress: 60, perPerson: 10, windowSeconds: 600 })
  })

  describe('a person', () => {
    it('is refused after 10 tries, even with the right password', async () => {
      const from = address()
      await tries(perPerson, () => signIn({ email: 'editor@stationmaster.test', from }))
      const refused = await signIn({
        email: 'editor@stationmaster.test',
        password: demoPassword,
        from,
      })
      expectTooMany(refused)
      expect(refused.headers['set-cookie']).toBeUndefined()
    })

    it('is refused from every other address then', async () => {
      const email = 'many-addresses@stationmaster.test'
      await tries(perPerson, () => signIn({ email, from: address() }))
      expectTooMany(await signIn({ email, from: address() }))
    })

    it('is the same person however the address is written', async () => {
      const spellings = ['Spelled@Stationmaster.test', ' spelled@stationmaster.test ']
      await tries(perPerson, (index) => signIn({ email: spellings[index % 2]!, from: address() }))
      expectTooMany(await signIn({ email: 'SPELLED@STATIONMASTER.TEST', from: address() }))
    })

    it('is counted over REST and GraphQL together', async () => {
      const email = 'both-doors@stationmaster.test'
      await tries(perPerson / 2, () => signIn({ email, from: address() }))
      await tries(perPerson / 2, () => signInOverGraphql({ email, from: address() }))
      expectTooMany(await signIn({ email, from: address() }))
      expectTooManyOverGraphql(await signInOverGraphql({ email, from: address() }))
    })

    it('is counted when there is no such person, so that nobody learns who there is', async () => {
      const email = 'nobody@stationmaster.test'
      const first = await signIn({ email, password: 'wrong-password', from: address() })
      expectRefusal(first, 'NOT_SIGNED_IN')
      await tries(perPerson - 1, () => signIn({ email, from: address() }))
      expectTooMany(await signIn({ email, from: address() }))
    })

    it('does not keep another person at the same address out', async () => {
      const from = address()
      await tries(perPerson, () => signIn({ email: 'locked-out@stationmaster.test', from }))
      expectTooMany(await signIn({ email: 'locked-out@stationmaster.test', from }))
      const other = await signIn({
        email: 'reviewer@stationmaster.test',
        password: demoPassword,
        from,
      })
      expect(other.status).toBe(200)
      expect(other.body['user']).toMatchObject({ name: 'Rosa Reviewer' })
    })
  })

  describe('an address', () => {
    it('is refused after 60 tries for whomever, and others are not', async () => {
      const from = address()
      await tries(perAddress, (index) => signIn({ email: `guess-${index}@example.org`, from }))
      const publisher = { email: 'publisher@stationmaster.test', password: demoPassword }
      expectTooMany(await signIn({ ...publisher, from }))
      expectTooManyOverGraphql(await signInOverGraphql({ ...publisher, from }))
      expect((await signIn({ ...publisher, from: address() })).status).toBe(200)
    })

    it('is refused after 60 tries to use a link for a new password', async () => {
      const from = address()
      const reset = () =>
        post('/api/users/reset-password', { token: 'nonsense', password: 'guess-the-token' }, from)
      await tries(perAddress, reset)
      expectTooMany(await reset())
    })

    it('is refused after 60 tries that lack half of what is needed', async () => {
      const from = address()
      await tries(perAddress, (index) =>
        post('/api/users/login', { email: `half-${index}@example.org` }, from),
      )
      expectTooMany(await post('/api/users/login', { email: 'half@example.org' }, from))
    })

    it('is the one the proxy saw, whatever the client wrote before it', async () => {
      const from = address()
      await tries(perAddress, (index) =>
        signIn({ email: `pretend-${index}@example.org`, from: `203.0.113.${index}, ${from}` }),
      )
      expectTooMany(await signIn({ email: 'pretend@example.org', from: `203.0.113.99, ${from}` }))
    })

    it('still reads what is public when it may not try any more', async () => {
      const from = address()
      await tries(perAddress, (index) => signIn({ email: `reader-${index}@example.org`, from }))
      expectTooMany(await signIn({ email: 'reader@example.org', from }))
      const answer = await server.ask({
        path: '/api/stations',
        headers: { 'x-forwarded-for': from },
      })
      expect(answer.status).toBe(200)
    })
  })

  it('aliases in one question are as many tries', async () => {
    const from = address()
    const email = 'aliases@stationmaster.test'
    const one = (index: number) => `a${index}: loginUser(email: "${email}", password: "") { exp }`
    const question = `mutation { ${Array.from({ length: perPerson + 1 }, (_, index) => one(index)).join(' ')} }`
    const answer = await postGraphql({ query: question }, from)
    const codes = answer.body.errors?.map(({ extensions }) => extensions?.code)
    expect(codes?.filter((code) => code === 'TOO_MANY_REQUESTS')).toHaveLength(1)
    expectTooMany(await signIn({ email, from }))
  })

  describe('a new password', () => {
    it('may be asked for, and the answer does not tell whether there is such a person', async () => {
      const known = await forgot({ email: 'editor2@stationmaster.test', from: address() })
      const unknown = await forgot({ email: 'stranger@stationmaster.test', from: address() })
      expect(known.status).toBe(200)
      expect(unknown.status).toBe(200)
      expect(unknown.body).toEqual(known.body)
    })

    it('is refused to a person after 10 tries, of which signing in is one', async () => {
      const email = 'forgetful@stationmaster.test'
      await tries(perPerson / 2, () => forgot({ email, from: address() }))
      await tries(perPerson / 2, () => signIn({ email, from: address() }))
      expectTooMany(await forgot({ email, from: address() }))
      expectTooMany(await signIn({ email, from: address() }))
    })
  })
})

describe('without a proxy', () => {
  startsAndStops({ trustProxy: 0 })

  it('an address cannot pass for others with headers', async () => {
    const disguise = (index: number) => ({
      'x-forwarded-for': `198.51.100.${index}`,
      'x-real-ip': `198.51.100.${index}`,
      forwarded: `for=198.51.100.${index}`,
      'x-stationmaster-client-address': `198.51.100.${index}`,
      'X-Stationmaster-Client-Address': `198.51.100.${index}`,
    })
    await tries(perAddress, (index) =>
      send('/api/users/login', { email: `disguise-${index}@example.org` }, disguise(index)),
    )
    expectTooMany(await send('/api/users/login', { email: 'disguise@example.org' }, disguise(200)))
    expectTooManyOverGraphql(
      await send(
        '/api/graphql',
        { query: 'mutation { loginUser(email: "disguise@example.org", password: "x") { exp } }' },
        disguise(201),
      ),
    )
  })
})

let addresses = 0

/** An address nobody else here has. */
function address(): string {
  addresses += 1
  return `2001:db8::${addresses.toString(16)}`
}

async function tries(count: number, attempt: (index: number) => Promise<Answer>): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const { status, text } = await attempt(index)
    expect(status, text).not.toBe(429)
    expect(text).not.toContain('TOO_MANY_REQUESTS')
  }
}

interface Try {
  email: string
  /** Without one a try counts just the same, and nothing is hashed. */
  password?: string
  from: string
}

function signIn({ email, password = '', from }: Try): Promise<Answer> {
  return post('/api/users/login', { email, password }, from)
}

function forgot({ email, from }: Try): Promise<Answer> {
  return post('/api/users/forgot-password', { email }, from)
}

function signInOverGraphql({ email, password = '', from }: Try): Promise<Answer> {
  return postGraphql(
    {
      query:
        'mutation ($email: String!, $password: String!) { loginUser(email: $email, password: $password) { exp } }',
      variables: { email, password },
    },
    from,
  )
}

function postGraphql(question: object, from: string): Promise<Answer> {
  return post('/api/graphql', question, from)
}

function post(path: string, body: object, from: string): Promise<Answer> {
  return send(path, body, { 'x-forwarded-for': from })
}

function send(
  path: string,
  body: object,
  headers: NonNullable<RawRequest['headers']>,
): Promise<Answer> {
  return server.ask({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
}

function expectTooMany(answer: Answer): void {
  expectRefusal(answer, 'TOO_MANY_REQUESTS')
  expectRetryAfter(answer)
}

function expectTooManyOverGraphql(answer: Answer): void {
  expectGraphqlRefusal(answer, 'TOO_MANY_REQUESTS')
  expectRetryAfter(answer)
}

/** Whole seconds, at most the ten minutes of the window. */
function expectRetryAfter({ headers }: Answer): void {
  expect(headers['retry-after']).toMatch(/^\d+$/)
  expect(Number(headers['retry-after'])).toBeGreaterThan(0)
  expect(Number(headers['retry-after'])).toBeLessThanOrEqual(windowSeconds)
}

/** Runs the tests around it on an app of their own. */
function startsAndStops(settings: { trustProxy: number }): void {
  beforeAll(async () => {
    testApp = await startApp({ settings })
    server = await listen(testApp.app)
  })
  afterAll(async () => {
    await server.close()
    await testApp.close()
  })
}
