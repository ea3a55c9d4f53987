import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Newsroom } from '../caches/newsroom.ts'
import { startPlatforms, type PlatformServer } from '../support/platform-server.ts'
import { anyChange } from './changes-at-random.ts'
import { anyQuestion, type Known, type ReaderQuestion } from './questions-at-random.ts'
import { Random } from './random.ts'

/** `SEED=… npm run test:stale` begins the same way again; `ROUNDS` says how often something becomes public. */
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const rounds = Number(process.env['ROUNDS'] ?? 40)

/** Questions whose answers are kept and compared. */
const questions = 150

/** How many of them are asked after each change, by both. All would be better, and slower. */
const sample = 60

let keeping: PlatformServer
let other: PlatformServer
let plain: PlatformServer

beforeAll(async () => {
  // Addresses on the pages are the same wherever they come from.
  const same = { PUBLIC_URL: 'http://localhost:3000' }
  const [first, second, third] = await startPlatforms([
    // Answers readers in a thread of their own, as by default, and compares what that gives.
    () => ({ ...same, COMPARE_ANSWERS: '1' }),
    // Answers them itself, and compares what it gives.
    () => ({ ...same, COMPARE_ANSWERS: '1', READERS_THREAD: 'off' }),
    () => ({ ...same, CACHE_MB: '0', DOCUMENTS_MB: '0' }),
  ])
  keeping = first!
  other = second!
  plain = third!
})
afterAll(async () => {
  for (const server of [keeping, other, plain]) await server?.stop()
})

describe('an answer that is kept', () => {
  it('is byte for byte the one that would be made anew, whatever became public', async () => {
    console.log(`SEED=${seed} ROUNDS=${rounds}`)
    const random = new Random(seed)
    const newsroom = new Newsroom(keeping.origin)
    const known = await namesOf(plain)
    const pool = Array.from({ length: questions }, () => anyQuestion(random, known))
    const asked = { all: 0, kept: 0, refused: 0 }
    for (const question of pool)
      for (const server of [keeping, other]) {
        await ask(server, question)
        await ask(server, question)
      }
    for (let round = 0; round < rounds; round += 1) {
      const change = anyChange(random, known, round)
      await change.make(newsroom).catch((error: unknown) => {
        // The workflow refuses what would break something. Nothing is public then that was not before.
        if (!/: 4\d\d /.test(String(error))) throw error
        asked.refused += 1
      })
      const told = `after round ${round}, ${change.what}`
      // The one who published has been told: from now on, nobody here gets anything older.
      const some = Array.from({ length: sample }, () => random.oneOf(pool))
      const here: Answer[] = []
      for (const question of some) here.push(await ask(keeping, question))
      const newest = await newestOf(keeping)
      for (const server of [other, plain])
        await expect.poll(() => newestOf(server), { timeout: 60_000 }).toBe(newest)
      for (const [at, question] of some.entries()) {
        const fresh = await ask(plain, question)
        const elsewhere = await ask(other, question)
        const shown = `${told}: ${JSON.stringify(question)}`
        expect(here[at]!.text, shown).toBe(fresh.text)
        expect(elsewhere.text, `in another process, ${shown}`).toBe(fresh.text)
        asked.all += 1
        if (here[at]!.isKept) asked.kept += 1
      }
    }
    console.log(asked)
    // Otherwise nothing would be proved.
    expect(asked.kept).toBeGreaterThan(asked.all / 4)
    expect(asked.refused).toBeLessThan(rounds / 2)
  })

  it('is so in the eyes of both processes, which compare what they give', async () => {
    for (const [name, server] of Object.entries({ keeping, other }))
      for (const kind of ['rest', 'graphql', 'page']) {
        const { compared, different } = await comparisonsOf(server, kind)
        console.log({ name, kind, compared })
        expect(compared, `${name} ${kind}`).toBeGreaterThan(0)
        expect(different, `${name} ${kind}`).toBe(0)
      }
  })
})

/** How many answers a server compared with ones made anew, and how many of them were different. */
async function comparisonsOf(
  { origin }: PlatformServer,
  kind: string,
): Promise<{ compared: number; different: number }> {
  const told = await (await fetch(`${origin}/metrics`)).text()
  const valueOf = (what: string) => {
    const series = new RegExp(
      `^stationmaster_answers_${what}_total\\{kind="${kind}"\\} (\\d+)$`,
      'm',
    )
    return Number(series.exec(told)![1])
  }
  return { compared: valueOf('compared'), different: valueOf('different') }
}

interface Answer {
  text: string
  isKept: boolean
}

async function ask({ origin }: PlatformServer, { body, path }: ReaderQuestion): Promise<Answer> {
  const response = await fetch(origin + path, {
    redirect: 'manual',
    ...(body
      ? {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }
      : {}),
  })
  return {
    text: `${response.status} ${response.headers.get('location') ?? ''}\n${await response.text()}`,
    isKept: response.headers.get('x-cache') === 'hit',
  }
}

/** The newest state of the public content that a server knows. */
async function newestOf({ origin }: PlatformServer): Promise<number> {
  const { asOf } = (await (await fetch(`${origin}/api/roadmap`)).json()) as {
    asOf: { sequence: number }
  }
  return asOf.sequence
}

async function namesOf({ origin }: PlatformServer): Promise<Known> {
  // Few of each, so that what is changed is what is asked for.
  const all = async (collection: string, field: string) => {
    const response = await fetch(
      `${origin}/api/${collection}?limit=8&sort=${field}&depth=0&joins=false&select[${field}]=true`,
    )
    return ((await response.json()) as { docs: never }).docs
  }
  return {
    stations: await all('stations', 'slug'),
    notices: await all('notices', 'code'),
    forms: await all('forms', 'number'),
    steps: await all('steps', 'slug'),
    phases: await all('phases', 'slug'),
    organizations: await all('help-organizations', 'slug'),
  }
}
