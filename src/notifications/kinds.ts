import {
  isEditor,
  isAdministrator,
  isPublisher,
  isReviewer,
  type Actor,
} from '../../access/roles.ts'

/** What people can be told of. */
export const kinds = [
  'submitted',
  'assigned',
  'returned',
  'approved',
  'published',
  'scheduleFailed',
  'overridden',
  'mentioned',
  'reviewDue',
] as const

export type Kind = (typeof kinds)[number]

/** How somebody is told of one kind. Whatever is mailed is in the panel, too. */
export const choices = ['panel', 'atOnce', 'digest', 'nothing'] as const

export type Choice = (typeof choices)[number]

/**
 * Who can be told:
 *
 * - `approvers`: reviewers for whom nothing stands against approving exactly this text
 * - `contributors`: who changed the text since it was last public
 * - `scheduler`: who scheduled the publication
 * - `named`: whom the event itself names, such as the person a document is assigned to
 * - the others: everybody who holds the role
 */
export type Audience =
  | 'approvers'
  | 'contributors'
  | 'scheduler'
  | 'named'
  | 'editors'
  | 'reviewers'
  | 'publishers'
  | 'administrators'

/** One kind of event: who is told, how unless they chose otherwise, and where the way leads. */
interface KindRow {
  kind: Kind
  to: readonly Audience[]
  usually: Choice
  leadsTo: 'review' | 'form'
}

/**
 * Who is told of what. Never whoever did it, and nobody without a role. `docs/notifications.md` has the same table,
 * and a test compares them.
 */
export const whoIsTold: readonly KindRow[] = [
  { kind: 'submitted', to: ['approvers'], usually: 'atOnce', leadsTo: 'review' },
  { kind: 'assigned', to: ['named'], usually: 'atOnce', leadsTo: 'review' },
  { kind: 'returned', to: ['contributors'], usually: 'atOnce', leadsTo: 'form' },
  { kind: 'approved', to: ['contributors', 'publishers'], usually: 'atOnce', leadsTo: 'form' },
  { kind: 'published', to: ['contributors'], usually: 'panel', leadsTo: 'form' },
  { kind: 'scheduleFailed', to: ['scheduler', 'publishers'], usually: 'atOnce', leadsTo: 'form' },
  {
    kind: 'overridden',
    to: ['reviewers', 'administrators'],
    usually: 'atOnce',
    leadsTo: 'form',
  },
  { kind: 'mentioned', to: ['named'], usually: 'atOnce', leadsTo: 'review' },
  { kind: 'reviewDue', to: ['editors', 'named'], usually: 'digest', leadsTo: 'form' },
]

/** The row of the table for a kind. */
export function rowFor(kind: Kind): KindRow {
  return whoIsTold.find((row) => row.kind === kind)!
}

export function isKind(text: string): text is Kind {
  return (kinds as readonly string[]).includes(text)
}

const holders: Partial<Record<Audience, (actor: Actor) => boolean>> = {
  approvers: isReviewer,
  editors: isEditor,
  reviewers: isReviewer,
  publishers: isPublisher,
  administrators: isAdministrator,
  scheduler: isPublisher,
}

/** Whether somebody belongs to an audience by a role alone. */
export function holdsRoleOf(audience: Audience, actor: Actor): boolean {
  return holders[audience]?.(actor) ?? false
}

/** Whether somebody may ever be told of a kind: by a role of theirs, as a contributor, or by name. */
export function mayConcern(kind: Kind, actor: Actor): boolean {
  return rowFor(kind).to.some(
    (audience) =>
      audience === 'contributors' || audience === 'named' || holdsRoleOf(audience, actor),
  )
}
