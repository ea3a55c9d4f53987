import type { Payload } from 'payload'
import type { EntryType, LedgerEntry } from './entry.ts'

/** The newest entry that changed what the public gets: of everything before it, nothing is different. */
export interface PublicHead {
  /** 0 when nothing was ever public. */
  sequence: number
  /** When, as an ISO instant; null when nothing was ever public. */
  at: string | null
}

/** A document that became public or was withdrawn. */
export interface ChangedDocument {
  collection: string
  id: string
}

/** Entries that change what the public gets. */
export const publicEntryTypes = ['published', 'withdrawn'] as const satisfies EntryType[]

/** How often other processes' publications are looked for, in milliseconds: they count within a second. */
const interval = 500

/** Knows which state of the public content holds, and tells when another begins. */
export interface PublicHeadFollower {
  /** What holds now, or null while that cannot be known because the database is away. */
  readonly head: PublicHead | null
  /**
   * Calls back whenever something became public or was withdrawn, or may have been: with the document, or
   * with null where it is not known which, and how many, they were.
   */
  onChange: (listener: (changed: ChangedDocument | null) => void) => void
  /** Looks at the ledger now. */
  refresh: () => Promise<void>
  stop: () => Promise<void>
}

interface Following extends PublicHeadFollower {
  follow: (entry: LedgerEntry) => void
}

const followers = new WeakMap<Payload, Following>()

/**
 * Follows the public content of a database. What this process publishes counts the moment it is committed,
 * what others publish within a second.
 */
export async function followPublicHead(payload: Payload): Promise<PublicHeadFollower> {
  const listeners = new Set<(changed: ChangedDocument | null) => void>()
  let head: PublicHead | null = await readPublicHead(payload)
  let stopped = false
  /** The newest entry before which there is none that this process does not know of. */
  let knownUntil = 0
  const tell = (changed: ChangedDocument | null) => {
    for (const listener of listeners) listener(changed)
  }
  const set = (next: PublicHead | null) => {
    if (next?.sequence === head?.sequence) return
    head = next
    tell(null)
  }
  const refresh = async () => {
    const known = head
    try {
      const stored = await readPublicHead(payload)
      // Published while the question was under way: what was read may be older than what is known.
      if (head === known || stored.sequence > (head?.sequence ?? 0)) set(stored)
    } catch {
      if (!stopped) set(null)
    }
  }
  let underWay: Promise<void> = Promise.resolve()
  let isLooking = false
  const timer = setInterval(() => {
    if (isLooking) return
    isLooking = true
    underWay = refresh().finally(() => (isLooking = false))
  }, interval)
  timer.unref()

  const following: Following = {
    get head() {
      return head
    },
    onChange: (listener) => listeners.add(listener),
    follow: ({ at, documentCollection, documentId, sequence, type }) => {
      const isNext = sequence === knownUntil + 1
      knownUntil = Math.max(knownUntil, sequence)
      const movesHead = changesWhatIsPublic(type) && sequence > (head?.sequence ?? -1)
      if (movesHead) head = { sequence, at }
      // Another process wrote the entries in between, and may have published.
      if (!isNext) tell(null)
      else if (movesHead)
        tell(
          documentCollection && documentId
            ? { collection: documentCollection, id: documentId }
            : null,
        )
    },
    refresh,
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await underWay
    },
  }
  followers.set(payload, following)
  return following
}

/** Tells a process's follower of an entry that has just been committed. */
export function entryCommitted(payload: Payload, entry: LedgerEntry): void {
  followers.get(payload)?.follow(entry)
}

/** Whether an entry of this type changes what the public gets. */
export function changesWhatIsPublic(type: EntryType): boolean {
  return (publicEntryTypes as readonly EntryType[]).includes(type)
}

/** The newest entry that changed what the public gets, as the ledger has it now. */
export async function readPublicHead(payload: Payload): Promise<PublicHead> {
  const { docs } = await payload.db.find<{ sequence: number; at: string }>({
    collection: 'ledger-entries',
    limit: 1,
    pagination: false,
    select: { sequence: true, at: true },
    sort: '-sequence',
    where: { type: { in: [...publicEntryTypes] } },
  })
  const [newest] = docs
  return newest
    ? { sequence: newest.sequence, at: new Date(newest.at).toISOString() }
    : { sequence: 0, at: null }
}
