import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { typeOfKey } from '../dependencies/keys.ts'
import type { PublicHeadFollower } from '../ledger/public-head.ts'
import { AskAnew, type AskedQuestion, type Platform } from './ask-anew.ts'
import type { KindOfQuestion, Sample } from './sample-answers.ts'

type Logger = Pick<Payload['logger'], 'error' | 'warn'>

/** How often a difference is logged at most, in milliseconds. */
const logInterval = 60_000

/** Longest part of a question that is logged, in characters. */
const longestLogged = 2_000

/**
 * Compares kept answers that readers were given with ones made anew, byte for byte. What differs is counted, logged and
 * forgotten. See docs/decisions/0051-kept-answers-are-compared-while-they-are-given.md.
 */
export class AnswerComparisons {
  /** How many were compared, and how many of them were different, since the start. */
  readonly compared: Record<KindOfQuestion, number> = { rest: 0, graphql: 0, page: 0 }
  readonly different: Record<KindOfQuestion, number> = { rest: 0, graphql: 0, page: 0 }
  readonly #anew: AskAnew
  readonly #follower: PublicHeadFollower
  readonly #logger: Logger
  #last: Promise<void> = Promise.resolve()
  #isStopped = false
  #loggedAt = -Infinity
  #unlogged = 0

  constructor({
    follower,
    logger,
    platform,
  }: {
    follower: PublicHeadFollower
    logger: Logger
    platform: Platform
  }) {
    this.#anew = new AskAnew(platform)
    this.#follower = follower
    this.#logger = logger
  }

  /** Compares an answer, after all that are still to be compared. */
  compare(sample: Sample): Promise<void> {
    this.#last = this.#last.then(async () => {
      if (this.#isStopped) return
      try {
        await this.#compare(sample)
      } catch (err) {
        this.#logger.warn({ err, msg: 'A kept answer could not be compared.' })
      }
    })
    return this.#last
  }

  /** Ends once nothing is compared any more. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#last
    await this.#anew.stop()
  }

  async #compare({ body: kept, keys, kind, moment, question }: Sample): Promise<void> {
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
    await this.#follower.forget(namesWholeTypes(keys) ? null : keys)
    this.#log({ anew: body, kept, question, status })
  }

  #log({
    anew,
    kept,
    question,
    status,
  }: {
    anew: Buffer
    kept: Uint8Array
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

function inWords({ body, method, url }: AskedQuestion): string {
  return `${method} ${url}${body ? ` ${Buffer.from(body).toString()}` : ''}`.slice(0, longestLogged)
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
