import type { PayloadRequest } from 'payload'
import type { KeptTranslations } from '../translation/document-translation.ts'
import type { AssignmentRow } from './assignment.ts'
import { forgetLookedUp, lookedUpOnce } from './looked-up.ts'
import type { Situation } from './situation.ts'
import type { State } from './states.ts'

/** What of a document's row in the review queue is needed for the next one. */
export interface StateRow extends AssignmentRow {
  id: string
  state: State
  live?: boolean | null
  translations?: KeptTranslations | null
  lostLinks?: number | null
  workingReferences?: string | null
}

/** A document's row in the review queue, without the words of its text; null where it has none yet. */
export function stateRowOf(situation: Situation, req: PayloadRequest): Promise<StateRow | null> {
  return lookedUpOnce(situation, 'row', () =>
    req.payload.db.findOne<StateRow>({
      collection: 'workflow-states',
      req,
      select: {
        state: true,
        live: true,
        translations: true,
        lostLinks: true,
        workingReferences: true,
        assignee: true,
        assigneeName: true,
        assignedBy: true,
        assignedByName: true,
        assignedAt: true,
        due: true,
      },
      where: { key: { equals: `${situation.collection}/${situation.id}` } },
    }),
  )
}

/** To be called once the row was written. */
export function forgetStateRow(situation: Situation): void {
  forgetLookedUp(situation, 'row')
}
