import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Newsroom } from '../caches/newsroom.ts'
import { startPlatforms, type PlatformServer } from '../support/platform-server.ts'
import { Random } from './random.ts'

/**
 * `SEED=… npm run test:beside` begins the same way again; `MINUTES` says how long readers read, and `PAUSE` how long each of
 * them rests after each answer, in milliseconds. The publisher rests ten times as long.
 */
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const minutes = Number(process.env['MINUTES'] ?? 2)
const pause = Number(process.env['PAUSE'] ?? 0)

/** How many read at the same time, of each process. */
const readers = 3

/** How many stations are published again and again. */
const revised = 12

/** Within how long another process knows of a publication, in milliseconds: a second, on a machine that is not busy. */
const elsewhereWithin = 10_000

let publishing: PlatformServer
let other: PlatformServer

beforeAll(async () => {
  const [first, second] = await startPlatforms([() => ({}), () => ({})])
  publishing = first!
  other = second!
})
afterAll(async () => {
  for (const server of [publishing, other]) await server?.stop()
})

interface Revision {
  number: number
  /** When its publisher was told that it is public, on the clock of `performance.now()`. */
  toldAt: number
}

/** All revisions of a station that were told to be public, the newest last. */
type Told = Map<string, Revision[]>

describe('readers beside somebody who publishes', () => {
  it('get nothing older than what the publisher was told is public', async () => {
    console.log(`SEED=${seed} MINUTES=${minutes} PAUSE=${pause}`)
    const random = new Random(seed)
    const newsroom = new Newsroom(publishing.origin)
    const stations = await stationsOf(publishing)
    const told: Told = new Map(stations.map(({ slug }) => [slug, []]))
    const until = performance.now() + minutes * 60_000
    let isOver = false
    const read = { all: 0, kept: 0, revisions: 0 }
    const readOn = async (server: PlatformServer, late: number) => {
      while (!isOver) {
        const { slug } = random.oneOf(stations)
        const path = random.oneOf(ways)(slug)
        // What holds when the question is asked; whatever is told later, the answer may have or not.
        const known = newestBefore(told, performance.now() - late)
        const { isKept, text } = await ask(server, path)
        read.all += 1
        if (isKept) read.kept += 1
        for (const [, number, of] of text.matchAll(/Revision (\d+) of ([a-z\d-]+)\./g)) {
          read.revisions += 1
          expect(Number(number), `${of} at ${path}`).toBeGreaterThanOrEqual(known.get(of!) ?? 0)
        }
        if (pause > 0) await setTimeout(pause)
      }
    }
    const publish = async () => {
      for (let number = 1; performance.now() < until; number += 1) {
        const { id, slug } = random.oneOf(stations)
        await newsroom.publish('stations', id, { summary: `Revision ${number} of ${slug}.` })
        told.get(slug)!.push({ number, toldAt: performance.now() })
        if (pause > 0) await setTimeout(pause * 10)
      }
      isOver = true
    }
    const work = [publish()]
    for (let reader = 0; reader < readers; reader += 1)
      work.push(readOn(publishing, 0), readOn(other, elsewhereWithin))
    await Promise.all(work).finally(() => (isOver = true))
    const published = [...told.values()].flat().length
    console.log({ published, ...read })
    // Otherwise nothing would be proved.
    expect(published).toBeGreaterThan(minutes * 10)
    expect(read.kept).toBeGreaterThan(read.all / 4)
    expect(read.revisions).toBeGreaterThan(read.all / 4)
    for (const server of [publishing, other])
      for (const { slug } of stations) {
        const newest = told.get(slug)!.at(-1)
        if (!newest) continue
        const text = `Revision ${newest.number} of ${slug}.`
        for (const way of ways) expect((await ask(server, way(slug))).text).toContain(text)
      }
  })
})

const graphql = (question: string) => `/api/graphql?query=${encodeURIComponent(question)}`

/** Ways to ask for what a station says of itself: by itself, among others, on the map, on a page. */
const ways: readonly ((slug: string) => string)[] = [
  (slug) => `/api/stations?where[slug][equals]=${slug}&depth=1`,
  (slug) => `/api/stations?where[slug][equals]=${slug}&depth=0&select[summary]=true`,
  (slug) => graphql(`{ stationBySlug(slug: "${slug}") { summary } }`),
  () => '/api/stations?limit=100&depth=0&select[summary]=true',
  () => '/api/roadmap',
  (slug) => `/api/roadmap/${slug}`,
  () => graphql('{ roadmap { stations { summary } } }'),
  (slug) => `/en/stations/${slug}`,
]

/** The newest revision of each station that was told by a moment. */
function newestBefore(told: Told, moment: number): Map<string, number> {
  return new Map(
    [...told].map(([slug, revisions]) => [
      slug,
      revisions.findLast(({ toldAt }) => toldAt <= moment)?.number ?? 0,
    ]),
  )
}

async function stationsOf({ origin }: PlatformServer): Promise<{ id: string; slug: string }[]> {
  const answer = await fetch(`${origin}/api/stations?limit=${revised}&depth=0`)
  return ((await answer.json()) as { docs: { id: string; slug: string }[] }).docs
}

async function ask(
  { origin }: PlatformServer,
  path: string,
): Promise<{ isKept: boolean; text: string }> {
  const response = await fetch(origin + path)
  const text = await response.text()
  expect(response.status, `${path}: ${text.slice(0, 300)}`).toBe(200)
  return { isKept: response.headers.get('x-cache') === 'hit', text }
}
