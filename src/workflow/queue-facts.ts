import type { PayloadRequest } from 'payload'
import { withoutSource } from '../../collections/fields/certainties.ts'
import { isRecord } from '../content/plain-values.ts'
import { inOneLine } from '../database/one-line.ts'
import type { EntryType } from '../ledger/entry.ts'
import type { EntrySummary } from '../ledger/read.ts'
import { changesBetween } from '../review/differences/changes-between.ts'
import { everyChange } from '../review/differences/change.ts'
import { sizeOf, type Size } from '../review/differences/summary-of.ts'
import type { Situation } from './situation.ts'
import type { State } from './states.ts'

/** Years after which facts are looked at again that were compared with their source, where nothing else says when. */
export const yearsUntilCheck = 1

/** Most characters of a comment that lists show; the ledger has all of it. */
const longestComment = 300

/** Most reasons of a failed schedule that lists show. */
const mostReasons = 3

/** What brings a document into its state. */
const broughtBy: Partial<Record<State, EntryType>> = {
  inReview: 'submitted',
  changesRequested: 'returned',
  approved: 'approved',
  scheduled: 'scheduled',
  published: 'published',
  withdrawn: 'withdrawn',
}

/** What a row of the review queue says of a document besides where it stands: see `collections/fields/queue-facts.ts`. */
export function queueFactsOf(situation: Situation) {
  const { entries, failure, schedule, state, working } = situation
  const brought = lastOf(entries, broughtBy[state])
  const comment = brought?.comment ?? null
  return {
    since: brought?.at ?? working.updatedAt,
    stateBy: brought?.actorName ?? '',
    stateComment: comment && shortened(comment),
    submittedBy: lastOf(entries, 'submitted')?.actorId ?? '',
    contributorIds: idsOf(working.contributors),
    phase: phaseOf(situation),
    scheduledWith: schedule?.details.setId ?? '',
    failure: failure && {
      at: failure.at,
      reasons: (failure.details.reasons ?? []).slice(0, mostReasons),
    },
    ...overrideOf(situation),
    unverified: working.certainties.some((certainty) => withoutSource.includes(certainty)),
    checkBy: checkByOf(situation),
  }
}

/** How much a reviewer has to read of what was just submitted. */
export function sizeOfSubmitted(
  { collection, live, working }: Situation,
  { payload }: PayloadRequest,
): { changeSize: Size['size']; changes: number; changedWords: number } {
  const changes = changesBetween({
    before: live?.content ?? null,
    after: working.content,
    fields: payload.collections[collection].config.flattenedFields,
  })
  const { size, words } = sizeOf(changes)
  return { changeSize: size, changes: everyChange(changes).length, changedWords: words }
}

function overrideOf({ override, publication }: Situation) {
  if (!override || override.confirmation)
    return { override: null, overriddenBy: '', overrideContributorIds: '' }
  const { actorId, actorName, at, comment } = override.entry
  return {
    override: {
      by: { id: actorId ?? '', name: actorName ?? '' },
      reason: shortened(comment ?? ''),
      at,
    },
    overriddenBy: actorId ?? '',
    overrideContributorIds: idsOf(publication?.details.contributors ?? []),
  }
}

/** When the facts are to be compared with their source again. */
function checkByOf({ working }: Situation): string | null {
  const sourcing = working.content.fields['sourcing']
  const checkedOn = isRecord(sourcing) ? sourcing['checkedOn'] : undefined
  if (typeof checkedOn !== 'string') return null
  const due = new Date(checkedOn)
  due.setUTCFullYear(due.getUTCFullYear() + yearsUntilCheck)
  return due.toISOString()
}

/** The phase a document belongs to; a phase belongs to itself. */
function phaseOf({ collection, id, working }: Situation): string {
  const phase = collection === 'phases' ? id : working.content.fields['phase']
  return typeof phase === 'string' ? phase : ''
}

function lastOf(
  entries: readonly EntrySummary[],
  wanted: EntryType | undefined,
): EntrySummary | undefined {
  return wanted && entries.findLast(({ type }) => type === wanted)
}

function idsOf(people: readonly { id: string }[]): string {
  return inOneLine(people.map(({ id }) => id))
}

function shortened(text: string): string {
  return text.length <= longestComment ? text : `${text.slice(0, longestComment - 1)}…`
}
