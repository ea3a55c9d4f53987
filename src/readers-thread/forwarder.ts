import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { forwardedHeader, forwardedValue, mayBeKeptHeader } from '../http/forwarded-requests.ts'
import { bodyRead, finishOf } from '../http/passed-requests.ts'
import type { ReadCache } from '../http/read-cache.ts'
import { requests } from '../refusals/in-spanish/requests.ts'
import { inSpanishBy } from '../refusals/sayings.ts'
import type { Beginning } from './messages.ts'

/** Headers that are about one connection and not about what is sent over it (RFC 9110 section 7.6.1). */
const ofTheConnection = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** What is logged of a request that could not be handed on. */
type Log = (error: Error) => void

const spanish = inSpanishBy(requests)

/** Seconds after which whoever met a platform that is going away may try again. */
const retryAfter = 2

/** Has the platform answer what is not kept, and keeps of its answers what it says may be kept. */
export class Forwarder {
  readonly #agent = new http.Agent({ keepAlive: true })
  readonly #app: Beginning['app']
  readonly #log: Log

  constructor(app: Beginning['app'], log: Log) {
    this.#app = app
    this.#log = log
  }

  /** Answers a request with what the platform answers. @param cache keeps it */
  async forward(req: IncomingMessage, res: ServerResponse, cache: ReadCache): Promise<void> {
    const finish = finishOf(req)
    try {
      const answer = await this.#ask(req, res, finish !== undefined)
      const changed = answer.headers[mayBeKeptHeader]
      if (finish && typeof changed === 'string') {
        const body = await wholeOf(answer)
        const headers = new Map(listed(answer.rawHeaders))
        headers.delete(mayBeKeptHeader)
        await cache.take(req, res, { at: changed === '' ? null : changed, body, headers })
        return
      }
      finish?.(null)
      await pass(answer, req, res)
    } catch (error) {
      finish?.(null)
      // Whoever asked may have left, which is no failure.
      if (!res.destroyed) this.#log(error as Error)
      refuse(req, res)
    }
  }

  /** Lets go of connections that nothing is asked over. */
  close(): void {
    this.#agent.destroy()
  }

  #ask(req: IncomingMessage, res: ServerResponse, isQuestion: boolean): Promise<IncomingMessage> {
    const { host, port, token } = this.#app
    const body = bodyRead(req)
    if (body instanceof Error) return Promise.reject(body)
    const address = req.socket.remoteAddress ?? ''
    const headers = {
      ...headersOf(req, body),
      [forwardedHeader]: forwardedValue(token, { address, isQuestion }),
    }
    return new Promise((resolve, reject) => {
      const asked = http.request({
        agent: this.#agent,
        headers,
        host,
        // An answer that is kept has to be there for those who ask for the whole of it.
        method: isQuestion && req.method === 'HEAD' ? 'GET' : req.method,
        path: req.url,
        port,
        setHost: false,
      })
      asked.once('error', reject).once('response', (answer) => {
        // Refused before it was read: the rest of the body is no longer wanted.
        if (!asked.writableEnded) {
          req.unpipe(asked)
          answer.once('close', () => asked.destroy())
        }
        resolve(answer)
      })
      res.once('close', () => {
        // Whoever asked has left: nobody waits for the answer.
        if (!res.writableFinished) asked.destroy()
      })
      if (body) asked.end(body)
      else if (isWithoutBody(req)) asked.end()
      else req.pipe(asked)
    })
  }
}

/** Headers as they arrived, each with all its values, without those of the connection. */
function headersOf(
  req: IncomingMessage,
  body: Buffer | undefined,
): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {}
  for (const [written, value] of listed(req.rawHeaders)) {
    const name = written.toLowerCase()
    if (ofTheConnection.has(name) || name === forwardedHeader) continue
    const before = headers[name]
    headers[name] = before === undefined ? value : [before, value].flat()
  }
  if (body) headers['content-length'] = String(body.length)
  else if (req.headers['transfer-encoding'] !== undefined) headers['transfer-encoding'] = 'chunked'
  return headers
}

function isWithoutBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] === undefined && !(Number(headers['content-length']) > 0)
}

/** Hands on an answer as it comes. */
async function pass(
  answer: IncomingMessage,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const headers = listed(answer.rawHeaders)
    .filter(([name]) => !ofTheConnection.has(name.toLowerCase()))
    .flat()
  // What is left of a body that was refused would be read as the next request.
  if (!req.complete) headers.push('Connection', 'close')
  res.writeHead(answer.statusCode!, answer.statusMessage, headers)
  if (req.method === 'HEAD') {
    answer.resume()
    res.end()
    return
  }
  await pipeline(answer, res)
}

/** Names as they were written, with their values, in the order in which they came. */
function listed(raw: readonly string[]): [name: string, value: string][] {
  return Array.from({ length: raw.length / 2 }, (_, index) => [
    raw[2 * index]!,
    raw[2 * index + 1]!,
  ])
}

async function wholeOf(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** There is no answer to hand on: the client left, or the platform is going away. */
function refuse(req: IncomingMessage, res: ServerResponse): void {
  if (res.headersSent || res.destroyed) {
    res.destroy()
    return
  }
  const english = 'The platform is starting or stopping. Try again in a moment.'
  const prefersSpanish = /^\s*es\b/i.test(req.headers['accept-language'] ?? '')
  const message = (prefersSpanish && spanish(english)) || english
  const body = JSON.stringify({ errors: [{ code: 'UNAVAILABLE', message, retryAfter }] })
  res.writeHead(503, {
    'Cache-Control': 'no-store',
    'Content-Type': 'application/json; charset=utf-8',
    'Retry-After': String(retryAfter),
    Vary: 'Accept-Language',
  })
  res.end(body)
}
