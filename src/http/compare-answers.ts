import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'
import type { StoredAnswer } from '../delivery/cache/stored-answer.ts'
import { typeOfKey } from '../dependencies/keys.ts'
import type { PublicHeadFollower } from '../ledger/public-head.ts'
import { AskAnew, type AskedQuestion, type Platform } from './ask-anew.ts'
import { acceptOf, inAddress, inBody, isGraphql } from './graphql-question.ts'
import { bodyRead } from './passed-requests.ts'

type Logger = Pick<Payload['logger'], 'error' | 'warn'>

/** Ways in which readers ask. */
export const kindsOfQuestions = ['rest', 'graphql', 'page'] as const

export type KindOfQuestion = (typeof kindsOfQuestions)[number]

/** A kept answer that was just given. */
export interface GivenAnswer {
  /** Under which it is kept. */
  key: string
  answer: StoredAnswer
  req: IncomingMessage
  res: ServerResponse
}

/** What is compared: an answer, what was asked, and the moment of the change log at which it was given. */
interface Sample {
  answer: StoredAnswer
  kind: KindOfQuestion
  question: AskedQuestion
  moment: number
}

/** Part of the time that comparisons take at most. A thousandth of very many answers is many. */
const mostOfTime = 0.05

/** How often a difference is logged at most, in milliseconds. */
const logInterval = 60_000

/** Longest part of a question that is logged, in characters. */
const longestLogged = 2_000

/**
 * Compares a sample of the kept answers that readers are given with ones made anew, byte for byte. What differs is
 * counted, logged and forgotten. See docs/decisions/0051-kept-answers-are-compared-while-they-are-given.md.
 *
 * An answer is compared after it was sent, one at a time; those that come meanwhile are not compared.
 */
export class AnswerComparisons {
  /** How many were compared, and how many of them were different, since the start. */
  readonly compared: Record<KindOfQuestion, number> = { rest: 0, graphql: 0, page: 0 }
  readonly different: Record<KindOfQuestion, number> = { rest: 0, graphql: 0, page: 0 }
  readonly #anew: AskAnew
  readonly #follower: PublicHeadFollower
  readonly #logger: Logger
  readonly #share: number
  /** How many more answers are given until one is compared. */
  #until: number
  #underWay: Promise<void> | undefined
  #isStopped = false
  /** Until then nothing is compared, on the clock of `performance.now()`. */
  #restsUntil = 0
  #loggedAt = -Infinity
  #unlogged = 0

  /**
   * @param share of the answers given that are compared; with 1, as many as can be, one after the other
   */
  constructor({
    follower,
    logger,
    platform,
    share,
  }: {
    follower: PublicHeadFollower
    logger: Logger
    platform: Platform
    share: number
  }) {
    this.#anew = new AskAnew(platform)
    this.#follower = follower
    this.#logger = logger
    this.#share = share
    this.#until = this.#untilNext()
  }

  /** Says that a kept answer was given. Nearly all of them cost no more than counting. */
  given(given: GivenAnswer): void {
    this.#until -= 1
    if (this.#until > 0) return
    this.#until = this.#untilNext()
    if (this.#underWay || this.#isStopped || performance.now() < this.#restsUntil) return
    const { answer, res } = given
    const { moment } = this.#follower.changes
    const { kind, question } = questionOf(given)
    const sent = new Promise<void>((resolve) => res.once('close', resolve))
    this.#underWay = sent
      .then(() => this.#compareAndRest({ answer, kind, question, moment }))
      .catch((error: unknown) => {
        this.#logger.warn({ err: error, msg: 'A kept answer could not be compared.' })
      })
      .finally(() => (this.#underWay = undefined))
  }

  /** Ends once nothing is compared any more. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#underWay
    await this.#anew.stop()
  }

  /** Not every thousandth: what comes in turn would be met again and again, or never. */
  #untilNext(): number {
    if (this.#share >= 1) return 1
    return 1 + Math.floor(Math.log(1 - Math.random()) / Math.log(1 - this.#share))
  }

  async #compareAndRest(sample: Sample): Promise<void> {
    if (this.#isStopped) return
    const from = performance.now()
    try {
      await this.#compare(sample)
    } finally {
      const now = performance.now()
      if (this.#share < 1) this.#restsUntil = now + (now - from) * (1 / mostOfTime - 1)
    }
  }

  async #compare({ answer, kind, moment, question }: Sample): Promise<void> {
    const kept = answer.ready('identity')!.body
    const { body, status } = await this.#anew.ask(question)
    // The platform cannot answer now, and says nothing of what the answer would be.
    if (status === 429 || status >= 500) return
    if (status === 200 && body.equals(kept)) {
      this.compared[kind] += 1
      return
    }
    // Another process may have published something that this one has not heard of yet.
    await this.#follower.refresh()
    const { changes, head } = this.#follower
    if (head === null || changes.moment !== moment) return
    this.compared[kind] += 1
    this.different[kind] += 1
    changes.add(namesWholeTypes(answer.keys) ? null : answer.keys)
    this.#log({ anew: body, kept, question, status })
  }

  #log({
    anew,
    kept,
    question,
    status,
  }: {
    anew: Buffer
    kept: Buffer
    question: AskedQuestion
    status: number
  }): void {
    this.#unlogged += 1
    const now = performance.now()
    if (now - this.#loggedAt < logInterval) return
    this.#logger.error({
      msg: `A kept answer is not the one that would be made anew. It is forgotten, with all that is made of the same.`,
      question: inWords(question),
      kept: sha256(kept),
      anew: sha256(anew),
      anewStatus: status,
      differencesSinceLastLogged: this.#unlogged,
    })
    this.#loggedAt = now
    this.#unlogged = 0
  }
}

/**
 * Whether keys name types where they stand for documents of them. It is not known then which, and everything has to
 * be forgotten.
 */
function namesWholeTypes(keys: readonly string[]): boolean {
  return keys.some((key) => typeOfKey(key) === key)
}

/** What was asked, in the words in which it was: how questions are put into one spelling is compared, too. */
function questionOf({ key, req }: Pick<GivenAnswer, 'key' | 'req'>): {
  kind: KindOfQuestion
  question: AskedQuestion
} {
  const { url = '' } = req
  if (!url.startsWith('/api/'))
    return { kind: 'page', question: { method: 'GET', url, headers: {} } }
  if (!isGraphql(url)) return { kind: 'rest', question: { method: 'GET', url, headers: {} } }
  const headers = { accept: acceptOf(req) }
  const body = bodyRead(req)
  const isPost = body instanceof Buffer
  const asked = isPost ? inBody(body.toString('utf8')) : inAddress(url)
  // Whoever names a query by its hash does not send it.
  const isWritten = typeof asked?.query === 'string' && asked.query !== ''
  if (isWritten && !isPost) return { kind: 'graphql', question: { method: 'GET', url, headers } }
  const question = {
    method: 'POST' as const,
    url: '/api/graphql',
    headers: { ...headers, 'content-type': 'application/json' },
    body: isWritten && isPost ? body : bodyFromKey(key),
  }
  return { kind: 'graphql', question }
}

/** A GraphQL question from the key under which its answer is kept. */
function bodyFromKey(key: string): string {
  const [query, operationName, variables] = JSON.parse(key.split('\n').at(-1)!) as unknown[]
  return JSON.stringify({ query, operationName, variables })
}

function inWords({ body, method, url }: AskedQuestion): string {
  return `${method} ${url}${body ? ` ${body.toString()}` : ''}`.slice(0, longestLogged)
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
