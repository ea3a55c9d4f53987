import { createClient, type Client } from '@libsql/client'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoPassword } from '../../../seed/demo-people.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import {
  expectGraphqlRefusal,
  expectRefusal,
  listen,
  stored,
  type Answer,
  type Listener,
} from '../../support/http.ts'

const json = { 'content-type': 'application/json' }
const createPhase =
  'mutation { createPhase(data: { name: "Waited", slug: "waited", order: 1 }, draft: true) { slug } }'

let testApp: TestApp
let server: Listener

describe('/healthz', () => {
  startsAndStops()

  it('says that the process is alive, to be asked anew each time', async () => {
    const answer = await server.ask({ path: '/healthz' })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({ status: 'alive' })
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('says so over HEAD', async () => {
    const answer = await server.ask({ method: 'HEAD', path: '/healthz' })
    expect(answer.status).toBe(200)
    expect(answer.text).toBe('')
  })

  it('says so while the database is gone', async () => {
    loseDatabase()
    const answer = await server.ask({ path: '/healthz' })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({ status: 'alive' })
  })
})

describe('/readyz', () => {
  startsAndStops()

  it('says that the database answers, to be asked anew each time', async () => {
    const answer = await server.ask({ path: '/readyz' })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({ status: 'ready' })
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it('says over HEAD what it says over GET', async () => {
    const answer = await server.ask({ method: 'HEAD', path: '/readyz' })
    expect(answer.status).toBe(200)
    expect(answer.text).toBe('')
  })

  it('is not ready once the process is going away, while what is asked is still answered', async () => {
    testApp.app.locals.drain()
    const answer = await server.ask({ path: '/readyz' })
    expectRefusal(answer, 'UNAVAILABLE')
    expectRetryAfter(answer)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect((await server.ask({ path: '/healthz' })).status).toBe(200)
    expect((await server.ask({ path: '/api/stations' })).status).toBe(200)
  })
})

describe('/readyz without its database', () => {
  startsAndStops()

  it('is not ready, and says nothing about the database but that', async () => {
    loseDatabase()
    const answer = await server.ask({ path: '/readyz' })
    expectRefusal(answer, 'UNAVAILABLE')
    expectRetryAfter(answer)
    expect(answer.text).not.toContain(testApp.settings.dataDir)
  })
})

describe('while another process holds the database', () => {
  let holder: Client
  let authorization: string
  let before: Awaited<ReturnType<typeof stored>>

  startsAndStops()

  beforeEach(async () => {
    authorization = await testApp.authorization('editor')
    before = await stored(testApp)
    holder = createClient({ url: testApp.settings.databaseUrl })
    await holder.execute('BEGIN EXCLUSIVE')
  })

  afterEach(async () => {
    if (!holder.closed) await release()
  })

  it('reads are answered', async () => {
    const answer = await server.ask({ path: '/api/stations' })
    expect(answer.status).toBe(200)
  })

  it('the process is ready, because readers are served', async () => {
    expect((await server.ask({ path: '/healthz' })).status).toBe(200)
    expect((await server.ask({ path: '/readyz' })).status).toBe(200)
  })

  it('a save over REST is refused until later, and works once it is released', async () => {
    const refused = await save('Waited over REST')
    expectRefusal(refused, 'UNAVAILABLE')
    expectRetryAfter(refused)
    await release()
    expect(await stored(testApp)).toEqual(before)
    expect((await save('Waited over REST')).status).toBe(201)
  })

  it('a deletion is refused until later', async () => {
    const { id } = await testApp.person('editor2')
    const answer = await server.ask({
      method: 'DELETE',
      path: `/api/users/${id}`,
      headers: { authorization: await administrator },
    })
    expectRefusal(answer, 'UNAVAILABLE')
    expectRetryAfter(answer)
    await release()
    expect(await stored(testApp)).toEqual(before)
  })

  it('a save over GraphQL is refused until later, and works once it is released', async () => {
    const refused = await mutate(createPhase)
    expectGraphqlRefusal(refused, 'UNAVAILABLE')
    expectRetryAfter(refused)
    await release()
    expect(await stored(testApp)).toEqual(before)
    const answer = await mutate(createPhase)
    expect(answer.body).toEqual({ data: { createPhase: { slug: 'waited' } } })
  })

  it('signing in is refused until later, and works once it is released', async () => {
    const refused = await signIn()
    expectRefusal(refused, 'UNAVAILABLE')
    expectRetryAfter(refused)
    expect(refused.headers['set-cookie']).toBeUndefined()
    await release()
    expect((await signIn()).status).toBe(200)
  })

  it('many saves at once are all refused, and none of them is in the way of the next', async () => {
    const refused = await Promise.all(['One', 'Two', 'Three'].map(save))
    for (const answer of refused) expectRefusal(answer, 'UNAVAILABLE')
    await release()
    expect(await stored(testApp)).toEqual(before)
    const saved = await Promise.all(['One', 'Two', 'Three'].map(save))
    expect(saved.map(({ status }) => status)).toEqual([201, 201, 201])
  })

  let administrator: Promise<string>
  beforeAll(() => {
    administrator = testApp.authorization('administrator')
    return administrator
  })

  async function release(): Promise<void> {
    await holder.execute('ROLLBACK')
    holder.close()
  }

  function save(title: string): Promise<Answer> {
    return server.ask({
      method: 'POST',
      path: '/api/stations?draft=true',
      headers: { ...json, authorization },
      body: JSON.stringify({ title }),
    })
  }

  function mutate(query: string): Promise<Answer> {
    return server.ask({
      method: 'POST',
      path: '/api/graphql',
      headers: { ...json, authorization },
      body: JSON.stringify({ query }),
    })
  }

  function signIn(): Promise<Answer> {
    return server.ask({
      method: 'POST',
      path: '/api/users/login',
      headers: json,
      body: JSON.stringify({ email: 'reviewer@stationmaster.test', password: demoPassword }),
    })
  }
})

/** Takes the connection away from under the platform. */
function loseDatabase(): void {
  ;(testApp.payload.db as unknown as { client: Client }).client.close()
}

function expectRetryAfter({ headers }: Answer): void {
  expect(headers['retry-after']).toMatch(/^[1-9]\d*$/)
}

/** Runs the tests around it on an app of their own. */
function startsAndStops(): void {
  beforeAll(async () => {
    testApp = await startApp({ settings: { databaseWaitSeconds: 0.5 } })
    server = await listen(testApp.app)
  })
  afterAll(async () => {
    await server.close()
    await testApp.close()
  })
}
