import type { PayloadRequest } from 'payload'
import { tell } from '../notifications/tell.ts'
import type { Assigned } from './assigned.ts'

/** Tells whoever was given a review, in the transaction of it. Who takes one over knows. */
export async function tellAssigned(
  { by, collection, id, title, to }: Assigned,
  req: PayloadRequest,
): Promise<void> {
  if (!to || to.id === by.id) return
  await tell({ kind: 'assigned', document: { collection, id, title }, people: [to.id], by, req })
}
