import crypto from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { demoPassword } from '../../../seed/demo-people.ts'
import { forgottenPasswordsSeen, mostForgotten } from '../../../src/accounts/forgotten-passwords.ts'
import { hashesAtOnce, mostWaiting } from '../../../src/accounts/hash-turns.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import {
  expectGraphqlRefusal,
  expectRefusal,
  listen,
  type Answer,
  type Listener,
} from '../../support/http.ts'
import { startMailServer, type MailServer } from '../../support/mail-server.ts'

const known = 'editor@stationmaster.test'
const unknown = 'nobody@stationmaster.test'
const locked = 'reviewer@stationmaster.test'
const withoutPassword = 'publisher@stationmaster.test'

let testApp: TestApp
let server: Listener
let mailServer: MailServer

/** What was hashed: rounds, bytes and digest. The hashes are made all the same. */
let hashes: unknown[][] = []
/** Hashes that were made at the same time, at most. */
let mostAtOnce = 0

beforeAll(async () => {
  mailServer = await startMailServer()
  testApp = await startApp({ settings: { smtpUrl: mailServer.url, trustProxy: 1 } })
  server = await listen(testApp.app)
  await change(locked, { lockUntil: new Date(Date.now() + 3_600_000).toISOString() })
  await change(withoutPassword, { hash: null, salt: null })
  countHashes()
})
beforeEach(() => {
  hashes = []
  mostAtOnce = 0
})
afterAll(async () => {
  vi.restoreAllMocks()
  await server.close()
  await testApp.close()
  await mailServer.close()
})

describe.each([
  ['REST', signIn],
  ['GraphQL', signInOverGraphql],
] as const)('a refused sign-in over %s', (_door, attempt) => {
  let wrong: Answer
  let itsWork: unknown[][]
  beforeAll(async () => {
    hashes = []
    wrong = await attempt(known, 'wrong-password')
    itsWork = hashes
  })

  it('hashes one password and says three things in one sentence', () => {
    expect(itsWork).toHaveLength(1)
    expect(wrong.text).toContain('"NOT_SIGNED_IN"')
    expect(wrong.text).toContain(
      'The email or the password is not right, or there were too many wrong tries: then wait ten minutes.',
    )
  })

  it.each([
    ['an address without an account', unknown, 'wrong-password'],
    ['an account that is locked', locked, 'wrong-password'],
    ['an account that is locked, with its password', locked, demoPassword],
    ['an account without a password', withoutPassword, 'wrong-password'],
    ['an address without an account in other letters', ' NOBODY@stationmaster.TEST ', 'x'],
  ])('is the same, in words and in work, for %s', async (_who, email, password) => {
    const other = await attempt(email, password)
    expect(whatIsSeen(other)).toEqual(whatIsSeen(wrong))
    expect(hashes).toEqual(itsWork)
  })

  it('is the same in Spanish', async () => {
    const inSpanish = { 'accept-language': 'es' }
    const [first, second] = [
      await attempt(unknown, 'x', inSpanish),
      await attempt(locked, 'x', inSpanish),
    ]
    expect(first.text).toContain('El correo o la contraseña no son correctos')
    expect(second.text).toBe(first.text)
  })
})

describe('signing in', () => {
  it('hashes one password, and works', async () => {
    const { status, body } = await signIn(known, demoPassword)
    expect({ status, message: body['message'] }).toEqual({
      status: 200,
      message: 'Authentication Passed',
    })
    expect(hashes).toHaveLength(1)
  })

  it('hashes nothing when half of what it needs is missing', async () => {
    for (const email of [known, unknown]) expectRefusal(await signIn(email, ' '), 'INVALID_FIELDS')
    expect(hashes).toEqual([])
  })

  it('hashes few passwords at once, and answers 503 to whom would wait too long', async () => {
    const tooMany = 5
    const crowd = hashesAtOnce + mostWaiting + tooMany
    const answers = await Promise.all(
      Array.from({ length: crowd }, (_, index) => signIn(`crowd-${index}@example.org`, 'x')),
    )
    const sentAway = answers.filter(({ status }) => status !== 401)
    expect(sentAway).toHaveLength(tooMany)
    for (const answer of sentAway) {
      expectRefusal(answer, 'UNAVAILABLE')
      expect(answer.headers['retry-after']).toBe('5')
    }
    expect(hashes).toHaveLength(crowd - tooMany)
    expect(mostAtOnce).toBe(hashesAtOnce)
    expect((await signIn(known, demoPassword)).status).toBe(200)
  })
})

describe('asking for a new password', () => {
  it.each([
    ['REST', forget],
    ['GraphQL', forgetOverGraphql],
  ] as const)('is answered over %s before anybody is looked up', async (_door, ask) => {
    const letGo = await holdDatabase()
    const answers = [await ask(known), await ask(unknown), await ask(locked)]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(answers.map((answer) => JSON.stringify(whatIsSeen(answer)))).size).toBe(1)
    await letGo()
    await forgottenPasswordsSeen(testApp.payload)
  })

  it('brings a link by mail that sets a new password, to who has an account', async () => {
    await forget('editor2@stationmaster.test', { 'accept-language': 'es' })
    await forget(unknown)
    const mail = await mailTo('editor2@stationmaster.test')
    expect(mail).toContain('Restablecer')
    const [, token] = /\/admin\/reset\/([0-9a-f]{40})/.exec(mail)!
    const reset = await post('/api/users/reset-password', { token, password: 'chosen-anew' })
    expect(reset.status).toBe(200)
    expect((await signIn('editor2@stationmaster.test', 'chosen-anew')).status).toBe(200)
    expect(mailServer.mails.join()).not.toContain(unknown)
  })

  it('keeps nobody waiting for a server for mail that does not answer', async () => {
    const letGo = mailServer.hold()
    const connections = mailServer.connections()
    const email = 'administrator@stationmaster.test'
    expect((await forget(email)).status).toBe(200)
    await vi.waitFor(() => expect(mailServer.connections()).toBeGreaterThan(connections), 5_000)
    // Nor does a write: the transaction has ended before the mail is sent.
    await change(known, { loginAttempts: 0 })
    letGo()
    await mailTo(email)
  })

  it('is answered 503 when too many wait', async () => {
    const letGo = await holdDatabase()
    for (let index = 0; index < mostForgotten; index += 1)
      expect((await forget(`waiting-${index}@example.org`)).status).toBe(200)
    const answer = await forget(known)
    expectRefusal(answer, 'UNAVAILABLE')
    expect(answer.headers['retry-after']).toBe('30')
    await letGo()
    await forgottenPasswordsSeen(testApp.payload)
  })

  it.each([{}, { email: '' }, { email: ' ' }, { email: 7 }, { email: { equals: known } }])(
    'needs an address: %j',
    async (body) => {
      expectRefusal(await post('/api/users/forgot-password', body), 'MALFORMED')
    },
  )
})

describe('what else could tell who has an account', () => {
  it('a link that was made up is refused without hashing', async () => {
    const guess = { token: 'f'.repeat(40), password: 'guess-the-token' }
    expectRefusal(await post('/api/users/reset-password', guess), 'NOT_SIGNED_IN')
    const mutation = `mutation { resetPasswordUser(token: "${guess.token}", password: "x") { token } }`
    expectGraphqlRefusal(await post('/api/graphql', { query: mutation }), 'NOT_SIGNED_IN', {
      status: 200,
    })
    expect(hashes).toEqual([])
  })

  it('unlocking is refused to strangers, whomever they name', async () => {
    const [person, nobody] = [
      await post('/api/users/unlock', { email: locked }),
      await post('/api/users/unlock', { email: 'stranger@stationmaster.test' }),
    ]
    expectRefusal(person, 'NOT_SIGNED_IN')
    expect(whatIsSeen(nobody)).toEqual(whatIsSeen(person))
    expect((await account(locked))['lockUntil']).not.toBeNull()
  })

  it.each(['null', '"made-up"'])('no account is confirmed by mail: %s', async (token) => {
    const before = await account(known)
    expectRefusal(await post('/api/users/verify/made-up', {}), 'NOT_FOUND')
    const query = `mutation { verifyEmailUser(token: ${token}) }`
    const { body } = await post('/api/graphql', { query })
    expect(body.errors).toHaveLength(1)
    expect(body.data?.['verifyEmailUser'] ?? null).toBeNull()
    expect(await account(known)).toEqual(before)
  })
})

/** Lets every hash through, and notes it. */
function countHashes(): void {
  const real = crypto.pbkdf2.bind(crypto)
  let running = 0
  vi.spyOn(crypto, 'pbkdf2').mockImplementation((password, salt, rounds, bytes, digest, done) => {
    hashes.push([rounds, bytes, digest])
    running += 1
    mostAtOnce = Math.max(mostAtOnce, running)
    real(password, salt, rounds, bytes, digest, (error, key) => {
      running -= 1
      done(error, key)
    })
  })
}

/** Opens a transaction, behind which everything else that writes waits until the returned function is called. */
async function holdDatabase(): Promise<() => Promise<void>> {
  const { db } = testApp.payload
  const transaction = (await db.beginTransaction())!
  return () => db.rollbackTransaction(transaction)
}

/** The mail to somebody, once it has come. */
async function mailTo(email: string): Promise<string> {
  const mail = await vi.waitFor(() => {
    const found = mailServer.mails.find((text) => text.includes(`To: ${email}\r\n`))
    expect(found).toBeDefined()
    return found!
  }, 10_000)
  return mail.replaceAll('=\r\n', '')
}

async function account(email: string): Promise<Record<string, unknown>> {
  const found = await testApp.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: 'users',
    where: { email: { equals: email } },
  })
  return found!
}

async function change(email: string, data: Record<string, unknown>): Promise<void> {
  const { id } = await account(email)
  await testApp.payload.db.updateOne({ collection: 'users', id: String(id), data })
}

/** All of an answer but when it was given. */
function whatIsSeen({ status, headers, text }: Answer): object {
  return { status, text, headers: { ...headers, date: undefined } }
}

type Headers = Record<string, string>

function signIn(email: string, password: string, headers: Headers = {}): Promise<Answer> {
  return post('/api/users/login', { email, password }, headers)
}

function signInOverGraphql(email: string, password: string, headers: Headers = {}) {
  const query =
    'mutation ($email: String!, $password: String!) { loginUser(email: $email, password: $password) { exp } }'
  return post('/api/graphql', { query, variables: { email, password } }, headers)
}

function forget(email: string, headers: Headers = {}): Promise<Answer> {
  return post('/api/users/forgot-password', { email }, headers)
}

function forgetOverGraphql(email: string): Promise<Answer> {
  return post('/api/graphql', { query: `mutation { forgotPasswordUser(email: "${email}") }` })
}

let addresses = 0

/** Posts from an address that nobody had before, so that only tries for the same person are counted together. */
function post(path: string, body: object, headers: Headers = {}): Promise<Answer> {
  addresses += 1
  return server.ask({
    method: 'POST',
    path,
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `2001:db8::${addresses.toString(16)}`,
      ...headers,
    },
    body: JSON.stringify(body),
  })
}
