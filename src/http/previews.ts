import { randomUUID } from 'node:crypto'
import type {
  Request as ExpressRequest,
  RequestHandler,
  Response as ExpressResponse,
} from 'express'
import type { IncomingMessage } from 'node:http'
import type { Payload, PayloadRequest } from 'payload'
import { EditorialError } from '../errors.ts'
import { admittedPreview } from '../previews/admit.ts'
import { withDraftsOver, type Overlay, type ShownDocuments } from '../previews/overlay.ts'
import type { PreviewInSight } from '../previews/in-sight.ts'
import { saysItIsPreviewToken } from '../previews/token.ts'
import type { ShownTexts } from '../previews/team-drafts.ts'
import { withTextsOver } from '../previews/texts-over.ts'
import { PreviewTurns } from '../previews/turns.ts'
import { withUnsavedOver, type UnsavedText } from '../previews/unsaved.ts'
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
  show: (read: (reading: PreviewReading) => Promise<Response>) => Promise<Response>
}

/** What a door has for reading: the transaction that has the drafts, and what they are. */
export interface PreviewReading {
  transactionID: number | string
  inSight: PreviewInSight
}

const turnsOf = new WeakMap<Payload, PreviewTurns>()

/**
 * How a door reads for somebody of the team who shows a text as it would be read if it were saved and
 * published. Nothing of it is stored.
 *
 * @param author the request of whoever wrote it
 */
export function previewOfUnsaved(author: PayloadRequest, unsaved: UnsavedText): ShownPreview {
  const turns = turnsOf.get(author.payload)!
  return {
    show: (read) =>
      turns.read(
        { id: randomUUID(), layOver: (work) => withUnsavedOver(author, unsaved, work) },
        (overlay) =>
          shownTo(read, overlay, {
            endsAt: null,
            makerId: author.user ? String(author.user.id) : null,
          }),
      ),
  }
}

/**
 * How a door reads for somebody of the team who looks at texts of documents as if they were public.
 *
 * @param person the request of whoever looks
 */
export function previewOfTeam(person: PayloadRequest, texts: ShownTexts): ShownPreview {
  const { payload } = person
  const id = JSON.stringify(texts)
  return {
    show: (read) =>
      turnsOf
        .get(payload)!
        .read({ id, layOver: (work) => withTextsOver(payload, texts, work) }, (overlay) =>
          shownTo(read, overlay, {
            endsAt: null,
            makerId: person.user ? String(person.user.id) : null,
          }),
        ),
  }
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
  const turns = new PreviewTurns(turnSettings[isMongo ? 'mongodb' : 'sqlite'])
  turnsOf.set(payload, turns)
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
        turns.read(
          {
            id: String(preview.id),
            layOver: (work) => withDraftsOver(payload, preview.documents, work),
          },
          async (overlay) => {
            const response = await shownTo(read, overlay, {
              endsAt: new Date(preview.expiresAt).toISOString(),
              makerId: preview.makerId,
            })
            usesOf(payload).count(String(preview.id))
            return response
          },
        ),
    })
    next()
  }
}

async function shownTo(
  read: (reading: PreviewReading) => Promise<Response>,
  { shown, transactionID }: Overlay,
  preview: Pick<PreviewInSight, 'endsAt' | 'makerId'>,
): Promise<Response> {
  const documents = shown.filter((one) => one !== null)
  return nobodyElses(await read({ transactionID, inSight: { ...preview, documents } }), shown)
}

function nobodyElses(response: Response, shown: ShownDocuments): Response {
  response.headers.delete('Surrogate-Key')
  response.headers.delete('ETag')
  response.headers.set('Cache-Control', 'private, no-store')
  response.headers.set('X-Preview-Content-Hash', inOneLine(shown))
  return response
}

/** In the order of the preview's documents; `none` stands for one that was deleted. */
function inOneLine(shown: ShownDocuments): string {
  return shown.map((one) => one?.contentHash ?? 'none').join(', ')
}

/** Says of an answer that it shows drafts: no cache keeps it, no search engine lists it. */
export function sayItIsNobodyElses(res: ExpressResponse): void {
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
