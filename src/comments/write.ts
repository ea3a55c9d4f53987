import type { CollectionSlug, PayloadRequest, TypedUser } from 'payload'
import { mayComment } from '../../access/comments.ts'
import type { Actor } from '../../access/roles.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { EditorialError } from '../errors.ts'
import { nameOf } from '../workflow/contributors.ts'
import { mostReopened, mostReplies, mostThreads } from './limits.ts'
import { newestText } from './newest-text.ts'
import { malformed, readNewText, readNewThread } from './order.ts'
import { TextPlaces } from './pin.ts'
import { reopened, resolutionsOf, resolved } from './resolutions.ts'
import {
  addComment,
  changeComment,
  countComments,
  findComment,
  findComments,
  findPeople,
  ofDocument,
  threadsOnly,
  type CommentRow,
} from './rows.ts'
import { tellMentioned } from './tell-mentioned.ts'
import { tellThreads, type ToldThread } from './told.ts'

/**
 * Says something about a document, and begins a thread with it.
 *
 * @param body `{ text, place, mentions }`
 * @throws EditorialError NOT_SIGNED_IN, NOT_PERMITTED, MALFORMED, NOT_FOUND or WRONG_STATE
 */
export async function beginThread(
  place: { collection: string; id: string },
  body: unknown,
  req: PayloadRequest,
): Promise<ToldThread> {
  const person = personOf(req)
  const { mentions, place: asked, text } = readNewThread(body)
  return inTransaction(req, async (transactionReq) => {
    const newest = await newestText(place, transactionReq)
    await refuseMoreThreads(place, 1, transactionReq)
    const root = await addComment(transactionReq, {
      ...nothingYet,
      documentCollection: place.collection as CollectionSlug,
      documentId: place.id,
      place: asked && new TextPlaces(newest.text).pin(asked),
      text,
      mentions: await people(mentions, transactionReq),
      ...authorOf(person),
      versionId: newest.versionId,
      contentHash: newest.contentHash,
      writtenAt: new Date().toISOString(),
    })
    await tellMentioned(root, transactionReq)
    return toldAgain(root.id, transactionReq)
  })
}

/** What a comment has that was only just written. */
export const nothingYet = {
  threadId: null,
  place: null,
  entry: null,
  editedAt: null,
  removedAt: null,
  resolvedAt: null,
  resolvedById: null,
  resolvedByName: null,
  resolutions: [],
} satisfies Partial<CommentRow>

/** Replies in a thread. @throws EditorialError WRONG_STATE in a thread that is resolved or full */
export async function reply(id: string, body: unknown, req: PayloadRequest): Promise<ToldThread> {
  const person = personOf(req)
  const { mentions, text } = readNewText(body)
  return inTransaction(req, async (transactionReq) => {
    const root = await threadOf(id, transactionReq)
    if (root.resolvedAt)
      throw wrongState('This thread is resolved. Reopen it to go on, or begin another.')
    const replies = await countComments(transactionReq, { threadId: { equals: root.id } })
    if (replies >= mostReplies)
      throw wrongState(
        `This thread has ${replies} replies, which is the most it can have. Begin another.`,
      )
    const newest = await newestText(documentOf(root), transactionReq)
    const comment = await addComment(transactionReq, {
      ...nothingYet,
      documentCollection: root.documentCollection,
      documentId: root.documentId,
      threadId: root.id,
      text,
      mentions: await people(mentions, transactionReq),
      ...authorOf(person),
      versionId: newest.versionId,
      contentHash: newest.contentHash,
      writtenAt: new Date().toISOString(),
    })
    await tellMentioned(comment, transactionReq)
    return toldAgain(root.id, transactionReq)
  })
}

/** Says that a thread needs nothing more. Where it is so already, nothing changes. */
export function resolve(id: string, req: PayloadRequest): Promise<ToldThread> {
  const person = personOf(req)
  return inTransaction(req, async (transactionReq) => {
    const root = await threadOf(id, transactionReq)
    if (!root.resolvedAt)
      await changeComment(transactionReq, root.id, resolved(root, asPerson(person)))
    return toldAgain(root.id, transactionReq)
  })
}

/**
 * Takes that back. Where a thread is open already, nothing changes.
 *
 * @throws EditorialError WRONG_STATE when it was reopened too often
 */
export function reopen(id: string, req: PayloadRequest): Promise<ToldThread> {
  const person = personOf(req)
  return inTransaction(req, async (transactionReq) => {
    const root = await threadOf(id, transactionReq)
    if (root.resolvedAt) {
      refuseMoreReopening(root)
      await changeComment(transactionReq, root.id, reopened(root, asPerson(person)))
    }
    return toldAgain(root.id, transactionReq)
  })
}

/**
 * Gives a comment another text. Only its author does, and not once it went with a decision.
 *
 * @param body `{ text, mentions }`, in place of those before
 */
export async function edit(id: string, body: unknown, req: PayloadRequest): Promise<ToldThread> {
  const person = personOf(req)
  const { mentions, text } = readNewText(body)
  return inTransaction(req, async (transactionReq) => {
    const comment = await ownOpenComment(id, person, transactionReq)
    const edited = {
      ...comment,
      text,
      mentions: await people(mentions, transactionReq),
      editedAt: new Date().toISOString(),
    }
    await changeComment(transactionReq, comment.id, edited)
    await tellMentioned(edited, transactionReq, comment)
    return toldAgain(comment.threadId ?? comment.id, transactionReq)
  })
}

/**
 * Takes the words of a comment away; that it was there stays. Only its author does, and not once it went with a
 * decision. A thread in which no words are left is resolved.
 */
export function remove(id: string, req: PayloadRequest): Promise<ToldThread> {
  const person = personOf(req)
  return inTransaction(req, async (transactionReq) => {
    const comment = await ownOpenComment(id, person, transactionReq)
    const threadId = comment.threadId ?? comment.id
    await changeComment(transactionReq, comment.id, {
      ...comment,
      text: '',
      mentions: [],
      removedAt: new Date().toISOString(),
    })
    const root = (await findComment(transactionReq, threadId))!
    const replies = await countComments(transactionReq, {
      and: [{ threadId: { equals: threadId } }, { removedAt: { exists: false } }],
    })
    if (root.removedAt && replies === 0 && !root.resolvedAt)
      await changeComment(transactionReq, threadId, resolved(root, asPerson(person)))
    return toldAgain(threadId, transactionReq)
  })
}

/** @throws EditorialError WRONG_STATE when a document would have too many threads */
export async function refuseMoreThreads(
  place: { collection: string; id: string },
  more: number,
  req: PayloadRequest,
): Promise<void> {
  const threads = await countComments(req, { and: [ofDocument(place), threadsOnly] })
  if (threads + more > mostThreads)
    throw wrongState(
      `This document has ${threads} threads, and can have ${mostThreads}. Reply in one of them.`,
    )
}

/** The ids, where every one is of a person with a role. @throws EditorialError MALFORMED */
export async function people(ids: readonly string[], req: PayloadRequest): Promise<string[]> {
  if (ids.length === 0) return []
  const found = await findPeople(req, { limit: 0, where: { id: { in: [...ids] } } })
  const known = new Set(found.map(({ id }) => id))
  const unknown = ids.filter((id) => !known.has(id))
  if (unknown.length > 0)
    throw malformed([
      'mentions names somebody who is no person with a role here. GET /api/comments/people lists those who can be mentioned.',
    ])
  return [...ids]
}

function authorOf(person: TypedUser): Pick<CommentRow, 'authorId' | 'authorName'> {
  return { authorId: String(person.id), authorName: nameOf(person) }
}

function asPerson(person: TypedUser): { id: string; name: string } {
  return { id: String(person.id), name: nameOf(person) }
}

/** Each time is kept, so there is an end to them. */
function refuseMoreReopening(thread: CommentRow): void {
  const times = resolutionsOf(thread).length
  if (times > mostReopened)
    throw wrongState(
      `This thread was reopened ${times - 1} times, which is the most it can be. Begin another.`,
    )
}

function documentOf({ documentCollection, documentId }: CommentRow) {
  return { collection: documentCollection, id: documentId }
}

/** The comment that began a thread, by its id or that of a reply. @throws EditorialError NOT_FOUND */
async function threadOf(id: string, req: PayloadRequest): Promise<CommentRow> {
  const comment = await found(id, req)
  return comment.threadId ? found(comment.threadId, req) : comment
}

async function found(id: string, req: PayloadRequest): Promise<CommentRow> {
  const comment = await findComment(req, id)
  if (!comment)
    throw new EditorialError({
      code: 'NOT_FOUND',
      message:
        'There is no such comment. GET /api/{collection}/{id}/comments lists those there are.',
    })
  return comment
}

async function ownOpenComment(
  id: string,
  person: TypedUser,
  req: PayloadRequest,
): Promise<CommentRow> {
  const comment = await found(id, req)
  if (comment.authorId !== String(person.id))
    throw new EditorialError({
      code: 'NOT_PERMITTED',
      message: `${comment.authorName} wrote this comment, and nobody else changes or removes it. Reply to it.`,
    })
  if (comment.entry !== null)
    throw wrongState(
      `This comment went with a return and stands in the ledger (entry ${comment.entry}), so it stays as it is. Reply to it.`,
    )
  if (comment.removedAt) throw wrongState('This comment was removed already.')
  return comment
}

async function toldAgain(threadId: string, req: PayloadRequest): Promise<ToldThread> {
  const roots = await findComments(req, { where: { id: { equals: threadId } }, limit: 1 })
  const { text } = await newestText(documentOf(roots[0]!), req)
  const [told] = await tellThreads(roots, text, req)
  return told!
}

function personOf({ user }: PayloadRequest): TypedUser {
  if (user && mayComment(user as Actor)) return user
  throw new EditorialError({
    code: user ? 'NOT_PERMITTED' : 'NOT_SIGNED_IN',
    message: 'Comments are written by people of the team. Sign in with a role.',
  })
}

function wrongState(message: string): EditorialError {
  return new EditorialError({ code: 'WRONG_STATE', message })
}
