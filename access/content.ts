import type { Access, Where } from 'payload'
import { isAdministrator, isPerson, isPublisher, isStaff, type Actor } from './roles.ts'

/** What a reader without a role may see, as a condition on documents. */
const live: Where = { _status: { equals: 'published' } }

/** What nobody but a publisher or administrator may delete is excluded by this condition. */
const notLive: Where = { _status: { not_equals: 'published' } }

/** Everyone reads what is live; staff read drafts too. */
export const liveOrStaff: Access = ({ req }) => (isStaff(actorOf(req)) ? true : live)

/** The history of a document is for staff. */
export const staffOnly: Access = ({ req }) => isStaff(actorOf(req))

/** Anyone on the team may write drafts. Whoever does gives up the right to approve that text. */
export const people: Access = ({ req }) => isPerson(actorOf(req))

/**
 * Anyone on the team may save a draft; data that asks to be published is only for those who may change
 * what is live. The admin panel asks this too, to decide which buttons to show.
 */
export const peopleAndPublishingIfAllowed: Access = ({ data, req }) => {
  const actor = actorOf(req)
  const asksToPublish = (data as { _status?: unknown } | undefined)?._status === 'published'
  return asksToPublish ? mayChangeLive(actor) : isPerson(actor)
}

/** Drafts may be deleted by the team, live documents by those who may change what is live. */
export const draftsOrLiveIfAllowed: Access = ({ req }) => {
  const actor = actorOf(req)
  if (mayChangeLive(actor)) return true
  return isPerson(actor) ? notLive : false
}

/** Nobody, whatever their role. */
export const nobody: Access = () => false

/** Who may make or change what the public sees. */
export function mayChangeLive(actor: Actor): boolean {
  return isPublisher(actor) || isAdministrator(actor)
}

function actorOf(req: { user?: unknown }): Actor {
  return req.user as Actor
}
