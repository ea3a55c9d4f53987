import type { PayloadRequest } from 'payload'
import {
  whatWasAssigned,
  type Assigned,
  type Assignment,
  type NamedPerson,
} from '../desk/assigned.ts'
import { tellAssigned } from '../desk/tell-assigned.ts'
import type { Reason } from './checks.ts'
import { lookedUpOnce, noteLookedUp } from './looked-up.ts'
import type { Situation } from './situation.ts'

/** The part of a row of the review queue that says who has the review. */
export interface AssignmentRow {
  assignee?: string | null
  assigneeName?: string | null
  assignedBy?: string | null
  assignedByName?: string | null
  assignedAt?: string | Date | null
  due?: string | Date | null
}

const nobodyInParticular = {
  assignee: '',
  assigneeName: '',
  assignedBy: '',
  assignedByName: '',
  assignedAt: null,
  due: null,
} satisfies AssignmentRow

/** Who has a review, as its row says; null: nobody in particular. */
export function assignmentIn(row: AssignmentRow | null | undefined): Assignment | null {
  if (!row?.assignee || !row.assignedAt) return null
  return {
    assignee: { id: row.assignee, name: row.assigneeName ?? '' },
    by: { id: row.assignedBy ?? '', name: row.assignedByName ?? '' },
    at: new Date(row.assignedAt).toISOString(),
    due: row.due ? new Date(row.due).toISOString() : null,
  }
}

/** Who has the review of a document; null: nobody in particular. */
export async function assignmentOf(
  situation: Situation,
  req: PayloadRequest,
): Promise<Assignment | null> {
  return lookedUpOnce(situation, 'assignment', async () =>
    assignmentIn(await rowOf(situation, req)),
  )
}

/** Notes who has the review, as its row was just written. */
export function noteAssignment(situation: Situation, row: AssignmentRow): void {
  noteLookedUp(situation, 'assignment', assignmentIn(row))
}

/**
 * What becomes of the assignment when a row is written anew: it stays as long as the review lasts and the
 * assignee has not changed the text themselves.
 *
 * @returns what to write; nothing where it stays as it is
 */
export function keptAssignment(
  row: AssignmentRow | null,
  { state, working }: Situation,
): AssignmentRow {
  const stays =
    row !== null &&
    state === 'inReview' &&
    !working.contributors.some(({ id }) => id === row.assignee)
  return stays ? {} : nobodyInParticular
}

/**
 * Gives the review of a document to somebody, or to nobody in particular, in the transaction of the request.
 * Whether they may have it was checked before: see `reviewers.ts`.
 */
export async function writeAssignment({
  situation,
  assignee,
  by,
  due,
  req,
}: {
  situation: Situation
  assignee: NamedPerson | null
  by: NamedPerson
  due: Date | null
  req: PayloadRequest
}): Promise<Assigned> {
  const row = (await rowOf(situation, req))!
  const at = new Date().toISOString()
  const data = assignee
    ? {
        assignee: assignee.id,
        assigneeName: assignee.name,
        assignedBy: by.id,
        assignedByName: by.name,
        assignedAt: at,
        due: due?.toISOString() ?? null,
      }
    : nobodyInParticular
  await req.payload.db.updateOne({
    collection: 'workflow-states',
    data,
    id: row.id,
    req,
    returning: false,
  })
  noteAssignment(situation, data)
  const assigned = whatWasAssigned({
    before: assignmentIn(row),
    now: assignmentIn(data),
    by,
    at,
    document: situation,
  })
  await tellAssigned(assigned, req)
  return assigned
}

/** Until when a review is asked for: later than now, and asked of somebody. */
export function refuseDue(due: Date | null, isAssigned: boolean): Reason[] {
  if (due === null) return []
  if (!isAssigned)
    return [
      {
        code: 'MALFORMED',
        message: '“due” says until when somebody is asked for a review. Name them in “assignee”.',
      },
    ]
  if (due.getTime() > Date.now()) return []
  return [
    {
      code: 'MALFORMED',
      message: `“due” is ${due.toISOString()}, which has passed. Name an instant in the future, or none.`,
    },
  ]
}

function rowOf({ collection, id }: { collection: string; id: string }, req: PayloadRequest) {
  return req.payload.db.findOne<AssignmentRow & { id: string }>({
    collection: 'workflow-states',
    req,
    select: {
      assignee: true,
      assigneeName: true,
      assignedBy: true,
      assignedByName: true,
      assignedAt: true,
      due: true,
    },
    where: { key: { equals: `${collection}/${id}` } },
  })
}
