import type { IncomingMessage, ServerResponse } from 'node:http'
import type { StoredAnswer } from '../delivery/cache/stored-answer.ts'
import type { AskedQuestion } from './ask-anew.ts'
import { acceptOf, inAddress, inBody, isGraphql } from './graphql-question.ts'
import { bodyRead } from './passed-requests.ts'

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

/** An answer that is to be compared. It can be sent to another thread. */
export interface Sample {
  body: Uint8Array
  /** What the answer is made of. */
  keys: readonly string[]
  kind: KindOfQuestion
  question: AskedQuestion
  /** The moment of the change log at which the answer was given. */
  moment: number
}

/** Part of the time that comparisons take at most. A thousandth of very many answers is many. */
const mostOfTime = 0.05

/**
 * Chooses among the kept answers that readers are given those that are compared with ones made anew: a share of them, drawn
 * at random, each after it was sent, one at a time.
 */
export class AnswerSampler {
  readonly #compare: (sample: Sample) => Promise<void>
  readonly #moment: () => number
  readonly #share: number
  /** How many more answers are given until one is compared. */
  #until: number
  #underWay: Promise<void> | undefined
  #isStopped = false
  /** Until then nothing is compared, on the clock of `performance.now()`. */
  #restsUntil = 0

  /**
   * @param compare compares an answer; the next one is chosen once that is done
   * @param moment which moment of the change log it is
   * @param share of the answers given that are compared; with 1, as many as can be, one after the other
   */
  constructor({
    compare,
    moment,
    share,
  }: {
    compare: (sample: Sample) => Promise<void>
    moment: () => number
    share: number
  }) {
    this.#compare = compare
    this.#moment = moment
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
    const sample = {
      ...questionOf(given),
      body: answer.ready('identity')!.body,
      keys: answer.keys,
      moment: this.#moment(),
    }
    const sent = new Promise<void>((resolve) => res.once('close', resolve))
    this.#underWay = sent
      .then(() => this.#compareAndRest(sample))
      .finally(() => (this.#underWay = undefined))
  }

  /** Ends once nothing is compared any more. */
  async stop(): Promise<void> {
    this.#isStopped = true
    await this.#underWay
  }

  /** Not every thousandth: what comes in turn would be met again and again, or never. */
  #untilNext(): number {
    if (this.#share >= 1) return 1
    return 1 + Math.floor(Math.log(1 - Math.random()) / Math.log(1 - this.#share))
  }

  async #compareAndRest(sample: Sample): Promise<void> {
    if (this.#isStopped) return
    const from = performance.now()
    await this.#compare(sample)
    const now = performance.now()
    if (this.#share < 1) this.#restsUntil = now + (now - from) * (1 / mostOfTime - 1)
  }
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
