import { keyOf, type Certainty, type DeadlineFact, type Fact, type Roadmap } from './roadmap.ts'

/** The day the facts were collected and their sources read. */
const factsCollectedOn = '2026-11-22T00:00:00.000Z'

/** Steps are our own words, with no collected fact behind them. */
export const stepFact: Fact = { certainty: 'general-knowledge', source: null }

/** Where a document comes from, how sure its fact is, and what the team should know or check before relying on it. */
export function sourcing(fact: Fact, further: string[] = []) {
  const note = [fact.note, ...further].filter(Boolean).join('\n')
  return {
    certainty: certaintyValue(fact.certainty),
    source: fact.source,
    // The day a page was read counts as a check; naming it in another source does not.
    checkedOn: fact.certainty === 'page' ? factsCollectedOn : undefined,
    note: note === '' ? undefined : note,
  }
}

/** What the team should know of where the way begins and ends before relying on it. */
export function beginningAndEnd({ isStart, isEnd }: Roadmap['stations'][number]['fact']): string[] {
  return [
    ...(isStart ? ['That the way begins here is inferred: no source says so.'] : []),
    ...(isEnd
      ? ['That the way ends here is inferred: no source names a station that follows.']
      : []),
  ]
}

/** What the team should know of a notice's deadline before relying on it. */
export function doubts({
  deadline: fact,
  deadlineNote,
}: Roadmap['notices'][number]['fact']): string[] {
  const unchecked =
    fact && !isSourced(fact)
      ? `A period of ${fact.count} days is not shown to readers: it comes from ${
          fact.certainty === 'general-knowledge' ? 'general knowledge' : 'a third party’s record'
        }. Check it against the notice.`
      : undefined
  return [unchecked, deadlineNote && `On the deadline: ${deadlineNote}.`].filter(
    (doubt): doubt is string => Boolean(doubt),
  )
}

/** What the team should check of the prose itself before relying on it. */
export function toCheck({ toCheck: claims = [] }: { toCheck?: string[] }): string[] {
  return claims.map((claim) => `To check: ${claim.trim()}`)
}

/** Only a period that a source states is shown to readers: a wrong deadline costs a family its house. */
export function isSourced(
  deadlineFact: DeadlineFact | undefined,
): deadlineFact is DeadlineFact & { certainty: 'source' } {
  return deadlineFact?.certainty === 'source'
}

/** `third-party-record` in the facts is `thirdPartyRecord` in the field. */
export function certaintyValue(certainty: Certainty): string {
  return keyOf(certainty).replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase())
}
