import type { Access, Where } from 'payload'
import { isPerson, isStaff, type Actor } from './roles.ts'

/**
 * What a reader without a role may see, as a condition on documents. By this very object a question for a
 * reader is told from one that happens to have the same condition.
 */
export const whatReadersMaySee: Where = { _status: { equals: 'published' } }

/** Everything but what is public now. */
const notLive: Where = { _status: { not_equals: 'published' } }

/** Everyone reads what is live; staff read drafts too. */
export const liveOrStaff: Access = ({ req }) => (isStaff(actorOf(req)) ? true : whatReadersMaySee)

/** The history of a document is for staff. */
export const staffOnly: Access = ({ req }) => isStaff(actorOf(req))

/** Anyone on the team may write drafts. Whoever does gives up the right to approve that text. */
export const people: Access = ({ req }) => isPerson(actorOf(req))

/**
 * Anyone on the team may save a draft. Nobody may ask for a document to be public this way: that goes
 * through the review workflow. The admin panel asks this too, to decide which buttons to show.
 */
export const theTeamsDrafts: Access = ({ data, req }) => {
  const asksToPublish = (data as { _status?: unknown } | undefined)?._status === 'published'
  return !asksToPublish && isPerson(actorOf(req))
}

/** Drafts may be deleted by the team. What was ever public is kept; the workflow sees to that. */
export const draftsOnly: Access = ({ req }) => (isPerson(actorOf(req)) ? notLive : false)

/** Nobody, whatever their role. */
export const nobody: Access = () => false

function actorOf(req: { user?: unknown }): Actor {
  return req.user as Actor
}
