import type { PayloadRequest, Where } from 'payload'
import type { Kind } from './kinds.ts'

/** A document that somebody is told of, as it was called then. */
export interface ToldDocument {
  collection: string
  id: string
  title: string
  /** Why it is due, with `reviewDue`: see `review-due.ts`. */
  why?: string
}

/** What becomes of the mail about a notification. */
export type MailState =
  /** Nobody wants one. */
  | 'none'
  /** It goes into the next mail. */
  | 'atOnce'
  /** It goes into the next daily digest. */
  | 'digest'
  /** It is in a mail. */
  | 'made'
  /** It was read in the panel meanwhile, or is not wanted or not allowed any more. */
  | 'spared'

/** One thing that one person is told. */
export interface NotificationRow {
  id: string
  personId: string
  kind: Kind
  documents: ToldDocument[]
  /** How many further documents there are, when there are too many to name. */
  more: number
  /** Who did it; null for the platform. */
  byName: string | null
  /** What they said; shown in the panel alone. */
  detail: string | null
  /** Path in the panel, where it is not the usual one of the kind. */
  link: string | null
  at: string
  isRead: boolean
  mail: MailState
  mailDueAt: string | null
}

const collection = 'notifications'

export async function addNotification(
  row: Omit<NotificationRow, 'id'>,
  req: PayloadRequest,
): Promise<void> {
  await req.payload.db.create({ collection, data: { ...row }, req, returning: false })
}

/** @param sort by default the oldest first */
export async function findNotifications(
  { limit, page, sort, where }: { limit: number; page?: number; sort?: string[]; where: Where },
  req: PayloadRequest,
): Promise<{ rows: NotificationRow[]; total: number; pages: number }> {
  const { docs, totalDocs, totalPages } = await req.payload.db.find<NotificationRow>({
    collection,
    limit,
    page: page ?? 1,
    pagination: page !== undefined,
    req,
    sort: sort ?? ['at', 'id'],
    where,
  })
  return {
    rows: docs.map((row) => ({ ...row, id: String(row.id), at: new Date(row.at).toISOString() })),
    total: totalDocs,
    pages: totalPages,
  }
}

export async function countNotifications(where: Where, req: PayloadRequest): Promise<number> {
  return (await req.payload.db.count({ collection, req, where })).totalDocs
}

export async function changeNotifications(
  where: Where,
  data: Partial<Pick<NotificationRow, 'isRead' | 'mail'>>,
  req: PayloadRequest,
): Promise<void> {
  await req.payload.db.updateMany({ collection, data, req, returning: false, where })
}

export async function forgetNotifications(where: Where, req: PayloadRequest): Promise<void> {
  await req.payload.db.deleteMany({ collection, req, where })
}
