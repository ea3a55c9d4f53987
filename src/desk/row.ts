import { hasWord } from '../database/one-line.ts'
import type { Size } from '../review/differences/summary-of.ts'
import { assignmentIn, type AssignmentRow } from '../workflow/assignment.ts'
import type { State } from '../workflow/states.ts'
import type { Assignment, NamedPerson } from './assigned.ts'
import type { LookReason, SectionName } from './sections.ts'

/** One document on the desk. */
export interface DeskRow {
  collection: string
  id: string
  title: string
  /** Of the newest version. */
  state: State
  live: boolean
  contentHash: string
  /** When it came into its state, as an ISO instant. */
  since: string
  /** Who brought it there and what they said; empty and null where nobody did. */
  by: string
  comment: string | null
  /** Names of those who changed the text since it was last public. */
  contributors: string
  /** How much there is to review; null for what was never submitted. */
  size: (Size & { changes: number }) | null
  assignment: Assignment | null
  /** When it becomes public by itself, as an ISO instant. */
  publishAt: string | null
  /** What the documents have in common that were scheduled together. */
  scheduledWith: string | null
  /** The schedule that failed last. */
  failure: { at: string; reasons: { code: string; message: string }[] } | null
  /** The override that nobody has confirmed. */
  override: { by: NamedPerson; reason: string; at: string } | null
  /** Why whoever asks cannot approve or confirm it; null where that is not so, or not asked. */
  why: 'contributed' | 'overrode' | null
  /** What should be checked. */
  look: LookReason[]
  /** By when the facts are to be compared with their source again, as an ISO instant. */
  checkBy: string | null
}

/** What of a row of the review queue the desk reads. */
export interface StoredRow extends AssignmentRow {
  id: string
  documentCollection: string
  documentId: string
  title?: string | null
  state: State
  live?: boolean | null
  contentHash?: string | null
  since?: string | null
  stateBy?: string | null
  stateComment?: string | null
  contributors?: string | null
  contributorIds?: string | null
  changeSize?: Size['size'] | null
  changes?: number | null
  changedWords?: number | null
  publishAt?: string | null
  scheduledWith?: string | null
  failure?: DeskRow['failure']
  override?: DeskRow['override']
  overriddenBy?: string | null
  overrideContributorIds?: string | null
  unverified?: boolean | null
  checkBy?: string | null
  translation?: string | null
  lostLinks?: number | null
}

/** The fields of `StoredRow`, as Payload selects them. */
export const storedFields = Object.fromEntries(
  [
    ...['documentCollection', 'documentId', 'title', 'state', 'live', 'contentHash', 'since'],
    ...['stateBy', 'stateComment', 'contributors', 'contributorIds', 'changeSize', 'changes'],
    ...['changedWords', 'publishAt', 'scheduledWith', 'failure', 'override', 'overriddenBy'],
    ...['overrideContributorIds', 'unverified', 'checkBy', 'translation', 'lostLinks'],
    ...['assignee', 'assigneeName', 'assignedBy', 'assignedByName', 'assignedAt', 'due'],
  ].map((name) => [name, true]),
) as Record<string, true>

/** A row of the review queue as the desk shows it. @param me the id of whoever asks */
export function rowFor(
  row: StoredRow,
  { me, now, section }: { me: string; now: string; section: SectionName },
): DeskRow {
  return {
    collection: row.documentCollection,
    id: row.documentId,
    title: row.title ?? '',
    state: row.state,
    live: row.live ?? false,
    contentHash: row.contentHash ?? '',
    since: row.since ?? '',
    by: row.stateBy ?? '',
    comment: row.stateComment ?? null,
    contributors: row.contributors ?? '',
    size: row.changeSize
      ? { size: row.changeSize, words: row.changedWords ?? 0, changes: row.changes ?? 0 }
      : null,
    assignment: assignmentIn(row),
    publishAt: row.publishAt ?? null,
    scheduledWith: row.scheduledWith || null,
    failure: row.failure ?? null,
    override: row.override ?? null,
    why: whyNot(row, { me, section }),
    look: lookOf(row, now),
    checkBy: row.checkBy ?? null,
  }
}

function whyNot(
  row: StoredRow,
  { me, section }: { me: string; section: SectionName },
): DeskRow['why'] {
  if (section !== 'contributed' && section !== 'overrides') return null
  const line = section === 'overrides' ? row.overrideContributorIds : row.contributorIds
  if (hasWord(line, me)) return 'contributed'
  return row.overriddenBy === me ? 'overrode' : null
}

function lookOf(row: StoredRow, now: string): LookReason[] {
  return [
    ...(row.unverified ? ['unverified' as const] : []),
    ...(row.checkBy && row.checkBy <= now ? ['checkBy' as const] : []),
    ...(['missing', 'older'] as const).filter((kind) => row.translation === kind),
    ...((row.lostLinks ?? 0) > 0 ? ['links' as const] : []),
  ]
}
