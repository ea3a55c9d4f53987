import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import type { Assigned } from '../desk/assigned.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { EditorialError } from '../errors.ts'
import { refuseDue, writeAssignment } from './assignment.ts'
import type { Reason } from './checks.ts'
import { namedPerson } from './contributors.ts'
import { instant, parsed, personId } from './order.ts'
import { reasonsAgainstReviewer, reviewerNamed } from './reviewers.ts'
import { readSituation, type Situation } from './situation.ts'
import { personOf } from './transition.ts'

const shape = z.strictObject({
  assignee: personId(
    'assignee is the id of a reviewer, or null for nobody in particular.',
  ).nullable(),
  due: instant('due'),
})

/**
 * Gives the review of a document to somebody who may approve it, or to nobody in particular. Everybody on the
 * team may: it changes nothing about the text, and anybody else who may approve it still may. It ends with the
 * review.
 *
 * @param body `{ assignee, due }`: the id of a reviewer or null, and until when, as an instant
 * @throws EditorialError MALFORMED, NOT_FOUND, WRONG_STATE where nothing waits for a review,
 * CONTRIBUTOR_CANNOT_APPROVE or NOT_PERMITTED where the assignee could not approve
 */
export async function assign({
  collection,
  id,
  body,
  req,
}: {
  collection: string
  id: string
  body: unknown
  req: PayloadRequest
}): Promise<{ situation: Situation; assigned: Assigned }> {
  const person = personOf(req)
  const { assignee, due } = parsed(shape, body)
  return inTransaction(req, async (transactionReq) => {
    const situation = await readSituation({ collection, id, req: transactionReq })
    const reviewer = assignee === null ? null : await reviewerNamed(assignee, transactionReq)
    refuseFor([
      ...refuseOtherStates(situation),
      ...refuseDue(due ? new Date(due) : null, reviewer !== null),
      ...(reviewer ? reasonsAgainstReviewer(reviewer, situation) : []),
    ])
    const assigned = await writeAssignment({
      situation,
      assignee: reviewer && namedPerson(reviewer),
      by: namedPerson(person),
      due: due ? new Date(due) : null,
      req: transactionReq,
    })
    return { situation, assigned }
  })
}

function refuseOtherStates({ state }: Situation): Reason[] {
  if (state === 'inReview') return []
  return [
    {
      code: 'WRONG_STATE',
      message: `Only a review can be given to somebody, and this document is not in review (${state}). Submit it first.`,
    },
  ]
}

function refuseFor(reasons: readonly Reason[]): void {
  const [first] = reasons
  if (first) throw new EditorialError({ code: first.code, message: first.message, reasons })
}
