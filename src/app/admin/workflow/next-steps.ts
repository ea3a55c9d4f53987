import type { WorkflowAnswer } from '../../../workflow/answer.ts'
import type { Action } from '../../../workflow/states.ts'

/** Actions in the order a person looks for them: those that take the document further come first. */
const usualOrder: readonly Action[] = [
  'approve',
  'confirm',
  'publish',
  'submit',
  'schedule',
  'return',
  'recall',
  'unschedule',
  'withdraw',
  'override',
]

/** Actions that take a document further without ado. The others are choices, not next steps. */
const forward: readonly Action[] = ['approve', 'confirm', 'publish', 'submit']

type Offer = WorkflowAnswer['actions'][number]

/** What a person may do with a document, sorted for them. */
export interface NextSteps {
  /** What most likely brings them here. */
  primary: Action | 'publishTogether' | null
  available: Offer[]
  /** Of this stage, but not for them or not yet. */
  unavailable: Offer[]
  /** Of other stages. */
  elsewhere: Offer[]
  /** Whether it points at documents that have to become public first, or with it. */
  needsOthers: boolean
  /** Whether public documents point at it, which only leave with it. */
  takesOthers: boolean
}

/** Sorts the actions of a document for the one who asked. */
export function nextSteps({ actions }: WorkflowAnswer): NextSteps {
  const offers = usualOrder.map((action) => actions.find((offer) => offer.action === action)!)
  const available = offers.filter(({ allowed }) => allowed)
  const refused = offers.filter(({ allowed }) => !allowed)
  const isElsewhere = ({ reasons }: Offer) => reasons.some(({ code }) => code === 'WRONG_STATE')
  const againstPublishing = actions.find(({ action }) => action === 'publish')?.reasons ?? []
  const againstWithdrawing = actions.find(({ action }) => action === 'withdraw')?.reasons ?? []
  const onlyOthers = againstPublishing.length > 0 && againstPublishing.every(({ about }) => about)
  return {
    primary:
      available.find(({ action }) => forward.includes(action))?.action ??
      (onlyOthers ? 'publishTogether' : null),
    available,
    unavailable: refused.filter((offer) => !isElsewhere(offer)),
    elsewhere: refused.filter(isElsewhere),
    needsOthers: againstPublishing.some(({ about }) => about),
    takesOthers: againstWithdrawing.length > 0 && againstWithdrawing.every(({ about }) => about),
  }
}
