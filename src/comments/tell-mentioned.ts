import type { PayloadRequest } from 'payload'
import { tell } from '../notifications/tell.ts'
import { standingsOf } from '../workflow/standing.ts'
import type { CommentRow } from './rows.ts'

/** That somebody is mentioned in a comment. */
export interface Mentioned {
  kind: 'mentioned'
  personId: string
  commentId: string
  threadId: string
  collection: string
  documentId: string
  byId: string
  byName: string
}

/**
 * Whom a comment mentions, for whoever tells them: each person once, its author never, and nobody whom its
 * earlier text mentioned already.
 *
 * @param before the comment as it was, when its text was changed
 */
export function mentionedPeople(comment: CommentRow, before?: CommentRow): Mentioned[] {
  const told = new Set([comment.authorId, ...(before?.mentions ?? [])])
  const mentioned = [...new Set(comment.mentions)].filter((id) => !told.has(id))
  return mentioned.map((personId) => ({
    kind: 'mentioned',
    personId,
    commentId: comment.id,
    threadId: comment.threadId ?? comment.id,
    collection: comment.documentCollection,
    documentId: comment.documentId,
    byId: comment.authorId,
    byName: comment.authorName,
  }))
}

/**
 * Tells those whom a comment mentions, in the transaction in which it is kept. What they get leads to the thread in
 * the review view.
 *
 * @param before the comment as it was, when its text was changed
 */
export async function tellMentioned(
  comment: CommentRow,
  req: PayloadRequest,
  before?: CommentRow,
): Promise<void> {
  const [first, ...others] = mentionedPeople(comment, before)
  if (!first) return
  const place = { collection: first.collection, id: first.documentId }
  const [standing] = await standingsOf([place], req)
  await tell({
    kind: 'mentioned',
    document: { ...place, title: standing?.title ?? '' },
    people: [first, ...others].map(({ personId }) => personId),
    by: { id: first.byId, name: first.byName },
    detail: comment.text,
    link: `/review/${place.collection}/${place.id}?comment=${first.threadId}`,
    req,
  })
}
