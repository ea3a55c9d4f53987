import type { CollectionSlug, PayloadRequest } from 'payload'
import type { StoredPlace } from '../comments/pin.ts'
import { entryTypes, type EntryDetails } from '../ledger/entry.ts'
import type { PageOfText } from '../review/page-of-text.ts'

/** What a timeline tells of a discussion: that a thread was begun, replied in, resolved or reopened. */
export const commentKinds = ['commented', 'replied', 'resolved', 'reopened'] as const

/**
 * Everything that a timeline tells of a document: that it was saved, each step, that it got another name, and what was
 * said about it.
 */
export const eventKinds = ['saved', ...entryTypes, 'renamed', ...commentKinds] as const

export type EventKind = (typeof eventKinds)[number]

/** Narrows text from outside to a kind of event. */
export function isEventKind(text: string): text is EventKind {
  return (eventKinds as readonly string[]).includes(text)
}

/** Whoever did something, as they were called then. */
export interface EventPerson {
  id: string
  name: string
}

/** One thing that happened to a document. */
export interface TimelineEvent {
  /** Which event it is, once in a timeline: `saved:VERSION`, `published:142`. */
  key: string
  kind: EventKind
  /** As an ISO instant. */
  at: string
  /**
   * Who did it. Several where it was one of them and it is not on record which; nobody where it was the platform
   * itself, on schedule.
   */
  by: EventPerson[]
  /** The roles they held at the time; empty where they are not on record. */
  roles: string[]
  /** The text it is about, as a review names it: `version:ID` or `entry:NUMBER`; null where there is none to look at. */
  text: string | null
  contentHash: string | null
  /** The version that holds the text; null where there is none to look at. */
  versionId: string | null
  /** Where readers would find the text, or did; null for what has no page. */
  page: PageOfText | null
  /** Number of its entry in the ledger; null for what has none. */
  sequence: number | null
  /** What they said: a comment or the reason; of a comment in a thread, how it begins, as it is now. */
  comment: string | null
  /** What its entry says besides, without the contributors. */
  details: Omit<EntryDetails, 'contributors'>
  /** With `renamed`: the name before and after. */
  name: { from: string; to: string | null } | null
  /** Of what was said about the document, where that is: the comment and its thread. */
  thread: EventThread | null
}

/** A comment, as an event names it. */
export interface EventThread {
  /** Id of the comment that began the thread. */
  id: string
  /** Id of the comment that was written; of a thread that was resolved or reopened, of the one that began it. */
  comment: string
  /** What the thread is about; null is the whole document. */
  place: StoredPlace | null
  /** How the thread begins; empty where those words were taken away. */
  begins: string
  /** Whether the words that were written are others than at first, or were taken away. */
  isEdited: boolean
  isRemoved: boolean
}

/** Events of one kind of record, which a timeline puts among those of the others. */
export interface EventSource {
  /** The kinds of events it has. */
  kinds: readonly EventKind[]
  /** Its newest events of a document, newest first. */
  read: (asked: SourceQuestion) => Promise<TimelineEvent[]>
}

/** Which events are asked for. */
export interface SourceQuestion {
  collection: CollectionSlug
  id: string
  /** The most. */
  limit: number
  req: PayloadRequest
}
