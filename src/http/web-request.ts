import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'
import getRawBody from 'raw-body'
import { pipeline } from 'node:stream/promises'
import { Readable, Transform } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { EditorialError } from '../errors.ts'
import { clientAddressHeader } from './client-address.ts'
import { refuseTooDeep } from './json-depth.ts'
import { bodyRead } from './passed-requests.ts'
import { refusalLanguage } from './refusal-language.ts'

/** Largest request body other than a file upload, in bytes. */
export const largestBody = 1024 * 1024

/** Room for the form fields around an uploaded file, in bytes. */
const multipartOverhead = 2 * 1024 * 1024

/** Headers that describe the connection or the encoding of a body that is read here. */
const droppedHeaders = new Set([
  'connection',
  'content-length',
  'keep-alive',
  'transfer-encoding',
  clientAddressHeader,
  // Which language it asks for is read once, for Payload too.
  'accept-language',
])

/**
 * Turns a request of Express into one of the Fetch standard, which Payload and graphql-http read.
 *
 * The body is read whole and bounded, except for file uploads, which stream through a counter. The
 * address is built from `origin` and not from the Host header, which a client chooses.
 *
 * @throws EditorialError TOO_LARGE, UNSUPPORTED_MEDIA_TYPE or MALFORMED
 */
export async function webRequest(
  req: ExpressRequest,
  res: ExpressResponse,
  { origin, largestUpload }: { origin: string; largestUpload: number },
): Promise<Request> {
  const left = new AbortController()
  res.once('close', () => {
    if (!res.writableFinished) left.abort()
  })
  const headers = webHeaders(req)
  // HEAD is answered like GET, and Node leaves the body out.
  const method = req.method === 'HEAD' ? 'GET' : req.method
  const body = await bodyOf(req, largestUpload)
  if (body instanceof Uint8Array && isJson(req)) refuseTooDeep(body)
  return new Request(addressOf(req, origin), {
    method,
    headers,
    signal: left.signal,
    ...(body === undefined ? {} : { body, duplex: 'half' }),
  } as RequestInit)
}

/** Sends an answer of the Fetch standard through Express. */
export async function sendWebResponse(res: ExpressResponse, response: Response): Promise<void> {
  res.status(response.status)
  for (const [name, value] of response.headers)
    if (name !== 'set-cookie') res.setHeader(name, value)
  for (const cookie of response.headers.getSetCookie()) res.append('set-cookie', cookie)
  if (!response.body) {
    res.end()
    return
  }
  try {
    await pipeline(Readable.fromWeb(response.body as ReadableStream), res)
  } catch (error) {
    // The client left before the end; there is nobody to tell.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}

function addressOf(req: ExpressRequest, origin: string): string {
  const address = `${origin}${req.originalUrl}`
  if (!req.originalUrl.startsWith('/') || !URL.canParse(address))
    throw new EditorialError({
      code: 'MALFORMED',
      message: 'This address cannot be read. Check its percent signs and brackets.',
    })
  return address
}

function webHeaders(req: ExpressRequest): Headers {
  const headers = new Headers({ 'accept-language': refusalLanguage(req) })
  for (const [name, value] of Object.entries(req.headers)) {
    if (droppedHeaders.has(name)) continue
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) headers.append(name, one)
    }
  }
  if (req.ip) headers.set(clientAddressHeader, req.ip)
  return headers
}

async function bodyOf(
  req: ExpressRequest,
  largestUpload: number,
): Promise<Buffer<ArrayBuffer> | ReadableStream | undefined> {
  if (req.method === 'GET' || req.method === 'HEAD') return undefined
  const read = bodyRead(req)
  if (read instanceof Error) throw notWhole(read)
  if (read) return read as Buffer<ArrayBuffer>
  const declared = Number(req.headers['content-length'] ?? 0)
  const hasBody = declared > 0 || req.headers['transfer-encoding'] !== undefined
  if (!hasBody) return undefined

  if (
    req.headers['content-encoding'] !== undefined &&
    req.headers['content-encoding'] !== 'identity'
  )
    throw new EditorialError({
      code: 'UNSUPPORTED_MEDIA_TYPE',
      message: 'Compressed request bodies are not read here. Send the body as it is.',
    })
  if (/^multipart\/form-data\b/i.test(req.headers['content-type'] ?? '')) {
    if (!/boundary=/i.test(req.headers['content-type'] ?? ''))
      throw new EditorialError({
        code: 'MALFORMED',
        message:
          'This form does not say what its boundary is. Let your client write the content type.',
      })
    const limit = largestUpload + multipartOverhead
    if (declared > limit) throw tooLarge(limit)
    return Readable.toWeb(req.pipe(counter(limit))) as ReadableStream
  }
  if (declared > largestBody) throw tooLarge(largestBody)
  try {
    return (await getRawBody(req, { limit: largestBody })) as Buffer<ArrayBuffer>
  } catch (error) {
    if ((error as { type?: string }).type === 'entity.too.large') throw tooLarge(largestBody)
    throw notWhole(error)
  }
}

function isJson({ headers }: ExpressRequest): boolean {
  return /^application\/json\b/i.test(headers['content-type'] ?? '')
}

function notWhole(cause: unknown): EditorialError {
  return new EditorialError({
    code: 'MALFORMED',
    message: 'The body of this request did not arrive whole. Send it again.',
    cause,
  })
}

/** Lets bytes through up to a limit, for bodies that do not say how long they are. */
function counter(limit: number): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length
      done(seen > limit ? tooLarge(limit) : null, chunk)
    },
  })
}

function tooLarge(limit: number): EditorialError {
  return new EditorialError({
    code: 'TOO_LARGE',
    message: `This request is larger than the ${Math.round(limit / 1024)} KB that are taken here. Send less at once.`,
  })
}
