import cluster from 'node:cluster'
import { RateLimiterCluster, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { CollectionBeforeOperationHook, Payload, PayloadRequest } from 'payload'
import { EditorialError } from '../errors.ts'
import { clientAddress } from './client-address.ts'

/** Tries within ten minutes, before answers become 429 for the rest of them. */
export const signInLimits = { perAddress: 60, perPerson: 10, windowSeconds: 10 * 60 } as const

type Limiter = RateLimiterCluster | RateLimiterMemory

interface Limiters {
  perAddress: Limiter
  perPerson: Limiter
}

/** Workers count together: the primary keeps the counts. */
function limiterOf(kind: keyof Limiters): Limiter {
  const { [kind]: points, windowSeconds: duration } = signInLimits
  return cluster.isWorker
    ? new RateLimiterCluster({ keyPrefix: kind, points, duration })
    : new RateLimiterMemory({ points, duration })
}

const limiters = new WeakMap<Payload, Limiters>()

function limitersOf(payload: Payload): Limiters {
  const kept = limiters.get(payload)
  if (kept) return kept
  const made = { perAddress: limiterOf('perAddress'), perPerson: limiterOf('perPerson') }
  limiters.set(payload, made)
  return made
}

const limited = new Set(['login', 'forgotPassword', 'resetPassword', 'unlock'])

/** In the context of a request whose try has been counted already. */
export const isCounted = 'isCountedTry'

/**
 * Counts tries to sign in or reset a password, by the address they come from and by the person they are
 * for, whether or not there is such a person. Checking a password costs a fifth of a second of processor
 * time, so this also keeps guessing from becoming a denial of service.
 *
 * It stands before the operation, so that every door is counted. Each running platform keeps counts of its own,
 * and one with several workers one for all of them.
 *
 * @throws EditorialError TOO_MANY_REQUESTS with the seconds to wait
 */
export const limitSignIns: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (!limited.has(operation) || req.context[isCounted]) return args
  await countTry(req, (args as { data?: { email?: unknown } }).data?.email)
  return args
}

/**
 * Counts one try, where it is counted before an operation begins. The request of the operation then says so
 * with {@link isCounted} in its context.
 *
 * @throws EditorialError TOO_MANY_REQUESTS with the seconds to wait
 */
export async function countTry(
  { headers, payload }: PayloadRequest,
  email: unknown,
): Promise<void> {
  const { perAddress, perPerson } = limitersOf(payload)
  await count(perAddress, clientAddress(headers) ?? 'in-process')
  if (typeof email === 'string') await count(perPerson, email.trim().toLowerCase())
}

async function count(limiter: Limiter, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const retryAfter = Math.ceil(error.msBeforeNext / 1000)
    throw new EditorialError({
      code: 'TOO_MANY_REQUESTS',
      message: `Too many tries to sign in. Wait ${Math.ceil(retryAfter / 60)} minutes, then try again, or ask an administrator to help.`,
      retryAfter,
    })
  }
}
