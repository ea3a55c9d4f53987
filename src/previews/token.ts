import { hkdfSync } from 'node:crypto'
import { decodeJwt, errors, jwtVerify, SignJWT } from 'jose'
import { EditorialError } from '../errors.ts'

/** What the token of a preview is for. No other token of the platform says so. */
const audience = 'stationmaster-preview'

/** Longest text that is looked at as a token, in characters. Ours have about 250. */
const longestToken = 1_000

/** What a token says: which preview it is of. All else stands in that preview's row. */
export interface TokenClaims {
  previewId: string
}

/**
 * Makes the token by which a preview is read. It is signed with a key of its own, derived from the secret of
 * the installation, so that neither a session nor anything else signed with that secret passes for one.
 */
export async function makePreviewToken({
  expiresAt,
  previewId,
  secret,
}: {
  expiresAt: Date
  previewId: string
  secret: string
}): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setAudience(audience)
    .setJti(previewId)
    .setIssuedAt(new Date())
    .setExpirationTime(expiresAt)
    .sign(keyFrom(secret))
}

/**
 * Reads a token.
 *
 * @throws EditorialError PREVIEW_EXPIRED, or PREVIEW_INVALID for whatever this installation did not sign
 */
export async function readPreviewToken(token: string, secret: string): Promise<TokenClaims> {
  if (token.length > longestToken) throw notOurs()
  try {
    const { payload } = await jwtVerify(token, keyFrom(secret), {
      algorithms: ['HS256'],
      audience,
      currentDate: new Date(),
      requiredClaims: ['exp', 'jti'],
    })
    return { previewId: payload.jti! }
  } catch (error) {
    throw error instanceof errors.JWTExpired ? expired() : notOurs(error)
  }
}

/** Whether a text says of itself that it is the token of a preview. Nothing of it is checked. */
export function saysItIsPreviewToken(text: string): boolean {
  if (text.length > longestToken) return false
  try {
    return [decodeJwt(text).aud].flat().includes(audience)
  } catch {
    return false
  }
}

export function expired(): EditorialError {
  return new EditorialError({
    code: 'PREVIEW_EXPIRED',
    message:
      'This preview has ended. Ask whoever sent you the link for a new one, or read without the token what is published.',
  })
}

function notOurs(cause?: unknown): EditorialError {
  return new EditorialError({
    code: 'PREVIEW_INVALID',
    message:
      'This is no preview token of this installation. Send it whole, as it was given when the preview was made, or leave it out to read what is published.',
    cause,
  })
}

const keys = new Map<string, Uint8Array>()

/** RFC 5869; the label keeps this key apart from all others that come of the same secret. */
function keyFrom(secret: string): Uint8Array {
  const known = keys.get(secret)
  if (known) return known
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'stationmaster preview tokens 1', 32))
  keys.set(secret, key)
  return key
}
