'use client'
import { Link, useConfig, useTranslation } from '@payloadcms/ui'
import type { ReviewAnswer } from '../../../review/answer.ts'
import { CommentsOfReturn } from '../comments/comments-of-return.tsx'
import { momentIn } from '../workflow/moments.ts'
import { wordsFor } from '../workflow/words.ts'
import type { ReviewWords } from './words.ts'

/** What happened to the document since it was last public, with what people said. The newest comes first. */
export function SincePublic({
  review: { workflow },
  words,
}: {
  review: ReviewAnswer
  words: ReviewWords
}) {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const panelWords = wordsFor(i18n.language)
  const { history, id } = workflow
  const last = history.findIndex(({ type }) => type === 'published')
  const since = last === -1 ? history : history.slice(0, last)
  const publication = history[last]
  const headingId = `review-since-${id}`
  return (
    <section aria-labelledby={headingId} className="review-part">
      <h2 id={headingId}>{words.history}</h2>
      {since.length === 0 ? <p>{words.nothingSince}</p> : null}
      <ol className="review-since" reversed>
        {since.map(({ actorName, at, comment, details, sequence, type }) => (
          <li key={sequence}>
            {panelWords.happened[type](actorName ?? panelWords.platform)},{' '}
            <time dateTime={at}>{momentIn(i18n.language, at)}</time>
            {comment ? <blockquote>{comment}</blockquote> : null}
            <CommentsOfReturn details={details} language={i18n.language} />
          </li>
        ))}
      </ol>
      {publication ? (
        <p>
          {words.lastPublic}{' '}
          <time dateTime={publication.at}>{momentIn(i18n.language, publication.at)}</time>.{' '}
          <Link
            href={`${config.routes.admin}/review/${workflow.collection}/${id}?from=nothing&to=entry:${publication.sequence}`}
          >
            {words.seeThatText}
          </Link>
        </p>
      ) : null}
    </section>
  )
}
