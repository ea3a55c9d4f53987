import { contentHash } from '../content/content-hash.ts'
import { sealEntry } from './chain.ts'
import type { LedgerEntry } from './entry.ts'
import type { Neighbours } from './look-up.ts'

/** What can be looked at without walking the whole ledger. */
export type CheckedPart =
  /** The entry has the hash it was written with. */
  | 'hash'
  /** It names the hash of the entry before it. */
  | 'previous'
  /** The entry after it names its hash. */
  | 'next'
  /** Its snapshot has the content hash that it names. */
  | 'content'

/** Whether one part of an entry is as it was written. */
export interface EntryCheck {
  part: CheckedPart
  isRight: boolean
}

/**
 * Looks now at one entry and its two neighbours. What rests on what, and what is live, only the proof of the whole
 * ledger says: see `src/ledger/verify.ts`.
 */
export function checkEntry(
  entry: LedgerEntry,
  { next, previous }: Pick<Neighbours, 'next' | 'previous'>,
): EntryCheck[] {
  const follows =
    entry.previousHash === (previous?.hash ?? null) &&
    (previous?.sequence ?? 0) === entry.sequence - 1
  return [
    { part: 'hash', isRight: hasOwnHash(entry) },
    { part: 'previous', isRight: follows },
    ...(next ? [{ part: 'next' as const, isRight: next.previousHash === entry.hash }] : []),
    ...(entry.type === 'published'
      ? [{ part: 'content' as const, isRight: hasOwnContent(entry) }]
      : []),
  ]
}

/** What was damaged may not even be JSON that can be hashed. */
function hasOwnHash({ hash, ...rest }: LedgerEntry): boolean {
  try {
    return sealEntry(rest).hash === hash
  } catch {
    return false
  }
}

function hasOwnContent({ contentHash: named, snapshot }: LedgerEntry): boolean {
  try {
    return snapshot !== null && contentHash(snapshot) === named
  } catch {
    return false
  }
}
