import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PublicHeadFollower } from '../ledger/public-head.ts'
import { isShared } from './passed-requests.ts'

/** How requests ask: of POST, some are questions over GraphQL, and some change something. */
export const methodClasses = ['get', 'post', 'change', 'other'] as const

/** First digits of statuses; `none` where whoever asked left before there was an answer. */
export const statusClasses = ['none', '1xx', '2xx', '3xx', '4xx', '5xx'] as const

/** Where answers come from, as `X-Cache` says: kept, made and kept, or made for one alone. */
export const sources = ['hit', 'miss', 'bypass'] as const

export type Source = (typeof sources)[number]

/** Requests of one kind since the start. */
export interface RequestCount {
  method: (typeof methodClasses)[number]
  status: (typeof statusClasses)[number]
  answered: Source
  count: number
}

const classOfMethod = new Map([
  ['GET', 0],
  ['HEAD', 0],
  ['POST', 1],
  ['PATCH', 2],
  ['PUT', 2],
  ['DELETE', 2],
])

/** Counts requests in plain numbers: most of them take a fraction of a millisecond, and so must this. */
export class RequestCounts {
  static readonly bytes = 8 * methodClasses.length * statusClasses.length * sources.length
  /** Where the counts are; another thread may read them there. */
  readonly memory: SharedArrayBuffer
  readonly #counts: Float64Array

  /** @param memory of another that counts, whose counts are read here */
  constructor(memory = new SharedArrayBuffer(RequestCounts.bytes)) {
    this.memory = memory
    this.#counts = new Float64Array(memory)
  }

  /**
   * Counts a request once it is answered.
   *
   * @param hasPassed whether it passed the cache of answers before it was answered
   */
  count(req: IncomingMessage, res: ServerResponse, hasPassed: () => boolean): void {
    // Nearly all answers from memory are sent by now, and nobody has to wait for them.
    if (res.writableEnded && !hasPassed()) {
      this.#add(req.method, res.statusCode, 'hit')
      return
    }
    res.once('close', () => {
      const status = res.headersSent ? res.statusCode : 0
      this.#add(req.method, status, hasPassed() ? sourceOf(req) : 'hit')
    })
  }

  /** Counts a request once it is answered, unless others answer it. @param isLeft whether they do */
  countKept(req: IncomingMessage, res: ServerResponse, isLeft: () => boolean): void {
    if (res.writableEnded && !isLeft()) this.#add(req.method, res.statusCode, 'hit')
    else
      res.once('close', () => {
        if (!isLeft()) this.#add(req.method, res.headersSent ? res.statusCode : 0, 'hit')
      })
  }

  /** All kinds of which there was one. */
  *all(): Generator<RequestCount> {
    let at = 0
    for (const method of methodClasses)
      for (const status of statusClasses)
        for (const answered of sources) {
          const count = this.#counts[at]!
          at += 1
          if (count > 0) yield { method, status, answered, count }
        }
  }

  #add(method: string | undefined, status: number, source: Source): void {
    const ofMethod = classOfMethod.get(method!) ?? methodClasses.length - 1
    const ofStatus = Math.floor(status / 100)
    const ofSource = sources.indexOf(source)
    this.#counts[(ofMethod * statusClasses.length + ofStatus) * sources.length + ofSource]! += 1
  }
}

function sourceOf(req: IncomingMessage): Source {
  return isShared(req) ? 'miss' : 'bypass'
}

/** Counts what becomes public, and how often it is not known what changed. */
export function countPublications(follower: PublicHeadFollower): { seen: number; unknown: number } {
  const publications = { seen: 0, unknown: 0 }
  follower.onChange((changed) => {
    if (changed) publications.seen += 1
    if (!changed?.keys) publications.unknown += 1
  })
  return publications
}
