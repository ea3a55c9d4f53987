import type { ServerResponse } from 'node:http'
import path from 'node:path'
import type { Express, RequestHandler } from 'express'
import expressStaticGzip from 'express-static-gzip'
import { encoded, worthwhile } from '../delivery/cache/stored-answer.ts'
import { finishOf } from './passed-requests.ts'
import { isInPreview } from './reader-preview.ts'
import type { ReadCache } from './read-cache.ts'
import { acceptedEncoding } from './send-answer.ts'

/** Addresses that Next answers for others than readers. */
const notForReaders = /^\/(?:admin|graphql|_next|__nextjs[^/]*|icon\.svg)(?:\/|$)/

/**
 * Lets through to Next only what is for others than readers. It has the reader's pages also where they are switched
 * off, and would answer 500 at their addresses.
 *
 * @param pages answers them: Next
 */
export function pagesForOthers(pages: RequestHandler): RequestHandler {
  return (req, res, next) => {
    if (notForReaders.test(req.path)) pages(req, res, next)
    else next()
  }
}

/** Names of files hold a digest of what is in them, so they may be kept for good. In seconds. */
const forGood = 31_536_000

/** Serves style sheet, scripts and fonts of the reader's site, compressed when they were built. */
export function serveReaderFiles(app: Express): void {
  app.use(
    '/reader',
    expressStaticGzip(path.resolve('dist/reader'), {
      enableBrotli: true,
      index: false,
      orderPreference: ['br', 'gz'],
      serveStatic: { fallthrough: false, immutable: true, maxAge: forGood * 1000 },
    }),
  )
}

/**
 * Has the reader's pages made, and keeps those that follow from the public content alone like every other
 * answer for readers. The others are compressed each time.
 *
 * @param pages makes them: Next
 */
export function readerPages(pages: RequestHandler, readCache: ReadCache): RequestHandler {
  return (req, res, next) => {
    const isAboutPages = req.method === 'GET' || req.method === 'HEAD'
    if (!isAboutPages || notForReaders.test(req.path)) {
      pages(req, res, next)
      return
    }
    req.url = readable(req.url)
    res.removeHeader('X-Frame-Options')
    res.setHeader('X-Cache', 'bypass')
    // What a preview shows is secret. How short it becomes would tell something of it to whoever can have it asked for.
    if (isInPreview(req)) {
      pages(req, res, next)
      return
    }
    const { method } = req
    const accepted = req.headers['accept-encoding']
    // Kept once for everybody: as a whole, and in each encoding when it is asked for.
    req.method = 'GET'
    delete req.headers['accept-encoding']
    hold(res, (body) => {
      req.method = method
      if (accepted !== undefined) req.headers['accept-encoding'] = accepted
      return keep(body)
    })
    pages(req, res, next)

    async function keep(body: Buffer): Promise<void> {
      const mayBeKept = /^public\b/.test(String(res.getHeader('Cache-Control')))
      if (mayBeKept && (await readCache.send(req, res, responseOf(res, body)))) return
      finishOf(req)?.(null)
      res.vary('Accept-Encoding')
      const encoding = worthwhile(body, acceptedEncoding(accepted))
      if (method === 'HEAD' || encoding === 'identity') {
        res.end(method === 'HEAD' ? undefined : body)
        return
      }
      const sent = await encoded(body, encoding)
      res.setHeader('Content-Encoding', encoding)
      res.setHeader('Content-Length', sent.length)
      res.end(sent)
    }
  }
}

/** An address that can be decoded: Next answers 500 where it cannot, and there is only no such page. */
function readable(url: string): string {
  const [path = '', ...search] = url.split('?')
  try {
    decodeURIComponent(path)
    return url
  } catch {
    return [path.replaceAll('%', '%25'), ...search].join('?')
  }
}

/** Holds back what is written to a response until it is whole. Its headers may still be changed then. */
function hold(res: ServerResponse, whenWhole: (body: Buffer) => Promise<void>): void {
  const { end, flushHeaders, write, writeHead } = res
  const chunks: Buffer[] = []
  const add = (chunk: unknown, encoding?: unknown) => {
    if (typeof chunk === 'string')
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as never) : 'utf8'))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  const called = (...given: unknown[]) => {
    const callback = given.find((one) => typeof one === 'function') as (() => void) | undefined
    if (callback) process.nextTick(callback)
  }
  res.flushHeaders = () => undefined
  res.writeHead = ((status: number, ...rest: unknown[]) => {
    res.statusCode = status
    const headers = rest.find((one) => typeof one === 'object' && one !== null)
    for (const [name, value] of Object.entries((headers as Record<string, string>) ?? {}))
      res.setHeader(name, value)
    return res
  }) as typeof res.writeHead
  res.write = ((chunk: unknown, encoding?: unknown, callback?: unknown) => {
    add(chunk, encoding)
    called(encoding, callback)
    return true
  }) as typeof res.write
  res.end = ((chunk?: unknown, encoding?: unknown, callback?: unknown) => {
    Object.assign(res, { end, flushHeaders, write, writeHead })
    add(chunk, encoding)
    whenWhole(Buffer.concat(chunks)).catch((error: unknown) => res.destroy(error as Error))
    called(chunk, encoding, callback)
    return res
  }) as typeof res.end
}

function responseOf(res: ServerResponse, body: Buffer): Response {
  const headers = new Headers()
  for (const [name, value] of Object.entries(res.getHeaders()))
    for (const one of [value].flat()) headers.append(name, String(one))
  const isWithoutBody = res.statusCode === 204 || res.statusCode === 304 || body.length === 0
  return new Response(isWithoutBody ? null : new Uint8Array(body), {
    status: res.statusCode,
    headers,
  })
}
