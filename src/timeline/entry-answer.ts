import type { CollectionSlug, PayloadRequest } from 'payload'
import type { VisibleContent } from '../content/visible-content.ts'
import { EditorialError } from '../errors.ts'
import { checkEntry, type EntryCheck } from '../ledger/check-entry.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import {
  entryNumbered,
  neighboursOf,
  publicEntriesOf,
  summaryNumbered,
  type Neighbours,
} from '../ledger/look-up.ts'
import type { EntrySummary } from '../ledger/read.ts'
import type { Locale } from '../locales.ts'
import { saidChanges, type SaidChange } from '../review/said-changes.ts'
import { summaryOf } from '../review/differences/summary-of.ts'
import { pageOfContent, type PageOfText } from '../review/page-of-text.ts'
import { isEditorial, readVersion, titleOf } from '../workflow/situation.ts'
import { standingsOf, type DocumentStanding } from '../workflow/standing.ts'
import { basisOf, shownThen, type ShownThen } from './public-on.ts'

/** An entry of the ledger with everything that a person needs to understand it. */
export interface EntryAnswer {
  entry: EntrySummary
  /** The document as it stands now; null when it was deleted, as drafts may be that were never public. */
  document: DocumentStanding | null
  /** The title of the text that the entry is about, in the main language; empty where that is not known. */
  title: string
  /** The approval or override that a publication rests on, or the override that a confirmation is about. */
  restsOn: EntrySummary | null
  /** The schedule that was carried out, failed or was taken back. */
  schedule: EntrySummary | null
  /** The document that readers are sent to, where it is there still. */
  replacement: DocumentStanding | null
  /** The publication by which the document was public just before; null where it was not. */
  publicBefore: EntrySummary | null
  /** What the text changes against what was public just before; empty where the entry has no text. */
  changes: SaidChange[]
  /** The same in one line. */
  summary: string
  /** What readers had, to look at: of a publication itself; of a withdrawal, what went. */
  shown: ShownThen | null
  /** Of any other entry the version it is about, and where readers would find it; null where there is none. */
  version: { versionId: string; contentHash: string; page: PageOfText | null } | null
  neighbours: Neighbours
  /** What a look at this entry alone says now. */
  checks: EntryCheck[]
}

/**
 * An entry of the ledger as a page tells it.
 *
 * @param language of the sentences about changes
 * @throws EditorialError NOT_FOUND
 */
export async function entryAnswer({
  language,
  req,
  sequence,
}: {
  language: Locale
  req: PayloadRequest
  sequence: number
}): Promise<EntryAnswer> {
  const found = await entryNumbered(sequence, req)
  if (!found)
    throw new EditorialError({
      code: 'NOT_FOUND',
      message: `The ledger has no entry with the number ${sequence}.`,
    })
  const entry = withoutSnapshot(found)
  const place = { collection: entry.documentCollection as CollectionSlug, id: entry.documentId }
  const config = req.payload.collections[place.collection]?.config
  const [document = null] = await standingsOf([place], req)
  const before = await publicJustBefore(entry, req)
  const text = await textOf(found, before, req)
  const changes =
    text && entry.type !== 'withdrawn' && entry.type !== 'confirmed'
      ? await saidChanges(
          { before: before?.snapshot ?? null, after: text.content },
          { fields: config!.flattenedFields, language, req },
        )
      : []
  const neighbours = await neighboursOf(entry, req)
  const publication = entry.type === 'published' ? found : before
  return {
    entry,
    document,
    title: (text && titleOf(config!, text.content.fields)) || document?.title || '',
    restsOn: await basisOf(entry, req),
    schedule: await ownEntry(entry.details.schedule, entry, req),
    replacement: await replacementOf(entry, req),
    publicBefore: before && withoutSnapshot(before),
    changes,
    summary: summaryOf(
      changes.map(({ change }) => change),
      language,
    ),
    shown:
      publication && hasPublicText(entry)
        ? await shownThen(publication, { asOf: entry.sequence - 1, req })
        : null,
    version:
      text?.versionId && !hasPublicText(entry)
        ? {
            versionId: text.versionId,
            contentHash: entry.contentHash,
            page: pageOfContent(text.content, place),
          }
        : null,
    neighbours,
    checks: checkEntry(found, neighbours),
  }
}

/** Whether an entry is about what the public had. */
function hasPublicText({ type }: EntrySummary): boolean {
  return type === 'published' || type === 'withdrawn' || type === 'confirmed'
}

/** The publication by which a document was public before an entry. */
async function publicJustBefore(
  { documentCollection, documentId, sequence }: EntrySummary,
  req: PayloadRequest,
): Promise<LedgerEntry | null> {
  const entries = await publicEntriesOf({ collection: documentCollection, id: documentId }, req)
  const last = entries.findLast((one) => one.sequence < sequence)
  return last?.type === 'published' ? entryNumbered(last.sequence, req) : null
}

/** The text that an entry is about. What somebody was refused has none of its own. */
async function textOf(
  entry: LedgerEntry,
  before: LedgerEntry | null,
  req: PayloadRequest,
): Promise<{ content: VisibleContent; versionId: string | null } | null> {
  const { documentCollection, documentId: id, snapshot, type, versionId } = entry
  if (snapshot) return { content: snapshot, versionId }
  if (type === 'withdrawn' || type === 'confirmed')
    return before?.snapshot ? { content: before.snapshot, versionId: before.versionId } : null
  const collection = documentCollection as CollectionSlug
  const isKnown = isEditorial(req.payload.collections[collection]?.config)
  if (type === 'refused' || versionId === null || !isKnown) return null
  const version = await readVersion({ collection, id, versionId, req })
  return version && { content: version.content, versionId }
}

async function ownEntry(
  sequence: number | undefined,
  { documentId }: EntrySummary,
  req: PayloadRequest,
): Promise<EntrySummary | null> {
  const found = sequence === undefined ? null : await summaryNumbered(sequence, req)
  return found?.documentId === documentId ? found : null
}

async function replacementOf(
  { details: { replacement } }: EntrySummary,
  req: PayloadRequest,
): Promise<DocumentStanding | null> {
  if (!replacement || !('id' in replacement)) return null
  const [standing = null] = await standingsOf([replacement], req)
  return standing
}

function withoutSnapshot({ snapshot: _, ...summary }: LedgerEntry): EntrySummary {
  return summary
}
