import { createLocalReq, type Payload, type Where } from 'payload'
import { publicationQueue } from './publication-queue.ts'

/** How often the queue is looked at, in milliseconds. */
const interval = 1_000

/** A job that was begun this long ago, in milliseconds, was left behind by a process that died. */
const abandonedAfter = 60_000

/**
 * Looks every second whether a scheduled publication is due, also one whose time passed while no process
 * ran. Several processes may do so: the queue gives each job to one, and a second run finds it done. While
 * the database does not answer it says so in the log, and looks again.
 *
 * @param alone whether no other process uses the database, so that every job begun earlier was left behind
 * @returns stops looking, and waits for the publication under way
 */
export function startScheduler(
  payload: Payload,
  { alone }: { alone: boolean },
): () => Promise<void> {
  const begunBefore = new Date()
  let hasFreed = !alone
  let stopped = false
  const free = async () => {
    if (hasFreed) return
    await freeJobs(payload, { begunBefore })
    hasFreed = true
  }
  const sayThatItFailed = (error: unknown) => {
    if (!stopped) payload.logger.error({ err: error, msg: 'Looking for due publications failed' })
  }
  let underWay = free().catch(sayThatItFailed)
  const timer = setInterval(() => {
    underWay = underWay
      .then(async () => {
        if (stopped) return
        await free()
        await runDue(payload)
      })
      .catch(sayThatItFailed)
  }, interval)
  timer.unref()
  return async () => {
    stopped = true
    clearInterval(timer)
    await underWay
  }
}

/** Publishes everything that is due by now. */
export async function runDue(payload: Payload): Promise<void> {
  const now = new Date()
  const { totalDocs } = await payload.db.count({ collection: 'payload-jobs', where: dueAt(now) })
  if (totalDocs === 0) return
  await freeJobs(payload, { begunBefore: new Date(now.getTime() - abandonedAfter) })
  await payload.jobs.run({ queue: publicationQueue, limit: 100, sequential: true, silent: true })
}

function dueAt(now: Date): Where {
  return {
    and: [
      { queue: { equals: publicationQueue } },
      { completedAt: { exists: false } },
      { hasError: { not_equals: true } },
      { waitUntil: { less_than_equal: now.toISOString() } },
    ],
  }
}

/** Lets jobs be begun again whose process died with them. */
async function freeJobs(payload: Payload, { begunBefore }: { begunBefore: Date }): Promise<void> {
  const where: Where = {
    and: [
      { queue: { equals: publicationQueue } },
      { processing: { equals: true } },
      { completedAt: { exists: false } },
      { updatedAt: { less_than: begunBefore.toISOString() } },
    ],
  }
  const { totalDocs } = await payload.db.count({ collection: 'payload-jobs', where })
  if (totalDocs === 0) return
  const req = await createLocalReq({}, payload)
  await payload.db.updateMany({
    collection: 'payload-jobs',
    where,
    data: { processing: false },
    req,
  })
}
