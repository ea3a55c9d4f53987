import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { makeAnew } from '../delivery/anew.ts'

/** A question as it goes over the wire. */
export interface AskedQuestion {
  method: 'GET' | 'POST'
  /** Path and query. */
  url: string
  headers: Record<string, string>
  body?: Uint8Array | string
}

/** Answers every request, without the cache of answers before it. */
export type Platform = (req: IncomingMessage, res: ServerResponse) => void

/** Longest that an answer may take, in milliseconds. */
const longestAnswer = 30_000

/**
 * Asks the platform past everything it keeps, in the way everybody asks: over HTTP, through all that stands before and
 * behind its doors. A page that is asked for asks the API past what is kept, too.
 *
 * It has a port of its own on loopback, opened with the first question. Nobody else is answered there: each address
 * begins with a secret.
 */
export class AskAnew {
  readonly #answer: Platform
  readonly #secret = `/${randomBytes(16).toString('hex')}`
  #origin: Promise<string> | undefined
  #server: http.Server | undefined

  constructor(answer: Platform) {
    this.#answer = answer
  }

  /** The answer to a question. Fails where there is none. */
  async ask({
    body,
    headers,
    method,
    url,
  }: AskedQuestion): Promise<{ status: number; body: Buffer }> {
    const request = http.request(`${await this.#listening()}${url}`, {
      agent: false,
      headers: { ...headers, ...(body ? { 'content-length': Buffer.byteLength(body) } : {}) },
      method,
      signal: AbortSignal.timeout(longestAnswer),
    })
    request.end(body)
    const [answer] = (await once(request, 'response')) as [IncomingMessage]
    const chunks: Buffer[] = []
    for await (const chunk of answer) chunks.push(chunk as Buffer)
    return { status: answer.statusCode!, body: Buffer.concat(chunks) }
  }

  async stop(): Promise<void> {
    await this.#origin
    this.#server?.closeAllConnections()
    this.#server?.close()
  }

  #listening(): Promise<string> {
    return (this.#origin ??= this.#listen())
  }

  async #listen(): Promise<string> {
    const server = http.createServer((req, res) => {
      const { url = '' } = req
      if (!url.startsWith(`${this.#secret}/`)) {
        res.writeHead(404).end()
        return
      }
      req.url = url.slice(this.#secret.length)
      makeAnew({ api: origin }, () => this.#answer(req, res))
    })
    this.#server = server
    // Workers share every other port.
    server.listen({ port: 0, host: '127.0.0.1', exclusive: true }).unref()
    await once(server, 'listening')
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}${this.#secret}`
    return origin
  }
}
