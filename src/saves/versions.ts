import type { CollectionSlug, PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import { canonicalJson } from '../content/canonical-json.ts'
import { wholeContent } from '../content/whole-content.ts'
import { saverOf, type Contributor } from '../workflow/contributors.ts'
import { sideOf, type StoredDocument } from '../workflow/situation.ts'

/** A stored version of a document, in all languages. */
export interface StoredVersion {
  id: string
  document: StoredDocument
}

/** Who saved a version, and when. */
export interface Save {
  versionId: string
  /** As an ISO instant: the `updatedAt` of whoever has that version before them. */
  savedAt: string
  /** Null where it was saved before this was written down, and several people had written in it. */
  savedBy: Contributor | null
}

export interface Place {
  collection: CollectionSlug
  id: string
}

/** Most versions among which one with a content hash is looked for, and most saves that are told. */
const mostVersions = 100

/** The newest version of a document; undefined where there is none. Pass the `req` of a transaction to read in it. */
export async function newestVersion(
  { collection, id }: Place,
  req: PayloadRequest,
): Promise<StoredVersion | undefined> {
  const isNewest: Where = { and: [{ parent: { equals: id } }, { latest: { equals: true } }] }
  return (await find(collection, isNewest, { limit: 1, req }))[0]
}

/** The id of the newest version, without what it says. */
export async function newestVersionId(
  { collection, id }: Place,
  req: PayloadRequest,
): Promise<string | undefined> {
  const { docs } = await req.payload.db.findVersions<StoredDocument>({
    collection,
    limit: 1,
    pagination: false,
    req,
    // Lists inside the text are left out only of a group that is asked for in part.
    select: { updatedAt: true, version: { updatedAt: true } } as never,
    sort: '-updatedAt',
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
  })
  return docs[0] && String(docs[0].id)
}

/** One version of a document by its id; undefined where the document has no such version. */
export async function versionById(
  { collection, id }: Place,
  versionId: string,
  req: PayloadRequest,
): Promise<StoredVersion | undefined> {
  const where: Where = { and: [{ parent: { equals: id } }, { id: { equals: versionId } }] }
  return (await find(collection, where, { limit: 1, req }))[0]
}

/** The newest version of a document with a content hash, among its last hundred. */
export async function versionByHash(
  { collection, id }: Place,
  hash: string,
  req: PayloadRequest,
): Promise<StoredVersion | undefined> {
  const { config } = req.payload.collections[collection]
  const versions = await find(collection, { parent: { equals: id } }, { limit: mostVersions, req })
  return versions.find(({ document }) => sideOf(config, document).contentHash === hash)
}

/** The saves after a version, newest first, at most a hundred. */
export async function savesAfter(
  { collection, id }: Place,
  base: StoredVersion,
  req: PayloadRequest,
): Promise<Save[]> {
  const versions = await find(collection, { parent: { equals: id } }, { limit: mostVersions, req })
  const at = versions.findIndex((version) => version.id === base.id)
  return versions.slice(0, at < 0 ? versions.length : at).map(saveOf)
}

export function saveOf({ document, id }: StoredVersion): Save {
  return {
    versionId: id,
    savedAt: new Date(document.updatedAt ?? 0).toISOString(),
    savedBy: saverOf(document),
  }
}

/** Whether two versions say the same, to readers and to the team, in all languages. */
export function sayTheSame(
  collection: SanitizedCollectionConfig,
  one: StoredVersion,
  other: StoredVersion,
): boolean {
  const said = ({ document }: StoredVersion) => canonicalJson(wholeContent(collection, document))
  return one.id === other.id || said(one) === said(other)
}

/** The id of the document that a version is of. */
export async function documentOfVersion(
  collection: CollectionSlug,
  versionId: string,
  req: PayloadRequest,
): Promise<string | undefined> {
  const { docs } = await req.payload.db.findVersions<StoredDocument>({
    collection,
    limit: 1,
    pagination: false,
    req,
    sort: '-updatedAt',
    where: { id: { equals: versionId } },
  })
  return docs[0] && String(docs[0].parent)
}

async function find(
  collection: CollectionSlug,
  where: Where,
  { limit, req }: { limit: number; req: PayloadRequest },
): Promise<StoredVersion[]> {
  const { docs } = await req.payload.db.findVersions<StoredDocument>({
    collection,
    limit,
    pagination: false,
    req,
    sort: '-updatedAt',
    where,
  })
  return docs.map(({ id, version }) => ({ id: String(id), document: version }))
}
