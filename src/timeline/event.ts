import type { CollectionSlug, PayloadRequest } from 'payload'
import { entryTypes, type EntryDetails } from '../ledger/entry.ts'
import type { PageOfText } from '../review/page-of-text.ts'

/** Everything that a timeline tells of a document: that it was saved, each step, and that it got another name. */
export const eventKinds = ['saved', ...entryTypes, 'renamed'] as const

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
  /** What they said: a comment, or the reason. */
  comment: string | null
  /** What its entry says besides, without the contributors. */
  details: Omit<EntryDetails, 'contributors'>
  /** With `renamed`: the name before and after. */
  name: { from: string; to: string | null } | null
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
