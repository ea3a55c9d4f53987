import { Link, useConfig } from '@payloadcms/ui'
import type { TimelineEvent } from '../../../timeline/event.ts'
import { PlaceInLine } from '../comments/place-in-line.tsx'
import { commentWordsFor } from '../comments/words.ts'
import type { Place } from '../workflow/requests.ts'
import { said } from './said.ts'
import type { HistoryWords } from './words.ts'

/** Of an event in a discussion: about which place, what was said, and the way to the thread. */
export function SaidInThread({
  event,
  language,
  place: { collection, id },
  words,
}: {
  event: TimelineEvent
  language: string
  place: Place
  words: HistoryWords
}) {
  const { config } = useConfig()
  const { comment, kind, thread } = event
  if (!thread) return null
  const { begins, isEdited, isRemoved, place } = thread
  return (
    <>
      <p>
        {words.aboutPlace}{' '}
        <PlaceInLine language={language} place={place} words={commentWordsFor(language)} />
      </p>
      {kind !== 'commented' && begins !== '' ? (
        <p>
          {words.thread} {words.quoted(begins)}
        </p>
      ) : null}
      {comment ? <blockquote>{comment}</blockquote> : null}
      {isRemoved ? <p>{words.removed}</p> : isEdited ? <p>{words.edited}</p> : null}
      <p>
        <Link
          aria-label={words.seeThreadOf(said(event, language))}
          href={`${config.routes.admin}/review/${collection}/${id}?comment=${thread.comment}`}
        >
          {words.seeThread}
        </Link>
      </p>
    </>
  )
}
