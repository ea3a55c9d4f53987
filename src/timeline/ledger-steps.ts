import type { EntrySummary } from '../ledger/read.ts'
import { entryTypes } from '../ledger/entry.ts'
import { newestEntriesOf } from '../ledger/look-up.ts'
import type { EventSource, SourceQuestion, TimelineEvent } from './event.ts'

/** Every step that the ledger has, and each publication by which a document got another name. */
export const ledgerSteps: EventSource = {
  kinds: [...entryTypes, 'renamed'],
  read: async ({ collection, id, limit, req }: SourceQuestion): Promise<TimelineEvent[]> => {
    const entries = await newestEntriesOf({ collection, id }, { limit, req })
    return entries.flatMap((entry, index) => {
      const step = stepIn(entry, entries.slice(index + 1))
      const { movedFrom } = entry.details
      if (entry.type !== 'published' || movedFrom === undefined) return [step]
      return [renamedIn(step, movedFrom), step]
    })
  },
}

/** @param before the entries before it, newest first */
function stepIn(entry: EntrySummary, before: readonly EntrySummary[]): TimelineEvent {
  const { actorId, actorName, actorRoles, at, comment, sequence, type } = entry
  const details = { ...entry.details }
  delete details.contributors
  return {
    key: `${type}:${sequence}`,
    kind: type,
    at,
    by: actorId === null ? [] : [{ id: actorId, name: actorName ?? '' }],
    roles: actorRoles,
    ...textOf(entry, before),
    page: null,
    sequence,
    comment,
    details,
    name: null,
    thread: null,
  }
}

/** The text that a step was about: what was public, where it was withdrawn or confirmed. */
function textOf(
  entry: EntrySummary,
  before: readonly EntrySummary[],
): Pick<TimelineEvent, 'contentHash' | 'text' | 'versionId'> {
  const isAboutPublic = entry.type === 'withdrawn' || entry.type === 'confirmed'
  const about = isAboutPublic ? before.find(({ type }) => type === 'published') : entry
  // What somebody was refused may have named any hash, and the entry has no text of its own.
  if (!about || about.type === 'refused' || about.versionId === null)
    return { contentHash: null, text: null, versionId: null }
  const { contentHash, sequence, type, versionId } = about
  const text = type === 'published' ? `entry:${sequence}` : `version:${versionId}`
  return { contentHash, text, versionId }
}

/** That a publication gave a document another name. What it is called since, its text says. */
function renamedIn(step: TimelineEvent, from: string): TimelineEvent {
  return {
    ...step,
    key: `renamed:${step.sequence}`,
    kind: 'renamed',
    comment: null,
    details: {},
    name: { from, to: null },
  }
}
