import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import type { Actor } from '../../access/roles.ts'

/** A document of a preview, with the hash of its draft when the preview was made. */
export interface PreviewedDocument {
  collection: CollectionSlug
  id: string
  contentHash: string
}

/** A preview as it is kept. Its token is not. */
export interface PreviewRow {
  id: string
  makerId: string
  makerName: string
  documents: PreviewedDocument[]
  documentKeys: string[]
  contentHash: string
  createdAt: string
  expiresAt: string
  revokedAt?: string | null
  revokedById?: string | null
  timesUsed: number
  lastUsedAt?: string | null
}

const collection = 'previews' as CollectionSlug

export async function addPreview(
  payload: Payload,
  row: Omit<PreviewRow, 'id' | 'createdAt'>,
): Promise<PreviewRow> {
  return payload.db.create({ collection, data: { ...row } }) as Promise<
    PreviewRow & { createdAt: string }
  >
}

/** The preview with this id, or null. */
export function findPreview(payload: Payload, id: string): Promise<PreviewRow | null> {
  return payload.db.findOne<PreviewRow>({ collection, where: { id: { equals: id } } })
}

/** Previews that fit, newest first, and how many there are in all. */
export async function listPreviews(
  payload: Payload,
  { limit, where }: { limit: number; where: Where },
): Promise<{ rows: PreviewRow[]; total: number }> {
  const { docs, totalDocs } = await payload.db.find<PreviewRow>({
    collection,
    limit,
    sort: ['-createdAt', '-id'],
    where,
  })
  return { rows: docs, total: totalDocs }
}

export async function countPreviews(payload: Payload, where: Where): Promise<number> {
  return (await payload.db.count({ collection, where })).totalDocs
}

export async function changePreview(
  payload: Payload,
  id: string,
  data: Partial<Omit<PreviewRow, 'id'>>,
): Promise<void> {
  await payload.db.updateOne({ collection, id, data, returning: false })
}

/** Adds to how often a preview was read; several processes may do so at once. */
export async function addUses(
  payload: Payload,
  id: string,
  { last, times }: { last: Date; times: number },
): Promise<void> {
  await payload.db.updateOne({
    collection,
    id,
    data: { timesUsed: { $inc: times }, lastUsedAt: last.toISOString() },
    returning: false,
  })
}

/** The account that made a preview, as it is now, or null when it is gone. */
export async function findMaker(payload: Payload, id: string): Promise<Actor> {
  return payload.db.findOne<NonNullable<Actor>>({
    collection: 'users',
    select: { kind: true, roles: true },
    where: { id: { equals: id } },
  })
}

/**
 * What people are called at this moment, by the ids of their accounts, read in the transaction of the request.
 * Accounts that are gone are left out.
 */
export async function findNames(
  ids: readonly string[],
  { payload, transactionID }: Pick<PayloadRequest, 'payload' | 'transactionID'>,
): Promise<Map<string, string>> {
  const { docs } = await payload.db.find<{ id: string; name?: string | null }>({
    collection: 'users',
    pagination: false,
    req: { context: {}, payload, transactionID } as unknown as PayloadRequest,
    select: { name: true },
    sort: 'id',
    where: { id: { in: [...ids] } },
  })
  return new Map(docs.map(({ id, name }) => [String(id), name ?? '']))
}

/** Those that hold still at an instant. */
export function active(at: Date): Where {
  return {
    and: [{ expiresAt: { greater_than: at.toISOString() } }, { revokedAt: { exists: false } }],
  }
}
