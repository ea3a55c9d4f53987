import { isPerson, type Actor } from './roles.ts'

/** Every person of the team may say something about every document, also about their own words. */
export function mayComment(actor: Actor): boolean {
  return isPerson(actor)
}
