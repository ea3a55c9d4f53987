import type { PayloadRequest } from 'payload'
import { ownNameIn } from '../addresses/names.ts'
import { recordAddresses, type KnownAddresses } from '../addresses/rows.ts'
import { keepWithReturn, nameEntry } from '../comments/with-return.ts'
import { keysOfChange } from '../dependencies/keys-of-change.ts'
import { appendEntry } from '../ledger/append.ts'
import type { EntryDetails } from '../ledger/entry.ts'
import { changesWhatIsPublic } from '../ledger/public-entries.ts'
import { lastPublication, withoutSnapshot, type EntrySummary } from '../ledger/read.ts'
import { replacementIn } from './checks.ts'
import type { Agent } from './in-the-record.ts'
import type { Order } from './order.ts'
import type { Situation } from './situation.ts'
import { transitionFor, type Action } from './states.ts'

/**
 * Writes the entries of one document's step into the ledger, and what goes with them: under which names it was public,
 * and which comments went back with it.
 *
 * @param before the document as it was when the step was checked
 * @param changed what it is now
 * @param addresses rows of its names, where they are known already
 * @returns the entries, in their order
 */
export async function recordStep({
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
