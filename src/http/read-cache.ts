import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'
import type { PublicHeadFollower } from '../ledger/public-head.ts'
import { AnswerCache } from '../delivery/cache/answer-cache.ts'
import { PersistedQueries } from '../delivery/cache/persisted-queries.ts'
import { questionInOneSpelling } from '../delivery/cache/questions.ts'
import { notKept, Spellings } from '../delivery/cache/spellings.ts'
import type { StoredAnswer } from '../delivery/cache/stored-answer.ts'
import type { Settings } from '../settings.ts'
import { readersTurn } from '../turns.ts'
import {
  acceptOf,
  graphqlSpelling,
  inAddress,
  inBody,
  isGraphql,
  isShortQuestion,
  readBody,
  writeOut,
} from './graphql-question.ts'
import { forwardedBy, mayBeKeptHeader } from './forwarded-requests.ts'
import type { GivenAnswer } from './sample-answers.ts'
import { finishOf, notePassed } from './passed-requests.ts'
import { asksForPreview } from './preview-token.ts'
import { isInPreview } from './reader-preview.ts'
import { AnswerSender } from './send-answer.ts'

type Logger = Pick<Payload['logger'], 'error'>
type Follower = Pick<PublicHeadFollower, 'changes' | 'head'>
type CacheSettings = Pick<
  Settings,
  'cacheMegabytes' | 'cacheSharedSeconds' | 'cacheStaleSeconds' | 'corsOrigins' | 'reader'
>

/** An answer that others may have, too. */
interface Shared {
  headers: Map<string, string>
  body: Buffer
  /** When what it tells last changed, as an ISO instant; null where that is not known. */
  at: string | null
}

/**
 * Answers anonymous reads over REST and GraphQL, and the pages of the reader's site, from memory, before
 * Express sees them, as long as nothing has changed of what the answer is made of. Everything else passes.
 *
 * Requests with a session or a key pass, and what they are answered is never kept.
 */
export class ReadCache {
  /** Is told the headers of each answer that is sent. */
  onSent: ((req: IncomingMessage, headers: ReadonlyMap<string, string>) => void) | undefined
  readonly #answers: AnswerCache
  readonly #follower: Follower
  readonly #keepsPages: boolean
  readonly #logger: Logger
  readonly #onGiven: ((given: GivenAnswer) => void) | undefined
  readonly #persisted = new PersistedQueries()
  readonly #sender: AnswerSender
  readonly #spellings: Spellings

  constructor({
    collections,
    follower,
    logger,
    onGiven,
    settings,
  }: {
    /** Content types that readers ask for. */
    collections: readonly string[]
    /** Which state of the public content holds. */
    follower: Follower
    logger: Logger
    /** Called with each kept answer that was given. */
    onGiven?: ((given: GivenAnswer) => void) | undefined
    settings: CacheSettings
  }) {
    this.#answers = new AnswerCache({
      changes: follower.changes,
      maxBytes: settings.cacheMegabytes * 1024 * 1024,
    })
    this.#follower = follower
    this.#keepsPages = settings.reader
    this.#logger = logger
    this.#onGiven = onGiven
    this.#sender = new AnswerSender(settings)
    this.#spellings = new Spellings(collections)
  }

  /** Answers, or lets the request pass. A question that the cache fails at passes, too. */
  handle(req: IncomingMessage, res: ServerResponse, pass: () => void): void {
    try {
      if (this.#answersAtOnce(req, res)) return
    } catch (error) {
      this.#failed(error, res, pass)
      return
    }
    let hasPassed = false
    const passOnce = () => {
      hasPassed = true
      pass()
    }
    this.#handle(req, res, passOnce).catch((error: unknown) => {
      this.#failed(error, res, hasPassed ? undefined : pass)
    })
  }

  /**
   * Sends what a handler answered, and keeps it if others may have it.
   *
   * @returns false when the answer is none that may be kept: then it is not sent either
   */
  async send(req: IncomingMessage, res: ServerResponse, response: Response): Promise<boolean> {
    const finish = finishOf(req)
    if (!finish) return false
    if (response.status !== 200 || response.headers.getSetCookie().length > 0) {
      finish(null)
      return false
    }
    const body = Buffer.from(await response.arrayBuffer())
    const headers = new Map<string, string>()
    for (const [name, value] of Object.entries(res.getHeaders())) headers.set(name, String(value))
    for (const [name, value] of response.headers) headers.set(name, value)
    this.onSent?.(req, headers)
    for (const name of res.getHeaderNames()) res.removeHeader(name)
    await this.give(req, res, { body, headers })
    return true
  }

  /** Sends the answer to a question, and keeps it here or lets whoever forwarded the question keep it. */
  async give(
    req: IncomingMessage,
    res: ServerResponse,
    { body, headers }: Omit<Shared, 'at'>,
  ): Promise<void> {
    const at = this.#follower.head?.at ?? null
    notePassed(req, { isShared: true })
    if (!forwardedBy(req)) {
      await this.take(req, res, { at, body, headers })
      return
    }
    finishOf(req)?.(null)
    res.writeHead(200, [...headers, [mayBeKeptHeader, at ?? '']].flat())
    res.end(body)
  }

  /** Sends the answer to a question, and keeps it here. */
  async take(req: IncomingMessage, res: ServerResponse, shared: Shared): Promise<void> {
    const answer = this.#sender.prepare(shared)
    finishOf(req)?.(answer)
    await this.#sender.send({ req, res, answer, from: 'miss' })
  }

  /** How long who may keep an answer that is for everybody. */
  get cacheControl(): string {
    return this.#sender.cacheControl
  }

  /** How many answers are kept, and the memory they take in bytes. */
  get usage(): { count: number; bytes: number } {
    return this.#answers.usage
  }

  #failed(error: unknown, res: ServerResponse, pass: (() => void) | undefined): void {
    this.#logger.error({ err: error, msg: 'The read cache failed at a question.' })
    if (!pass) return
    if (res.headersSent) res.destroy()
    else pass()
  }

  /**
   * Answers what was asked before in the same words, when the answer is ready to be sent. There is no promise on
   * the way of most requests: where asynchronous contexts are followed, each costs more than the rest of it.
   */
  #answersAtOnce(req: IncomingMessage, res: ServerResponse): boolean {
    const { method, url = '' } = req
    if ((method !== 'GET' && method !== 'HEAD') || this.#follower.head === null) return false
    if (forwardedBy(req)) return false
    if (url.startsWith('/api/') ? isPersonal(req) : isInPreview(req)) return false
    return this.#giveReady(isGraphql(url) ? graphqlSpelling(req, url) : url, req, res)
  }

  /** Sends the answer to a question that arrived in these words before. @returns false when none is ready */
  #giveReady(spelling: string, req: IncomingMessage, res: ServerResponse): boolean {
    const key = this.#spellings.keyOf(spelling)
    const answer = key ? this.#answers.get(key) : undefined
    if (!answer || !this.#sender.sendReady({ req, res, answer, from: 'hit' })) return false
    this.#onGiven?.({ key: key!, answer, req, res })
    return true
  }

  async #handle(req: IncomingMessage, res: ServerResponse, pass: () => void): Promise<void> {
    const { method, url = '' } = req
    const isRead = method === 'GET' || method === 'HEAD'
    if (this.#follower.head === null) pass()
    else if (!url.startsWith('/api/')) {
      if (!isRead || !this.#keepsPages || isInPreview(req)) pass()
      else await this.#answer(this.#spellings.pageKey(url), req, res, pass)
    } else if (isGraphql(url)) await this.#handleGraphql(req, res, pass)
    else if (!isRead || isPersonal(req)) pass()
    else await this.#answer(this.#spellings.restKey(url), req, res, pass)
  }

  async #answer(
    key: string,
    req: IncomingMessage,
    res: ServerResponse,
    pass: () => void,
  ): Promise<void> {
    const forwarded = forwardedBy(req)
    if (key === notKept || (forwarded && !forwarded.isQuestion)) {
      pass()
      return
    }
    if (forwarded) {
      // Whoever forwarded it looked for an answer, and keeps the one that is made now.
      this.#make(req, res, pass, () => undefined)
      return
    }
    const answer = this.#answers.get(key)
    if (answer) {
      // Before others get their turn: it is known to hold at this moment.
      this.#onGiven?.({ key, answer, req, res })
      await this.#give(key, answer, req, res)
      return
    }
    const underWay = this.#answers.underWay(key)
    if (underWay) {
      const shared = await underWay
      if (shared) await this.#give(key, shared, req, res)
      else pass()
      return
    }
    this.#make(req, res, pass, this.#answers.begin(key))
  }

  /** Has the answer to a question made. @param keep gets it, or null where there is none that others may have */
  #make(
    req: IncomingMessage,
    res: ServerResponse,
    pass: () => void,
    keep: (answer: StoredAnswer | null) => void,
  ): void {
    const turn = readersTurn()
    const finish = (made: StoredAnswer | null) => {
      turn.end()
      keep(made)
    }
    notePassed(req, { finish })
    // Whatever ends the request ends the question: a refusal, a failure, a client that left.
    res.once('close', () => finish(null))
    turn.run(pass)
  }

  async #give(
    key: string,
    answer: StoredAnswer,
    req: IncomingMessage,
    res: ServerResponse,
  ): Promise<void> {
    if (this.#sender.sendReady({ req, res, answer, from: 'hit' })) return
    await this.#sender.send({ req, res, answer, from: 'hit' })
    this.#answers.grown(key, answer)
  }

  async #handleGraphql(req: IncomingMessage, res: ServerResponse, pass: () => void): Promise<void> {
    const isPost = req.method === 'POST'
    if (!isPost && req.method !== 'GET' && req.method !== 'HEAD') {
      pass()
      return
    }
    if (isPost && !isShortQuestion(req)) {
      pass()
      return
    }
    let spelling = req.url!
    if (isPost) {
      const body = await readBody(req)
      notePassed(req, { body })
      if (body instanceof Error) {
        pass()
        return
      }
      spelling = body.toString('utf8')
    }
    const personal = isPersonal(req)
    const accept = acceptOf(req)
    const arrivedAs = graphqlSpelling(req, spelling)
    if (isPost && !personal && !forwardedBy(req) && this.#giveReady(arrivedAs, req, res)) return
    const asked = isPost ? inBody(spelling) : inAddress(spelling)
    const question = asked && this.#persisted.writtenOut(asked)
    if (typeof question === 'string') {
      notePassed(req, { refusal: question })
      pass()
      return
    }
    if (question && question !== asked) writeOut(req, { spelling, query: String(question.query) })
    const one = question && !personal ? questionInOneSpelling(question) : null
    const isShort = accept.length < 300
    const key = one && isShort ? `graphql\n${accept}\n${one}` : notKept
    if (!personal && isShort) this.#spellings.remember(arrivedAs, key)
    if (question && key !== notKept) notePassed(req, { question })
    await this.#answer(key, req, res, pass)
  }
}

/** Whether somebody says who they are, or has a preview token; what they get is theirs alone. */
function isPersonal(req: IncomingMessage): boolean {
  const { headers } = req
  return (
    asksForPreview(req) ||
    headers.authorization !== undefined ||
    (headers.cookie !== undefined && headers.cookie.includes('stationmaster-token'))
  )
}
