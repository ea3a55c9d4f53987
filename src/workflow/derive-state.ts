import type { EntrySummary } from '../ledger/read.ts'
import type { State } from './states.ts'

/** What a document's entries and its present text say together. */
export interface Standing {
  state: State
  /** The approval of the present text, as long as it counts. */
  approval: EntrySummary | null
  /** The publication that is live. */
  publication: EntrySummary | null
  /** The last withdrawal, while the document is not live. */
  withdrawal: EntrySummary | null
  /** The override the live text rests on, and who confirmed it since. */
  override: { entry: EntrySummary; confirmation: EntrySummary | null } | null
  /** The schedule in force. */
  schedule: EntrySummary | null
  /** The scheduled publication that failed last, until somebody acts. */
  failure: EntrySummary | null
}

/**
 * The state of a document, from what the ledger says happened to it and from its present text. Nothing
 * stores it: an edit changes the content hash, so a review or an approval of the text before simply does
 * not count any more, and counts again when the edit is undone.
 *
 * @param entries all of the document's entries, oldest first
 * @param contentHash of the newest version
 * @param versionId of the newest version
 */
export function deriveState({
  entries,
  contentHash,
  versionId,
}: {
  entries: readonly EntrySummary[]
  contentHash: string
  versionId: string
}): Standing {
  const standing = entries.reduce(after, start)
  const { about, publication } = standing
  const isPresent =
    about === null ||
    (about.contentHash === contentHash &&
      // Saving a withdrawn document, even unchanged, takes it up again.
      (standing.state !== 'withdrawn' || about.versionId === versionId))
  // Whatever reviewers asked for stays asked for while the text is being changed.
  if (isPresent || standing.state === 'changesRequested') return standing
  return {
    ...standing,
    state: publication?.contentHash === contentHash ? 'published' : 'draft',
    approval: null,
    schedule: null,
  }
}

interface Folded extends Standing {
  /** The entry that brought the document into its state. */
  about: EntrySummary | null
}

const start: Folded = {
  state: 'draft',
  about: null,
  approval: null,
  publication: null,
  withdrawal: null,
  override: null,
  schedule: null,
  failure: null,
}

function after(
  before: Folded,
  entry: EntrySummary,
  _index: number,
  all: readonly EntrySummary[],
): Folded {
  const moved: Folded = { ...before, about: entry, approval: null, schedule: null, failure: null }
  switch (entry.type) {
    case 'submitted':
      return { ...moved, state: 'inReview' }
    case 'approved':
      return { ...moved, state: 'approved', approval: entry }
    case 'returned':
      return { ...moved, state: 'changesRequested' }
    case 'recalled':
      return { ...moved, state: 'draft' }
    case 'scheduled':
      return {
        ...moved,
        state: 'scheduled',
        approval: before.approval,
        schedule: entry,
      }
    case 'unscheduled':
      return { ...moved, state: 'approved', approval: before.approval }
    case 'scheduleFailed':
      return before.state === 'scheduled'
        ? {
            ...moved,
            state: 'approved',
            about: before.about,
            approval: before.approval,
            failure: entry,
          }
        : { ...before, failure: entry }
    case 'published':
      return {
        ...moved,
        state: 'published',
        publication: entry,
        withdrawal: null,
        override: overrideBehind(entry, all),
      }
    case 'withdrawn':
      return before.state === 'published' && before.about?.contentHash === entry.contentHash
        ? { ...moved, state: 'withdrawn', ...withdrawn(entry) }
        : { ...before, ...withdrawn(entry) }
    case 'confirmed':
      return {
        ...before,
        override: before.override && { ...before.override, confirmation: entry },
      }
    case 'overridden':
    case 'refused':
      return before
  }
}

function withdrawn(entry: EntrySummary) {
  return { publication: null, override: null, withdrawal: entry }
}

function overrideBehind(publication: EntrySummary, all: readonly EntrySummary[]) {
  const basis = all.find(({ sequence }) => sequence === publication.details.restsOn)
  return basis?.type === 'overridden' ? { entry: basis, confirmation: null } : null
}
