import { contentHash } from '../content/content-hash.ts'
import { contributorIds, type DocumentHistory, type Basis } from './document-history.ts'
import type { EntryType, LedgerEntry } from './entry.ts'

interface Case {
  entry: LedgerEntry
  history: DocumentHistory
}

/** Says what is wrong with an entry, given the entries of its document before it. */
type Rule = (given: Case) => string[]

/**
 * What has to hold for an entry of each type, so that nothing is public that a second person did not
 * approve. These are the policy's words once more, apart from the workflow's own checks, so that a fault
 * in those does not hide itself.
 */
const rules: Partial<Record<EntryType, Rule[]>> = {
  approved: [isBySomebody, isByRole('reviewer'), namesContributors, isNotByContributor],
  overridden: [isBySomebody, isByRole('administrator'), namesContributors, hasReason],
  scheduled: [isBySomebody, isByRole('publisher')],
  published: [namesContributors, hasSnapshot, restsOnBasis, isPublishedByRight],
  confirmed: [isBySomebody, isByRole('reviewer'), namesContributors, isByOtherThanOverrider],
  withdrawn: [wasLive],
}

/** Everything that is wrong with an entry, given the entries of its document before it. */
export function ruleProblems(given: Case): string[] {
  return (rules[given.entry.type] ?? []).flatMap((rule) => rule(given))
}

function isBySomebody({ entry }: Case): string[] {
  return entry.actorId === null ? [`Nobody is named who ${past(entry)} it.`] : []
}

function isByRole(role: 'reviewer' | 'publisher' | 'administrator'): Rule {
  return ({ entry }) =>
    entry.actorRoles.includes(role)
      ? []
      : [`Whoever ${past(entry)} it was not ${role === 'administrator' ? 'an' : 'a'} ${role}.`]
}

function namesContributors({ entry }: Case): string[] {
  return entry.details.contributors
    ? []
    : ['It does not say who contributed, so nobody can tell whether a second person looked.']
}

function isNotByContributor({ entry }: Case): string[] {
  return isAmong(entry.actorId, contributorIds(entry))
    ? ['It was approved by somebody who contributed to the text.']
    : []
}

function hasReason({ entry }: Case): string[] {
  return entry.comment?.trim() ? [] : ['It was overridden without a reason.']
}

function hasSnapshot({ entry }: Case): string[] {
  const { snapshot } = entry
  if (snapshot === null) return ['It was published without a snapshot of what became public.']
  if (snapshot.format !== 'stationmaster-content-1')
    return [`Its snapshot is of an unknown format: ${shown(snapshot.format)}.`]
  const found = hashIfAny(snapshot)
  return [
    ...(snapshot.collection === entry.documentCollection
      ? []
      : [`Its snapshot is of ${shown(snapshot.collection)}, not of ${entry.documentCollection}.`]),
    ...(found === entry.contentHash
      ? []
      : [
          `Its snapshot is not what was published: expected content with the hash ${entry.contentHash}, found ${found ?? 'none that can be hashed'}.`,
        ]),
  ]
}

function restsOnBasis({ entry, history }: Case): string[] {
  const { restsOn } = entry.details
  if (restsOn === undefined) return ['It does not say on which approval or override it rests.']
  const basis = history.bases.get(restsOn)
  if (!basis)
    return [
      `It rests on entry ${restsOn}, which is no earlier approval or override of this document that it could rest on.`,
    ]
  const named = `the ${basis.type === 'approved' ? 'approval' : 'override'} in entry ${restsOn}`
  return [
    ...(basis.ended
      ? [
          `It rests on ${named}, which had ended: the document was ${basis.ended.type} in entry ${basis.ended.sequence}.`,
        ]
      : []),
    ...(basis.contentHash === entry.contentHash
      ? []
      : [
          `It rests on ${named}, which is of other content: that has the hash ${basis.contentHash}.`,
        ]),
    ...(basis.type === 'approved' && isAmong(basis.actorId, contributorIds(entry))
      ? [`It rests on ${named}, by somebody who contributed to the text.`]
      : []),
  ]
}

function isPublishedByRight(given: Case): string[] {
  const { entry, history } = given
  if (entry.actorId === null) return isOnSchedule(given)
  const basis = history.bases.get(entry.details.restsOn ?? 0)
  return entry.actorRoles.includes('publisher') || isOwnOverride(entry, basis)
    ? []
    : ['Whoever published it was not a publisher, and had not overridden the approval.']
}

function isOwnOverride(entry: LedgerEntry, basis: Basis | undefined): boolean {
  return basis?.type === 'overridden' && basis.actorId === entry.actorId
}

function isOnSchedule({ entry, history }: Case): string[] {
  const { schedule } = entry.details
  if (schedule === undefined)
    return ['The platform published it by itself, and names no schedule that asked for it.']
  const scheduledHash = history.schedules.get(schedule)
  if (scheduledHash === undefined)
    return [
      `The platform published it by itself on entry ${schedule}, which is no schedule of this document, or one that was taken back or used.`,
    ]
  return scheduledHash === entry.contentHash
    ? []
    : [
        `The platform published it by itself on the schedule in entry ${schedule}, which is of other content: that has the hash ${scheduledHash}.`,
      ]
}

function isByOtherThanOverrider({ entry, history }: Case): string[] {
  const { override } = history
  if (!override || override.sequence !== entry.details.restsOn)
    return ['It confirms an override that is not what the live content of this document rests on.']
  return [
    ...(entry.actorId === override.actorId
      ? ['It was confirmed by the person who had overridden the approval.']
      : []),
    ...(isAmong(entry.actorId, [...contributorIds(entry), ...override.contributorIds])
      ? ['It was confirmed by somebody who contributed to the text.']
      : []),
    ...(entry.contentHash === override.contentHash
      ? []
      : [
          `Other content was confirmed than was published: that has the hash ${override.contentHash}.`,
        ]),
  ]
}

function wasLive({ history }: Case): string[] {
  return history.lastPublication?.live ? [] : ['It was withdrawn although it was not published.']
}

function past({ type }: LedgerEntry): string {
  return type === 'overridden' ? 'overrode' : type
}

/** Snapshots come as they were stored, whatever their type says. */
function shown(value: unknown): string {
  return typeof value === 'string' ? `“${value.slice(0, 40)}”` : 'something unnamed'
}

function isAmong(id: string | null, ids: string[]): boolean {
  return id !== null && ids.includes(id)
}

function hashIfAny(snapshot: NonNullable<LedgerEntry['snapshot']>): string | undefined {
  try {
    return contentHash(snapshot)
  } catch {
    return undefined
  }
}
