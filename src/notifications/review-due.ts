import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { isEditorial } from '../workflow/situation.ts'
import { standingsOf } from '../workflow/standing.ts'
import { holdsRoleOf } from './kinds.ts'
import { everybody } from './people.ts'
import type { ToldDocument } from './rows.ts'
import { tellEach } from './tell.ts'

const day = 24 * 3_600_000

/** How long sources may stay unverified before somebody is asked to look, in milliseconds. */
export const longUnverified = 180 * day

/** How long after people were told they are told again, while nobody did anything, in milliseconds. */
export const remindedAfter = 30 * day

/** The time that one look is about: what became due after the first instant, up to the second. */
export interface Span {
  from: Date
  to: Date
}

/** A document that somebody has to look at again. */
export interface DueDocument {
  collection: string
  id: string
  /** Why: a word of `whyDue` in the words of notifications. */
  why: string
  /** Since when, as an ISO instant. */
  since: string
  /** Ids of the people to tell; without any, every editor. */
  people?: readonly string[]
}

/** Finds documents that are due at the end of a span, also those that have been for long. */
export type DueSource = (span: Span, req: PayloadRequest) => Promise<DueDocument[]>

/** Where documents that are due come from. Another reason is another function here, and a word in `whyDue`. */
export const sources: DueSource[] = [daysOfReview, unverifiedForLong, reviewsAskedFor]

/** Documents whose `reviewOn` has come. */
async function daysOfReview({ to }: Span, req: PayloadRequest): Promise<DueDocument[]> {
  // The form stores a day with some hour of it; it has come when it begins.
  const endOfDay = new Date(to.getTime() + day).toISOString()
  const rows = await newestTexts({ 'version.sourcing.reviewOn': { less_than: endOfDay } }, req)
  return rows.map(({ collection, id, sourcing }) => ({
    collection,
    id,
    why: 'reviewOn',
    since: `${instant(sourcing.reviewOn!).slice(0, 10)}T00:00:00.000Z`,
  }))
}

/** Documents nobody has verified the sources of for a long time. */
async function unverifiedForLong({ to }: Span, req: PayloadRequest): Promise<DueDocument[]> {
  const rows = await newestTexts({ 'version.sourcing.certainty': { equals: 'unverified' } }, req)
  return rows
    .map(({ collection, createdAt, id, sourcing }) => {
      const lastLooked = Date.parse(instant(sourcing.checkedOn ?? createdAt))
      return {
        collection,
        id,
        why: 'unverified',
        since: new Date(lastLooked + longUnverified).toISOString(),
      }
    })
    .filter(({ since }) => Date.parse(since) <= to.getTime())
}

/** Reviews that somebody was asked for until a time that has come. */
async function reviewsAskedFor({ to }: Span, req: PayloadRequest): Promise<DueDocument[]> {
  const { docs } = await req.payload.db.find<AskedReview>({
    collection: 'workflow-states',
    limit: 0,
    pagination: false,
    req,
    select: { assignee: true, documentCollection: true, documentId: true, due: true },
    sort: 'key',
    where: {
      and: [
        { state: { equals: 'inReview' } },
        { assignee: { not_equals: '' } },
        { due: { less_than_equal: to.toISOString() } },
      ],
    },
  })
  return docs.map(({ assignee, documentCollection, documentId, due }) => ({
    collection: documentCollection,
    id: documentId,
    why: 'assigned',
    since: instant(due),
    people: [assignee],
  }))
}

interface AskedReview {
  id: string
  assignee: string
  documentCollection: string
  documentId: string
  due: string
}

/**
 * Tells of everything that became due in a span, or was due for another month. Each person is told once, of all that
 * concerns them.
 */
export async function tellOfDueReviews(span: Span, req: PayloadRequest): Promise<void> {
  const due: DueDocument[] = []
  for (const source of sources)
    due.push(...(await source(span, req)).filter(({ since }) => isToldIn(span, Date.parse(since))))
  if (due.length === 0) return
  const standings = await standingsOf(due, req)
  const titles = new Map(
    standings
      .filter(({ state }) => state !== 'withdrawn')
      .map(({ collection, id, title }) => [`${collection}/${id}`, title]),
  )
  const editors = (await everybody(req)).filter((one) => holdsRoleOf('editors', one))
  const shares = new Map<string, ToldDocument[]>()
  for (const { collection, id, people, why } of due) {
    const title = titles.get(`${collection}/${id}`)
    if (title === undefined) continue
    for (const person of people ?? editors.map((editor) => String(editor.id)))
      shares.set(person, [...(shares.get(person) ?? []), { collection, id, title, why }])
  }
  await tellEach({ kind: 'reviewDue', shares, by: null, req })
}

/** Whether a span has an instant in it at which people are told of what is due since then. */
function isToldIn({ from, to }: Span, since: number): boolean {
  if (since > to.getTime()) return false
  const times = Math.floor((to.getTime() - since) / remindedAfter)
  return since + times * remindedAfter > from.getTime()
}

interface NewestText {
  collection: string
  id: string
  createdAt: string
  sourcing: { reviewOn?: string | null; checkedOn?: string | null }
}

/** The newest versions that fit a condition, of every content type with sources. */
async function newestTexts(where: Where, req: PayloadRequest): Promise<NewestText[]> {
  const found: NewestText[] = []
  for (const { config } of Object.values(req.payload.collections)) {
    const hasSources = config.flattenedFields.some(({ name }) => name === 'sourcing')
    if (!isEditorial(config) || !hasSources) continue
    const { docs } = await req.payload.db.findVersions<Omit<NewestText, 'collection'>>({
      collection: config.slug as CollectionSlug,
      limit: 0,
      pagination: false,
      req,
      select: { parent: true, version: { createdAt: true, sourcing: true } },
      sort: '-updatedAt',
      where: { and: [{ latest: { equals: true } }, where] },
    })
    for (const { parent, version } of docs)
      found.push({
        collection: config.slug,
        id: String(parent),
        createdAt: instant(version.createdAt),
        sourcing: version.sourcing ?? {},
      })
  }
  return found
}

function instant(date: string | Date): string {
  return new Date(date).toISOString()
}
