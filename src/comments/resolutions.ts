import type { CommentRow } from './rows.ts'

/**
 * A time during which a thread needed nothing more. THIS SHAPE IS STORED, in the comment that began the thread, the
 * oldest first.
 */
export interface Resolution {
  /** When it was resolved, as an ISO instant, and who did it, as they were called then. */
  at: string
  by: Person
  /** When that was taken back; null where it was not. */
  reopened: { at: string; by: Person } | null
}

interface Person {
  id: string
  name: string
}

/** What of a comment says whether its thread is resolved, and every time it was. */
export type ResolvedRow = Pick<
  CommentRow,
  'resolutions' | 'resolvedAt' | 'resolvedById' | 'resolvedByName'
>

/**
 * Every time a thread was resolved, the oldest first. Threads from before that was written down have the last time
 * alone, and none where they were reopened.
 */
export function resolutionsOf(thread: ResolvedRow): Resolution[] {
  const { resolutions, resolvedAt, resolvedById, resolvedByName } = thread
  const isWrittenDown = !resolvedAt || resolutions.at(-1)?.reopened === null
  if (isWrittenDown) return resolutions
  const by = { id: resolvedById ?? '', name: resolvedByName ?? '' }
  return [...resolutions, { at: resolvedAt, by, reopened: null }]
}

/** What is kept of an open thread once somebody resolved it. */
export function resolved(thread: ResolvedRow, by: Person): ResolvedRow {
  const at = new Date().toISOString()
  return {
    resolvedAt: at,
    resolvedById: by.id,
    resolvedByName: by.name,
    resolutions: [...resolutionsOf(thread), { at, by, reopened: null }],
  }
}

/** What is kept of a resolved thread once somebody reopened it. */
export function reopened(thread: ResolvedRow, by: Person): ResolvedRow {
  const before = resolutionsOf(thread)
  const last = { ...before.at(-1)!, reopened: { at: new Date().toISOString(), by } }
  return {
    resolvedAt: null,
    resolvedById: null,
    resolvedByName: null,
    resolutions: [...before.slice(0, -1), last],
  }
}
