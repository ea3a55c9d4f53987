import type { PayloadRequest } from 'payload'
import { findEntries } from '../ledger/read.ts'
import { mostDocuments } from '../workflow/order.ts'
import type { Situation } from '../workflow/situation.ts'
import { standingsOf, type DocumentStanding } from '../workflow/standing.ts'

/**
 * The documents that were last submitted together with this one, itself among them, by title; empty where it was
 * submitted alone. Some may have gone on since: their state says so.
 */
export async function submittedTogether(
  { entries }: Situation,
  req: PayloadRequest,
): Promise<DocumentStanding[]> {
  const last = entries.findLast(({ type }) => type === 'submitted')
  const setId = last?.details.setId
  if (!last || setId === undefined) return []
  // What is inside details cannot be asked for. A set is recorded in one go, so the others are not far.
  const near = await findEntries(req, {
    and: [
      { type: { equals: 'submitted' } },
      { sequence: { greater_than: last.sequence - mostDocuments } },
      { sequence: { less_than: last.sequence + mostDocuments } },
    ],
  })
  const places = near
    .filter(({ details }) => details.setId === setId)
    .map(({ documentCollection, documentId }) => ({
      collection: documentCollection,
      id: documentId,
    }))
  return standingsOf(places, req)
}
