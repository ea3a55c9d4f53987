import { createLocalReq, type Payload } from 'payload'
import { ChangeLog } from '../dependencies/change-log.ts'
import { keysOfEntry, rememberKeys } from './changed-keys.ts'
import type { EntryType, LedgerEntry } from './entry.ts'
import { changesWhatIsPublic } from './public-entries.ts'
import { entriesNumbered, publicSequencesAfter } from './read.ts'

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
  /** Of every answer that this changes, see `src/delivery/cache/keys.ts`; null where that is not known. */
  keys: readonly string[] | null
}

/** What a process tells others on the same machine of what it published. */
export interface Publication extends ChangedDocument {
  sequence: number
  at: string
}

/** Processes that tell each other of what they publish, so that none has to find out by looking. */
export interface PublicNews {
  /** From the moment this is done, `hear` is called with all that others publish, before their clients are told. */
  join: (hear: (publications: readonly Publication[]) => void) => Promise<void>
  /** Tells what this process has published. Done when every other hands out nothing any more that is older. */
  tell: (publication: Publication) => Promise<void>
}

/** Another state of the public content. */
export interface PublicState {
  head: PublicHead | null
  /** What changed with it, as keys of answers; null where that is not known. */
  keys: readonly string[] | null
  /** Of the change log, with that change in it. */
  moment: number
}

/** How often other processes' publications are looked for, in milliseconds: they count within a second. */
const interval = 500

/** Knows which state of the public content holds, and tells when another begins. */
export interface PublicHeadFollower {
  /** What holds now, or null while that cannot be known because the database is away. */
  readonly head: PublicHead | null
  /** What changed since this process started. */
  readonly changes: ChangeLog
  /**
   * Calls back whenever something became public or was withdrawn, or may have been: with the document, or
   * with null where it is not known which, and how many, they were.
   */
  onChange: (listener: (changed: ChangedDocument | null) => void) => void
  /**
   * Has somebody else told of everything that `onChange` tells, with the state that holds from then on. Whoever
   * publishes is told that it is done when all have heard.
   *
   * @param hear done when nothing older is handed out any more
   */
  tellAlso: (hear: (state: PublicState) => Promise<void>) => void
  /**
   * Has everything kept that is made of these forgotten, although nothing became public. Done when nobody hands it out
   * any more.
   *
   * @param keys null for everything
   */
  forget: (keys: readonly string[] | null) => Promise<void>
  /** Calls back whenever something is to be forgotten although nothing became public, with the same keys. */
  onForget: (listener: (keys: readonly string[] | null) => void) => void
  /** Looks at the ledger now. */
  refresh: () => Promise<void>
  stop: () => Promise<void>
}

interface Following extends PublicHeadFollower {
  follow: (entry: LedgerEntry, keys: readonly string[] | null) => Promise<void>
}

/** Most publications of other processes of which it is worked out what they changed. More of them changed everything. */
const mostWorkedOut = 200

const followers = new WeakMap<Payload, Following>()

/**
 * Follows the public content of a database. What this process publishes counts the moment it is committed,
 * what others publish within a second; what those publish that tell of it, before their clients are told.
 *
 * @param news processes that tell each other
 */
export async function followPublicHead(
  payload: Payload,
  { news }: { news?: PublicNews | undefined } = {},
): Promise<PublicHeadFollower> {
  /** What others told before it was known what holds. */
  const early: Publication[] = []
  let hear = (publications: readonly Publication[]): void => void early.push(...publications)
  // Before the ledger is read: what is published from now on is told, what was published before is in the ledger.
  await news?.join((publications) => hear(publications))
  const listeners = new Set<(changed: ChangedDocument | null) => void>()
  const hearers = new Set<(state: PublicState) => Promise<void>>()
  const forgetful = new Set<(keys: readonly string[] | null) => void>()
  /** When all have heard what was told last. */
  let allHeard: Promise<unknown> = Promise.resolve()
  const changes = new ChangeLog()
  let head: PublicHead | null = await readPublicHead(payload)
  let stopped = false
  /** The newest entry before which there is none that this process does not know of. */
  let knownUntil = 0
  /** All public entries up to this number have been told. */
  let toldUntil = head.sequence
  /** Numbers of public entries beyond it that have been told, too: those of this process. */
  const told = new Set<number>()
  const tellHearers = (keys: readonly string[] | null) => {
    const state = { head, keys, moment: changes.moment }
    if (hearers.size > 0) allHeard = Promise.all([...hearers].map((hear) => hear(state)))
  }
  const tell = (changed: ChangedDocument | null) => {
    changes.add(changed?.keys ?? null)
    for (const listener of listeners) listener(changed)
    tellHearers(changed?.keys ?? null)
  }
  /** Begins anew, as it is not known what changed. */
  const beginAt = (state: PublicHead | null) => {
    head = state
    toldUntil = state?.sequence ?? 0
    told.clear()
    tell(null)
  }
  /** Tells what others published since the last look, all at once as soon as it is known what that changed. */
  const tellOfOthers = async (stored: PublicHead) => {
    const req = await createLocalReq({}, payload)
    const sequences = await publicSequencesAfter({ sequence: toldUntil, req })
    const unknown = sequences.filter((sequence) => !told.has(sequence))
    if (unknown.length > mostWorkedOut) {
      beginAt(stored)
      return
    }
    const found: { entry: LedgerEntry; keys: readonly string[] | null }[] = []
    for (const entry of await entriesNumbered({ sequences: unknown, req }))
      found.push({ entry, keys: await keysOfEntry(entry, req) })
    if (head === null) return
    if (stored.sequence > head.sequence) head = stored
    for (const { entry, keys } of found) if (!told.has(entry.sequence)) tell(changedIn(entry, keys))
    toldUntil = Math.max(toldUntil, ...sequences)
    for (const sequence of told) if (sequence <= toldUntil) told.delete(sequence)
  }
  const refresh = async () => {
    const known = head
    try {
      const stored = await readPublicHead(payload)
      const now = head?.sequence ?? 0
      // Published while the question was under way: what was read may be older than what is known.
      if (head !== known && stored.sequence <= now) return
      if (head === null || stored.sequence < now) beginAt(stored)
      else if (stored.sequence > toldUntil) await tellOfOthers(stored)
    } catch {
      if (!stopped && head !== null) beginAt(null)
    }
  }
  let underWay: Promise<void> = Promise.resolve()
  let isLooking = false
  const look = () => {
    if (isLooking) return
    isLooking = true
    underWay = refresh().finally(() => (isLooking = false))
  }
  const timer = setInterval(look, interval)
  timer.unref()

  /** An entry is known. Others that this process does not know of may have been written before it. */
  const sawEntry = (sequence: number) => {
    const isNext = sequence === knownUntil + 1
    knownUntil = Math.max(knownUntil, sequence)
    if (!isNext) look()
  }
  const take = ({ at, sequence, ...changed }: Publication) => {
    if (sequence > toldUntil && !told.has(sequence)) {
      if (sequence > (head?.sequence ?? -1)) head = { sequence, at }
      told.add(sequence)
      tell(changed)
    }
    sawEntry(sequence)
  }
  hear = (publications) => {
    for (const publication of publications) {
      const { keys, sequence } = publication
      if (keys) rememberKeys(payload, sequence, keys)
      take(publication)
    }
  }
  hear(early)

  const following: Following = {
    changes,
    get head() {
      return head
    },
    onChange: (listener) => listeners.add(listener),
    tellAlso: (hear) => hearers.add(hear),
    follow: async (entry, keys) => {
      if (!changesWhatIsPublic(entry.type)) {
        sawEntry(entry.sequence)
        return
      }
      const publication = { ...changedIn(entry, keys), sequence: entry.sequence, at: entry.at }
      take(publication)
      await Promise.all([allHeard, news?.tell(publication)])
    },
    forget: async (keys) => {
      changes.add(keys)
      for (const listener of forgetful) listener(keys)
      tellHearers(keys)
      await allHeard
    },
    onForget: (listener) => forgetful.add(listener),
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

function changedIn(
  { documentCollection, documentId }: LedgerEntry,
  keys: readonly string[] | null,
): ChangedDocument {
  return { collection: documentCollection, id: documentId, keys }
}

/**
 * Tells a process's follower of an entry that has just been committed.
 *
 * @returns done when neither this process nor one that hears of it hands out anything older; here that is so at once
 * @param keys of every answer that it changes; null where that is not known
 */
export function entryCommitted(
  payload: Payload,
  entry: LedgerEntry,
  keys: readonly string[] | null,
): Promise<void> {
  return followers.get(payload)?.follow(entry, keys) ?? Promise.resolve()
}

/** How many of the newest entries are looked at at a time for one that is public. */
const lookedAtOnce = 50

/**
 * The newest entry that changed what the public gets, as the ledger has it now.
 *
 * Looks from the end. Asked for it by type, SQLite goes through every entry of these types, each time that somebody looks.
 */
export async function readPublicHead(payload: Payload): Promise<PublicHead> {
  for (let before: number | undefined; ;) {
    const { docs } = await payload.db.find<{ sequence: number; at: string; type: EntryType }>({
      collection: 'ledger-entries',
      limit: lookedAtOnce,
      pagination: false,
      select: { sequence: true, at: true, type: true },
      sort: '-sequence',
      where: before === undefined ? {} : { sequence: { less_than: before } },
    })
    const newest = docs.find(({ type }) => changesWhatIsPublic(type))
    if (newest) return { sequence: newest.sequence, at: new Date(newest.at).toISOString() }
    if (docs.length < lookedAtOnce) return { sequence: 0, at: null }
    before = docs.at(-1)!.sequence
  }
}
