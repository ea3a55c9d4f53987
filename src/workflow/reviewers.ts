import type { PayloadRequest, TypedUser } from 'payload'
import { isReviewer, type Actor } from '../../access/roles.ts'
import type { NamedPerson } from '../desk/assigned.ts'
import { EditorialError } from '../errors.ts'
import type { Reason } from './checks.ts'
import { namedPerson, nameOf } from './contributors.ts'
import type { Situation } from './situation.ts'

/** Most people that are offered as reviewers. */
const mostReviewers = 500

/** Everybody who may approve what a document says now, by name. */
export async function reviewersOf(
  situation: Situation,
  req: PayloadRequest,
): Promise<NamedPerson[]> {
  const { docs } = await req.payload.find({
    collection: 'users',
    depth: 0,
    limit: mostReviewers,
    overrideAccess: false,
    req,
    sort: 'name',
    where: { and: [{ roles: { in: ['reviewer'] } }, { kind: { equals: 'person' } }] },
  })
  return docs
    .filter((person) => reasonsAgainstReviewer(person as TypedUser, situation).length === 0)
    .map(namedPerson)
}

/**
 * The person a review is to be given to.
 *
 * @throws EditorialError MALFORMED when there is nobody with that id
 */
export async function reviewerNamed(id: string, req: PayloadRequest): Promise<TypedUser> {
  const person = await req.payload.findByID({
    collection: 'users',
    depth: 0,
    disableErrors: true,
    id,
    overrideAccess: false,
    req,
  })
  if (person) return person as TypedUser
  throw new EditorialError({
    code: 'MALFORMED',
    message: `“assignee” is ${id}, and nobody has that id. Choose one of GET …/workflow/reviewers.`,
  })
}

/** All reasons why somebody cannot have the review of a document: they could not approve it. */
export function reasonsAgainstReviewer(
  person: TypedUser,
  { override, working }: Situation,
): Reason[] {
  const id = String(person.id)
  const name = nameOf(person)
  const isOverrider = override?.confirmation === null && override.entry.actorId === id
  return [
    ...(isReviewer(person as Actor)
      ? []
      : [
          {
            code: 'NOT_PERMITTED' as const,
            message: `${name} is no reviewer, and only reviewers approve. Choose somebody who is.`,
          },
        ]),
    ...(working.contributors.some((contributor) => contributor.id === id)
      ? [
          {
            code: 'CONTRIBUTOR_CANNOT_APPROVE' as const,
            message: `${name} changed this text since it was last public, and nobody approves their own words. Choose another reviewer.`,
          },
        ]
      : []),
    ...(isOverrider
      ? [
          {
            code: 'NOT_PERMITTED' as const,
            message: `${name} overrode the review of what is live, so somebody else has to look. Choose another reviewer.`,
          },
        ]
      : []),
  ]
}
