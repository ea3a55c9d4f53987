import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload } from 'payload'
import getRawBody from 'raw-body'
import type { PublicHeadFollower } from '../ledger/public-head.ts'
import { AnswerCache } from '../delivery/cache/answer-cache.ts'
import { PersistedQueries, type PersistedRefusal } from '../delivery/cache/persisted-queries.ts'
import {
  addressInOneSpelling,
  questionInOneSpelling,
  type GraphqlQuestion,
} from '../delivery/cache/questions.ts'
import { StoredAnswer } from '../delivery/cache/stored-answer.ts'
import { TrialCache } from '../delivery/cache/trial-cache.ts'
import type { Settings } from '../settings.ts'
import { readersTurn } from '../turns.ts'
import { AnswerSender } from './send-answer.ts'

/** Longest question over POST that is looked up, in bytes. Longer ones are answered all the same. */
const longestQuestion = 64 * 1024

/** Most memory for the spellings under which questions arrived, in bytes. */
const memoryForSpellings = 4 * 1024 * 1024

const graphqlAddress = '/api/graphql'

/** Addresses beside those of content types whose answers follow from the public content alone. */
const alsoKept = new Set(['/api/changes', '/api/roadmap'])

/** The addresses of single stations on the map. What the map lacks is for the team. */
const stationOnRoadmap = /^\/api\/roadmap\/(?!check$)[^/]+$/

type Logger = Pick<Payload['logger'], 'error'>

/** A question whose key is not worth remembering, because its answer is not kept. */
const notKept = ''

/** What the handlers behind the cache need to know of a request that has passed it. */
interface Passed {
  /** The body, where it has been read already. */
  body?: Buffer | Error
  refusal?: PersistedRefusal
  /** Ends the question; only where its answer may be kept. */
  finish?: (answer: StoredAnswer | null) => void
}

const passed = new WeakMap<IncomingMessage, Passed>()

/** The body of a request that the cache has read, or why it could not be read whole. */
export function bodyRead(req: IncomingMessage): Buffer | Error | undefined {
  return passed.get(req)?.body
}

/** Why a GraphQL question that names its query by hash cannot be answered. */
export function persistedRefusal(req: IncomingMessage): PersistedRefusal | undefined {
  return passed.get(req)?.refusal
}

/**
 * Answers anonymous reads over REST and GraphQL from memory, before Express sees them, as long as the
 * public content is what it was when the answer was made. Everything else passes.
 *
 * Requests with a session or a key pass, and what they are answered is never kept.
 */
export class ReadCache {
  readonly #answers: AnswerCache
  readonly #collections: ReadonlySet<string>
  readonly #follower: PublicHeadFollower
  readonly #logger: Logger
  readonly #persisted = new PersistedQueries()
  readonly #sender: AnswerSender
  /** The one spelling of each spelling that arrived. */
  readonly #spellings = new TrialCache<string>({
    maxBytes: memoryForSpellings,
    sizeOf: (key) => key.length,
  })

  constructor({
    collections,
    follower,
    logger,
    settings,
  }: {
    /** Content types that readers ask for. */
    collections: readonly string[]
    follower: PublicHeadFollower
    logger: Logger
    settings: Settings
  }) {
    this.#answers = new AnswerCache({ maxBytes: settings.cacheMegabytes * 1024 * 1024 })
    this.#collections = new Set(collections)
    this.#follower = follower
    this.#logger = logger
    this.#sender = new AnswerSender(settings)
    follower.onChange(() => this.#answers.clear())
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
    const finish = passed.get(req)?.finish
    if (!finish) return false
    if (response.status !== 200 || response.headers.getSetCookie().length > 0) {
      finish(null)
      return false
    }
    const body = Buffer.from(await response.arrayBuffer())
    const headers = new Map<string, string>()
    for (const [name, value] of Object.entries(res.getHeaders())) headers.set(name, String(value))
    for (const [name, value] of response.headers) headers.set(name, value)
    const answer = this.#sender.prepare({ headers, body, at: this.#follower.head?.at ?? null })
    finish(answer)
    for (const name of res.getHeaderNames()) res.removeHeader(name)
    await this.#sender.send({ req, res, answer, from: 'miss' })
    return true
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
    if ((method !== 'GET' && method !== 'HEAD') || !url.startsWith('/api/')) return false
    if (this.#follower.head === null || isPersonal(req)) return false
    return this.#giveReady(isGraphql(url) ? graphqlSpelling(req, url) : url, req, res)
  }

  /** Sends the answer to a question that arrived in these words before. @returns false when none is ready */
  #giveReady(spelling: string, req: IncomingMessage, res: ServerResponse): boolean {
    const key = this.#spellings.get(spelling)
    const answer = key ? this.#answers.get(key) : undefined
    return answer !== undefined && this.#sender.sendReady({ req, res, answer, from: 'hit' })
  }

  async #handle(req: IncomingMessage, res: ServerResponse, pass: () => void): Promise<void> {
    const { method, url = '' } = req
    if (!url.startsWith('/api/') || this.#follower.head === null) pass()
    else if (isGraphql(url)) await this.#handleGraphql(req, res, pass)
    else if ((method !== 'GET' && method !== 'HEAD') || isPersonal(req)) pass()
    else await this.#answer(this.#restKey(url), req, res, pass)
  }

  async #answer(
    key: string,
    req: IncomingMessage,
    res: ServerResponse,
    pass: () => void,
  ): Promise<void> {
    if (key === notKept) {
      pass()
      return
    }
    const answer = this.#answers.get(key)
    if (answer) {
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
    const turn = readersTurn()
    const keep = this.#answers.begin(key)
    const finish = (made: StoredAnswer | null) => {
      turn.end()
      keep(made)
    }
    passed.set(req, { ...passed.get(req), finish })
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
      passed.set(req, { body })
      if (body instanceof Error) {
        pass()
        return
      }
      spelling = body.toString('utf8')
    }
    const personal = isPersonal(req)
    const accept = acceptOf(req)
    const arrivedAs = graphqlSpelling(req, spelling)
    if (isPost && !personal && this.#giveReady(arrivedAs, req, res)) return
    const asked = isPost ? inBody(spelling) : inAddress(spelling)
    const question = asked && this.#persisted.writtenOut(asked)
    if (typeof question === 'string') {
      passed.set(req, { ...passed.get(req), refusal: question })
      pass()
      return
    }
    if (question && question !== asked) writeOut(req, { spelling, query: String(question.query) })
    const one = question && !personal ? questionInOneSpelling(question) : null
    const key = one === null || one === undefined ? notKept : `graphql\n${accept}\n${one}`
    if (!personal && accept.length < 300) this.#spellings.add(arrivedAs, key)
    await this.#answer(accept.length < 300 ? key : notKept, req, res, pass)
  }

  #restKey(url: string): string {
    const known = this.#spellings.get(url)
    if (known !== undefined) return known
    const key = (this.#isKept(url) ? addressInOneSpelling(url) : null) ?? notKept
    this.#spellings.add(url, key)
    return key
  }

  /** Whether the answers at a REST address follow from the public content alone. */
  #isKept(url: string): boolean {
    const path = url.split('?', 1)[0]!
    if (alsoKept.has(path) || stationOnRoadmap.test(path)) return true
    const [, , collection = '', ...rest] = path.split('/')
    return this.#collections.has(collection) && rest.length <= 1 && rest[0] !== 'versions'
  }
}

function isGraphql(url: string): boolean {
  return url === graphqlAddress || url.startsWith(`${graphqlAddress}?`)
}

/** In what words a GraphQL question arrived: its address, or its body over POST. */
function graphqlSpelling(req: IncomingMessage, spelling: string): string {
  return `${req.method} ${acceptOf(req)}\n${spelling}`
}

function acceptOf({ headers }: IncomingMessage): string {
  return headers.accept ?? '*/*'
}

/** Whether somebody says who they are; what they get is theirs alone. */
function isPersonal({ headers }: IncomingMessage): boolean {
  return (
    headers.authorization !== undefined ||
    (headers.cookie !== undefined && headers.cookie.includes('stationmaster-token'))
  )
}

function isShortQuestion({ headers }: IncomingMessage): boolean {
  const length = Number(headers['content-length'])
  return (
    length > 0 &&
    length <= longestQuestion &&
    headers['content-encoding'] === undefined &&
    /^application\/json\b/i.test(headers['content-type'] ?? '')
  )
}

async function readBody(req: IncomingMessage): Promise<Buffer | Error> {
  try {
    return await getRawBody(req, { length: req.headers['content-length'], limit: longestQuestion })
  } catch (error) {
    return error as Error
  }
}

/** @returns undefined when the body is no JSON object; the handler behind says what is wrong with it */
function inBody(text: string): GraphqlQuestion | undefined {
  try {
    const question: unknown = JSON.parse(text)
    return typeof question === 'object' && question !== null && !Array.isArray(question)
      ? question
      : undefined
  } catch {
    return undefined
  }
}

function inAddress(url: string): GraphqlQuestion | undefined {
  const parameters = new URLSearchParams(url.slice(graphqlAddress.length + 1))
  try {
    return {
      query: parameters.get('query') ?? undefined,
      operationName: parameters.get('operationName') ?? undefined,
      variables: parsed(parameters.get('variables')),
      extensions: parsed(parameters.get('extensions')),
    }
  } catch {
    return undefined
  }
}

function parsed(json: string | null): unknown {
  return json ? JSON.parse(json) : undefined
}

/**
 * Gives the handler behind the question with its query in place of its hash. The rest stays as it was written:
 * what JSON can be read from may be nested too deep to be written again.
 */
function writeOut(req: IncomingMessage, { spelling, query }: { spelling: string; query: string }) {
  if (req.method === 'POST') {
    // Of two members with one name, the last counts.
    const text = `${spelling.slice(0, spelling.lastIndexOf('}'))},"query":${JSON.stringify(query)}}`
    passed.set(req, { ...passed.get(req), body: Buffer.from(text) })
    return
  }
  const parameters = new URLSearchParams(spelling.slice(graphqlAddress.length + 1))
  parameters.set('query', query)
  req.url = `${graphqlAddress}?${parameters.toString()}`
}
