import type { Role } from '../../access/roles.ts'
import type { EntryType } from '../ledger/entry.ts'

/** What the working side of a document can be in. */
export const states = [
  'draft',
  'inReview',
  'changesRequested',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
] as const

export type State = (typeof states)[number]

/** One row of the workflow: who may take a document from where to where, and what that takes. */
export interface Transition {
  action: string
  /**
   * States of the working side in which it can be done. `live` stands for any state of a document whose
   * live side is published, `overridden` for one that is live by an override nobody has confirmed yet.
   */
  from: readonly (State | 'live' | 'overridden')[]
  to: State
  by: Role
  /** The ledger entries it makes, in this order. */
  records: readonly EntryType[]
  /** What has to hold besides the state, each by a check of that name in `checks.ts`. */
  needs: readonly Need[]
}

/**
 * What an action can need:
 *
 * - `comment`, `reason`: the person says why
 * - `publishAt`: an instant in the future
 * - `replacement`: where readers go instead
 * - `requirements`: the text is complete and fit for the public
 * - `liveReferences`: everything the text points at is live, or becomes live with it
 * - `ownName`: no name of the text leads people to another document, or an editor said that it may
 * - `independence`: the person did not contribute to the text
 * - `approval`: an approval of exactly this text by somebody who did not contribute to it
 * - `translation`: no translation is older than its source, or the person said that it may be public all the same
 * - `notCited`: no live document points here
 * - `otherAdministrator`: the person is not the one who overrode the review of what is live, as long as
 *   nobody has confirmed that
 */
export type Need =
  | 'comment'
  | 'reason'
  | 'publishAt'
  | 'replacement'
  | 'requirements'
  | 'liveReferences'
  | 'ownName'
  | 'independence'
  | 'approval'
  | 'translation'
  | 'notCited'
  | 'otherAdministrator'

/**
 * The whole workflow. Types, permitted actions, the panel's buttons, the diagram in `docs/workflow.md` and
 * the test of every role, action and state are derived from this table.
 */
export const transitions = [
  {
    action: 'submit',
    from: ['draft', 'changesRequested'],
    to: 'inReview',
    by: 'editor',
    records: ['submitted'],
    needs: ['requirements', 'ownName'],
  },
  {
    action: 'approve',
    from: ['inReview'],
    to: 'approved',
    by: 'reviewer',
    records: ['approved'],
    needs: ['independence', 'otherAdministrator'],
  },
  {
    action: 'return',
    from: ['inReview', 'approved'],
    to: 'changesRequested',
    by: 'reviewer',
    records: ['returned'],
    needs: ['comment'],
  },
  {
    action: 'recall',
    from: ['inReview', 'approved'],
    to: 'draft',
    by: 'editor',
    records: ['recalled'],
    needs: [],
  },
  {
    action: 'publish',
    from: ['approved'],
    to: 'published',
    by: 'publisher',
    records: ['published'],
    needs: ['approval', 'requirements', 'liveReferences', 'ownName', 'translation'],
  },
  {
    action: 'schedule',
    from: ['approved'],
    to: 'scheduled',
    by: 'publisher',
    records: ['scheduled'],
    needs: ['publishAt', 'approval', 'requirements', 'ownName', 'translation'],
  },
  {
    action: 'unschedule',
    from: ['scheduled'],
    to: 'approved',
    by: 'publisher',
    records: ['unscheduled'],
    needs: [],
  },
  {
    action: 'withdraw',
    from: ['live'],
    to: 'withdrawn',
    by: 'publisher',
    records: ['withdrawn'],
    needs: ['reason', 'replacement', 'notCited'],
  },
  {
    action: 'override',
    from: ['draft', 'inReview', 'changesRequested', 'approved'],
    to: 'published',
    by: 'administrator',
    records: ['overridden', 'published'],
    needs: ['reason', 'requirements', 'liveReferences', 'ownName', 'translation'],
  },
  {
    action: 'confirm',
    from: ['overridden'],
    to: 'published',
    by: 'reviewer',
    records: ['confirmed'],
    needs: ['independence', 'otherAdministrator'],
  },
] as const satisfies readonly Transition[]

export type Action = (typeof transitions)[number]['action']

export const actions = transitions.map(({ action }) => action)

/** Actions that can be taken on several documents at once, all or none of them. */
export const setActions = [
  'submit',
  'approve',
  'return',
  'recall',
  'publish',
  'schedule',
  'unschedule',
  'withdraw',
] as const satisfies readonly Action[]

export type SetAction = (typeof setActions)[number]

export function isAction(text: string): text is Action {
  return (actions as string[]).includes(text)
}

export function isSetAction(text: string): text is SetAction {
  return (setActions as readonly string[]).includes(text)
}

/** The row of the table for an action. */
export function transitionFor(action: Action): Transition {
  return transitions.find((row) => row.action === action)!
}
