import crypto from 'node:crypto'
import { promisify } from 'node:util'
import type { Payload, PayloadRequest } from 'payload'

/** How Payload hashes passwords since 3.89; the test beside counts that both do the same work. */
const asPayloadHashes = { rounds: 600_000, bytes: 32, digest: 'sha256' } as const

/** As long as the salts that Payload makes, and nobody's. */
const nobodysSalt = '0'.repeat(64)

interface Account {
  hash?: unknown
  salt?: unknown
  lockUntil?: string | null
}

/**
 * Whether Payload would hash a password to check it for this address. It does not for an address without an
 * account, nor for an account that is locked or has no password, and answers those at once.
 *
 * Asked before anybody is signed in whose rights could be checked; what is found stays in here.
 */
export async function wouldHash(
  payload: Payload,
  { email, req }: { email: string; req: PayloadRequest },
): Promise<boolean> {
  const account = await payload.db.findOne<Account & { id: string }>({
    collection: 'users',
    req,
    where: { email: { equals: email.toLowerCase().trim() } },
  })
  if (typeof account?.hash !== 'string' || typeof account.salt !== 'string') return false
  return !account.lockUntil || new Date(account.lockUntil).getTime() <= Date.now()
}

/** Does the work of checking a password, for nobody. */
export async function hashForNobody(password: string): Promise<void> {
  const { rounds, bytes, digest } = asPayloadHashes
  // Looked up when it is called, so that a test can count the calls.
  await promisify(crypto.pbkdf2)(password, nobodysSalt, rounds, bytes, digest)
}
