import cluster from 'node:cluster'
import { AsyncLocalStorage } from 'node:async_hooks'
import { availableParallelism } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { Semaphore } from 'async-mutex'
import { EditorialError } from '../errors.ts'

/**
 * Passwords hashed at once for strangers. One core stays free for readers, where there are several; Node hashes
 * on four threads, of which one stays free for files and names. Of several workers, each hashes one at a time.
 */
export const hashesAtOnce = cluster.isWorker
  ? 1
  : Math.max(1, Math.min(3, availableParallelism() - 1))

/** Tries that wait for their turn; with more, further ones are answered 503. A turn is about a fifth of a second. */
export const mostWaiting = 20 * hashesAtOnce

/** Seconds after which to come back when too many wait: by then all of them have had their turn. */
const retryAfter = 5

/** Refused tries are answered at whole multiples of this after their turn began, in milliseconds. */
const beat = 250

/** What one try holds, from the moment a hook takes a turn for it until it is answered. */
interface Try {
  /** When its turn began, where the answer has to tell nothing by its time. */
  begunAt?: number
  end?: () => void
}

const tries = new AsyncLocalStorage<Try>()
// One for the process: the cores are shared by all that runs in it.
const turns = new Semaphore(hashesAtOnce)
let waiting = 0

/**
 * Does the work of one try to sign in or to set a new password, and gives back the turn that was taken for it.
 *
 * A refusal after {@link takeTurn} comes at the next quarter second. A wrong password is written down for
 * an account, and for nobody there is nothing to write; that takes some milliseconds, and nobody sees them.
 */
export async function asOneTry<Result>(work: () => Promise<Result>): Promise<Result> {
  const one: Try = {}
  try {
    return await tries.run(one, work)
  } catch (error) {
    one.end?.()
    if (one.begunAt !== undefined) await nextBeat(one.begunAt)
    throw error
  } finally {
    one.end?.()
  }
}

/**
 * Waits until this try may hash a password. What does not come from outside has no turns to wait for.
 *
 * @param isEven whether a refusal must tell nothing by the time it takes
 * @throws EditorialError UNAVAILABLE when too many wait already
 */
export async function takeTurn({ isEven }: { isEven: boolean }): Promise<void> {
  const one = tries.getStore()
  if (!one || one.end) return
  if (waiting >= mostWaiting)
    throw new EditorialError({
      code: 'UNAVAILABLE',
      message: 'Too many people sign in at this moment. Wait some seconds, then try again.',
      retryAfter,
    })
  waiting += 1
  let release: () => void
  try {
    ;[, release] = await turns.acquire()
  } finally {
    waiting -= 1
  }
  if (isEven) one.begunAt = performance.now()
  one.end = once(release)
}

function once(work: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) work()
    isDone = true
  }
}

async function nextBeat(begunAt: number): Promise<void> {
  const since = performance.now() - begunAt
  await setTimeout(Math.ceil(since / beat) * beat - since)
}
