import { EditorialError } from '../errors.ts'

/** Refuses a question that cannot be understood. */
export function malformed(message: string): EditorialError {
  return new EditorialError({ code: 'MALFORMED', message })
}

/** Refuses a question about a document that neither is there nor ever took a step. */
export function nothingKnown(collection: string, id: string): EditorialError {
  return new EditorialError({
    code: 'NOT_FOUND',
    message: `Nothing is known of a document ${id.slice(0, 60)} in ${collection.slice(0, 60)}: it is not there, and the ledger has no entry of it.`,
  })
}
