import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Header by which the readers' thread says what it forwards, and that it is the one who says it. */
export const forwardedHeader = 'x-stationmaster-forwarded'

/**
 * Header of an answer that the readers' thread may keep. Its value says when what it tells last changed, as an ISO
 * instant, or is empty where that is not known.
 */
export const mayBeKeptHeader = 'x-stationmaster-may-be-kept'

/** What the readers' thread says of a request that it forwards. */
export interface Forwarded {
  /** Where the request came from. */
  address: string
  /** Whether the thread keeps the answer, if others may have it. */
  isQuestion: boolean
}

const forwarded = new WeakMap<IncomingMessage, Forwarded>()

/** Something that only this process knows. Whoever sends it is a thread of this process. */
export function processToken(): string {
  return randomBytes(32).toString('base64url')
}

/** The value of the header for a request that is forwarded. */
export function forwardedValue(token: string, { address, isQuestion }: Forwarded): string {
  return `${token} ${isQuestion ? 'question' : 'other'} ${address}`
}

/**
 * Notes of a request that it was forwarded, and lets it look like the one that was. Of whoever does not know the token,
 * nothing is believed.
 */
export function admitForwarded(req: IncomingMessage, token: string): void {
  const [said, kind, address = ''] = String(req.headers[forwardedHeader] ?? '').split(' ')
  Reflect.deleteProperty(req.headers, forwardedHeader)
  if (said !== token) return
  forwarded.set(req, { address, isQuestion: kind === 'question' })
  // One request at a time comes over a connection, each of somebody else.
  Object.defineProperty(req.socket, 'remoteAddress', { configurable: true, value: address })
}

/** What the readers' thread said of a request; undefined where it came another way. */
export function forwardedBy(req: IncomingMessage): Forwarded | undefined {
  return forwarded.get(req)
}
