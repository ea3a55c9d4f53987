import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { isPerson, roles, type Actor } from '../../access/roles.ts'
import type { StoredPlace } from './pin.ts'
import type { Resolution } from './resolutions.ts'

/** A comment as it is kept. */
export interface CommentRow {
  id: string
  documentCollection: CollectionSlug
  documentId: string
  /** The comment that began the thread; null on that one itself. */
  threadId: string | null
  /** What a thread is about: null is the whole document. Replies have none. */
  place: StoredPlace | null
  /** Empty once it was removed. */
  text: string
  authorId: string
  authorName: string
  /** Ids of the people it mentions. */
  mentions: string[]
  /** The newest version when it was written, and the hash of what a reader could see of it. */
  versionId: string
  contentHash: string
  /** Number of the ledger entry of the return it went with, which says it, too. */
  entry: number | null
  /** ISO instants. */
  writtenAt: string
  editedAt: string | null
  removedAt: string | null
  /** On the comment that began a thread. */
  resolvedAt: string | null
  resolvedById: string | null
  resolvedByName: string | null
  /** Every time the thread was resolved and reopened, since that is written down. */
  resolutions: Resolution[]
}

const collection = 'comments' as CollectionSlug

/** Written down in the transaction of the request. */
export async function addComment(
  req: PayloadRequest,
  row: Omit<CommentRow, 'id'>,
): Promise<CommentRow> {
  const created = await req.payload.db.create({ collection, data: row, req })
  return { ...row, id: String(created.id) }
}

/**
 * Changes some of what is kept of a comment; of `mentions` only together with everything else, because SQLite
 * writes lists with their whole row.
 */
export async function changeComment(
  req: PayloadRequest,
  id: string,
  data: Omit<CommentRow, 'id'> | Partial<Omit<CommentRow, 'id' | 'mentions'>>,
): Promise<void> {
  const changed: Partial<CommentRow> = { ...data }
  delete changed.id
  await req.payload.db.updateOne({ collection, id, data: changed, req, returning: false })
}

/** The comment with this id, or null. */
export async function findComment(req: PayloadRequest, id: string): Promise<CommentRow | null> {
  // On MongoDB, what is no id of its own form is refused by the driver.
  if (!/^[\w-]{1,60}$/.test(id)) return null
  const row = await req.payload.db.findOne<CommentRow>({
    collection,
    req,
    where: { id: { equals: id } },
  })
  return row && asRow(row)
}

/**
 * Comments that fit, in the order in which they were written unless said otherwise.
 *
 * @param select what is needed of them, `writtenAt` always, where that is not all; of the rest they have nothing
 */
export async function findComments(
  req: PayloadRequest,
  { where, limit, page = 1, select, sort = ['writtenAt', 'id'] }: FindOptions,
): Promise<CommentRow[]> {
  const { docs } = await req.payload.db.find<CommentRow>({
    collection,
    limit,
    page,
    pagination: false,
    req,
    ...(select ? { select } : {}),
    sort,
    where,
  })
  return docs.map(asRow)
}

interface FindOptions {
  where: Where
  limit: number
  page?: number
  select?: { [Name in keyof CommentRow]?: true }
  sort?: string[]
}

/** What was said in comments, by their ids. */
export async function textsOf(
  req: PayloadRequest,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.db.find<Pick<CommentRow, 'id' | 'text'>>({
    collection,
    limit: ids.length,
    pagination: false,
    req,
    select: { text: true },
    sort: 'id',
    where: { id: { in: [...ids] } },
  })
  return new Map(docs.map(({ id, text }) => [String(id), text ?? '']))
}

export async function countComments(req: PayloadRequest, where: Where): Promise<number> {
  return (await req.payload.db.count({ collection, req, where })).totalDocs
}

/** Takes everything away that was said of a document. */
export async function removeCommentsOf(
  req: PayloadRequest,
  place: { collection: string; id: string },
): Promise<void> {
  await req.payload.db.deleteMany({ collection, req, where: ofDocument(place) })
}

/** Comments on one document. */
export function ofDocument({ collection: of, id }: { collection: string; id: string }): Where {
  return { and: [{ documentCollection: { equals: of } }, { documentId: { equals: id } }] }
}

/** Comments that began a thread. */
export const threadsOnly: Where = { threadId: { exists: false } }

/** Of those, the ones whose thread is open, or resolved. */
export const openOnly: Where = { resolvedAt: { exists: false } }
export const resolvedOnly: Where = { resolvedAt: { exists: true } }

/** How many open threads documents have, by their keys `collection/id`; those without are left out. */
export async function countOpenThreads(
  req: PayloadRequest,
  places: readonly { collection: string; id: string }[],
): Promise<Map<string, number>> {
  const ids = new Map<string, string[]>()
  for (const { collection: of, id } of places) ids.set(of, [...(ids.get(of) ?? []), id])
  if (ids.size === 0) return new Map()
  const or = [...ids].map(([of, some]): Where => {
    const and: Where[] = [{ documentCollection: { equals: of } }, { documentId: { in: some } }]
    return { and }
  })
  const counts = new Map<string, number>()
  for (const key of await documentsOfOpenThreads(req, { or }))
    counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** The ids of all documents of a content type that have open threads. */
export async function documentsWithOpenThreads(req: PayloadRequest, of: string): Promise<string[]> {
  const keys = await documentsOfOpenThreads(req, { documentCollection: { equals: of } })
  return [...new Set(keys)].map((key) => key.slice(of.length + 1))
}

/** For each open thread, the key of its document. */
async function documentsOfOpenThreads(req: PayloadRequest, where: Where): Promise<string[]> {
  const { docs } = await req.payload.db.find<
    Pick<CommentRow, 'documentCollection' | 'documentId' | 'id'>
  >({
    collection,
    limit: 0,
    pagination: false,
    req,
    select: { documentCollection: true, documentId: true },
    sort: 'id',
    where: { and: [where, threadsOnly, openOnly] },
  })
  return docs.map(({ documentCollection, documentId }) => `${documentCollection}/${documentId}`)
}

/** Somebody who can be mentioned. */
export interface MentionablePerson {
  id: string
  name: string
}

/** People with a role, by name. */
export async function findPeople(
  req: PayloadRequest,
  { limit, where }: { limit: number; where: Where },
): Promise<MentionablePerson[]> {
  const { docs } = await req.payload.db.find<{ id: string; name?: string } & NonNullable<Actor>>({
    collection: 'users',
    limit,
    pagination: false,
    req,
    select: { name: true, kind: true, roles: true },
    sort: ['name', 'id'],
    where: { and: [{ kind: { equals: 'person' } }, { roles: { in: [...roles] } }, where] },
  })
  return docs.filter(isPerson).map(({ id, name }) => ({ id: String(id), name: name ?? '' }))
}

/** What accounts are called now, by their ids; those that are gone are left out. */
export async function namesOf(
  req: PayloadRequest,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.db.find<{ id: string; name?: string }>({
    collection: 'users',
    limit: 0,
    pagination: false,
    req,
    select: { name: true },
    sort: 'id',
    where: { id: { in: [...ids] } },
  })
  return new Map(docs.map(({ id, name }) => [String(id), name ?? '']))
}

/** A row as the databases give it: absent values may be null or missing, times may be dates. */
function asRow(row: CommentRow): CommentRow {
  return {
    id: String(row.id),
    documentCollection: row.documentCollection,
    documentId: row.documentId,
    threadId: row.threadId ?? null,
    place: row.place ?? null,
    text: row.text ?? '',
    authorId: row.authorId,
    authorName: row.authorName,
    mentions: row.mentions ?? [],
    versionId: row.versionId,
    contentHash: row.contentHash,
    entry: row.entry ?? null,
    writtenAt: new Date(row.writtenAt).toISOString(),
    editedAt: instant(row.editedAt),
    removedAt: instant(row.removedAt),
    resolvedAt: instant(row.resolvedAt),
    resolvedById: row.resolvedById ?? null,
    resolvedByName: row.resolvedByName ?? null,
    resolutions: row.resolutions ?? [],
  }
}

function instant(stored: string | null | undefined): string | null {
  return stored ? new Date(stored).toISOString() : null
}
