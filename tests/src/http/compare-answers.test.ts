import { createHash } from 'node:crypto'
import http from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { StoredAnswer } from '../../../src/delivery/cache/stored-answer.ts'
import { ChangeLog } from '../../../src/dependencies/change-log.ts'
import { AnswerComparisons } from '../../../src/http/compare-answers.ts'
import { AnswerSampler, type GivenAnswer } from '../../../src/http/sample-answers.ts'
import type { PublicHeadFollower } from '../../../src/ledger/public-head.ts'
import { anyQuestion, type Known, type ReaderQuestion } from '../../faults/questions-at-random.ts'
import { Random } from '../../faults/random.ts'
import { startApp, type TestApp } from '../../support/app.ts'
import { changeBehindItsBack } from '../../support/behind-its-back.ts'
import { listen, type Answer, type Listener } from '../../support/http.ts'
import { bringTo } from '../../support/review.ts'
import { revise } from '../../support/content.ts'

const json = { 'content-type': 'application/json' }

const graphql = (query: string) => `/api/graphql?query=${query}`

describe('kept answers of an app, compared while they are given', () => {
  let testApp: TestApp
  let server: Listener

  beforeAll(async () => {
    testApp = await startApp({ content: 'roadmap', settings: { compareAnswers: 1 } })
    server = await listen(testApp.app)
  })
  afterAll(async () => {
    await server.close()
    await testApp.close()
  })

  const ask = ({ body, path }: ReaderQuestion) =>
    body
      ? server.ask({ method: 'POST', path, headers: json, body: JSON.stringify(body) })
      : server.ask({ path })

  /** Comparisons made and differences found, of one way to ask. */
  async function counts(
    kind: 'rest' | 'graphql',
  ): Promise<{ compared: number; different: number }> {
    const { text } = await server.ask({ path: '/metrics' })
    const valueOf = (what: string) =>
      Number(
        new RegExp(`^stationmaster_answers_${what}_total\\{kind="${kind}"\\} (\\d+)$`, 'm').exec(
          text,
        )![1],
      )
    return { compared: valueOf('compared'), different: valueOf('different') }
  }

  /** Asks until one more answer was compared, which begins once the one before is done. */
  async function askUntilCompared(question: ReaderQuestion): Promise<Answer> {
    const kind = question.body ? 'graphql' : 'rest'
    const { compared } = await counts(kind)
    let answer!: Answer
    await expect
      .poll(async () => {
        answer = await ask(question)
        return (await counts(kind)).compared
      })
      .toBeGreaterThan(compared)
    return answer
  }

  // Each of another station: what was found wrong once is right from then on.
  it.each([
    ['rest', 'balance-paid', (slug) => `/api/stations?where[slug][equals]=${slug}&depth=1`],
    ['graphql', 'refund-suit', (slug) => graphql(`{stationBySlug(slug:"${slug}"){title}}`)],
    ['rest', 'tax-court-decision', () => '/api/roadmap'],
    ['rest', 'account-adjusted', (slug) => `/api/roadmap/${slug}`],
    ['graphql', 'litigation-station', () => graphql('{roadmap{stations{title}}}')],
  ] satisfies [kind: 'rest' | 'graphql', slug: string, path: (slug: string) => string][])(
    'are found and forgotten where they are wrong: %s, %s at %s',
    async (kind, slug, pathOf) => {
      const other = '/api/media?limit=3'
      const question = { path: pathOf(slug) }
      const before = await counts(kind)
      const title = `"${await titleOf(slug)}"`
      // Kept from here on, and not compared before it is given a second time.
      expect((await ask(question)).headers['x-cache']).toBe('miss')
      await ask({ path: other })
      await changeBehindItsBack(testApp, slug)
      // It is still given: nothing says that it changed.
      expect((await ask(question)).text).toContain(title)
      await expect
        .poll(async () => {
          await ask(question)
          return (await counts(kind)).different
        })
        .toBe(before.different + 1)
      const { text } = await ask(question)
      expect(text).toContain('"Behind Its Back"')
      expect(text).not.toContain(title)
      // What has nothing to do with it is still kept.
      expect((await ask({ path: other })).headers['x-cache']).toBe('hit')
    },
  )

  it('are those that would be made anew, whatever was asked', async () => {
    const random = new Random(20261130)
    const known = await namesOf()
    const before = { rest: await counts('rest'), graphql: await counts('graphql') }
    let asked = 0
    while (asked < 40) {
      const question = anyQuestion(random, known)
      // There is no site here: `npm run test:stale` compares its pages.
      if (!question.path.startsWith('/api/')) continue
      await ask(question)
      if ((await ask(question)).headers['x-cache'] !== 'hit') continue
      await askUntilCompared(question)
      asked += 1
    }
    for (const kind of ['rest', 'graphql'] as const) {
      const { compared, different } = await counts(kind)
      expect(compared).toBeGreaterThan(before[kind].compared + 5)
      expect(different).toBe(before[kind].different)
    }
  }, 120_000)

  it('are not taken for wrong while things become public', async () => {
    const { docs } = (await server.ask({ path: '/api/stations?limit=1&depth=0' })).body
    const id = String(docs![0]!['id'])
    const question = { path: `/api/stations/${id}?depth=1` }
    const before = await counts('rest')
    let isPublic = false
    const publishing = (async () => {
      for (const title of ['One', 'Two', 'Three', 'Four']) {
        await revise(testApp, { collection: 'stations', id, title })
        await bringTo(testApp, { collection: 'stations', id, state: 'published' })
      }
      isPublic = true
    })()
    while (!isPublic) await ask(question)
    await publishing
    expect((await ask(question)).text).toContain('"Four"')
    const after = await counts('rest')
    expect(after.compared).toBeGreaterThan(before.compared)
    expect(after.different).toBe(before.different)
  })

  async function titleOf(slug: string): Promise<string> {
    const path = `/api/stations?where[slug][equals]=${slug}&depth=0&select[title]=true`
    return String((await server.ask({ path })).body.docs![0]!['title'])
  }

  async function namesOf(): Promise<Known> {
    const all = async (collection: string) =>
      (await server.ask({ path: `/api/${collection}?limit=8&depth=0` })).body.docs as never
    return {
      stations: await all('stations'),
      notices: await all('notices'),
      forms: await all('forms'),
      steps: await all('steps'),
      phases: await all('phases'),
      organizations: await all('help-organizations'),
    }
  }
})

describe('a kept answer that is compared', () => {
  let logged: Record<string, unknown>[]
  let changes: ChangeLog
  let refresh: () => void
  /** What is answered anew. */
  let anew: http.RequestListener
  let comparisons: ReturnType<typeof comparing>

  beforeEach(() => {
    logged = []
    changes = new ChangeLog()
    refresh = () => undefined
    anew = (_req, res) => res.end('made anew')
    comparisons = comparing(1)
  })
  afterEach(() => comparisons.stop())

  it('is counted, logged with its question and both hashes, and forgotten where it is different', async () => {
    const answer = keptAnswer('as it was')
    await give(answer)
    await comparisons.stop()
    expect(comparisons.compared.rest).toBe(1)
    expect(comparisons.different.rest).toBe(1)
    expect(changes.holds(answer)).toBe(false)
    expect(changes.holds(keptAnswer('of something else', 'stations/2'))).toBe(true)
    expect(logged).toEqual([
      expect.objectContaining({
        question: 'GET /api/stations?limit=1',
        kept: sha256('as it was'),
        anew: sha256('made anew'),
        anewStatus: 200,
        differencesSinceLastLogged: 1,
      }),
    ])
  })

  it('takes everything with it where it only says of which types it is made', async () => {
    const answer = keptAnswer('as it was', 'stations')
    const other = keptAnswer('of one of them', 'stations/2')
    await give(answer)
    await comparisons.stop()
    expect([changes.holds(answer), changes.holds(other)]).toEqual([false, false])
  })

  it('is left alone where it is the same', async () => {
    const answer = keptAnswer('made anew')
    await give(answer)
    await comparisons.stop()
    expect([comparisons.compared.rest, comparisons.different.rest]).toEqual([1, 0])
    expect(changes.holds(answer)).toBe(true)
    expect(logged).toEqual([])
  })

  it('is different where nothing is found any more', async () => {
    anew = (_req, res) => res.writeHead(404).end('as it was')
    await give(keptAnswer('as it was'))
    await comparisons.stop()
    expect(comparisons.different.rest).toBe(1)
  })

  it('is no difference where something became public meanwhile', async () => {
    anew = (_req, res) => {
      changes.add(['stations/2'])
      res.end('made anew')
    }
    const answer = keptAnswer('as it was')
    await give(answer)
    await comparisons.stop()
    expect([comparisons.compared.rest, comparisons.different.rest]).toEqual([0, 0])
    expect(changes.holds(answer)).toBe(true)
    expect(logged).toEqual([])
  })

  it('is no difference where another process published what this one has not heard of yet', async () => {
    refresh = () => changes.add(['stations/2'])
    await give(keptAnswer('as it was'))
    await comparisons.stop()
    expect([comparisons.compared.rest, comparisons.different.rest]).toEqual([0, 0])
  })

  it.each([429, 500, 503])('is not compared with an answer of status %d', async (status) => {
    anew = (_req, res) => res.writeHead(status).end('not now')
    await give(keptAnswer('as it was'))
    await comparisons.stop()
    expect([comparisons.compared.rest, comparisons.different.rest]).toEqual([0, 0])
  })

  it('is not compared while another is', async () => {
    let asked = 0
    let answerNow!: () => void
    const isAsked = new Promise<void>((resolve) => {
      anew = (_req, res) => {
        asked += 1
        answerNow = () => res.end('made anew')
        resolve()
      }
    })
    await give(keptAnswer('as it was'))
    await isAsked
    for (let time = 1; time <= 3; time += 1) await give(keptAnswer('as it was'))
    answerNow()
    await comparisons.stop()
    expect(asked).toBe(1)
    expect(comparisons.compared.rest).toBe(1)
  })

  it('is compared after whoever asked for it has it', async () => {
    let isSent = false
    let wasSent: boolean | undefined
    anew = (_req, res) => {
      wasSent = isSent
      res.end('made anew')
    }
    await give(keptAnswer('as it was'), (res) => res.once('finish', () => (isSent = true)))
    await comparisons.stop()
    expect(wasSent).toBe(true)
  })

  it('is logged once a minute at most, with how many there were', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    const differ = async () => {
      const { rest } = comparisons.different
      await give(keptAnswer('as it was'))
      await expect.poll(() => comparisons.different.rest).toBe(rest + 1)
    }
    for (let time = 1; time <= 3; time += 1) await differ()
    expect(logged).toHaveLength(1)
    vi.advanceTimersByTime(60_000)
    await differ()
    await comparisons.stop()
    expect(logged).toHaveLength(2)
    expect(logged[1]).toMatchObject({ differencesSinceLastLogged: 3 })
    vi.useRealTimers()
  })

  it('is one of few where few are to be compared, and never takes more than a part of the time', async () => {
    await comparisons.stop()
    comparisons = comparing(0.5)
    let asked = 0
    anew = (_req, res) => {
      asked += 1
      setTimeout(() => res.end('as it was'), 200)
    }
    const until = performance.now() + 1_500
    while (performance.now() < until) await give(keptAnswer('as it was'))
    // After 200 ms it rests for 3.8 seconds.
    expect(asked).toBe(1)
  })

  function comparing(share: number) {
    const log = (entry: unknown) => logged.push(entry as Record<string, unknown>)
    const follower = {
      changes,
      forget: async (keys: readonly string[] | null) => changes.add(keys),
      head: { sequence: 1, at: null },
      refresh: async () => refresh(),
    } as unknown as PublicHeadFollower
    const comparisons = new AnswerComparisons({
      follower,
      logger: { error: log, warn: log } as never,
      platform: (req, res) => anew(req as never, res as never),
    })
    const sampler = new AnswerSampler({
      compare: (sample) => comparisons.compare(sample),
      moment: () => changes.moment,
      share,
    })
    return {
      compared: comparisons.compared,
      different: comparisons.different,
      given: (given: GivenAnswer) => sampler.given(given),
      stop: async () => {
        await sampler.stop()
        await comparisons.stop()
      },
    }
  }

  function keptAnswer(body: string, keys = 'stations/1'): StoredAnswer {
    return new StoredAnswer([['surrogate-key', keys]], Buffer.from(body), null)
  }

  /** Gives an answer to somebody who asks over HTTP. */
  async function give(
    answer: StoredAnswer,
    before: (res: http.ServerResponse) => void = () => undefined,
  ): Promise<void> {
    const given = await listen((req, res) => {
      before(res)
      res.end(answer.ready('identity')!.body)
      comparisons.given({ key: 'any', answer, req, res })
    })
    await given.ask({ path: '/api/stations?limit=1' })
    await given.close()
  }
})

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
