import type { CollectionSlug, PayloadRequest } from 'payload'
import { commentEvents } from './comment-events.ts'
import type { EventSource, TimelineEvent } from './event.ts'
import { ledgerSteps } from './ledger-steps.ts'
import { savedVersions } from './saved-versions.ts'

/** Where the events of a timeline come from. Another kind of record is one more source. */
export const sources: readonly EventSource[] = [savedVersions, ledgerSteps, commentEvents]

/** Most events that are read from each source: the newest. */
const mostRead = 5_000

/**
 * All that happened to a document, newest first.
 *
 * @returns with the events whether there are older ones that were not read
 */
export async function eventsOf(place: {
  collection: CollectionSlug
  id: string
  req: PayloadRequest
}): Promise<{ events: TimelineEvent[]; isCut: boolean }> {
  const events: TimelineEvent[] = []
  let isCut = false
  // One after the other: a transaction on MongoDB takes one question at a time.
  for (const source of sources) {
    const found = await source.read({ ...place, limit: mostRead })
    isCut ||= found.length >= mostRead
    events.push(...found)
  }
  return { events: events.sort(newestFirst), isCut }
}

/** Of two at the same instant, a save came before the step that it was taken with. */
function newestFirst(one: TimelineEvent, other: TimelineEvent): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1
  return (other.sequence ?? 0) - (one.sequence ?? 0)
}
