import type { Payload } from 'payload'
import type { EntryType, LedgerEntry } from './entry.ts'

/** The newest entry that changed what the public gets: of everything before it, nothing is different. */
export interface PublicHead {
  /** 0 when nothing was ever public. */
  sequence: number
  /** When, as an ISO instant; null when nothing was ever public. */
  at: string | null
}

/** Entries that change what the public gets. */
export const publicEntryTypes = ['published', 'withdrawn'] as const satisfies EntryType[]

/** How often other processes' publications are looked for, in milliseconds: they count within a second. */
const interval = 500

/** Knows which state of the public content holds, and tells when another begins. */
export interface PublicHeadFollower {
  /** What holds now, or null while that cannot be known because the database is away. */
  readonly head: PublicHead | null
  /** Calls back whenever something became public or was withdrawn, or may have been. */
  onChange: (listener: () => void) => void
  /** Looks at the ledger now. */
  refresh: () => Promise<void>
  stop: () => Promise<void>
}

interface Following extends PublicHeadFollower {
  advance: (head: PublicHead) => void
}

const followers = new WeakMap<Payload, Following>()

/**
 * Follows the public content of a database. What this process publishes counts the moment it is committed,
 * what others publish within a second.
 */
export async function followPublicHead(payload: Payload): Promise<PublicHeadFollower> {
  const listeners = new Set<() => void>()
  let head: PublicHead | null = await readPublicHead(payload)
  let stopped = false
  const set = (next: PublicHead | null) => {
    if (next?.sequence === head?.sequence) return
    head = next
    for (const listener of listeners) listener()
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
    advance: (next) => {
      if (next.sequence > (head?.sequence ?? -1)) set(next)
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

/** Tells a process's follower of an entry that has just been committed, if it changed what is public. */
export function publicHeadMoved(payload: Payload, { type, sequence, at }: LedgerEntry): void {
  if (changesWhatIsPublic(type)) followers.get(payload)?.advance({ sequence, at })
}

/** Whether an entry of this type changes what the public gets. */
export function changesWhatIsPublic(type: EntryType): boolean {
  return (publicEntryTypes as readonly EntryType[]).includes(type)
}

async function readPublicHead(payload: Payload): Promise<PublicHead> {
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
