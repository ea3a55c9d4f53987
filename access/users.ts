import type { Access, FieldAccess } from 'payload'
import { isAdministrator, isPerson, isStaff, type Actor } from './roles.ts'

/** Administrators manage people. */
export const administrators: Access = ({ req }) => isAdministrator(req.user as Actor)

/** Administrators manage everybody; everyone manages the harmless parts of their own account. */
export const administratorsOrSelf: Access = ({ req }) => {
  const actor = req.user as Actor
  if (isAdministrator(actor)) return true
  return isPerson(actor) ? { id: { equals: actor?.id } } : false
}

/** Staff see who their colleagues are: names stand beside every change and approval. */
export const staffSeeColleagues: Access = ({ req }) => isStaff(req.user as Actor)

/** Fields that decide what an account may do: nobody changes their own. */
export const administratorsOnly: FieldAccess = ({ req }) => isAdministrator(req.user as Actor)

/** Fields of an account that only its owner and administrators see. */
export const administratorsOrOwner: FieldAccess = ({ id, doc, req }) => {
  const actor = req.user as Actor
  return isAdministrator(actor) || (actor != null && actor.id === (doc?.id ?? id))
}

/** Fields of content that readers do not get: notes and doubts of the team. */
export const staffField: FieldAccess = ({ req }) => isStaff(req.user as Actor)

/** Machines have no business in the panel. */
export function mayUsePanel({ req }: { req: { user?: unknown } }): boolean {
  return isPerson(req.user as Actor)
}

/** Fields that the platform alone writes. */
export const nobodyWrites: FieldAccess = () => false
