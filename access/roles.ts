import type { User } from '../src/payload-types.ts'

/** The four roles a person or machine may hold; a person may hold several. */
export const roles = ['editor', 'reviewer', 'publisher', 'administrator'] as const

export type Role = (typeof roles)[number]

/** What rules ask about whoever makes a request. `null` and `undefined` are a reader who is not signed in. */
export type Actor = Pick<User, 'id' | 'kind' | 'roles'> | null | undefined

/** Any part of a signed-in account that holds at least one role: the team, and machines that read for it. */
export function isStaff(actor: Actor): boolean {
  return (actor?.roles?.length ?? 0) > 0
}

/** A human being with a role. Machines read; only people write. */
export function isPerson(actor: Actor): boolean {
  return isStaff(actor) && actor?.kind === 'person'
}

export function isEditor(actor: Actor): boolean {
  return personHolds(actor, 'editor')
}

export function isReviewer(actor: Actor): boolean {
  return personHolds(actor, 'reviewer')
}

export function isPublisher(actor: Actor): boolean {
  return personHolds(actor, 'publisher')
}

export function isAdministrator(actor: Actor): boolean {
  return personHolds(actor, 'administrator')
}

function personHolds(actor: Actor, role: Role): boolean {
  return isPerson(actor) && (actor?.roles?.includes(role) ?? false)
}
