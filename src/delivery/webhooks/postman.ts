import type { Payload } from 'payload'
import type { PublicHeadFollower } from '../../ledger/public-head.ts'
import { lookRepeatedly } from '../../repeated-looks.ts'
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
  const { look, stop } = lookRepeatedly(payload, {
    work: () => deliverDue(payload, { mayStayInside }),
    interval,
    failed: 'Delivering webhooks failed',
  })
  follower.onChange(look)
  return stop
}
