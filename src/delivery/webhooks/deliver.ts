import { createLocalReq, type Payload } from 'payload'
import { updateIf } from '../../database/update-if.ts'
import { keysOfEntry } from '../../ledger/changed-keys.ts'
import { publicEntriesAfter } from '../../ledger/read.ts'
import { changeOf, type Change } from '../changes.ts'
import { send, type Outcome } from './send.ts'

/** Waits before the second and each further try, in seconds: together about a day and a half. */
export const waits = [10, 60, 300, 1_800, 7_200, 21_600, 43_200, 43_200] as const

/** Nobody else takes up a delivery for this long after it was taken up, in milliseconds. */
const lease = 60_000

/** How many entries of the ledger, and how many deliveries, are taken up at once. */
const batch = 50

/** A receiver, as the database has it. */
interface Webhook {
  id: string
  url: string
  secret: string
  events: Change['type'][]
  /** Number of the newest entry that was made into deliveries. */
  after: number
}

/** One change for one receiver. */
interface Delivery {
  id: string
  webhook: string
  sequence: number
  change: Change
  attempts: number
  nextAttemptAt: string
}

/** Makes a delivery of every change that a receiver wants, and tries all that are due. */
export async function deliverDue(
  payload: Payload,
  { mayStayInside }: { mayStayInside: boolean },
): Promise<void> {
  for (const webhook of await activeWebhooks(payload)) await queueChanges(payload, webhook)
  const { docs } = await payload.db.find<Delivery>({
    collection: 'webhook-deliveries',
    limit: batch,
    pagination: false,
    sort: 'sequence',
    where: {
      and: [
        { status: { equals: 'waiting' } },
        { nextAttemptAt: { less_than_equal: new Date().toISOString() } },
      ],
    },
  })
  await Promise.all(docs.map((delivery) => tryOnce(payload, delivery, { mayStayInside })))
}

/** Puts a delivery that was given up back into line. @returns false when there is none of this id */
export async function deliverAgain(payload: Payload, id: string): Promise<boolean> {
  return updateIf(payload, {
    collection: 'webhook-deliveries',
    data: { status: 'waiting', attempts: 0, nextAttemptAt: new Date().toISOString() },
    where: { and: [{ id: { equals: id } }, { status: { equals: 'dead' } }] },
  })
}

async function activeWebhooks(payload: Payload): Promise<Webhook[]> {
  const { docs } = await payload.db.find<Webhook>({
    collection: 'webhooks',
    limit: 0,
    pagination: false,
    sort: 'id',
    where: { active: { equals: true } },
  })
  return docs
}

/** Makes a delivery, unless another process or another look was faster. */
async function queue(
  payload: Payload,
  { change, key, webhook }: { change: Change; key: string; webhook: Webhook },
): Promise<void> {
  try {
    await payload.db.create({
      collection: 'webhook-deliveries',
      data: {
        key,
        webhook: webhook.id,
        sequence: change.sequence,
        change,
        status: 'waiting',
        attempts: 0,
        nextAttemptAt: new Date().toISOString(),
      },
      returning: false,
    })
  } catch (error) {
    if (!(await isQueued(payload, key))) throw error
  }
}

async function queueChanges(payload: Payload, webhook: Webhook): Promise<void> {
  const req = await createLocalReq({}, payload)
  const entries = await publicEntriesAfter({ sequence: webhook.after, limit: batch, req })
  for (const entry of entries) {
    const change = changeOf(entry, await keysOfEntry(entry, req))
    const key = `${webhook.id}/${change.sequence}`
    if (webhook.events.includes(change.type) && !(await isQueued(payload, key)))
      await queue(payload, { key, webhook, change })
    await payload.db.updateOne({
      collection: 'webhooks',
      id: webhook.id,
      data: { after: change.sequence },
      returning: false,
    })
  }
}

/** Whether another process, or this one before it died, was faster. */
async function isQueued(payload: Payload, key: string): Promise<boolean> {
  const { totalDocs } = await payload.db.count({
    collection: 'webhook-deliveries',
    where: { key: { equals: key } },
  })
  return totalDocs > 0
}

async function tryOnce(
  payload: Payload,
  delivery: Delivery,
  { mayStayInside }: { mayStayInside: boolean },
): Promise<void> {
  if (!(await takeUp(payload, delivery))) return
  const webhook = await payload.db.findOne<Webhook & { active?: boolean }>({
    collection: 'webhooks',
    where: { id: { equals: delivery.webhook } },
  })
  if (!webhook) {
    await updateIf(payload, {
      collection: 'webhook-deliveries',
      data: { status: 'dead', problem: 'The webhook was removed.' },
      where: { id: { equals: delivery.id } },
    })
    return
  }
  // Switched off meanwhile: what waits goes on waiting.
  if (!webhook.active) return
  const { change, sequence } = delivery
  const outcome = await send(
    {
      url: webhook.url,
      secret: webhook.secret,
      id: `${webhook.id}/${sequence}`,
      body: { type: change.type, timestamp: change.at, data: change },
    },
    { mayStayInside },
  )
  await record(payload, delivery, outcome)
}

/** Takes up a delivery, unless another process has just done so. */
async function takeUp(payload: Payload, { id, nextAttemptAt }: Delivery): Promise<boolean> {
  return updateIf(payload, {
    collection: 'webhook-deliveries',
    data: { nextAttemptAt: new Date(Date.now() + lease).toISOString() },
    where: { and: [{ id: { equals: id } }, { nextAttemptAt: { equals: nextAttemptAt } }] },
  })
}

async function record(payload: Payload, delivery: Delivery, outcome: Outcome): Promise<void> {
  const attempts = delivery.attempts + 1
  const wait = waits[attempts - 1]
  const status = outcome.ok ? 'delivered' : wait === undefined ? 'dead' : 'waiting'
  await payload.db.updateOne({
    collection: 'webhook-deliveries',
    id: delivery.id,
    data: {
      attempts,
      status,
      lastAttemptAt: new Date().toISOString(),
      lastStatus: outcome.status ?? null,
      problem: outcome.ok ? null : outcome.problem,
      ...(status === 'waiting'
        ? { nextAttemptAt: new Date(Date.now() + wait! * 1000).toISOString() }
        : {}),
    },
    returning: false,
  })
  if (status === 'dead')
    payload.logger.warn(
      `A receiver of webhooks was told of entry ${delivery.sequence} ${attempts} times and never took it.`,
    )
}
