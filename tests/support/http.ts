import http from 'node:http'
import { readdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { RequestListener } from 'node:http'
import type { Where } from 'payload'
import { expect } from 'vitest'
import { mostDocuments } from '../../src/delivery/limit-reads.ts'
import { errorCodes, type ErrorCode } from '../../src/errors.ts'
import type { TestApp } from './app.ts'

/** What a test looks at in an answer. */
export interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  text: string
  /** The parsed body when it is JSON, otherwise an empty object. */
  body: AnswerBody
}

export interface AnswerBody {
  data?: Record<string, unknown> | null
  docs?: Record<string, unknown>[]
  errors?: { code?: string; message?: string; extensions?: { code?: string } }[]
  [name: string]: unknown
}

/** An app on a free port of the loopback interface. */
export interface Listener {
  /** Such as http://127.0.0.1:49152 */
  origin: string
  /** Sends a request exactly as written: no address, header or body is put in order on the way. */
  ask: (request: RawRequest) => Promise<Answer>
  close: () => Promise<void>
}

export interface RawRequest {
  method?: string
  /** Path and query as they go over the wire. */
  path: string
  headers?: http.OutgoingHttpHeaders
  body?: string | Buffer
  /** Sends the body in chunks, without saying how long it is. */
  chunked?: boolean
}

export async function listen(app: RequestListener): Promise<Listener> {
  const server = http.createServer(app)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    ask: (request) => ask(port, request),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

/** Sends one request to a port of the loopback interface, exactly as written. */
export function ask(
  port: number,
  { method = 'GET', path, headers = {}, body, chunked = false }: RawRequest,
): Promise<Answer> {
  return new Promise((answered, failed) => {
    const length =
      body === undefined || chunked ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    let isAnswered = false
    const request = http.request(
      { host: '127.0.0.1', port, method, path, headers: { ...length, ...headers }, agent: false },
      (response) => {
        isAnswered = true
        answerOf(response).then(answered, failed)
      },
    )
    // A server may refuse a large body before all of it was sent; its answer counts, not the broken pipe.
    request.on('error', (error) => {
      if (!isAnswered) failed(error)
    })
    if (body !== undefined) request.write(body)
    request.end()
  })
}

/** Reads an answer to its end. */
export async function answerOf(response: http.IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  return { status: response.statusCode!, headers: response.headers, text, body: parsed(text) }
}

function parsed(text: string): AnswerBody {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as AnswerBody) : {}
  } catch {
    return {}
  }
}

/** Traces of a stack, of files or of the database, which no answer has. */
const internals =
  /node_modules|\n\s+at |\bat (async )?[\w.<>]+ \(|\((file|node):|\.(ts|js|mjs|cjs):\d+|SQLITE_|LibsqlError|drizzle/

/** A refusal over REST: the code's own status, JSON, a sentence for the person, nothing of our insides. */
export function expectRefusal(
  { status, text, headers }: { status: number; text: string; headers: Answer['headers'] },
  code: ErrorCode,
): void {
  const { errors } = parsed(text)
  expect({ status, code: errors?.[0]?.code }).toEqual({ status: errorCodes[code], code })
  expect(headers['content-type']).toMatch(/^application\/json/)
  expect(errors?.[0]?.message).toMatch(/\S/)
  expectNoInternals(text)
}

/**
 * A refusal over GraphQL: the code in `extensions`, a sentence for the person, nothing of our insides.
 *
 * @param status by default the code's own status
 */
export function expectGraphqlRefusal(
  answer: { status: number; text: string },
  code: ErrorCode,
  { status = errorCodes[code] }: { status?: number } = {},
): void {
  const { errors } = parsed(answer.text)
  expect({ status: answer.status, code: errors?.[0]?.extensions?.code }).toEqual({ status, code })
  expect(errors?.[0]?.message).toMatch(/\S/)
  expectNoInternals(answer.text)
}

/** Either an answer with as many documents as anybody may get, or a refusal. Never a fault of ours. */
export function expectAnswerOrRefusal(answer: Answer): void {
  const code = answer.body.errors?.[0]?.code
  if (answer.status >= 400) {
    expect(Object.keys(errorCodes), `${answer.status} ${answer.text.slice(0, 200)}`).toContain(code)
    expectRefusal(answer, code as ErrorCode)
    expect(answer.status).toBeLessThan(500)
  } else {
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toMatch(/^application\/json/)
    expect(answer.body.docs?.length ?? 0).toBeLessThanOrEqual(mostDocuments.staff)
  }
}

export function expectNoInternals(text: string): void {
  expect(text).not.toMatch(internals)
}

/**
 * Every document and version with the time it was last changed, and every stored file. That somebody was
 * refused is on record, and nothing else comes of it.
 */
export async function stored({ payload, settings }: TestApp): Promise<Record<string, string[]>> {
  const lists: Record<string, string[]> = {}
  for (const { config } of Object.values(payload.collections)) {
    if (writtenByItself.includes(config.slug)) continue
    const everything = { collection: config.slug, depth: 0, limit: 0, pagination: false } as const
    const refusals: Where = { type: { not_equals: 'refused' } }
    const { docs } = await payload.find({
      ...everything,
      select: { updatedAt: true } as never,
      ...(config.slug === 'ledger-entries' ? { where: refusals } : {}),
    })
    lists[config.slug] = docs.map(stamp).sort()
    if (!config.versions) continue
    const versions = await payload.findVersions(everything)
    lists[`${config.slug} versions`] = versions.docs.map(stamp).sort()
  }
  lists['files'] = filesIn(path.join(settings.dataDir, 'media'))
  return lists
}

/** What the platform writes in the background, at whatever moment: mails of what people were told. */
const writtenByItself = ['notifications', 'mails', 'daily-looks']

function stamp(document: { id?: unknown; updatedAt?: unknown }): string {
  return `${String(document.id)} ${String(document.updatedAt)}`
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true }).map(String).sort()
  } catch {
    return []
  }
}
