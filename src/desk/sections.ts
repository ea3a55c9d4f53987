import type { Where } from 'payload'
import { isEditor, isPerson, isPublisher, isReviewer, type Actor } from '../../access/roles.ts'
import { mayHaveWord } from '../database/one-line.ts'

/** The parts of the desk, in the order in which work waits for somebody who can do all of it. */
export const sectionNames = [
  /** What waits for a review that this person may give, what they were asked for in particular first. */
  'review',
  /** What waits for a review by somebody else, because this person wrote it or overrode its review. */
  'contributed',
  /** What reviewers sent back to this person. */
  'returned',
  /** Schedules that failed. */
  'failed',
  /** Overrides that nobody has confirmed. */
  'overrides',
  /** What is approved and not public yet. */
  'approved',
  /** What becomes public by itself, soonest first. */
  'scheduled',
  /** What this person is writing, or waits for a review of. */
  'mine',
  /** What somebody should check: see `lookReasons`. */
  'look',
] as const

export type SectionName = (typeof sectionNames)[number]

/** Why something needs a look. */
export const lookReasons = [
  /** For a fact, no source says so. */
  'unverified',
  /** Its facts were last compared with their source too long ago. */
  'checkBy',
  /** It lacks words in another language than the main one. */
  'missing',
  /** The words in another language are older than those in the main one. */
  'older',
  /** It leads to something that was withdrawn. */
  'links',
] as const

export type LookReason = (typeof lookReasons)[number]

/** The condition for each reason. @param now an ISO instant */
export function whereToLook(reason: LookReason, now: string): Where {
  const conditions: Record<LookReason, Where> = {
    unverified: { unverified: { equals: true } },
    checkBy: { checkBy: { less_than_equal: now } },
    missing: { translation: { equals: 'missing' } },
    older: { translation: { equals: 'older' } },
    links: { lostLinks: { greater_than: 0 } },
  }
  return conditions[reason]
}

/** One part of the desk, for one person. */
export interface Section {
  name: SectionName
  /** Whether this person can do something about what is in it. */
  acts: boolean
  /** What is in it, what comes first in the first of them. A document is in one of them at most. */
  parts: Where[]
  /** Fields of the review queue's rows, as Payload takes them. */
  sort: string[]
}

interface Asker {
  actor: Actor
  /** ISO instant */
  now: string
}

/** The parts of the desk that somebody has, those in which they can do something first. */
export function sectionsFor(asker: Asker): Section[] {
  const sections = sectionNames
    .map((name) => sectionFor(name, asker))
    .filter((section) => section !== null)
  return [...sections.filter(({ acts }) => acts), ...sections.filter(({ acts }) => !acts)]
}

/** One part of the desk; null for somebody who has none such. */
export function sectionFor(name: SectionName, asker: Asker): Section | null {
  const found = parts[name](asker)
  return found && { name, sort: ['since', 'key'], ...found }
}

type Part = Pick<Section, 'acts' | 'parts'> & Partial<Pick<Section, 'sort'>>

const parts: Record<SectionName, (asker: Asker) => Part | null> = {
  review: ({ actor }) => {
    if (!isReviewer(actor)) return null
    const { id } = actor!
    const mayApprove = both(inState('inReview'), {
      and: [{ contributorIds: { not_like: id } }, { overriddenBy: { not_equals: id } }],
    })
    return {
      acts: true,
      parts: [
        both(mayApprove, { assignee: { equals: id } }),
        both(mayApprove, { assignee: { not_equals: id } }),
      ],
    }
  },

  contributed: ({ actor }) =>
    isReviewer(actor)
      ? {
          acts: false,
          parts: [
            both(inState('inReview'), {
              or: [wroteIt(actor), { overriddenBy: { equals: actor!.id } }],
            }),
          ],
        }
      : null,

  returned: ({ actor }) =>
    isPerson(actor)
      ? {
          acts: isEditor(actor),
          parts: [both(inState('changesRequested'), wroteOrSubmittedIt(actor))],
        }
      : null,

  failed: ({ actor }) => ({
    acts: isPublisher(actor),
    parts: [{ scheduleFailed: { equals: true } }],
  }),

  overrides: ({ actor }) => {
    const open: Where = { openOverride: { equals: true } }
    if (!isReviewer(actor)) return { acts: false, parts: [open] }
    const { id } = actor!
    return {
      acts: true,
      parts: [
        both(open, {
          and: [{ overrideContributorIds: { not_like: id } }, { overriddenBy: { not_equals: id } }],
        }),
        both(open, {
          or: [mayHaveWord('overrideContributorIds', id), { overriddenBy: { equals: id } }],
        }),
      ],
    }
  },

  approved: ({ actor }) => ({
    acts: isPublisher(actor),
    parts: [both(inState('approved'), { scheduleFailed: { not_equals: true } })],
  }),

  scheduled: ({ actor }) => ({
    acts: isPublisher(actor),
    parts: [inState('scheduled')],
    sort: ['publishAt', 'key'],
  }),

  mine: ({ actor }) =>
    isPerson(actor)
      ? {
          acts: isEditor(actor),
          parts: [
            {
              or: [
                both(inState('draft'), wroteIt(actor)),
                // A reviewer finds these under what they contributed to.
                ...(isReviewer(actor)
                  ? []
                  : [both(inState('inReview'), wroteOrSubmittedIt(actor))]),
              ],
            },
          ],
        }
      : null,

  look: ({ actor, now }) => ({
    acts: isEditor(actor),
    parts: [
      both(
        { state: { not_equals: 'withdrawn' } },
        { or: lookReasons.map((reason) => whereToLook(reason, now)) },
      ),
    ],
  }),
}

function inState(state: string): Where {
  return { state: { equals: state } }
}

function wroteIt(actor: Actor): Where {
  return mayHaveWord('contributorIds', actor!.id)
}

function wroteOrSubmittedIt(actor: Actor): Where {
  return { or: [wroteIt(actor), { submittedBy: { equals: actor!.id } }] }
}

/** A condition and another. */
export function both(one: Where, other: Where): Where {
  return { and: [one, other] }
}
