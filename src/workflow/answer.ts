import type { PayloadRequest } from 'payload'
import type { Actor } from '../../access/roles.ts'
import type { Assignment } from '../desk/assigned.ts'
import type { EntrySummary } from '../ledger/read.ts'
import { assignmentOf } from './assignment.ts'
import { reasonsAgainst, type Reason } from './checks.ts'
import type { Contributor } from './contributors.ts'
import type { Situation } from './situation.ts'
import { actions, type Action, type State } from './states.ts'

/** What clients are told of a document's place in the workflow, the same over REST and GraphQL. */
export interface WorkflowAnswer {
  collection: string
  id: string
  title: string
  /** Of the newest version. */
  state: State
  /** Whether the public gets the document. */
  live: boolean
  liveContentHash: string | null
  /** Of the newest version; name it in an action to say what you saw. */
  contentHash: string
  versionId: string
  /** When the newest version was saved, as an ISO instant: the `updatedAt` of whoever has that text before them. */
  updatedAt: string
  /** Who changed the text since it was last public. */
  contributors: Contributor[]
  /** Approvals since it was last public; one counts while its hash is the present one. */
  approvals: { by: { id: string; name: string }; at: string; contentHash: string }[]
  /** When it goes live, as an ISO instant. */
  publishAt: string | null
  scheduleFailed: { at: string; reasons: { code: string; message: string }[] } | null
  /** The override the live text rests on. */
  override: {
    by: { id: string; name: string }
    reason: string
    at: string
    confirmedBy: { id: string; name: string } | null
  } | null
  /** Why the document is not public any more, and where readers go instead. */
  withdrawal: { at: string; reason: string; replacement: unknown } | null
  /** Who was asked for the review in particular; null: nobody was. */
  assignment: Assignment | null
  /** Every action, and for those that are not available all reasons why not. */
  actions: { action: Action; allowed: boolean; reasons: Reason[] }[]
  /** Ledger entries without their snapshots, newest first. */
  history: EntrySummary[]
}

/** Says where a document stands, and what the one who asks may do with it. */
export async function workflowAnswer(
  situation: Situation,
  req: PayloadRequest,
): Promise<WorkflowAnswer> {
  const { entries, failure, live, override, schedule, withdrawal, working } = situation
  const permitted = []
  for (const action of actions) {
    const reasons = await reasonsAgainst({ action, actor: req.user as Actor, situation, req })
    permitted.push({ action, allowed: reasons.length === 0, reasons })
  }
  return {
    collection: situation.collection,
    id: situation.id,
    title: situation.title,
    state: situation.state,
    live: live !== null,
    liveContentHash: live?.contentHash ?? null,
    contentHash: working.contentHash,
    versionId: working.versionId,
    updatedAt: working.updatedAt,
    contributors: working.contributors,
    approvals: sinceLastPublic(entries)
      .filter(({ type }) => type === 'approved')
      .map((entry) => ({ by: actorOf(entry), at: entry.at, contentHash: entry.contentHash })),
    publishAt: schedule?.details.publishAt ?? null,
    scheduleFailed: failure && { at: failure.at, reasons: failure.details.reasons ?? [] },
    override: override && {
      by: actorOf(override.entry),
      reason: override.entry.comment ?? '',
      at: override.entry.at,
      confirmedBy: override.confirmation && actorOf(override.confirmation),
    },
    withdrawal: withdrawal && {
      at: withdrawal.at,
      reason: withdrawal.comment ?? '',
      replacement: withdrawal.details.replacement ?? null,
    },
    assignment: await assignmentOf(situation, req),
    actions: permitted,
    history: [...entries].reverse(),
  }
}

function sinceLastPublic(entries: readonly EntrySummary[]): EntrySummary[] {
  const last = entries.findLastIndex(({ type }) => type === 'published')
  return entries.slice(last + 1)
}

function actorOf({ actorId, actorName }: EntrySummary): { id: string; name: string } {
  return { id: actorId ?? '', name: actorName ?? '' }
}
