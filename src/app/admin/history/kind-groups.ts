import type { EventKind } from '../../../timeline/event.ts'

/** What one chooses among in a history, each with the kinds of events that belong to it. */
export const kindGroups = {
  saved: ['saved'],
  submitted: ['submitted'],
  approved: ['approved'],
  returned: ['returned'],
  recalled: ['recalled'],
  published: ['published'],
  scheduled: ['scheduled', 'unscheduled', 'scheduleFailed'],
  withdrawn: ['withdrawn'],
  overridden: ['overridden', 'confirmed'],
  renamed: ['renamed'],
  comments: ['commented', 'replied'],
  closings: ['resolved', 'reopened'],
  refused: ['refused'],
} as const satisfies Record<string, readonly EventKind[]>

export type KindGroup = keyof typeof kindGroups
