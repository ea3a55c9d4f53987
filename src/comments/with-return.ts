import type { PayloadRequest } from 'payload'
import type { EntryDetails } from '../ledger/entry.ts'
import type { NewEntry } from '../ledger/append.ts'
import { newestText } from './newest-text.ts'
import type { NewThread } from './order.ts'
import { TextPlaces } from './pin.ts'
import { addComment, changeComment } from './rows.ts'
import { tellMentioned } from './tell-mentioned.ts'
import { nothingYet, people, refuseMoreThreads } from './write.ts'

/** What goes with the return of one document. */
interface Returned {
  collection: string
  id: string
  comments: readonly NewThread[]
  /** Who returns it. */
  by: Pick<NewEntry, 'actorId' | 'actorName'>
  req: PayloadRequest
}

/**
 * Keeps the comments that go with a return, in its transaction, each as a thread of its own.
 *
 * @returns what the entry in the ledger says of them
 * @throws EditorialError MALFORMED or WRONG_STATE
 */
export async function keepWithReturn({
  by: { actorId, actorName },
  collection,
  comments,
  id,
  req,
}: Returned): Promise<NonNullable<EntryDetails['comments']>> {
  const { contentHash, text, versionId } = await newestText({ collection, id }, req)
  await refuseMoreThreads({ collection, id }, comments.length, req)
  const places = new TextPlaces(text)
  const now = Date.now()
  const kept: NonNullable<EntryDetails['comments']> = []
  for (const [at, comment] of comments.entries()) {
    const place = comment.place && places.pin(comment.place)
    const row = await addComment(req, {
      ...nothingYet,
      documentCollection: collection as never,
      documentId: id,
      place,
      text: comment.text,
      mentions: await people(comment.mentions, req),
      authorId: actorId ?? '',
      authorName: actorName ?? '',
      versionId,
      contentHash,
      // They stay in the order in which they were sent.
      writtenAt: new Date(now + at).toISOString(),
    })
    await tellMentioned(row, req)
    kept.push({ id: row.id, text: row.text, ...(place ? { place } : {}) })
  }
  return kept
}

/** Says of the comments of a return in which entry they stand; from then on nobody changes them. */
export async function nameEntry(
  comments: NonNullable<EntryDetails['comments']>,
  sequence: number,
  req: PayloadRequest,
): Promise<void> {
  for (const { id } of comments) await changeComment(req, id, { entry: sequence })
}
