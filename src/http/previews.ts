import type {
  Request as ExpressRequest,
  RequestHandler,
  Response as ExpressResponse,
} from 'express'
import type { IncomingMessage } from 'node:http'
import type { Payload } from 'payload'
import { EditorialError } from '../errors.ts'
import { admittedPreview } from '../previews/admit.ts'
import type { ShownHashes } from '../previews/overlay.ts'
import { saysItIsPreviewToken } from '../previews/token.ts'
import { PreviewTurns } from '../previews/turns.ts'
import { usesOf } from '../previews/uses.ts'
import { asksForPreview, tokenOf, withoutToken } from './preview-token.ts'

/**
 * SQLite has one connection for all that writes. On MongoDB each read has a transaction of its own, because one
 * takes one question at a time.
 */
const turnSettings = {
  sqlite: { atOnce: 1, together: 4, open: 100 },
  mongodb: { atOnce: 8, together: 1, open: 0 },
} as const

/** How a door reads for a request: with drafts over what is live where it came with a token. */
export interface ShownPreview {
  /** Reads in the transaction that has the drafts, and says of the answer that it is nobody else's. */
  show: (read: (transactionID: number | string) => Promise<Response>) => Promise<Response>
}

const admitted = new WeakMap<IncomingMessage, ShownPreview>()

/** The preview a request was admitted to, or undefined for every other request. */
export function previewOf(req: IncomingMessage): ShownPreview | undefined {
  return admitted.get(req)
}

/**
 * Looks at the preview token of a request, over whichever door of the API it comes. A token that does not hold
 * is refused, and gets not even what is live. With one that holds, the request goes on as one of a reader
 * without a role: whatever else it brought to say who it is, is taken away, and the token too.
 */
export function admitPreviews(payload: Payload, { isMongo }: { isMongo: boolean }): RequestHandler {
  const turns = new PreviewTurns(payload, turnSettings[isMongo ? 'mongodb' : 'sqlite'])
  return async (req, res, next) => {
    // A browser asks by OPTIONS whether it may ask, and brings no header for it.
    if (req.method === 'OPTIONS' || !asksForPreview(asItCame(req))) {
      refuseTokenAsSession(req)
      next()
      return
    }
    sayItIsNobodyElses(res)
    const token = tokenOf(asItCame(req))
    forgetCredentials(req)
    if (token === null) throw noToken()
    const preview = await admittedPreview(payload, token)
    refuseWrites(req)
    admitted.set(req, {
      show: (read) =>
        turns.read({ documents: preview.documents, id: String(preview.id) }, async (overlay) => {
          const response = await read(overlay.transactionID)
          usesOf(payload).count(String(preview.id))
          return nobodyElses(response, overlay.hashes)
        }),
    })
    next()
  }
}

function nobodyElses(response: Response, hashes: ShownHashes): Response {
  response.headers.delete('Surrogate-Key')
  response.headers.delete('ETag')
  response.headers.set('Cache-Control', 'private, no-store')
  response.headers.set('X-Preview-Content-Hash', inOneLine(hashes))
  return response
}

/** In the order of the preview's documents; `none` stands for one that was deleted. */
function inOneLine(hashes: ShownHashes): string {
  return hashes.map((hash) => hash ?? 'none').join(', ')
}

function sayItIsNobodyElses(res: ExpressResponse): void {
  res.setHeader('Cache-Control', 'private, no-store')
  res.setHeader('X-Robots-Tag', 'noindex, nofollow')
  res.setHeader('Referrer-Policy', 'no-referrer')
}

/** Express cuts the part it was mounted at off `url`. */
function asItCame(req: ExpressRequest): IncomingMessage {
  return { headers: req.headers, url: req.originalUrl } as IncomingMessage
}

function forgetCredentials(req: ExpressRequest): void {
  for (const name of ['authorization', 'cookie', 'preview'])
    Reflect.deleteProperty(req.headers, name)
  req.url = withoutToken(req.url)
  req.originalUrl = withoutToken(req.originalUrl)
}

/**
 * A preview reads. Whether a question over GraphQL is one is seen when it is understood.
 *
 * @throws EditorialError NOT_PERMITTED
 */
function refuseWrites({ method, originalUrl }: ExpressRequest): void {
  const isGraphql = /^\/api\/graphql(\?|$)/.test(originalUrl)
  const reads = ['GET', 'HEAD'].includes(method) || (method === 'POST' && isGraphql)
  if (!reads) throw onlyReads()
}

export function onlyReads(): EditorialError {
  return new EditorialError({
    code: 'NOT_PERMITTED',
    message:
      'A preview token only reads, with GET or a GraphQL query. Leave it out and sign in to change something.',
  })
}

/**
 * Payload would take a preview token in the place of a session for nobody's and answer with what is live, as
 * if it had been understood.
 *
 * @throws EditorialError PREVIEW_INVALID
 */
function refuseTokenAsSession({ headers }: ExpressRequest): void {
  const sent = /^(?:JWT|Bearer) (.+)$/.exec(headers.authorization ?? '')?.[1]
  const kept = /(?:^|;\s*)stationmaster-token=([^;]+)/.exec(headers.cookie ?? '')?.[1]
  for (const text of [sent, kept])
    if (text !== undefined && saysItIsPreviewToken(text))
      throw new EditorialError({
        code: 'PREVIEW_INVALID',
        message:
          'A preview token is no session. Send it as “Authorization: Preview TOKEN”, or as ?preview=TOKEN.',
      })
}

function noToken(): EditorialError {
  return new EditorialError({
    code: 'PREVIEW_INVALID',
    message:
      'A preview was asked for without a token, or with several. Send one, as “Authorization: Preview TOKEN” or as ?preview=TOKEN, or leave it out to read what is published.',
  })
}
