import type { PayloadRequest } from 'payload'
import {
  isAdministrator,
  isEditor,
  isPublisher,
  isReviewer,
  type Actor,
  type Role,
} from '../../access/roles.ts'
import type { ErrorCode } from '../errors.ts'
import { giveTurn } from '../turns.ts'
import { refuseOlderTranslation } from '../translation/refuse-older.ts'
import { liveCitations, liveCitationsOfAll } from './citations.ts'
import { issuesOf } from './requirements/index.ts'
import { namesOfAllThatLeadElsewhere, namesThatLeadElsewhere } from './names-elsewhere.ts'
import type { Order } from './order.ts'
import type { Situation } from './situation.ts'
import { transitionFor, type Action, type Need, type Transition } from './states.ts'
import { lookedUpOnce } from './looked-up.ts'
import { lookUpReferences } from './referenced.ts'
import { whereItLeads } from './where-it-leads.ts'

/** Why an action is not available, for the person who wants it. */
export interface Reason {
  code: ErrorCode
  message: string
  /** The document it is about, when it is not the only one. */
  collection?: string
  id?: string
  /** The field it is about, such as `overview.es`. */
  path?: string
  /** Another document that stands in the way: one that is not live, or one that points here. */
  about?: { collection: string; id: string; title: string }
}

/** Everything a check may look at. */
export interface Question {
  action: Action
  actor: Actor
  situation: Situation
  req: PayloadRequest
  /** What was asked for; absent when only asking what could be done. */
  order?: Order | undefined
  /** Documents that become live, or cease to be, in the same transaction: `collection/id`. */
  together?: ReadonlySet<string>
}

type Check = (question: Question) => Reason[] | Promise<Reason[]>

/**
 * All reasons against an action, those that weigh most first: the right to do it, what the person saw, the
 * state, and then what the action needs. Empty means it may be done.
 */
export async function reasonsAgainst(question: Question): Promise<Reason[]> {
  const transition = transitionFor(question.action)
  const first = [
    ...refuseOtherRoles(question, transition),
    ...refuseStale(question),
    ...refuseOtherStates(question, transition),
  ]
  // What the action needs says nothing where it cannot be done anyway.
  if (question.order && first.length > 0) return first
  const further: Reason[] = []
  for (const need of transition.needs) {
    await giveTurn()
    further.push(...(await checks[need](question)))
  }
  return [...first, ...further]
}

const holders: Record<Role, (actor: Actor) => boolean> = {
  editor: isEditor,
  reviewer: isReviewer,
  publisher: isPublisher,
  administrator: isAdministrator,
}

function refuseOtherRoles({ action, actor }: Question, { by }: Transition): Reason[] {
  if (holders[by](actor)) return []
  return [
    {
      code: 'NOT_PERMITTED',
      message: `Only ${article(by)} ${by} can ${action}. Ask one, or ask an administrator for the role.`,
    },
  ]
}

function refuseStale({ action, order, situation }: Question): Reason[] {
  const seen = order?.documents.find(
    ({ collection, id }) => collection === situation.collection && id === situation.id,
  )?.contentHash
  if (seen === undefined || presentHashes(action, situation).includes(seen)) return []
  return [
    {
      code: 'STALE_CONTENT',
      message: `The text changed since you saw it: you named ${short(seen)}, it is now ${presentHashes(action, situation).map(short).join(' or ')}. Read it again, then decide.`,
    },
  ]
}

/** The hashes a person can have seen of the side an action is about. */
function presentHashes(action: Action, { live, working }: Situation): string[] {
  // Whoever withdraws may have the live text before them, or the draft over it.
  if (action === 'withdraw' && live) return [live.contentHash, working.contentHash]
  if (action === 'confirm' && live) return [live.contentHash]
  return [working.contentHash]
}

function refuseOtherStates({ action, order, situation }: Question, { from }: Transition): Reason[] {
  const { live, override, state } = situation
  if (order?.schedules && state === 'scheduled') return []
  const isThere = from.some((place) =>
    place === 'live'
      ? live !== null
      : place === 'overridden'
        ? override !== null && override.confirmation === null
        : place === state,
  )
  if (isThere) return []
  const wanted = from.map((place) => stateNames[place]).join(' or ')
  return [
    {
      code: 'WRONG_STATE',
      message: `To ${action}, a document must be ${wanted}; this one is ${stateNames[state]}${live ? ', and live' : ''}.`,
    },
  ]
}

const stateNames: Record<Transition['from'][number], string> = {
  draft: 'a draft',
  inReview: 'in review',
  changesRequested: 'returned with changes requested',
  approved: 'approved',
  scheduled: 'scheduled',
  published: 'published',
  withdrawn: 'withdrawn',
  live: 'live',
  overridden: 'live by an override that nobody has confirmed',
}

const checks: Record<Need, Check> = {
  comment: ({ order }) =>
    order && !order.comment
      ? [malformed('Say in “comment” what should change. The authors read it.')]
      : [],

  reason: ({ order }) =>
    order && !order.comment
      ? [malformed('Say in “reason” why. It stays in the ledger for good.')]
      : [],

  publishAt: ({ order }) => {
    if (!order || (order.publishAt && order.publishAt.getTime() > Date.now())) return []
    return [
      malformed(
        order.publishAt
          ? `“publishAt” is ${order.publishAt.toISOString()}, which has passed. Name an instant in the future, or publish now.`
          : 'Say in “publishAt” when, with the offset from UTC, such as 2027-03-01T09:00:00-05:00.',
      ),
    ]
  },

  replacement: async ({ order, req, together, situation }) => {
    if (!order) return []
    const replacement =
      order.documents.length > 1 || order.isSet
        ? replacementIn(order, situation)
        : order.replacement
    if (!replacement)
      return order.isSet
        ? []
        : [
            malformed(
              'Say in “replacement” where readers go instead: another document, or a sentence for them.',
            ),
          ]
    if ('sentence' in replacement) return []
    const key = `${replacement.collection}/${replacement.id}`
    const [found] = await lookUpReferences({
      references: [{ ...replacement, path: 'replacement' }],
      req,
    })
    const isItself = key === `${situation.collection}/${situation.id}`
    if (found?.live && !isItself && !together?.has(key)) return []
    return [
      malformed(
        `The replacement ${key} is not live, so readers could not go there. Name another, or write a sentence.`,
      ),
    ]
  },

  requirements: async ({ req, situation }) => {
    const issues = await lookedUpOnce(situation, 'issues', () =>
      issuesOf({
        content: situation.working.content,
        fields: req.payload.collections[situation.collection].config.fields,
        nonPublicHosts: nonPublicHosts(req),
      }),
    )
    return issues.map((issue) => ({ code: 'REQUIREMENTS_NOT_MET', ...issue }))
  },

  liveReferences: async ({ req, situation, together }) => {
    const found = await whereItLeads(situation, req)
    return found
      .filter(({ collection, id, live }) => !live && !together?.has(`${collection}/${id}`))
      .map(({ path, collection, id, title }) => ({
        code: 'REQUIREMENTS_NOT_MET',
        path,
        about: { collection, id, title },
        message: `This points at ${title ? `“${title}” (${collection}/${id})` : `${collection}/${id}`}, which is not live. Publish it first or together with this one, or take the reference out.`,
      }))
  },

  ownName: ({ req, situation }) => {
    const { id, working } = situation
    if (working.takesName) return []
    return lookedUpOnce(
      situation,
      'names',
      () => namesThatLeadElsewhere({ content: working.content, id, req }),
      (situations) =>
        namesOfAllThatLeadElsewhere(
          situations.map((one) => ({ content: one.working.content, id: one.id })),
          req,
        ),
    )
  },

  independence: ({ action, actor, situation }) => {
    const contributors =
      action === 'confirm'
        ? (situation.publication?.details.contributors ?? [])
        : situation.working.contributors
    return contributors.some(({ id }) => id === actor?.id)
      ? [
          {
            code: 'CONTRIBUTOR_CANNOT_APPROVE',
            message:
              'You changed this text since it was last public, and nobody approves their own words. Another reviewer has to.',
          },
        ]
      : []
  },

  approval: ({ situation }) => {
    const { approval, state, working } = situation
    if (state !== 'approved' && state !== 'scheduled') return []
    const stillIndependent = !working.contributors.some(({ id }) => id === approval?.actorId)
    if (approval && stillIndependent) return []
    return [
      {
        code: 'CONTRIBUTOR_CANNOT_APPROVE',
        message:
          'Whoever approved this text has changed it since. Return or recall it, and let another reviewer approve.',
      },
    ]
  },

  translation: ({ order, req, situation }) =>
    // A schedule that fires was decided on when it was made.
    order && !order.schedules ? refuseOlderTranslation(order, situation, req) : [],

  notCited: async ({ req, situation, together }) => {
    const citations = await lookedUpOnce(
      situation,
      'citations',
      () => liveCitations({ ...situation, req }),
      (situations) => liveCitationsOfAll(situations, req),
    )
    return citations
      .filter(({ collection, id }) => !together?.has(`${collection}/${id}`))
      .map(({ collection, id, title }) => ({
        code: 'REQUIREMENTS_NOT_MET',
        about: { collection, id, title },
        message: `“${title}” (${collection}/${id}) is live and points here. Publish it without that reference first, or withdraw both together.`,
      }))
  },

  otherAdministrator: ({ actor, situation }) =>
    situation.override &&
    situation.override.confirmation === null &&
    situation.override.entry.actorId === actor?.id
      ? [
          {
            code: 'NOT_PERMITTED',
            message: 'You overrode the review yourself. A different reviewer has to confirm.',
          },
        ]
      : [],
}

/** The replacement for one document of a set: its own, or the one for all. */
export function replacementIn(
  order: Order,
  { collection, id }: { collection: string; id: string },
) {
  const own = order.documents.find((one) => one.collection === collection && one.id === id)
  return own?.replacement ?? order.replacement
}

function nonPublicHosts({ payload }: PayloadRequest): string[] {
  return (payload.config.custom['nonPublicHosts'] as string[] | undefined) ?? []
}

function malformed(message: string): Reason {
  return { code: 'MALFORMED', message }
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? 'an' : 'a'
}

function short(hash: string): string {
  return `${hash.slice(0, 8)}…`
}
