import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import type { RequestHandler, Response } from 'express'
import type { Payload } from 'payload'
import type { Encoding } from '../delivery/cache/stored-answer.ts'
import { exportLines, typesForReaders } from '../delivery/export/export-lines.ts'
import { EditorialError } from '../errors.ts'
import type { PublicHead, PublicHeadFollower } from '../ledger/public-head.ts'
import { isLocale, type Locale } from '../locales.ts'
import { Places } from './places.ts'
import { acceptedEncoding, isNotModified } from './send-answer.ts'
import { unknownLocale } from './unknown-locale.ts'

/** How many exports are made at a time, for everybody together. */
export const mostExports = 2

/** Longest that an export takes, in milliseconds: somebody who reads slowly keeps others from theirs. */
const longestExport = 10 * 60_000

/** Longest that nothing is taken from an export, in milliseconds. */
const longestPause = 30_000

/**
 * Answers `GET /api/export` with everything that is live, as lines of JSON (https://jsonlines.org) while they
 * are made. Everybody gets the same, whoever asks: what readers may see, and nothing else.
 *
 * Only what is on its way is in memory. Somebody who reads slowly makes the work wait, and it ends when they
 * leave.
 */
export function exportEverything({
  cacheControl,
  follower,
  payload,
}: {
  /** How long who may keep an answer that is for everybody. */
  cacheControl: string
  follower: PublicHeadFollower
  payload: Payload
}): RequestHandler {
  const surrogateKey = typesForReaders(payload).join(' ')
  const places = new Places(mostExports, {
    message: `${mostExports} exports are being made already, which is the most at a time. Try again in a few seconds.`,
    retryAfter: 5,
  })
  return async (req, res) => {
    refuseOtherMethods(req.method)
    const locale = localeOf(req.originalUrl)
    const head = await headNow(follower)
    const etag = tagOf(head, locale)
    const encoding = acceptedEncoding(req.headers['accept-encoding'])
    const isKnown = isNotModified(req, etag, null)
    const place = isKnown || req.method === 'HEAD' ? undefined : places.take()
    res.vary('Accept-Encoding')
    res.set({ 'Cache-Control': cacheControl, ETag: etag, 'Surrogate-Key': surrogateKey })
    if (isKnown) {
      res.status(304).end()
      return
    }
    res.set('Content-Type', 'application/jsonl; charset=utf-8')
    if (encoding !== 'identity') res.set('Content-Encoding', encoding)
    if (!place) {
      res.end()
      return
    }
    try {
      const lines = Readable.from(exportLines(payload, { head, locale }), { highWaterMark: 1 })
      await send([lines, ...compression(encoding)], res)
    } catch (error) {
      // What was sent has no last line, so whoever reads it knows that it is not whole.
      if (!hasLeft(error)) payload.logger.error({ err: error, msg: 'An export broke off.' })
      res.destroy()
    } finally {
      place.leave()
    }
  }
}

/** Sends as fast as it is taken, and no longer than is bearable for those who wait for their turn. */
async function send(parts: (Readable | NodeJS.ReadWriteStream)[], res: Response): Promise<void> {
  res.setTimeout(longestPause, () => res.destroy())
  await pipeline([...parts, res], { signal: AbortSignal.timeout(longestExport) })
}

function compression(encoding: Encoding): NodeJS.ReadWriteStream[] {
  switch (encoding) {
    case 'br':
      // The best that Brotli can do takes a hundred times as long.
      return [createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })]
    case 'gzip':
      return [createGzip()]
    case 'identity':
      return []
  }
}

/**
 * The newest entry that changed what is public, also one that another process wrote just now.
 *
 * @throws EditorialError UNAVAILABLE while the database is away
 */
async function headNow(follower: PublicHeadFollower): Promise<PublicHead> {
  await follower.refresh()
  if (follower.head) return follower.head
  throw new EditorialError({
    code: 'UNAVAILABLE',
    message: 'The database cannot be reached at the moment. Try again in a few seconds.',
    retryAfter: 5,
  })
}

/**
 * Weak, because one export can be compressed in several ways. The time tells a ledger from the same number of
 * one that was restored from a copy.
 */
function tagOf({ at, sequence }: PublicHead, locale: string): string {
  const digest = createHash('sha256').update(`${at} ${locale}`).digest('hex').slice(0, 16)
  return `W/"${sequence}-${digest}"`
}

/** @throws EditorialError MALFORMED */
function localeOf(address: string): Locale | 'all' {
  const asked = new URLSearchParams(address.split('?').slice(1).join('?'))
  for (const name of asked.keys())
    if (name !== 'locale' || asked.getAll(name).length > 1)
      throw new EditorialError({
        code: 'MALFORMED',
        message: `An export is asked for with “locale” and nothing else, once; “${name.slice(0, 40)}” was given. Everything live is in it.`,
      })
  const locale = asked.get('locale') || 'all'
  if (locale === 'all' || isLocale(locale)) return locale
  throw unknownLocale(locale)
}

function refuseOtherMethods(method: string): void {
  if (method !== 'GET' && method !== 'HEAD')
    throw new EditorialError({
      code: 'METHOD_NOT_ALLOWED',
      message: `${method.slice(0, 20)} is not answered at /api/export. Use GET.`,
    })
}

function hasLeft(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE'
}
