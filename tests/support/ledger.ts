import { contentHash } from '../../src/content/content-hash.ts'
import type { VisibleContent } from '../../src/content/visible-content.ts'
import { sealEntry } from '../../src/ledger/chain.ts'
import type { EntryType, LedgerEntry } from '../../src/ledger/entry.ts'

/** What readers see of a station with this title. */
export function stationCalled(title: string): VisibleContent {
  return {
    format: 'stationmaster-content-1',
    collection: 'stations',
    fields: { title: { en: title } },
  }
}

export const balanceDue = stationCalled('Balance Due')
export const balancePaid = stationCalled('Balance Paid')

/** Roles of the people in these tests. */
const roles: Record<string, string[]> = {
  ed: ['editor'],
  edith: ['editor', 'reviewer'],
  rita: ['reviewer'],
  ruth: ['reviewer'],
  paul: ['publisher'],
  adam: ['administrator'],
}

/** An entry as a test tells it: who did what; the rest is what usually goes with that. */
export type Told = Partial<LedgerEntry> & { by: string | null; type: EntryType }

/** Entries one minute apart, each resting on the one before. */
export function ledgerOf(told: Told[]): LedgerEntry[] {
  return told.reduce<LedgerEntry[]>(
    (entries, one) => [...entries, sealEntry({ ...entryOf(one, entries), ...whatIsGiven(one) })],
    [],
  )
}

/** The entries sealed anew, so that the chain holds whatever was done to them. */
export function resealed(entries: LedgerEntry[]): LedgerEntry[] {
  return entries.reduce<LedgerEntry[]>(
    (sealed, entry) => [
      ...sealed,
      sealEntry({ ...unsealed(entry), previousHash: sealed.at(-1)?.hash ?? null }),
    ],
    [],
  )
}

/** An entry before it had its hash. */
export function unsealed({ hash: _hash, ...entry }: LedgerEntry): Omit<LedgerEntry, 'hash'> {
  return entry
}

function whatIsGiven({ by: _by, ...given }: Told): Partial<LedgerEntry> {
  return given
}

const namingContributors = ['submitted', 'approved', 'published', 'overridden', 'confirmed']

function entryOf({ by, type }: Told, before: LedgerEntry[]): Omit<LedgerEntry, 'hash'> {
  return {
    format: 1,
    sequence: before.length + 1,
    at: new Date(Date.UTC(2026, 10, 22, 9, before.length)).toISOString(),
    type,
    actorId: by,
    actorName: by,
    actorRoles: by === null ? [] : roles[by]!,
    documentCollection: 'stations',
    documentId: 'station-1',
    versionId: 'version-1',
    contentHash: contentHash(balanceDue),
    comment: null,
    details: namingContributors.includes(type) ? { contributors: [{ id: 'ed', name: 'Ed' }] } : {},
    snapshot: type === 'published' ? balanceDue : null,
    previousHash: before.at(-1)?.hash ?? null,
  }
}
