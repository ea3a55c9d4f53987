import type { PayloadRequest } from 'payload'
import { mostThreads } from '../comments/limits.ts'
import { resolutionsOf } from '../comments/resolutions.ts'
import {
  findComments,
  ofDocument,
  textsOf,
  threadsOnly,
  type CommentRow,
} from '../comments/rows.ts'
import {
  commentKinds,
  type EventPerson,
  type EventSource,
  type EventThread,
  type SourceQuestion,
  type TimelineEvent,
} from './event.ts'

/** So much of a comment is told, in UTF-16 code units; its thread has the whole of it. */
export const longestBeginning = 300

/**
 * What the team said about a document, and what became of each thread. The comments of a return are not among them:
 * their entry in the ledger tells them.
 */
export const commentEvents: EventSource = {
  kinds: commentKinds,
  read: async ({ collection, id, limit, req }: SourceQuestion): Promise<TimelineEvent[]> => {
    const document = ofDocument({ collection, id })
    const threads = await findComments(req, {
      where: { and: [document, threadsOnly] },
      limit: mostThreads,
      select: { ...withoutWords, ...aboutThreads },
      sort: newestFirst,
    })
    const replies = await findComments(req, {
      where: { and: [document, { threadId: { exists: true } }] },
      limit,
      select: withoutWords,
      sort: newestFirst,
    })
    const known = new Map(threads.map((thread) => [thread.id, thread]))
    return [
      ...threads
        .filter(({ entry }) => entry === null)
        .map((thread) => writtenEvent(thread, thread)),
      ...replies.map((reply) => writtenEvent(reply, known.get(reply.threadId!))),
      ...threads.flatMap(closingEvents),
    ]
      .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0))
      .slice(0, limit)
  },
}

const newestFirst = ['-writtenAt', '-id']

/** A document may have many thousand comments, and a page of its timeline tells few of them. */
const withoutWords = {
  documentCollection: true,
  documentId: true,
  threadId: true,
  authorId: true,
  authorName: true,
  versionId: true,
  contentHash: true,
  entry: true,
  writtenAt: true,
  editedAt: true,
  removedAt: true,
} as const

const aboutThreads = {
  place: true,
  resolvedAt: true,
  resolvedById: true,
  resolvedByName: true,
  resolutions: true,
} as const

/** @param thread the comment that began the thread */
function writtenEvent(comment: CommentRow, thread: CommentRow | undefined): TimelineEvent {
  const { authorId, authorName, contentHash, id, versionId, writtenAt } = comment
  const kind = comment.threadId === null ? 'commented' : 'replied'
  return {
    ...nothingElse,
    key: `${kind}:${id}`,
    kind,
    at: writtenAt,
    by: [{ id: authorId, name: authorName }],
    text: `version:${versionId}`,
    contentHash,
    versionId,
    thread: {
      ...threadIn(comment, thread),
      isEdited: comment.editedAt !== null,
      isRemoved: comment.removedAt !== null,
    },
  }
}

/** Each time a thread was resolved, and each time it was reopened. */
function closingEvents(thread: CommentRow): TimelineEvent[] {
  const event = (kind: 'resolved' | 'reopened', at: string, by: EventPerson): TimelineEvent => ({
    ...nothingElse,
    key: `${kind}:${thread.id}:${at}`,
    kind,
    at,
    by: [by],
    thread: { ...threadIn(thread, thread), isEdited: false, isRemoved: false },
  })
  return resolutionsOf(thread).flatMap(({ at, by, reopened }) => [
    event('resolved', at, by),
    ...(reopened ? [event('reopened', reopened.at, reopened.by)] : []),
  ])
}

function threadIn(
  { id, threadId }: CommentRow,
  thread: CommentRow | undefined,
): Pick<EventThread, 'begins' | 'comment' | 'id' | 'place'> {
  return { id: threadId ?? id, comment: id, place: thread?.place ?? null, begins: '' }
}

const nothingElse = {
  roles: [],
  text: null,
  contentHash: null,
  versionId: null,
  page: null,
  sequence: null,
  comment: null,
  details: {},
  name: null,
} satisfies Partial<TimelineEvent>

/** The same events with what was said in comments, as it is now. Reads them, so ask for few. */
export async function withWords(
  events: readonly TimelineEvent[],
  req: PayloadRequest,
): Promise<TimelineEvent[]> {
  const ids = events.flatMap(({ thread }) => (thread ? [thread.id, thread.comment] : []))
  const texts = await textsOf(req, [...new Set(ids)])
  return events.map((event) => {
    const { kind, thread } = event
    if (!thread) return event
    const isWritten = kind === 'commented' || kind === 'replied'
    return {
      ...event,
      comment: (isWritten && beginningOf(texts.get(thread.comment))) || null,
      thread: { ...thread, begins: beginningOf(texts.get(thread.id)) },
    }
  })
}

/** A cut may leave half of a character, which nobody can read. */
function beginningOf(text = ''): string {
  if (text.length <= longestBeginning) return text
  return `${text
    .slice(0, longestBeginning)
    .replace(/\p{Surrogate}$/u, '')
    .trimEnd()}…`
}
