import type { RequestHandler } from 'express'
import { handleEndpoints, type Payload, type PayloadRequest, type SanitizedConfig } from 'payload'
import { askDatabase } from '../database/health.ts'
import { surrogateKeys } from '../dependencies/surrogate-keys.ts'
import { EditorialError } from '../errors.ts'
import { withCodes } from './error-answers.ts'
import { largestFile } from './largest-file.ts'
import { previewOf } from './previews.ts'
import { readableQuery } from './readable-query.ts'
import type { ReadCache } from './read-cache.ts'
import { inTheirLanguage } from './refusal-language.ts'
import { refusedInEnglish } from './refused-in-english.ts'
import { askedFor, whatBecameOfIt } from './withdrawn-answer.ts'
import { sendWebResponse, webRequest } from './web-request.ts'

const bodyTypes = /^(application\/json|multipart\/form-data)\b/i
const formType = /^application\/x-www-form-urlencoded\b/i

/** Payload's REST API as an Express handler, without Next in the path. Reads every `/api` address. */
export function restApi({
  config,
  origin,
  payload,
  readCache,
}: {
  config: Promise<SanitizedConfig>
  origin: string
  payload: Payload
  readCache: ReadCache
}): RequestHandler {
  return async (req, res) => {
    refuseUnknownMethod(req)
    refuseWritesWithKeys(req)
    refuseFolderOfFiles(req.originalUrl)
    refuseInheritedNames(req.path)
    readableQuery(req.originalUrl.split('?').slice(1).join('?'))
    const request = await webRequest(req, res, { origin, largestUpload: largestFile })
    const isQuery = isQueryInBody(req.headers)
    // Payload makes yet another request of such a one.
    if (isQuery) request.headers.set('accept-language', 'en')
    const checked = await refusedInEnglish(await checkedBody(request, isQuery), payload.config)
    const preview = previewOf(req)
    const response = preview
      ? await preview.show(({ transactionID }) =>
          handleEndpoints({ config, request: inTransaction(checked, transactionID) }),
        )
      : await handleEndpoints({ config, request: checked })
    if (isRefusal(response.status) && hasCredentials(req.headers)) await askDatabase(payload)
    const asked = askedFor(req)
    const told = asked
      ? await whatBecameOfIt({ asked, payload, response, search: req.originalUrl })
      : response
    if (!preview && (await readCache.send(req, res, named(told, checked)))) return
    if (!preview && isForEverybody(req, told))
      told.headers.set('Cache-Control', readCache.cacheControl)
    const formed = await inOurForm(told, res)
    const answer = formed.status === 404 ? methodsNamed(formed, req, payload) : formed
    await sendWebResponse(res, await inTheirLanguage(req, res, answer))
  }
}

/**
 * Lets everything that Payload reads for a request join a transaction. Payload makes its own request of this
 * one, and begins by setting the transaction to none.
 */
function inTransaction(request: Request, transactionID: number | string): Request {
  return Object.defineProperty(request, 'transactionID', {
    configurable: true,
    enumerable: true,
    get: () => transactionID,
    set: () => undefined,
  })
}

/**
 * Whether this is a file that everybody may have, the word that a browser has it already, or where a document
 * is now that had another name.
 */
function isForEverybody(
  { headers, originalUrl }: { headers: IncomingHeaders; originalUrl: string },
  { status }: Response,
): boolean {
  if (hasCredentials(headers)) return false
  if (status === 301) return true
  const hasIt = status === 200 || status === 206 || status === 304
  return hasIt && originalUrl.startsWith('/api/media/file/')
}

/** The answer with the documents it is made of, by which caches in between forget it. */
function named(response: Response, request: Request): Response {
  const keys = surrogateKeys((request as Partial<PayloadRequest>).context)
  if (keys !== '' && (response.status === 200 || response.status === 301))
    response.headers.set('Surrogate-Key', keys)
  return response
}

/**
 * With the database away nobody's session can be looked up, and Payload takes everybody for a stranger.
 * Somebody who sent credentials is told the real reason instead: asking the database throws it.
 */
export function hasCredentials(headers: IncomingHeaders): boolean {
  return headers['authorization'] !== undefined || headers['cookie'] !== undefined
}

function isRefusal(status: number): boolean {
  return status === 401 || status === 403
}

type IncomingHeaders = Record<string, string | string[] | undefined>

/** Payload lets a long question travel as a POST; it is a read all the same. */
function isQueryInBody(headers: IncomingHeaders): boolean {
  return (
    headers['x-payload-http-method-override'] === 'GET' ||
    headers['x-http-method-override'] === 'GET'
  )
}

/** Files lie in one folder; asked for another, Payload looks for a field that is not there. */
function refuseFolderOfFiles(address: string): void {
  if (/^\/api\/media\/file\/.*[?&]prefix=/.test(address))
    throw new EditorialError({ code: 'NOT_FOUND', message: 'There is nothing at this address.' })
}

/** Payload looks content types up by name in an object, where it finds `constructor` and the like too. */
function refuseInheritedNames(path: string): void {
  const [name = ''] = path.split('/').slice(2)
  if (name in Object.prototype)
    throw new EditorialError({ code: 'NOT_FOUND', message: 'There is nothing at this address.' })
}

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'DELETE', 'PUT', 'OPTIONS'])

function refuseUnknownMethod({ method }: { method: string }): void {
  if (!knownMethods.has(method))
    throw new EditorialError({
      code: 'METHOD_NOT_ALLOWED',
      message: `${method.slice(0, 20)} is not answered here. Use GET, POST, PATCH or DELETE.`,
    })
}

/** A key only reads, whichever collection it asks. */
function refuseWritesWithKeys({
  headers,
  method,
}: {
  headers: IncomingHeaders
  method: string
}): void {
  const usesKey = / API-Key /i.test(String(headers['authorization'] ?? ''))
  const reads =
    ['GET', 'HEAD', 'OPTIONS'].includes(method) || (method === 'POST' && isQueryInBody(headers))
  if (usesKey && !reads)
    throw new EditorialError({
      code: 'NOT_PERMITTED',
      message: 'An API key only reads. A person has to sign in to change something.',
    })
}

/**
 * Refuses bodies that Payload would misread, before anything is done with them.
 *
 * @throws EditorialError UNSUPPORTED_MEDIA_TYPE or MALFORMED
 */
async function checkedBody(request: Request, isQuery: boolean): Promise<Request> {
  if (!request.body) return request
  const type = request.headers.get('content-type') ?? ''
  if (isQuery && formType.test(type)) {
    const search = await request.text()
    readableQuery(search)
    return new Request(request.url, {
      method: request.method,
      headers: request.headers,
      signal: request.signal,
      body: search,
    })
  }
  if (!bodyTypes.test(type))
    throw new EditorialError({
      code: 'UNSUPPORTED_MEDIA_TYPE',
      message: `A body of type “${type.slice(0, 60) || 'none'}” is not read here. Send application/json, or multipart/form-data for files.`,
    })
  if (!type.toLowerCase().startsWith('application/json')) return request
  const text = await request.text()
  if (text !== '') refuseUnlessObject(text)
  // Payload compares the type as a whole, so a charset would hide the body from it.
  const headers = new Headers(request.headers)
  headers.set('content-type', 'application/json')
  return new Request(request.url, {
    method: request.method,
    headers,
    signal: request.signal,
    body: text === '' ? null : text,
  })
}

function refuseUnlessObject(text: string): void {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new EditorialError({
      code: 'MALFORMED',
      message: `The body is not valid JSON: ${(error as Error).message.slice(0, 120)}.`,
      cause: error,
    })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new EditorialError({
      code: 'MALFORMED',
      message: 'The body must be a JSON object, such as {"title": "Balance Paid"}.',
    })
}

/** Payload says "not found" where there is something that takes other methods. */
function methodsNamed(
  answer: Response,
  { method, path }: { method: string; path: string },
  { collections }: Payload,
): Response {
  const [collection, ...rest] = path.split('/').slice(2)
  const isPlace = collection !== undefined && collection in collections && rest.length <= 1
  // What is posted to a content type itself is taken, and “not found” is about what it names.
  const takes = method === 'POST' && rest.length === 0
  if (!isPlace || takes || !['POST', 'PUT'].includes(method)) return answer
  return Response.json(
    {
      errors: [
        {
          code: 'METHOD_NOT_ALLOWED',
          message: `${method} is not answered at ${path.slice(0, 80)}. Use GET, PATCH or DELETE there.`,
        },
      ],
    },
    { status: 405, headers: answer.headers },
  )
}

/** Completes error answers with codes, and says when to come back. */
async function inOurForm(
  response: Response,
  res: { setHeader: (name: string, value: string) => unknown },
): Promise<Response> {
  if (response.status < 400) return response
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const body: unknown = isJson ? await response.json().catch(() => undefined) : undefined
  // Payload answers 501 for an endpoint that is switched off, and 500 for addresses it cannot decode.
  const status = response.status === 501 ? 404 : response.status
  const answer = withCodes(status, body)
  const retryAfter = answer.errors[0]?.retryAfter
  if (retryAfter !== undefined) res.setHeader('Retry-After', String(retryAfter))
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  headers.set('content-type', 'application/json; charset=utf-8')
  return new Response(JSON.stringify(answer), { status, headers })
}
