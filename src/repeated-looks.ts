import type { Payload } from 'payload'

/** Work that is looked for again and again. */
export interface RepeatedLooks {
  /** Looks now, or as soon as the look under way has ended. */
  look: () => void
  /** Stops looking, and waits for what is under way. */
  stop: () => Promise<void>
}

/**
 * Looks for work at once and then at an interval, never twice at the same time. A look that fails is told in the
 * log, and the next one goes on.
 *
 * @param interval in milliseconds
 * @param failed what the log says of a look that failed
 */
export function lookRepeatedly(
  payload: Payload,
  { work, interval, failed }: { work: () => Promise<void>; interval: number; failed: string },
): RepeatedLooks {
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
        await work()
      } catch (error) {
        if (!stopped) payload.logger.error({ err: error, msg: failed })
      }
    })
  }
  const timer = setInterval(look, interval)
  timer.unref()
  look()
  return {
    look,
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await underWay
    },
  }
}
