'use client'
import { Link, useConfig } from '@payloadcms/ui'
import type { TimelineEvent } from '../../../timeline/event.ts'
import type { Place } from '../workflow/requests.ts'
import type { HistoryWords } from './words.ts'

/** Takes an event among those that are compared, or out again. Two are; a third takes the place of the first. */
export function choose(
  chosen: readonly TimelineEvent[],
  event: TimelineEvent,
): readonly TimelineEvent[] {
  return chosen.some(({ key }) => key === event.key)
    ? chosen.filter(({ key }) => key !== event.key)
    : [...chosen, event].slice(-2)
}

/** The way to the comparison of two texts, once both are chosen: from the older to the newer. */
export function ChosenTexts({
  chosen,
  onClear,
  place: { collection, id },
  words,
}: {
  chosen: readonly TimelineEvent[]
  onClear: () => void
  place: Place
  words: HistoryWords
}) {
  const { config } = useConfig()
  const [from, to] = [...chosen].sort((one, other) => one.at.localeCompare(other.at))
  return (
    <div className={chosen.length > 0 ? 'history-chosen' : 'history-unseen'}>
      <span role="status">
        {chosen.length === 1 ? words.chosenOne : chosen.length === 2 ? words.chosenTwo : ''}
      </span>
      {from && to ? (
        <Link
          className="history-button"
          href={`${config.routes.admin}/review/${collection}/${id}?from=${from.text}&to=${to.text}`}
        >
          {words.compare}
        </Link>
      ) : null}
      {chosen.length > 0 ? (
        <button className="history-button" onClick={onClear} type="button">
          {words.clear}
        </button>
      ) : null}
    </div>
  )
}
