import type { PayloadRequest, TypedUser } from 'payload'
import { randomUUID } from 'node:crypto'
import { knownAddresses } from '../addresses/rows.ts'
import { EditorialError } from '../errors.ts'
import { entriesAppended } from '../ledger/appended.ts'
import { olderTranslationsOnRecord } from '../translation/refuse-older.ts'
import { tellOfStep } from '../notifications/of-step.ts'
import { refuseDue, writeAssignment } from './assignment.ts'
import { changeLiveSides } from './change-live-side.ts'
import { reasonsAgainst, type Reason } from './checks.ts'
import { namedPerson } from './contributors.ts'
import type { Agent } from './in-the-record.ts'
import { keepLookedUp, keepOneLookedUp, lookUpTogether } from './looked-up.ts'
import type { Order } from './order.ts'
import { queuePublication } from './publication-queue.ts'
import { recordState } from './record-state.ts'
import { recordStep } from './record-step.ts'
import { reasonsAgainstReviewer, reviewerNamed } from './reviewers.ts'
import { withEntries, type Situation } from './situation.ts'
import { inGroups, readSituations } from './situations.ts'
import { transitionFor } from './states.ts'

/**
 * Takes the documents of an order one step through the workflow: reads, checks, changes, records, tells. Call it
 * inside a transaction; what it began is only undone together with that.
 *
 * @returns the documents' new situations, in the order's order
 * @throws EditorialError with every reason for every document, before anything is changed
 */
export async function carryOut(
  order: Order,
  agent: Agent,
  req: PayloadRequest,
): Promise<Situation[]> {
  const groups: Situation[][] = []
  for (const documents of inGroups(order.documents)) {
    const group = await readSituations(
      documents.map(({ collection, id }) => ({ collection, id })),
      req,
    )
    lookUpTogether(group)
    groups.push(group)
  }
  const before = groups.flat()
  const reviewer = await reviewerIn(order, req)
  await refuseForAnyReason({ situations: before, order, agent, reviewer, req })

  const setId = order.isSet ? randomUUID() : undefined
  const after: Situation[] = []
  for (const group of groups)
    after.push(...(await carryOutFor(group, { order, agent, reviewer, setId, req })))
  // What could be done next is asked of all of them, once they are done.
  lookUpTogether(after)
  if (order.action === 'schedule')
    await queuePublication({ situations: after, personId: String(agent.actor!.id), req })
  await tellOfStep({
    action: order.action,
    documents: before.map((situation, index) => ({ before: situation, after: after[index]! })),
    by: doerIn(agent),
    comment: order.comment,
    req,
  })
  return after
}

/** Takes documents that were checked the step: changes all of them, looks at all of them, then records each. */
async function carryOutFor(
  before: readonly Situation[],
  {
    order,
    agent,
    reviewer,
    setId,
    req,
  }: {
    order: Order
    agent: Agent
    reviewer: TypedUser | null
    setId: string | undefined
    req: PayloadRequest
  },
): Promise<Situation[]> {
  const appended = entriesAppended()
  const changed = await changeLiveSides(before, order.action, req)
  const isPublication = transitionFor(order.action).records.includes('published')
  const addresses =
    isPublication && before.length > 1
      ? await knownAddresses(
          changed.map(({ live }) => live?.content ?? null),
          req,
        )
      : undefined
  const after: Situation[] = []
  for (const [at, situation] of before.entries()) {
    const olderTranslations = await olderTranslationsOnRecord(order, situation, req)
    const entries = await recordStep({
      before: situation,
      changed: changed[at]!,
      order,
      agent,
      details: { ...(setId ? { setId } : {}), ...olderTranslations },
      addresses,
      req,
    })
    const now = withEntries(changed[at]!, entries)
    // Of a set, one may lead to another, which has just become public or ceased to be; and a hook may have changed more.
    if (order.documents.length === 1 && entriesAppended() === appended + entries.length)
      keepLookedUp(situation, now)
    else keepOneLookedUp(situation, now, 'issues')
    after.push(now)
  }
  lookUpTogether(after)
  for (const situation of after) {
    await recordState(situation, req, { submitted: order.action === 'submit' })
    if (reviewer)
      await writeAssignment({
        situation,
        assignee: namedPerson(reviewer),
        by: namedPerson(agent.actor as TypedUser),
        due: order.due,
        req,
      })
  }
  return after
}

function doerIn({ recorded: { actorId, actorName } }: Agent) {
  return actorId === null ? null : { id: actorId, name: actorName ?? '' }
}

async function refuseForAnyReason({
  situations,
  order,
  agent: { actor },
  reviewer,
  req,
}: {
  situations: Situation[]
  order: Order
  agent: Agent
  reviewer: TypedUser | null
  req: PayloadRequest
}): Promise<void> {
  const together = new Set(situations.map(keyOf))
  const reasons: Reason[] = []
  if (order.action === 'submit') reasons.push(...refuseDue(order.due, reviewer !== null))
  for (const situation of situations) {
    const { collection, id } = situation
    const found = await reasonsAgainst({
      action: order.action,
      actor,
      situation,
      order,
      together,
      req,
    })
    if (reviewer) found.push(...reasonsAgainstReviewer(reviewer, situation))
    reasons.push(...found.map((reason) => (order.isSet ? { ...reason, collection, id } : reason)))
  }
  const [first] = reasons
  if (first) throw new EditorialError({ code: first.code, message: first.message, reasons })
}

/** The reviewer who is asked for in particular. Other steps than handing in ask nobody. */
async function reviewerIn(order: Order, req: PayloadRequest): Promise<TypedUser | null> {
  return order.action === 'submit' && order.assignee !== null
    ? reviewerNamed(order.assignee, req)
    : null
}

function keyOf({ collection, id }: { collection: string; id: string }): string {
  return `${collection}/${id}`
}
