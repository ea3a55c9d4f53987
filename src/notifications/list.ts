import type { PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { EditorialError } from '../errors.ts'
import { standingsOf } from '../workflow/standing.ts'
import type { State } from '../workflow/states.ts'
import type { Kind } from './kinds.ts'
import {
  changeNotifications,
  countNotifications,
  findNotifications,
  type NotificationRow,
} from './rows.ts'
import { panelLanguage } from './words.ts'
import { sayWhatHappened, sayWhyDue, typeLabel } from './say.ts'
import { wayTo } from './ways.ts'

/** How many notifications a page of the list has. */
export const pageLength = 25

/** Most notifications that are marked as read by name at once. */
const mostMarked = 100

/** Last page anybody can ask for: more notifications are not kept. */
const lastPage = 100

/** A notification as the person it is for sees it. */
export interface ListedNotification {
  id: string
  kind: Kind
  /** When it happened, as an ISO instant. */
  at: string
  isRead: boolean
  /** What happened, in the language asked for; its documents follow. */
  sentence: string
  /** What somebody said about it, such as what should change. */
  detail: string | null
  documents: ListedDocument[]
  /** How many further documents there are. */
  more: number
}

export interface ListedDocument {
  collection: string
  id: string
  /** What the type is called, in the language asked for. */
  type: string
  /** As it is now, or was when it was deleted. */
  title: string
  /** Where it stands now; null when it is gone. */
  state: State | null
  /** Where to go in the panel, below its address; null when it is gone. */
  path: string | null
  /** Why it is due, in the language asked for. */
  why: string | null
}

/** One page of what somebody was told. */
export interface ListedNotifications {
  docs: ListedNotification[]
  /** Of all pages. */
  totalDocs: number
  totalPages: number
  page: number
  /** How many of them are not read yet. */
  unread: number
}

/** What a person was told, what is not read first, then the newest. */
export async function listNotifications(
  {
    language,
    onlyUnread,
    page,
    personId,
  }: { language: string; onlyUnread: boolean; page: unknown; personId: string },
  req: PayloadRequest,
): Promise<ListedNotifications> {
  const number = readPage(page)
  const own: Where = { personId: { equals: personId } }
  const unread: Where = { and: [own, { isRead: { equals: false } }] }
  const { rows, total, pages } = await findNotifications(
    {
      limit: pageLength,
      page: number,
      sort: ['isRead', '-at', '-id'],
      where: onlyUnread ? unread : own,
    },
    req,
  )
  const standings = await standingsOf(
    rows.flatMap(({ documents }) => documents),
    req,
  )
  const now = new Map(standings.map((one) => [`${one.collection}/${one.id}`, one]))
  const spoken = panelLanguage(language)
  const listed = (row: NotificationRow): ListedNotification => ({
    id: row.id,
    kind: row.kind,
    at: row.at,
    isRead: row.isRead,
    sentence: sayWhatHappened(row, spoken),
    detail: row.detail,
    documents: row.documents.map((document) => {
      const standing = now.get(`${document.collection}/${document.id}`)
      return {
        collection: document.collection,
        id: document.id,
        type: typeLabel(document.collection, spoken, req),
        title: standing?.title ?? document.title,
        state: standing?.state ?? null,
        path: standing ? wayTo(row, document) : null,
        why: sayWhyDue(document, spoken),
      }
    }),
    more: row.more,
  })
  return {
    docs: rows.map(listed),
    totalDocs: total,
    totalPages: pages,
    page: number,
    unread: onlyUnread ? total : await countNotifications(unread, req),
  }
}

const named = z.union([
  z.strictObject({ ids: z.array(z.string().max(100)).min(1).max(mostMarked) }),
  z.strictObject({ all: z.literal(true), until: z.iso.datetime({ offset: true }) }),
])

/**
 * Marks notifications as read: those that are named, or all up to an instant, so that what arrives meanwhile is not
 * marked unseen. What belongs to others is left alone.
 *
 * @returns how many are not read yet
 * @throws EditorialError MALFORMED
 */
export async function markRead(
  personId: string,
  body: unknown,
  req: PayloadRequest,
): Promise<number> {
  const wanted = named.safeParse(body)
  if (!wanted.success)
    throw new EditorialError({
      code: 'MALFORMED',
      message: `Send {"ids": [ID, …]} with at most ${mostMarked} ids, or {"all": true, "until": INSTANT} with an instant such as 2027-03-01T09:00:00-05:00.`,
    })
  const which: Where =
    'ids' in wanted.data
      ? { id: { in: wanted.data.ids } }
      : { at: { less_than_equal: new Date(wanted.data.until).toISOString() } }
  await changeNotifications(
    { and: [{ personId: { equals: personId } }, { isRead: { equals: false } }, which] },
    { isRead: true },
    req,
  )
  return unreadOf(personId, req)
}

/** How many notifications a person has not read. */
export function unreadOf(personId: string, req: PayloadRequest): Promise<number> {
  return countNotifications(
    { and: [{ personId: { equals: personId } }, { isRead: { equals: false } }] },
    req,
  )
}

function readPage(page: unknown): number {
  if (page === null || page === undefined || page === '') return 1
  const number = Number(page)
  if (Number.isInteger(number) && number >= 1 && number <= lastPage) return number
  throw new EditorialError({
    code: 'MALFORMED',
    message: `“page” is a whole number from 1 to ${lastPage}.`,
  })
}
