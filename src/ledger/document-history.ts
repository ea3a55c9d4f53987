import type { LedgerEntry } from './entry.ts'

/** What a publication may rest on: an approval, or an override with a reason. */
export interface Basis {
  sequence: number
  type: 'approved' | 'overridden'
  contentHash: string
  actorId: string | null
  contributorIds: string[]
  /** The entry since which it no longer counts. */
  ended?: { type: LedgerEntry['type']; sequence: number }
}

/** What was last published of a document. */
export interface LastPublication {
  sequence: number
  contentHash: string
  /** Whether it is still public, as far as the ledger says. */
  live: boolean
}

/**
 * What has to be remembered of a document's entries to judge the next one. Only what may still be used,
 * and what was lost last, so that a document that is published for years takes no more room than a new one.
 */
export interface DocumentHistory {
  /** By number of the entry. */
  bases: Map<number, Basis>
  /** Schedules that were not taken back or used: content hash by number of the entry. */
  schedules: Map<number, string>
  /** The override that what is live rests on. */
  override: Basis | undefined
  lastPublication: LastPublication | undefined
}

/** The history of a document of which nothing happened yet. */
export function emptyHistory(): DocumentHistory {
  return {
    bases: new Map(),
    schedules: new Map(),
    override: undefined,
    lastPublication: undefined,
  }
}

/** Takes an entry into the history of its document. */
export function remember({
  entry,
  history,
}: {
  entry: LedgerEntry
  history: DocumentHistory
}): void {
  const { contentHash, details, sequence, type } = entry
  switch (type) {
    case 'approved':
    case 'overridden':
      history.bases.set(sequence, basisOf(entry, type))
      break
    case 'returned':
    case 'recalled':
      endBases(history, entry)
      break
    case 'scheduled':
      history.schedules.set(sequence, contentHash)
      break
    case 'unscheduled':
      if (details.schedule === undefined) history.schedules.clear()
      else history.schedules.delete(details.schedule)
      break
    case 'published': {
      const basis = history.bases.get(details.restsOn ?? 0)
      history.override = basis?.type === 'overridden' ? basis : undefined
      history.lastPublication = { sequence, contentHash, live: true }
      history.schedules.clear()
      endBases(history, entry)
      break
    }
    case 'withdrawn':
      if (history.lastPublication)
        history.lastPublication = { ...history.lastPublication, live: false }
      history.override = undefined
      break
  }
}

/** Ids of the people an entry names as contributors. */
export function contributorIds({ details }: LedgerEntry): string[] {
  return details.contributors?.map(({ id }) => id) ?? []
}

function basisOf(entry: LedgerEntry, type: Basis['type']): Basis {
  const { actorId, contentHash, sequence } = entry
  return { sequence, type, contentHash, actorId, contributorIds: contributorIds(entry) }
}

/** Those that had ended before are forgotten; those that end now are kept to say why they do not count. */
function endBases({ bases }: DocumentHistory, { sequence, type }: LedgerEntry): void {
  for (const basis of bases.values()) {
    if (basis.ended) bases.delete(basis.sequence)
    else basis.ended = { type, sequence }
  }
}
