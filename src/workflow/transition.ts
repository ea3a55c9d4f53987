import type { PayloadRequest, TypedUser } from 'payload'
import { isPerson, type Actor } from '../../access/roles.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { EditorialError } from '../errors.ts'
import { appendEntry } from '../ledger/append.ts'
import { carryOut, type Agent } from './carry-out.ts'
import { inTheRecord } from './in-the-record.ts'
import { readOrder, readSetOrder, type Order } from './order.ts'
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
    order: readOrder({ action, collection, id, body }),
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
  return perform({ order: readSetOrder({ action, body }), person, req })
}

async function perform({
  order,
  person,
  req,
}: {
  order: Order
  person: TypedUser
  req: PayloadRequest
}): Promise<Situation[]> {
  const agent: Agent = { actor: person as Actor, recorded: inTheRecord(person) }
  try {
    return await inTransaction(req, (transactionReq) => carryOut(order, agent, transactionReq))
  } catch (error) {
    await recordRefusal({ error, order, agent, req })
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

function personOf({ user }: PayloadRequest): TypedUser {
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
