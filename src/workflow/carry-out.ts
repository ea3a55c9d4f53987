import type { PayloadRequest, TypedUser } from 'payload'
import { randomUUID } from 'node:crypto'
import type { Actor } from '../../access/roles.ts'
import { ownNameIn } from '../addresses/names.ts'
import { knownAddresses, recordAddresses, type KnownAddresses } from '../addresses/rows.ts'
import { keepWithReturn, nameEntry } from '../comments/with-return.ts'
import { keysOfChange } from '../dependencies/keys-of-change.ts'
import { EditorialError } from '../errors.ts'
import { entriesAppended } from '../ledger/appended.ts'
import { appendEntry, type NewEntry } from '../ledger/append.ts'
import type { EntryDetails } from '../ledger/entry.ts'
import { changesWhatIsPublic } from '../ledger/public-entries.ts'
import { lastPublication, withoutSnapshot, type EntrySummary } from '../ledger/read.ts'
import { olderTranslationsOnRecord } from '../translation/refuse-older.ts'
import { tellOfStep } from '../notifications/of-step.ts'
import { refuseDue, writeAssignment } from './assignment.ts'
import { changeLiveSides } from './change-live-side.ts'
import { reasonsAgainst, replacementIn, type Reason } from './checks.ts'
import { namedPerson } from './contributors.ts'
import { keepLookedUp, keepOneLookedUp, lookUpTogether } from './looked-up.ts'
import type { Order } from './order.ts'
import { queuePublication } from './publication-queue.ts'
import { recordState } from './record-state.ts'
import { reasonsAgainstReviewer, reviewerNamed } from './reviewers.ts'
import { withEntries, type Situation } from './situation.ts'
import { inGroups, readSituations } from './situations.ts'
import { transitionFor, type Action } from './states.ts'

/** Who acts, and whose name stands in the ledger: nobody's for the platform itself. */
export interface Agent {
  actor: Actor
  recorded: Pick<NewEntry, 'actorId' | 'actorName' | 'actorRoles'>
}

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
    const entries = await record({
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

/** Writes the entries of one document's step. */
async function record({
  before,
  changed,
  order,
  agent,
  details: given,
  addresses,
  req,
}: {
  before: Situation
  changed: Situation
  order: Order
  agent: Agent
  details: EntryDetails
  addresses: KnownAddresses | undefined
  req: PayloadRequest
}): Promise<EntrySummary[]> {
  const { action } = order
  const common = {
    ...agent.recorded,
    documentCollection: before.collection,
    documentId: before.id,
    versionId: (action === 'withdraw' ? changed : before).working.versionId,
    contentHash: hashActedOn(action, before),
    comment: order.comment,
  }
  const comments = await keepComments({ order, before, agent, req })
  const details: EntryDetails = {
    ...given,
    ...detailsOf({ order, before }),
    ...(comments.length > 0 ? { comments } : {}),
  }
  const movedFrom = await formerName({ before, changed, req })
  const written: EntrySummary[] = []
  let restsOn = before.approval?.sequence
  for (const type of transitionFor(action).records) {
    const isPublication = type === 'published'
    const entry = await appendEntry(
      req,
      {
        ...common,
        type,
        details: {
          ...details,
          ...(isPublication && restsOn !== undefined ? { restsOn } : {}),
          ...(isPublication && movedFrom !== null ? { movedFrom } : {}),
        },
        snapshot: isPublication ? changed.live!.content : null,
      },
      changesWhatIsPublic(type) ? { changedKeys: changedKeys(before, changed, req) } : {},
    )
    if (isPublication) await recordAddresses(entry, req, addresses)
    await nameEntry(comments, entry.sequence, req)
    if (type === 'overridden') restsOn = entry.sequence
    written.push(withoutSnapshot(entry))
  }
  return written
}

/** What readers get of a document before and after, as keys of the answers that show it. */
function changedKeys(before: Situation, changed: Situation, { payload }: PayloadRequest): string[] {
  const { collection, id } = before
  return keysOfChange({
    collection,
    id,
    fields: payload.collections[collection].config.flattenedFields,
    before: before.live?.content ?? null,
    after: changed.live?.content ?? null,
  })
}

/** Keeps what a reviewer says of places in the text that goes back. */
function keepComments({
  order,
  before: { collection, id },
  agent,
  req,
}: {
  order: Order
  before: Situation
  agent: Agent
  req: PayloadRequest
}): Promise<NonNullable<EntryDetails['comments']>> | [] {
  const comments = order.documents.find(
    (one) => one.collection === collection && one.id === id,
  )?.comments
  return comments?.length
    ? keepWithReturn({ by: agent.recorded, collection, comments, id, req })
    : []
}

/** The name a document had when it was last public, if what is published now gives it another. */
async function formerName({
  before: { collection, entries, id, live },
  changed,
  req,
}: {
  before: Situation
  changed: Situation
  req: PayloadRequest
}): Promise<string | null> {
  const name = changed.live ? ownNameIn(changed.live.content) : null
  if (name === null || !entries.some(({ type }) => type === 'published')) return null
  const last = live?.content ?? (await lastPublication({ collection, id, req }))?.snapshot
  const former = last ? ownNameIn(last) : null
  return former === name ? null : former
}

/** The hash an action is about: of the live text when it is withdrawn or confirmed. */
function hashActedOn(action: Action, { live, working }: Situation): string {
  const isAboutLive = action === 'withdraw' || action === 'confirm'
  return isAboutLive && live ? live.contentHash : working.contentHash
}

function detailsOf({ order, before }: { order: Order; before: Situation }): EntryDetails {
  const { contributors } = before.working
  switch (order.action) {
    case 'submit':
    case 'approve':
    case 'override':
      return { contributors }
    case 'publish': {
      const schedule = order.schedules?.get(keyOf(before))
      return { contributors, ...(schedule === undefined ? {} : { schedule }) }
    }
    case 'schedule':
      return { contributors, publishAt: order.publishAt!.toISOString() }
    case 'unschedule':
      return before.schedule ? { schedule: before.schedule.sequence } : {}
    case 'withdraw': {
      const replacement = replacementIn(order, before)
      const name = before.live ? ownNameIn(before.live.content) : null
      return {
        ...(replacement ? { replacement } : {}),
        ...(name === null ? {} : { name }),
        addresses: addressesOf(before),
      }
    }
    case 'confirm':
      return {
        contributors: before.publication?.details.contributors ?? [],
        restsOn: before.override!.entry.sequence,
      }
    case 'return':
    case 'recall':
      return {}
  }
}

/** The names under which readers asked for a live document: its slug, its codes and their spellings. */
function addressesOf({ live }: Situation): string[] {
  const { slug, searchKey, aliasKeys } = (live?.content.fields ?? {}) as Record<string, unknown>
  const keys = [searchKey, ...(Array.isArray(aliasKeys) ? (aliasKeys as unknown[]) : [])]
  return [
    ...(typeof slug === 'string' ? [`slug/${slug}`] : []),
    ...keys.filter((key) => typeof key === 'string').map((key) => `key/${key}`),
  ]
}

function keyOf({ collection, id }: { collection: string; id: string }): string {
  return `${collection}/${id}`
}
