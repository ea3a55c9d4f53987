'use client'
import { Link, useConfig } from '@payloadcms/ui'
import { isAction } from '../../../workflow/states.ts'
import type { TimelineEvent } from '../../../timeline/event.ts'
import type { TimelineLine } from '../../../timeline/gather.ts'
import { CommentsOfReturn } from '../comments/comments-of-return.tsx'
import { exactMomentIn, momentIn, preciseMomentIn } from '../workflow/moments.ts'
import { Reasons } from '../workflow/reasons.tsx'
import type { Place } from '../workflow/requests.ts'
import { wordsFor } from '../workflow/words.ts'
import { RestoreVersion } from './restore-version.tsx'
import { said, what, whoIn } from './said.ts'
import { SaidInThread } from './said-in-thread.tsx'
import { ShortHash } from './short-hash.tsx'
import type { HistoryWords } from './words.ts'

interface LineProps {
  chosen: readonly TimelineEvent[]
  hasReader: boolean
  language: string
  line: TimelineLine
  onChoose: (event: TimelineEvent) => void
  onSee: (event: TimelineEvent) => void
  place: Place
  words: HistoryWords
}

/** One line of a history: what happened, when and by whom; of gathered saves, each within. */
export function Line({ line: { events }, ...props }: LineProps) {
  const { language, words } = props
  const [newest] = events
  const oldest = events.at(-1)!
  if (events.length === 1) return <Event {...props} event={newest!} />
  return (
    <li className="history-line history-line--saved">
      <p className="history-line__what">
        {words.savedTimes(whoIn(newest!.by, words), events.length)}
      </p>
      <p>{words.between(momentIn(language, oldest.at), momentIn(language, newest!.at))}</p>
      <details>
        <summary>{words.theSaves(events.length)}</summary>
        <ol className="history-lines">
          {events.map((event) => (
            <Event {...props} event={event} key={event.key} />
          ))}
        </ol>
      </details>
    </li>
  )
}

type EventProps = Omit<LineProps, 'line'> & { event: TimelineEvent }

function Event(props: EventProps) {
  const { event, language, place, words } = props
  const { config } = useConfig()
  const { action, publishAt, reasons, setId } = event.details
  // What was said leads to its thread, and a new name is told of a text that its publication tells of, too.
  const isOfText = event.thread === null && event.kind !== 'renamed'
  return (
    <li className={`history-line history-line--${event.kind}`}>
      <p className="history-line__what">{what(event, language)}</p>
      <p className="history-line__facts">
        <time dateTime={event.at} title={preciseMomentIn(language, event.at)}>
          {momentIn(language, event.at)}
        </time>
        {event.sequence === null ? null : (
          <Link href={`${config.routes.admin}/ledger/${event.sequence}`}>
            {wordsFor(language).entryNumber(event.sequence)}
          </Link>
        )}
        {event.contentHash && isOfText ? (
          <ShortHash hash={event.contentHash} language={language} />
        ) : null}
      </p>
      {publishAt ? <p>{words.publishAt(exactMomentIn(language, publishAt))}</p> : null}
      {setId && event.kind !== 'renamed' ? <p>{words.together}</p> : null}
      {action && isAction(action) ? (
        <p>{words.wanted(wordsFor(language).actions[action])}</p>
      ) : null}
      {event.thread ? (
        <SaidInThread event={event} language={language} place={place} words={words} />
      ) : event.comment ? (
        <blockquote>{event.comment}</blockquote>
      ) : null}
      {event.kind === 'returned' ? (
        <CommentsOfReturn details={event.details} language={language} />
      ) : null}
      {reasons && reasons.length > 0 ? (
        <Reasons collection={place.collection} reasons={reasons} />
      ) : null}
      {event.text && isOfText ? <Deeds {...props} /> : null}
    </li>
  )
}

/** What can be done with the text of an event. */
function Deeds({ chosen, event, hasReader, language, onChoose, onSee, place, words }: EventProps) {
  const called = said(event, language)
  return (
    <p className="history-line__deeds">
      <label>
        <input
          aria-label={words.chooseToCompareOf(called)}
          checked={chosen.some(({ key }) => key === event.key)}
          onChange={() => onChoose(event)}
          type="checkbox"
        />
        {words.chooseToCompare}
      </label>
      {event.page && hasReader ? (
        <button
          aria-label={words.seePageOf(called)}
          className="history-small-button"
          onClick={() => onSee(event)}
          type="button"
        >
          {words.seePage}
        </button>
      ) : null}
      {event.versionId ? (
        <RestoreVersion label={words.restoreOf(called)} place={place} versionId={event.versionId} />
      ) : null}
    </p>
  )
}
