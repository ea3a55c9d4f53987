/** What somebody does in a document: they look at it, or write something that is not saved yet. */
export const doings = ['looking', 'writing'] as const

export type Doing = (typeof doings)[number]

/** How often a tab that can be seen says so, in seconds. */
export const beatSeconds = 15

/** How long somebody counts as present after they said so last, in seconds. Then nothing of it is left. */
export const holdSeconds = 45

/** Most tabs of one person that are counted. */
export const mostTabs = 50

/** A document, as addresses name it. */
export interface Place {
  collection: string
  id: string
}

/** That somebody has a document open in a tab. */
export interface PresenceRow {
  collection: string
  document: string
  /** Id of the person. */
  person: string
  name: string
  tab: string
  doing: Doing
  /** Until when it holds, in milliseconds since 1970. */
  until: number
}

/** Where it is kept who is in which document, for as long as it holds. */
export interface PresenceStore {
  /** Says it, or says it again. */
  put: (row: PresenceRow) => Promise<void>
  remove: (tabs: readonly Pick<PresenceRow, 'person' | 'tab'>[]) => Promise<void>
  /** All that holds, of one document or of all. */
  at: (now: number, place?: Place) => Promise<PresenceRow[]>
  /** All that holds of one person. */
  of: (person: string, now: number) => Promise<PresenceRow[]>
}
