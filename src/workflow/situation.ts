import type { CollectionSlug, PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { visibleContent, type VisibleContent } from '../content/visible-content.ts'
import type { Rows } from '../database/rows-at-hand.ts'
import { EditorialError } from '../errors.ts'
import { entriesOf, type EntrySummary } from '../ledger/read.ts'
import { contributorsIn, type Contributor } from './contributors.ts'
import { certaintiesIn } from './certainties-in.ts'
import { knownContentHash } from './known-hashes.ts'
import { deriveState, type Standing } from './derive-state.ts'

/** One side of a document: what it says, and the hash that stands for exactly that. */
export interface Side {
  content: VisibleContent
  contentHash: string
}

/** Everything the workflow's rules look at, for one document at one moment. */
export interface Situation extends Standing {
  collection: CollectionSlug
  id: string
  /** What the team calls the document: its title, code or name in the main language. */
  title: string
  /** The newest version. */
  working: Side & {
    versionId: string
    updatedAt: string
    contributors: Contributor[]
    /** Whether an editor said that the text may take over a name that leads to another document. */
    takesName: boolean
    /** How sure the team is of its facts, each answer once: see `collections/fields/certainties.ts`. */
    certainties: string[]
  }
  /** What the public gets, or null. */
  live: Side | null
  /** The newest version and what is live as the database has them, in all languages. */
  stored: {
    working: StoredDocument
    live: StoredDocument | null
    /** The rows both were read from: a document that is not live has one of its own, too. */
    rows: Pick<Rows, 'document' | 'newest'>
  }
  entries: EntrySummary[]
}

/** Whether a content type goes through the workflow. */
export function isEditorial(collection: SanitizedCollectionConfig | undefined): boolean {
  return Boolean(collection?.versions?.drafts)
}

/**
 * Reads a document's situation, in the transaction of the request if it has one.
 *
 * @throws EditorialError NOT_FOUND when there is no such document, or its type has no workflow
 */
export async function readSituation({
  collection: slug,
  id,
  req,
  entries: known,
}: {
  collection: string
  id: string
  req: PayloadRequest
  /** All its entries, when they are known. */
  entries?: EntrySummary[]
}): Promise<Situation> {
  const { db } = req.payload
  const collection = editorialType(slug, id, req)
  // One after the other: a transaction on MongoDB takes one question at a time.
  const main = await db.findOne<StoredDocument>({
    collection: collection.slug,
    // What leads here is no part of what the document says.
    joins: false as never,
    req,
    where: { id: { equals: id } },
  })
  const newest = await findNewest({ collection: collection.slug, id, req })
  const entries = known ?? (await entriesOf({ collection: slug, id, req }))
  if (!main || !newest) throw notFound(slug, id)
  return situationFrom(collection, { entries, id, main, newest })
}

/** A type with a workflow. @throws EditorialError NOT_FOUND for any other */
export function editorialType(
  slug: string,
  id: string,
  req: PayloadRequest,
): SanitizedCollectionConfig {
  const collection = req.payload.collections[slug as CollectionSlug]?.config
  if (!collection || !isEditorial(collection)) throw notFound(slug, id)
  return collection
}

/** The situation that the rows of a document make. */
export function situationFrom(
  collection: SanitizedCollectionConfig,
  {
    entries,
    id,
    main,
    newest,
  }: { entries: EntrySummary[]; id: string; main: StoredDocument; newest: NewestVersion },
): Situation {
  const working = {
    ...sideOf(collection, newest.version),
    versionId: String(newest.id),
    updatedAt: new Date(newest.version.updatedAt ?? 0).toISOString(),
    takesName: newest.version['takesName'] === true,
    certainties: certaintiesIn(collection.flattenedFields, newest.version),
    // Once public, a text has no contributors that count any more: the next one starts anew.
    contributors: newest.version._status === 'published' ? [] : contributorsIn(newest.version),
  }
  return {
    ...deriveState({ entries, contentHash: working.contentHash, versionId: working.versionId }),
    collection: collection.slug,
    id,
    title: titleOf(collection, newest.version),
    working,
    live: main._status === 'published' ? sideOf(collection, main) : null,
    stored: {
      working: newest.version,
      live: main._status === 'published' ? main : null,
      rows: { document: main, newest },
    },
    entries,
  }
}

/**
 * The newest version of a document as the database has it, in the transaction of the request if it has one.
 *
 * @throws EditorialError NOT_FOUND when there is no such document, or its type has no workflow
 */
export async function newestVersion({
  collection: slug,
  id,
  req,
}: {
  collection: string
  id: string
  req: PayloadRequest
}): Promise<Side & { document: StoredDocument; versionId: string }> {
  const collection = editorialType(slug, id, req)
  const newest = await findNewest({ collection: collection.slug, id, req })
  if (!newest) throw notFound(slug, id)
  return {
    ...sideOf(collection, newest.version),
    document: newest.version,
    versionId: String(newest.id),
  }
}

async function findNewest({
  collection,
  id,
  req,
}: {
  collection: CollectionSlug
  id: string
  req: PayloadRequest
}) {
  const { docs } = await req.payload.db.findVersions<StoredDocument>({
    collection,
    limit: 1,
    pagination: false,
    req,
    // Payload would order by title, which without a locale is several columns.
    sort: '-updatedAt',
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
  })
  return docs[0]
}

/** The newest version of a document, as `findVersions` gives it. */
export interface NewestVersion {
  id: number | string
  updatedAt: string
  version: StoredDocument
}

/** One saved version of a document, or null where it has none with this id. */
export async function readVersion({
  collection: slug,
  id,
  versionId,
  req,
}: {
  collection: CollectionSlug
  id: string
  versionId: string
  req: PayloadRequest
}): Promise<(Side & { updatedAt: string }) | null> {
  const { docs } = await req.payload.db.findVersions<StoredDocument>({
    collection: slug,
    limit: 1,
    pagination: false,
    req,
    sort: '-updatedAt',
    where: { and: [{ parent: { equals: id } }, { id: { equals: versionId } }] },
  })
  const version = docs[0]?.version
  return version
    ? {
        ...sideOf(req.payload.collections[slug].config, version),
        updatedAt: new Date(version.updatedAt ?? 0).toISOString(),
      }
    : null
}

/** The situation once these entries are in the ledger too, with the same text. */
export function withEntries(situation: Situation, added: readonly EntrySummary[]): Situation {
  const { contentHash, versionId } = situation.working
  const entries = [...situation.entries, ...added]
  return { ...situation, ...deriveState({ entries, contentHash, versionId }), entries }
}

/** A document as the database has it, in all languages. */
export type StoredDocument = Record<string, unknown> & {
  id: string
  _status?: string
  updatedAt?: string
  contributors?: unknown
}

/** What a stored document says, and its hash. */
export function sideOf(
  { flattenedFields, slug, upload }: SanitizedCollectionConfig,
  document: Record<string, unknown>,
): Side {
  const content = visibleContent({
    collection: slug,
    fields: flattenedFields,
    upload: Boolean(upload),
    document,
  })
  return { content, contentHash: knownContentHash(content) }
}

/** What the team calls a document: its title, code or name in the main language. */
export function titleOf(
  { admin }: SanitizedCollectionConfig,
  document: Record<string, unknown>,
): string {
  const value = document[admin.useAsTitle ?? 'id']
  if (typeof value === 'object' && value !== null) {
    const texts = value as Record<string, unknown>
    return String(texts['en'] ?? Object.values(texts)[0] ?? '')
  }
  return String(value ?? '')
}

/** That there is no such document. */
export function notFound(collection: string, id: string): EditorialError {
  return new EditorialError({
    code: 'NOT_FOUND',
    message: `There is no document ${id.slice(0, 60)} in ${collection.slice(0, 60)}.`,
  })
}
