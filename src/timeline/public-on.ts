import type { CollectionSlug, PayloadRequest } from 'payload'
import { malformed, nothingKnown } from './refusals.ts'
import { referencesOf } from '../content/visible-content.ts'
import {
  endOfSet,
  endOfSetAt,
  entryNumbered,
  newestEntriesOf,
  publicEntriesOf,
  sequenceAt,
  summaryNumbered,
} from '../ledger/look-up.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import type { EntrySummary } from '../ledger/read.ts'
import { publicThen } from '../ledger/since-then.ts'
import { mostPreviewed } from '../previews/limits.ts'
import { pageOfContent, type PageOfText } from '../review/page-of-text.ts'
import { standingsOf } from '../workflow/standing.ts'
import { isEditorial } from '../workflow/situation.ts'

/** What is asked for: a moment, and the zone whose days are meant. */
export interface PublicOnQuestion {
  moment: Date
  /** An IANA name, such as `America/New_York`. */
  zone: string
}

/** What the public had of a document at a moment. */
export interface PublicOnAnswer {
  collection: string
  id: string
  /** Title of its newest version; empty when it was deleted. */
  title: string
  /** Whether it is still there. A draft that was never public may have been deleted. */
  exists: boolean
  /** As an ISO instant. */
  moment: string
  zone: string
  /**
   * `public`: it was. Otherwise why not: it `never` was, was `notYet`, or was `withdrawn` before.
   */
  answer: 'public' | 'never' | 'notYet' | 'withdrawn'
  /** The entry by which it was public then, or by which it was withdrawn before; null where there is neither. */
  entry: EntrySummary | null
  /** The entry that ended that: the next publication or withdrawal; null when it still holds. */
  next: EntrySummary | null
  /** The entry that the publication rests on: an approval or an override; null where there is no publication. */
  restsOn: EntrySummary | null
  /** The text that was public, to look at; null where there was none. */
  shown: ShownThen | null
  /** Everything by which it became public or was withdrawn on that day in that zone, oldest first. */
  sameDay: EntrySummary[]
}

/** A text that was public, and how much of what stood around it can be shown as it was. */
export interface ShownThen {
  /** As a review names it: `entry:NUMBER`. */
  text: `entry:${number}`
  versionId: string | null
  contentHash: string
  /** Where readers found it; null for what has no page. */
  page: PageOfText | null
  /** Number of the entry as of which everything around it is shown. */
  asOf: number
  /** The document and what its text leads to: what is shown as it was before anything else. */
  documents: { collection: string; id: string }[]
  around: {
    /** How many documents changed since and are shown as they were, this one among them. */
    asThen: number
    /** How many more changed since and are shown as they are today. */
    asToday: number
  }
}

const withOffset = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/

/**
 * Reads a moment and a zone.
 *
 * @throws EditorialError MALFORMED
 */
export function readPublicOnQuestion(parameters: URLSearchParams): PublicOnQuestion {
  const asked = parameters.get('moment') ?? ''
  const moment = new Date(withOffset.test(asked) ? asked : Number.NaN)
  if (Number.isNaN(moment.getTime()) || moment.getUTCFullYear() < 1)
    throw malformed(
      'moment is an instant with its offset from UTC, such as ?moment=2027-03-01T09:00:00-05:00.',
    )
  if (moment.getTime() > Date.now())
    throw malformed('This moment has not come yet. Ask for one up to now.')
  const zone = parameters.get('zone') ?? 'UTC'
  if (!isZone(zone))
    throw malformed(
      `“${zone.slice(0, 40)}” is no time zone. Name one such as America/New_York, or leave it out for UTC.`,
    )
  return { moment, zone }
}

/**
 * What the public had of a document at a moment, by the ledger alone. What became public at that very instant was
 * public.
 *
 * @throws EditorialError NOT_FOUND for a document of which nothing is known
 */
export async function publicOnAnswer({
  collection: slug,
  id,
  question: { moment, zone },
  req,
}: {
  collection: string
  id: string
  question: PublicOnQuestion
  req: PayloadRequest
}): Promise<PublicOnAnswer> {
  const collection = slug as CollectionSlug
  const place = { collection, id }
  if (!isEditorial(req.payload.collections[collection]?.config)) throw nothingKnown(slug, id)
  const [standing] = await standingsOf([place], req)
  const entries = await publicEntriesOf(place, req)
  if (!standing && (await newestEntriesOf(place, { limit: 1, req })).length === 0)
    throw nothingKnown(slug, id)
  const at = moment.toISOString()
  const since = entries.findLastIndex((entry) => entry.at <= at)
  const entry = entries[since] ?? null
  const publication = entry?.type === 'published' ? await entryNumbered(entry.sequence, req) : null
  const day = dayIn(zone)
  return {
    ...place,
    title: standing?.title ?? '',
    exists: standing !== undefined,
    moment: at,
    zone,
    answer: publication ? 'public' : entry ? 'withdrawn' : entries.length > 0 ? 'notYet' : 'never',
    entry,
    next: entries[since + 1] ?? null,
    restsOn: publication && (await basisOf(publication, req)),
    shown:
      publication && (await shownThen(publication, { asOf: await sequenceAt(moment, req), req })),
    sameDay: entries.filter((one) => day(one.at) === day(at)),
  }
}

/**
 * The text of a publication as it can be looked at, with what was public around it.
 *
 * @param asOf number of the entry as of which; at least that of the publication itself counts, and of everything that
 *   was published together with it
 */
export async function shownThen(
  publication: LedgerEntry,
  { asOf: asked, req }: { asOf: number; req: PayloadRequest },
): Promise<ShownThen | null> {
  const {
    contentHash,
    documentCollection,
    documentId: id,
    sequence,
    snapshot,
    versionId,
  } = publication
  if (!snapshot) return null
  const collection = documentCollection as CollectionSlug
  const asOf = Math.max(await endOfSetAt(asked, req), await endOfSet(publication, req))
  const { flattenedFields: fields } = req.payload.collections[collection].config
  const first = distinct([{ collection, id }, ...referencesOf({ fields, content: snapshot })])
  const around = await publicThen({ sequence: asOf, first, most: mostPreviewed }, req)
  return {
    text: `entry:${sequence}`,
    versionId,
    contentHash,
    page: pageOfContent(snapshot, { collection, id }),
    asOf,
    documents: first.slice(0, mostPreviewed),
    around: { asThen: around.documents.length, asToday: around.others },
  }
}

/** The approval or override that a publication rests on. */
export async function basisOf(
  { details: { restsOn }, documentId, sequence }: EntrySummary,
  req: PayloadRequest,
): Promise<EntrySummary | null> {
  if (restsOn === undefined || restsOn >= sequence) return null
  const basis = await summaryNumbered(restsOn, req)
  return basis?.documentId === documentId ? basis : null
}

function distinct(
  places: readonly { collection: string; id: string }[],
): { collection: string; id: string }[] {
  return [
    ...new Map(
      places.map(({ collection, id }) => [`${collection}/${id}`, { collection, id }]),
    ).values(),
  ]
}

function dayIn(zone: string): (at: string) => string {
  const days = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
  return (at) => days.format(new Date(at))
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
