import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  encodings,
  StoredAnswer,
  type Encoding,
  type Representation,
} from '../delivery/cache/stored-answer.ts'
import type { Settings } from '../settings.ts'
import { isGraphql } from './graphql-question.ts'

/** Where an answer comes from: kept from an earlier question, or just made. */
type From = 'hit' | 'miss'

interface Sent {
  req: IncomingMessage
  res: ServerResponse
  answer: StoredAnswer
  from: From
}

/** Headers that are set anew for each request, or follow from the body. */
const perRequest = new Set([
  'access-control-allow-credentials',
  'access-control-allow-origin',
  'cache-control',
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'last-modified',
  'transfer-encoding',
  'vary',
  'x-cache',
])

/** Request headers by which the answer to one address differs. */
const vary = ['Accept-Encoding', 'Authorization', 'Cookie']

/**
 * Sends stored answers as HTTP caches and browsers expect them (RFC 9110 and RFC 9111): validators,
 * encodings, how long shared caches may keep them, and for which pages.
 */
export class AnswerSender {
  readonly #allowed: Settings['corsOrigins']
  /** How long who may keep an answer that is for everybody. */
  readonly cacheControl: string

  constructor({
    cacheSharedSeconds,
    cacheStaleSeconds,
    corsOrigins,
  }: Pick<Settings, 'cacheSharedSeconds' | 'cacheStaleSeconds' | 'corsOrigins'>) {
    this.#allowed = corsOrigins
    // A browser asks again each time and gets a 304; caches in between keep it as long as is set.
    this.cacheControl = `public, max-age=0, s-maxage=${cacheSharedSeconds}, stale-while-revalidate=${cacheStaleSeconds}`
  }

  /** Makes an answer that can be sent again. @param at when the public content last changed */
  prepare({
    headers,
    body,
    at,
  }: {
    headers: ReadonlyMap<string, string>
    body: Buffer
    at: string | null
  }): StoredAnswer {
    const kept = [...headers].filter(([name]) => !perRequest.has(name.toLowerCase()))
    return new StoredAnswer(kept, body, at === null ? null : new Date(at).toUTCString())
  }

  /** Sends an answer at once. @returns false when its body is not ready in an encoding the client takes */
  sendReady({ req, res, answer, from }: Sent): boolean {
    const representation = answer.ready(acceptedEncoding(req.headers['accept-encoding']))
    if (!representation) return false
    this.#write({ req, res, answer, from }, representation)
    return true
  }

  /** Sends an answer, after making its body ready in an encoding the client takes. */
  async send({ req, res, answer, from }: Sent): Promise<void> {
    const encoding = acceptedEncoding(req.headers['accept-encoding'])
    this.#write({ req, res, answer, from }, await answer.prepared(encoding))
  }

  #write({ req, res, answer, from }: Sent, representation: Representation): void {
    const { body, etag } = representation
    const lastModified = settledDate(answer.lastModified)
    const head = this.#head({ req, answer, from }, representation, lastModified)
    if (isNotModified(req, etag, lastModified)) {
      res.writeHead(304, head.without)
      res.end()
      return
    }
    res.writeHead(200, head.whole)
    if (req.method === 'HEAD') res.end()
    else res.end(body)
  }

  /** The header list for an answer, made once for each way it is sent. */
  #head(
    { req, answer, from }: Omit<Sent, 'res'>,
    { body, encoding, etag }: Representation,
    lastModified: string | null,
  ): { whole: string[]; without: string[] } {
    const origin = this.#allowedOrigin(req.headers.origin)
    const key = `${from} ${encoding} ${lastModified === null ? 'new' : 'settled'} ${origin ?? ''}`
    const known = answer.heads.get(key)
    if (known) return known
    const ways = [
      ...vary,
      ...(isAboutGraphql(req) ? ['Accept'] : []),
      ...(this.#allowed === '*' ? [] : ['Origin']),
    ]
    const shared = [
      'ETag',
      etag,
      'Cache-Control',
      this.cacheControl,
      'Vary',
      ways.join(', '),
      'X-Cache',
      from,
      ...(lastModified === null ? [] : ['Last-Modified', lastModified]),
      ...(origin === undefined ? [] : ['Access-Control-Allow-Origin', origin]),
      ...(origin === undefined || origin === '*'
        ? []
        : ['Access-Control-Allow-Credentials', 'true']),
    ]
    const without = [
      ...shared,
      ...answer.headers.filter(([name]) => !name.startsWith('content-')).flat(),
    ]
    const whole = [
      ...shared,
      ...answer.headers.flat(),
      'Content-Length',
      String(body.length),
      ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
    ]
    const head = { whole, without }
    answer.heads.set(key, head)
    return head
  }

  #allowedOrigin(origin: string | undefined): string | undefined {
    if (this.#allowed === '*') return '*'
    return origin !== undefined && this.#allowed.includes(origin) ? origin : undefined
  }
}

/** GraphQL answers in the type that a client asks for. Express shortens `url` on the way to a handler. */
function isAboutGraphql(req: IncomingMessage & { originalUrl?: string }): boolean {
  return isGraphql(req.originalUrl ?? req.url ?? '')
}

/**
 * The date, once its second is over. Before that something else may still become public within the same
 * second, and a date with whole seconds could not tell the two apart.
 */
function settledDate(lastModified: string | null): string | null {
  if (lastModified === null || Date.now() < Date.parse(lastModified) + 1_000) return null
  return lastModified
}

/** Whether the one who asks has this answer already (RFC 9110 section 13.2.2). */
export function isNotModified(
  { headers }: IncomingMessage,
  etag: string,
  lastModified: string | null,
): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined)
    return tags === etag || tags.split(',').some((tag) => matches(tag.trim(), etag))
  const since = headers['if-modified-since']
  if (since === undefined || lastModified === null) return false
  return Date.parse(lastModified) <= Date.parse(since)
}

function matches(tag: string, etag: string): boolean {
  return tag === '*' || tag === etag || tag === `W/${etag}` || etag === `W/${tag}`
}

const negotiated = new Map<string, Encoding>()

/** Most different headers that are remembered. */
const mostNegotiated = 200

/** The best encoding that a client takes (RFC 9110 section 12.5.3). */
export function acceptedEncoding(header: string | undefined): Encoding {
  if (header === undefined) return 'identity'
  const known = negotiated.get(header)
  if (known) return known
  const weights = new Map(
    header.split(',').map((part) => {
      const [name = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const weight = parameters.find((parameter) => parameter.startsWith('q='))
      return [name, weight === undefined ? 1 : Number(weight.slice(2))]
    }),
  )
  const best = encodings.find((encoding) => (weights.get(encoding) ?? weights.get('*') ?? 0) > 0)
  const chosen = best ?? 'identity'
  if (negotiated.size < mostNegotiated) negotiated.set(header, chosen)
  return chosen
}
