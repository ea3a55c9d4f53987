import type { CollectionSlug, PayloadRequest } from 'payload'
import { malformed, nothingKnown } from './refusals.ts'
import { standingsOf } from '../workflow/standing.ts'
import { isEditorial } from '../workflow/situation.ts'
import { withWords } from './comment-events.ts'
import { eventKinds, isEventKind, type EventKind, type TimelineEvent } from './event.ts'
import { gather, type TimelineLine } from './gather.ts'
import { eventsOf } from './events.ts'
import { withTexts } from './saved-versions.ts'

/** Most lines on one page, and most events: a line may hold many saves. */
export const mostLines = 30
const mostEvents = 100

/** What is asked for of a timeline. */
export interface TimelineQuestion {
  /** Undefined for all kinds. */
  kinds: ReadonlySet<EventKind> | undefined
  /** From 1. */
  page: number
}

/** One page of all that happened to a document. */
export interface TimelineAnswer {
  collection: string
  id: string
  /** Title of its newest version; empty when it was deleted. */
  title: string
  /** Whether it is still there. A draft that was never public may have been deleted. */
  exists: boolean
  /** Newest first. */
  lines: TimelineLine[]
  page: number
  /** How many pages there are; at least 1. */
  pages: number
  /** How many events there are of each kind that occurs. */
  counts: Partial<Record<EventKind, number>>
  /** Whether there are older events that are not told, because there are so many. */
  isCut: boolean
}

/**
 * Reads what is asked for of a timeline.
 *
 * @throws EditorialError MALFORMED
 */
export function readTimelineQuestion(parameters: URLSearchParams): TimelineQuestion {
  const kinds = parameters.get('kinds')?.split(',').filter(Boolean) ?? []
  const unknown = kinds.find((one) => !isEventKind(one))
  if (unknown !== undefined)
    throw malformed(
      `There is no kind of event “${unknown.slice(0, 40)}”. Choose among: ${eventKinds.join(', ')}.`,
    )
  const asked = parameters.get('page') ?? '1'
  if (!/^[1-9]\d{0,5}$/.test(asked))
    throw malformed(`page is a whole number from 1, not “${asked.slice(0, 40)}”.`)
  return {
    kinds: kinds.length === 0 ? undefined : new Set(kinds as EventKind[]),
    page: Number(asked),
  }
}

/**
 * One page of all that happened to a document.
 *
 * @throws EditorialError NOT_FOUND for a document of which nothing is known
 */
export async function timelineAnswer({
  collection: slug,
  id,
  question: { kinds, page },
  req,
}: {
  collection: string
  id: string
  question: TimelineQuestion
  req: PayloadRequest
}): Promise<TimelineAnswer> {
  const collection = slug as CollectionSlug
  if (!isEditorial(req.payload.collections[collection]?.config)) throw nothingKnown(slug, id)
  const { events, isCut } = await eventsOf({ collection, id, req })
  const [standing] = await standingsOf([{ collection, id }], req)
  if (!standing && events.length === 0) throw nothingKnown(slug, id)
  // Gathered before they are chosen, so that choosing puts no saves together that something came between.
  const lines = gather(events).filter(({ events: [one] }) => !kinds || kinds.has(one!.kind))
  const pages = paged(lines)
  const shown = pages[page - 1] ?? []
  return {
    collection,
    id,
    title: standing?.title ?? '',
    exists: standing !== undefined,
    lines: await complete(shown, { collection, id, req }),
    page,
    pages: Math.max(1, pages.length),
    counts: countsOf(events),
    isCut,
  }
}

interface Place {
  collection: CollectionSlug
  id: string
  req: PayloadRequest
}

function paged(lines: readonly TimelineLine[]): TimelineLine[][] {
  const pages: TimelineLine[][] = []
  let held = 0
  for (const line of lines) {
    const page = pages.at(-1)
    const isFull = !page || page.length >= mostLines || held + line.events.length > mostEvents
    if (isFull) pages.push([line])
    else page.push(line)
    held = isFull ? line.events.length : held + line.events.length
  }
  return pages
}

async function complete(lines: readonly TimelineLine[], place: Place): Promise<TimelineLine[]> {
  const all = lines.flatMap((line) => line.events)
  const events = await withWords(await withTexts(all, place), place.req)
  const known = new Map(events.map((event) => [event.key, event]))
  return lines.map((line) => ({ events: line.events.map(({ key }) => known.get(key)!) }))
}

function countsOf(events: readonly TimelineEvent[]): TimelineAnswer['counts'] {
  const counts: TimelineAnswer['counts'] = {}
  for (const { kind } of events) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
