import { isPerson, type Actor } from './roles.ts'

/**
 * Whoever may read drafts may show them to others, as a person who answers for it. A machine may not: it
 * could hand out for ever what somebody gave it a key to read.
 */
export function mayShowDrafts(actor: Actor): boolean {
  return isPerson(actor)
}
