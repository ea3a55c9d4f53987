import type { PayloadRequest, TypedUser } from 'payload'
import { isPerson, isPublisher, type Actor } from '../../access/roles.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { EditorialError } from '../errors.ts'
import { appendEntry } from '../ledger/append.ts'
import { carryOut } from './carry-out.ts'
import { inTheRecord, type Agent } from './in-the-record.ts'
import { readOrder, readSetOrder, type Order } from './order.ts'
import { refusePartOfSet } from './scheduled-together.ts'
import type { Situation } from './situation.ts'
import type { Action, SetAction } from './states.ts'

/**
 * Takes one document one step through the workflow. Every door calls this: REST, GraphQL, the panel, the
 * seed, scripts. All of it happens in one transaction, or nothing does.
 *
 * @param body what the client sent: `contentHash`, and what the action needs
 * @returns the document's new situation
 * @throws EditorialError with the code and all reasons; refused tries to approve or publish are recorded
 */
export async function transition({
  action,
  collection,
  id,
  body,
  req,
}: {
  action: Action
  collection: string
  id: string
  body: unknown
  req: PayloadRequest
}): Promise<Situation> {
  const person = personOf(req)
  const [situation] = await perform({
    orders: [readOrder({ action, collection, id, body })],
    person,
    req,
  })
  return situation!
}

/**
 * Takes several documents through the same step, all in one transaction. What they point at is judged as
 * if all of them had taken it: stations that lead to each other can only become public together.
 *
 * @param body `documents`, each with the `contentHash` that was seen, and what the action needs
 * @throws EditorialError with every reason for every document
 */
export async function transitionSet({
  action,
  body,
  req,
}: {
  action: SetAction
  body: unknown
  req: PayloadRequest
}): Promise<Situation[]> {
  const person = personOf(req)
  return perform({ orders: [readSetOrder({ action, body })], person, req })
}

/**
 * Moves the time of scheduled documents: takes their schedule back and gives them another, in one transaction.
 * The ledger has both. Documents that were scheduled together move together, because one may lead to the other.
 *
 * @param body `documents`, each with the `contentHash` that was seen, and `publishAt`
 * @throws EditorialError with every reason for every document
 */
export async function reschedule({
  body,
  req,
}: {
  body: unknown
  req: PayloadRequest
}): Promise<Situation[]> {
  const person = personOf(req)
  const order = readSetOrder({ action: 'schedule', body })
  return perform({
    orders: [{ ...order, action: 'unschedule' }, order],
    person,
    req,
    before: async (transactionReq) => {
      // Whoever may not move schedules is told that, and nothing of other documents.
      if (isPublisher(person as Actor)) await refusePartOfSet(order.documents, transactionReq)
    },
  })
}

/** Carries out orders one after the other, in one transaction. @param before what is looked at first in it */
async function perform({
  orders,
  person,
  req,
  before,
}: {
  orders: readonly Order[]
  person: TypedUser
  req: PayloadRequest
  before?: (transactionReq: PayloadRequest) => Promise<void>
}): Promise<Situation[]> {
  const agent: Agent = { actor: person as Actor, recorded: inTheRecord(person) }
  try {
    return await inTransaction(req, async (transactionReq) => {
      await before?.(transactionReq)
      let after: Situation[] = []
      for (const order of orders) after = await carryOut(order, agent, transactionReq)
      return after
    })
  } catch (error) {
    await recordRefusal({ error, order: orders.at(-1)!, agent, req })
    throw error
  }
}

/** Actions by which something becomes public, or comes a step nearer to it. */
const recordedWhenRefused = new Set<Action>([
  'approve',
  'publish',
  'schedule',
  'override',
  'confirm',
])

/** Whoever tried to approve or publish what they may not is on record, with the reasons. */
async function recordRefusal({
  error,
  order,
  agent,
  req,
}: {
  error: unknown
  order: Order
  agent: Agent
  req: PayloadRequest
}): Promise<void> {
  const reasons = error instanceof EditorialError ? error.reasons : undefined
  // In somebody else's transaction there is nothing left to write in: it ends with the refusal.
  if (!reasons || !recordedWhenRefused.has(order.action) || (await req.transactionID)) return
  await inTransaction(req, async (transactionReq) => {
    for (const { collection, id, contentHash } of order.documents)
      await appendEntry(transactionReq, {
        ...agent.recorded,
        type: 'refused',
        documentCollection: collection,
        documentId: id,
        versionId: null,
        contentHash,
        comment: order.comment,
        details: {
          action: order.action,
          reasons: reasons
            .filter((reason) => reason.id === undefined || reason.id === id)
            .map(({ code, message }) => ({ code, message })),
        },
      })
  })
}

/** Who asks. @throws EditorialError NOT_SIGNED_IN, or NOT_PERMITTED for whoever is no person with a role */
export function personOf({ user }: PayloadRequest): TypedUser {
  if (!user)
    throw new EditorialError({
      code: 'NOT_SIGNED_IN',
      message:
        'Nobody is signed in, and the review workflow needs to know who acts. Sign in first.',
    })
  if (!isPerson(user as Actor))
    throw new EditorialError({
      code: 'NOT_PERMITTED',
      message: 'Only people with a role take documents through the review workflow.',
    })
  return user
}
