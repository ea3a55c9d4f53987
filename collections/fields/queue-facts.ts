import type { Field } from 'payload'
import { words } from '../../src/locales.ts'
import { sortedAsWritten } from './sort-key.ts'

/**
 * What the desk needs of a document besides where it stands, kept in its row of the review queue, so that
 * nothing else has to be read for a list. Ids of people are `''` where there is nobody, because the databases
 * disagree on whether what is missing differs from something.
 */
export const queueFacts: Field[] = [
  // When it came into its state, and who brought it there with what words.
  { name: 'since', type: 'date', label: words('In this state since', 'En este estado desde') },
  hidden({ name: 'stateBy', type: 'text' }),
  hidden({ name: 'stateComment', type: 'textarea' }),
  hidden({ name: 'submittedBy', type: 'text' }),
  // Ids in one line: see `src/database/one-line.ts`.
  hidden({ name: 'contributorIds', type: 'text' }),
  // How much a reviewer has to read, as of when it was submitted.
  hidden({ name: 'changeSize', type: 'text' }),
  hidden({ name: 'changes', type: 'number' }),
  hidden({ name: 'changedWords', type: 'number' }),
  hidden({ name: 'phase', type: 'text', index: true }),
  // The set it was scheduled with.
  hidden({ name: 'scheduledWith', type: 'text', index: true }),
  hidden({ name: 'failure', type: 'json' }),
  // The override that nobody has confirmed.
  hidden({ name: 'override', type: 'json' }),
  hidden({ name: 'overriddenBy', type: 'text' }),
  hidden({ name: 'overrideContributorIds', type: 'text' }),
  // What needs a look.
  hidden({ name: 'unverified', type: 'checkbox', index: true }),
  hidden({ name: 'checkBy', type: 'date', index: true }),
  hidden({ name: 'lostLinks', type: 'number', index: true }),
  // The assignment.
  hidden({ name: 'assignee', type: 'text', index: true }),
  {
    name: 'assigneeName',
    type: 'text',
    custom: sortedAsWritten,
    label: words('Assigned to', 'Asignado a'),
  },
  hidden({ name: 'assignedBy', type: 'text' }),
  hidden({ name: 'assignedByName', type: 'text' }),
  hidden({ name: 'assignedAt', type: 'date' }),
  { name: 'due', type: 'date', index: true, label: words('Due', 'Fecha límite') },
]

function hidden<Kind extends Field>(field: Kind): Kind {
  return { ...field, admin: { hidden: true } }
}
