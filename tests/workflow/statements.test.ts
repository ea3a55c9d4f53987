import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startApp, type TestApp } from '../support/app.ts'
import { text } from '../support/content.ts'
import { bring, buildTeam, write, writePhase, type Place, type Team } from '../support/workflow.ts'

/**
 * How much one step asks of the database, counted rather than timed: readers wait for the same thread. A number that
 * goes up is a question that was added; one that goes far down makes room to lower its limit here.
 */
const most = { save: 17, state: 9, submit: 18, approve: 18, publish: 34 }

/** The same for each document of a set. What one of them alone needs is asked for ten at once. */
const mostInSet = { submit: 4, approve: 4, publish: 13 }

/**
 * What is looked for now and then, whoever asks for what: news in the ledger, deliveries to webhooks, publications that
 * are due, and who is to be told by mail.
 */
const besides =
  /^select "id", "sequence"(, "at")? from|from "(webhook|payload_jobs|mails|notifications|daily_looks)/

let testApp: TestApp
let team: Team
let station: Place
let statements: string[] = []

beforeAll(async () => {
  countStatements()
  testApp = await startApp()
  // Otherwise it may look for others' publications between a commit and the moment that it is told of it.
  await testApp.app.locals.follower.stop()
  team = await buildTeam(testApp)
  const { author } = team
  const phase = await bring(testApp, await writePhase(testApp, { as: author }), {
    to: 'published',
    team,
  })
  const step = await bring(testApp, await writeStep(), { to: 'published', team })
  station = await bring(testApp, await writeStation({ phase, step }), { to: 'published', team })
})
afterAll(async () => {
  vi.restoreAllMocks()
  await testApp.close()
})

describe.skipIf(process.env['MONGODB_URL'])('the way of a draft to its publication', () => {
  let contentHash = ''

  it('asks the database a bounded number of times for a save', async () => {
    const asked = await statementsOf(() =>
      ask('author', 'patch', `/api/stations/${station.id}?draft=true&depth=0`, {
        summary: 'Other words.',
      }),
    )
    expect(asked).toBeLessThanOrEqual(most.save)
  })

  it('asks the database a bounded number of times for where it stands', async () => {
    const asked = await statementsOf(async () => {
      const { body } = await ask('author', 'get', workflow())
      contentHash = body.contentHash
    })
    expect(asked).toBeLessThanOrEqual(most.state)
  })

  it.each([
    ['submit', 'author'],
    ['approve', 'reviewer'],
    ['publish', 'publisher'],
  ] as const)('asks the database a bounded number of times for %s', async (action, as) => {
    const asked = await statementsOf(() =>
      ask(as, 'post', `${workflow()}/${action}`, { contentHash }),
    )
    expect(asked).toBeLessThanOrEqual(most[action])
  })

  it('looks once at where the text leads before it is public, and reads back all of it afterwards', async () => {
    const published = statements.findIndex((sql) => /^insert into "stations" /.test(sql))
    const looks = (from: number, to: number, table: string) =>
      statements.slice(from, to).filter((sql) => sql.includes(` from "${table}" "${table}" `))
        .length
    expect(published).toBeGreaterThan(0)
    expect(looks(0, published, 'steps')).toBe(1)
    expect(looks(0, published, 'stations')).toBe(1)
    // The last look: Payload gets back what it wrote, and does not read it.
    expect(looks(published, statements.length, 'stations')).toBe(1)
  })
})

describe.skipIf(process.env['MONGODB_URL'])('a set', () => {
  let small: { collection: string; id: string; contentHash: string }[]
  let large: typeof small

  beforeAll(async () => {
    small = await draftsFrom(0, 10)
    large = await draftsFrom(10, 30)
  })

  it.each([
    ['submit', 'author'],
    ['approve', 'reviewer'],
    ['publish', 'publisher'],
  ] as const)(
    'asks the database a bounded number of times for each further document: %s',
    async (action, as) => {
      const [few, more] = [
        await statementsOf(() => ask(as, 'post', `/api/workflow/${action}`, { documents: small })),
        await statementsOf(() => ask(as, 'post', `/api/workflow/${action}`, { documents: large })),
      ]
      expect((more - few) / (large.length - small.length)).toBeLessThanOrEqual(mostInSet[action])
    },
  )
})

async function draftsFrom(first: number, last: number) {
  const documents = []
  for (let number = first; number < last; number += 1) {
    const place = await write(testApp, {
      as: team.author,
      collection: 'steps',
      data: { title: `Step ${number}`, slug: `step-${number}`, body: text('Do it.') },
    })
    const { body } = await ask('author', 'get', `/api/steps/${place.id}/workflow`)
    documents.push({ ...place, contentHash: body.contentHash as string })
  }
  return documents
}

/** Notes every statement of every connection that is opened from now on. */
function countStatements(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'stationmaster-statements-'))
  const { $client } = drizzle({ connection: { url: `file:${path.join(folder, 'any.db')}` } })
  const client = Object.getPrototypeOf($client) as {
    execute: (statement: string | { sql: string }, args?: unknown) => Promise<unknown>
  }
  const execute = client.execute
  vi.spyOn(client, 'execute').mockImplementation(function (this: unknown, statement, args) {
    const sql = typeof statement === 'string' ? statement : statement.sql
    if (!besides.test(sql)) statements.push(sql)
    return execute.call(this, statement, args)
  })
  $client.close()
  rmSync(folder, { recursive: true })
}

/** How many statements there were while something was asked; they stay in `statements`. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  statements = []
  await work()
  return statements.length
}

async function ask(
  as: 'author' | 'publisher' | 'reviewer',
  method: 'get' | 'patch' | 'post',
  address: string,
  body?: object,
) {
  const client = request(testApp.app)
  const asked = client[method](address).set('Authorization', team[as].authorization!)
  const answer = await (body ? asked.send(body) : asked)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer
}

function workflow(): string {
  return `/api/stations/${station.id}/workflow`
}

function writeStep(): Promise<Place> {
  return write(testApp, {
    as: team.author,
    collection: 'steps',
    data: { title: 'Open the letter', slug: 'open-the-letter', body: text('Open it.') },
  })
}

function writeStation({ phase, step }: { phase: Place; step: Place }): Promise<Place> {
  return write(testApp, {
    as: team.author,
    collection: 'stations',
    data: {
      title: 'A letter comes',
      slug: 'a-letter-comes',
      phase: phase.id,
      kind: 'stop',
      summary: 'A letter comes.',
      overview: text('A letter comes by mail.'),
      steps: [step.id],
    },
  })
}
