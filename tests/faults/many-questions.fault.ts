import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Newsroom } from '../caches/newsroom.ts'
import { startPlatform, type PlatformServer } from '../support/platform-server.ts'

/** How many different questions are asked between two publications. */
const many = Number(process.env['QUESTIONS'] ?? 10_000)

/** Memory for answers, in megabytes: far less than all those questions would take. */
const cacheMegabytes = 8

let server: PlatformServer
let newsroom: Newsroom
let stations: { id: string; slug: string; title: string }[]
let phase: { id: string; name: string; slug: string }

beforeAll(async () => {
  server = await startPlatform(() => ({ CACHE_MB: `${cacheMegabytes}` }))
  newsroom = new Newsroom(server.origin)
  const all = async (collection: string) =>
    (await json(`/api/${collection}?limit=100&depth=0`)).docs as never
  stations = await all('stations')
  ;[phase] = (await all('phases')) as [typeof phase]
})
afterAll(() => server?.stop())

describe('very many different questions between two publications', () => {
  it('take no more memory than is given for answers, and none is answered with what is older', async () => {
    const station = stations[0]!
    const [told, posted] = [
      `/api/stations/${station.id}?depth=0`,
      graphql('{ Phases { docs { name } } }'),
    ]
    for (const question of [told, posted]) await askTwice(question)
    for (let round = 1; round <= 3; round += 1) {
      await inParallel(many, (at) => ask(different(at, round)))
      const { bytes, count } = await kept()
      expect(bytes).toBeLessThanOrEqual(cacheMegabytes * 1024 * 1024)
      expect(count).toBeLessThan(many)
      const title = `Title of round ${round}`
      await newsroom.publish('stations', station.id, { title })
      expect((await json(told)).title).toBe(title)
      // The questions that many people keep asking were not pushed out by those that nobody asks twice.
      expect((await ask(posted)).headers.get('x-cache')).toBe('hit')
    }
  })
})

describe('a document that a thousand answers depend on', () => {
  it('takes each of them along when its name changes, and no other', async () => {
    const shown = Array.from(
      { length: 1_000 },
      (_none, at) =>
        `/api/stations?where[phase.slug][equals]=${phase.slug}&depth=1&limit=1&page=1&select[phase]=true&a=${at}`,
    )
    const other = '/api/media?limit=2'
    await inParallel(shown.length, (at) => askTwice(shown[at]!))
    await askTwice(other)
    for (const name of ['Another name', phase.name]) {
      await newsroom.publish('phases', phase.id, { name })
      const answers = await Promise.all([
        ...shown.filter((_question, at) => at % 10 === 0).map((question) => json(question)),
      ])
      for (const { docs } of answers)
        expect((docs as { phase: { name: string } }[])[0]!.phase.name).toBe(name)
      expect((await ask(other)).headers.get('x-cache')).toBe('hit')
    }
  })
})

describe('a question that depends on everything', () => {
  it('knows what it is made of by types, and is forgotten with any of them', async () => {
    // Conditions on each type that a station leads to, over stations with all that they show.
    const conditions = [
      'phase.name',
      'steps.title',
      'connections.to.title',
      'helpOrganizations.name',
    ].map((path, at) => `where[or][${at}][${path}][like]=a`)
    const question = `/api/stations?${conditions.join('&')}&limit=20&depth=2`
    await askTwice(question)
    const answer = await ask(question)
    expect(answer.status).toBe(200)
    // What a cache in front of it can take, too.
    expect(answer.headers.get('surrogate-key')!.length).toBeLessThan(8_192)
    for (const title of ['A name that has an a', stations[1]!.title]) {
      await newsroom.publish('stations', stations[1]!.id, { title })
      const { docs } = await json(question)
      const shown = (docs as { id: string; title: string }[]).find(
        ({ id }) => id === stations[1]!.id,
      )
      if (shown) expect(shown.title).toBe(title)
      expect((await ask(question)).headers.get('x-cache')).toBe('hit')
    }
  })
})

/** A question that nobody else asks. */
function different(at: number, round: number): Question {
  const limit = 1 + (at % 50)
  switch (at % 3) {
    case 0:
      return `/api/stations?limit=${limit}&depth=0&where[order][greater_than]=${-at * round}`
    case 1:
      return `/api/notices?limit=${limit}&depth=0&sort=code&where[code][not_equals]=X${at}${round}`
    default:
      return graphql(`{ a${at}x${round}: Phases(limit: ${limit}) { docs { slug } } }`)
  }
}

type Question = string | { query: string }

function graphql(query: string): Question {
  return { query }
}

async function ask(question: Question): Promise<Response> {
  const response =
    typeof question === 'string'
      ? await fetch(`${server.origin}${question}`)
      : await fetch(`${server.origin}/api/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(question),
        })
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return new Response(await response.arrayBuffer(), { headers: response.headers })
}

async function askTwice(question: Question): Promise<void> {
  await ask(question)
  await ask(question)
}

async function json(question: Question): Promise<Record<string, unknown>> {
  return (await (await ask(question)).json()) as Record<string, unknown>
}

/** Does something so many times, sixteen at a time. */
async function inParallel(times: number, work: (at: number) => Promise<unknown>): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (next < times) await work(next++)
    }),
  )
}

/** How many answers are kept, and the memory they take in bytes. */
async function kept(): Promise<{ bytes: number; count: number }> {
  const told = await (await fetch(`${server.origin}/metrics`)).text()
  const valueOf = (name: string) => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(told)![1])
  return {
    bytes: valueOf('stationmaster_kept_answers_bytes'),
    count: valueOf('stationmaster_kept_answers'),
  }
}
