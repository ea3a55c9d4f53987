import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { inTransaction } from '../database/in-transaction.ts'
import { forgetMails } from './mails/rows.ts'
import { tellOfDueReviews } from './review-due.ts'
import { findNotifications, forgetNotifications } from './rows.ts'
import { everybody } from './people.ts'

const day = 24 * 3_600_000

/** How long notifications and mails are kept, in milliseconds. */
export const keptFor = 90 * day

/** Most notifications that are kept for one person; the oldest go first. */
export const mostKept = 500

const collection = 'daily-looks'
const name = 'notifications'

/**
 * Does once a day what is done once a day: tells of what is due for another check, and forgets what is old. The day
 * begins at midnight on the clock of the process. Days on which no process ran are made up for.
 *
 * @returns whether it was done now, and not before or by another process
 */
export async function lookDaily(payload: Payload, { now }: { now: Date }): Promise<boolean> {
  const req = await createLocalReq({}, payload)
  const isDone = await inTransaction(req, async (transactionReq) => {
    const from = await takeDay(now, transactionReq)
    if (!from) return false
    await tellOfDueReviews({ from, to: now }, transactionReq)
    return true
  })
  if (isDone) await forgetOld(now, req)
  return isDone
}

/** @returns up to when it was done before; undefined when it was done today */
async function takeDay(now: Date, req: PayloadRequest): Promise<Date | undefined> {
  const { db } = req.payload
  const stored = await db.findOne<{ id: string; through: string }>({
    collection,
    req,
    where: { name: { equals: name } },
  })
  const through = now.toISOString()
  if (!stored) {
    await db.create({ collection, data: { name, through }, req, returning: false })
    return new Date(now.getTime() - day)
  }
  const before = new Date(stored.through)
  if (before >= startOfDay(now)) return undefined
  await db.updateOne({ collection, id: stored.id, data: { through }, req, returning: false })
  return before
}

/** Midnight before an instant, on the clock of the process. */
export function startOfDay(instant: Date): Date {
  const start = new Date(instant)
  start.setHours(0, 0, 0, 0)
  return start
}

async function forgetOld(now: Date, req: PayloadRequest): Promise<void> {
  const oldest = new Date(now.getTime() - keptFor).toISOString()
  await forgetNotifications({ at: { less_than: oldest } }, req)
  await forgetMails(
    { and: [{ createdAt: { less_than: oldest } }, { status: { not_equals: 'waiting' } }] },
    req,
  )
  for (const { id } of await everybody(req)) {
    const own = { personId: { equals: String(id) } }
    const { rows } = await findNotifications(
      { limit: 1, page: mostKept + 1, sort: ['-at', '-id'], where: own },
      req,
    )
    const [first] = rows
    if (first) await forgetNotifications({ and: [own, { at: { less_than_equal: first.at } }] }, req)
  }
}
