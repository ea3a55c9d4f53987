import type { PayloadRequest } from 'payload'
import { giveTurn } from '../turns.ts'
import { mostReplies } from './limits.ts'
import { TextPlaces, type PinnedText, type PresentPlace, type StoredPlace } from './pin.ts'
import { findComments, namesOf, type CommentRow } from './rows.ts'

/** Somebody, as clients are told of them. */
export interface ToldPerson {
  id: string
  name: string
}

/** A comment, as the team is told of it. */
export interface ToldComment {
  id: string
  /** With the name of the day it was written. */
  by: ToldPerson
  /** Empty once it was removed. */
  text: string
  /** With their names of today. */
  mentions: ToldPerson[]
  /** ISO instants. */
  writtenAt: string
  editedAt: string | null
  removedAt: string | null
  /** The newest version when it was written. */
  versionId: string
  contentHash: string
  /** Number of the ledger entry of the return it went with: nobody edits or removes it. */
  entry: number | null
}

/** A thread: the comment that began it, and the replies in the order in which they were written. */
export interface ToldThread {
  /** The id of its first comment. */
  id: string
  collection: string
  documentId: string
  /** What it is about; null is the whole document. */
  place: StoredPlace | null
  /** Where that is in the newest text. */
  now: PresentPlace
  resolved: { by: ToldPerson; at: string } | null
  comments: ToldComment[]
}

/** Tells of threads, with all that was replied and where each place is in the newest text of their document. */
export async function tellThreads(
  roots: readonly CommentRow[],
  text: PinnedText,
  req: PayloadRequest,
): Promise<ToldThread[]> {
  const replies = await repliesTo(roots, req)
  const all = [...roots, ...[...replies.values()].flat()]
  const names = await namesOf(req, [...new Set(all.flatMap(({ mentions }) => mentions))])
  const places = new TextPlaces(text)
  const told: ToldThread[] = []
  for (const root of roots) {
    await giveTurn()
    told.push({
      id: root.id,
      collection: root.documentCollection,
      documentId: root.documentId,
      place: root.place,
      now: places.find(root.place),
      resolved: root.resolvedAt
        ? {
            by: { id: root.resolvedById ?? '', name: root.resolvedByName ?? '' },
            at: root.resolvedAt,
          }
        : null,
      comments: [root, ...(replies.get(root.id) ?? [])].map((row) => tellComment(row, names)),
    })
  }
  return told
}

async function repliesTo(
  roots: readonly CommentRow[],
  req: PayloadRequest,
): Promise<Map<string, CommentRow[]>> {
  const byThread = new Map<string, CommentRow[]>()
  if (roots.length === 0) return byThread
  const rows = await findComments(req, {
    where: { threadId: { in: roots.map(({ id }) => id) } },
    limit: roots.length * mostReplies,
  })
  for (const row of rows) byThread.set(row.threadId!, [...(byThread.get(row.threadId!) ?? []), row])
  return byThread
}

function tellComment(row: CommentRow, names: ReadonlyMap<string, string>): ToldComment {
  return {
    id: row.id,
    by: { id: row.authorId, name: row.authorName },
    text: row.text,
    mentions: row.mentions.flatMap((id) => {
      const name = names.get(id)
      return name === undefined ? [] : [{ id, name }]
    }),
    writtenAt: row.writtenAt,
    editedAt: row.editedAt,
    removedAt: row.removedAt,
    versionId: row.versionId,
    contentHash: row.contentHash,
    entry: row.entry,
  }
}
