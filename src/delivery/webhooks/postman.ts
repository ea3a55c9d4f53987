import type { Payload } from 'payload'
import type { PublicHeadFollower } from '../../ledger/public-head.ts'
import { deliverDue } from './deliver.ts'

/** How often deliveries are looked for that are due again, in milliseconds. */
const interval = 5_000

/**
 * Delivers webhooks: at once after something became public or was withdrawn, and again later where a
 * receiver did not take it. What was missed while no process ran is delivered at the start: the ledger has
 * it.
 *
 * @returns stops, and waits for what is under way
 */
export function startPostman(
  payload: Payload,
  { follower, mayStayInside }: { follower: PublicHeadFollower; mayStayInside: boolean },
): () => Promise<void> {
  let stopped = false
  let underWay: Promise<void> = Promise.resolve()
  let isWaiting = false
  const look = () => {
    // One look after the one under way sees everything that happened meanwhile.
    if (stopped || isWaiting) return
    isWaiting = true
    underWay = underWay.then(async () => {
      isWaiting = false
      if (stopped) return
      try {
        await deliverDue(payload, { mayStayInside })
      } catch (error) {
        if (!stopped) payload.logger.error({ err: error, msg: 'Delivering webhooks failed' })
      }
    })
  }
  follower.onChange(look)
  const timer = setInterval(look, interval)
  timer.unref()
  look()
  return async () => {
    stopped = true
    clearInterval(timer)
    await underWay
  }
}
