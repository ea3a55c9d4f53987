import type { TimelineEvent } from './event.ts'

/** One line of a timeline: an event, or saves that one person made one after the other within an hour. */
export interface TimelineLine {
  /** Newest first; never empty. */
  events: TimelineEvent[]
}

/** Longest time between the first and the last save of one line, in milliseconds. */
const longestLine = 60 * 60 * 1000

/** Most saves in one line. */
export const mostGathered = 50

/**
 * Puts events into lines: saves that follow each other, by the same person and within an hour, are one. Whatever
 * happened between two saves keeps them apart.
 *
 * @param events newest first
 */
export function gather(events: readonly TimelineEvent[]): TimelineLine[] {
  const lines: TimelineLine[] = []
  for (const event of events) {
    const line = lines.at(-1)
    if (line && belongs(event, line)) line.events.push(event)
    else lines.push({ events: [event] })
  }
  return lines
}

function belongs(event: TimelineEvent, { events }: TimelineLine): boolean {
  const newest = events[0]!
  return (
    event.kind === 'saved' &&
    newest.kind === 'saved' &&
    events.length < mostGathered &&
    saverKey(event) === saverKey(newest) &&
    Date.parse(newest.at) - Date.parse(event.at) <= longestLine
  )
}

function saverKey({ by }: TimelineEvent): string {
  return by
    .map(({ id }) => id)
    .sort()
    .join(' ')
}
