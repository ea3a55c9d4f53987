import type { CollectionAfterDeleteHook } from 'payload'
import { removeCommentsOf } from './rows.ts'

/** What was said of a draft goes with it. What decided something stays: the ledger says it, too. */
export const forgetCommentsOnDelete: CollectionAfterDeleteHook = ({ collection, id, req }) =>
  removeCommentsOf(req, { collection: collection.slug, id: String(id) })
