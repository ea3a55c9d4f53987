'use client'
import { useTranslation } from '@payloadcms/ui'
import type { AskedPlace } from '../../../comments/order.ts'
import type { ReviewAnswer } from '../../../review/answer.ts'
import type { SaidChange } from '../../../review/said-changes.ts'
import { commentWordsFor } from '../comments/words.ts'
import type { Place } from '../workflow/requests.ts'
import { StateBadge } from '../workflow/state-badge.tsx'
import { ChangeDetails, hasDetails } from './change-details.tsx'
import { keyOf } from './use-review.ts'
import type { ReviewWords } from './words.ts'

/** Everything that changes in the documents that are reviewed, each with a sentence that says what it means. */
export function ChangeList({
  onComment,
  onShow,
  reviews,
  words,
}: {
  /** Begins a comment on what changes. */
  onComment: Commenting
  /** Shows the page of one of several documents, named as `collection/id`. */
  onShow: (document: string) => void
  reviews: readonly ReviewAnswer[]
  words: ReviewWords
}) {
  return (
    <section aria-labelledby="review-changes" className="review-part">
      <h2 id="review-changes">{words.changes}</h2>
      {reviews.length === 1 ? (
        <ChangesOf onComment={onComment} review={reviews[0]!} words={words} />
      ) : (
        reviews.map((review) => (
          <OfOne
            key={keyOf(review.workflow)}
            onComment={onComment}
            onShow={onShow}
            review={review}
            words={words}
          />
        ))
      )}
    </section>
  )
}

type Commenting = (document: Place, about: AskedPlace) => void

function OfOne({
  onComment,
  onShow,
  review,
  words,
}: {
  onComment: Commenting
  onShow: (document: string) => void
  review: ReviewAnswer
  words: ReviewWords
}) {
  const { i18n } = useTranslation()
  const { pages, summary, workflow } = review
  return (
    <section className="review-of-set">
      <h3>
        {workflow.title} <StateBadge language={i18n.language} state={workflow.state} />
      </h3>
      {summary ? <p>{summary}</p> : null}
      {pages.after ? (
        <button className="review-button" onClick={() => onShow(keyOf(workflow))} type="button">
          {words.showPage(workflow.title)}
        </button>
      ) : null}
      <ChangesOf onComment={onComment} review={review} words={words} />
    </section>
  )
}

function ChangesOf({
  onComment,
  review: { changes, from, workflow },
  words,
}: {
  onComment: Commenting
  review: ReviewAnswer
  words: ReviewWords
}) {
  const { i18n } = useTranslation()
  const { commentOnThis } = commentWordsFor(i18n.language)
  const isNew = changes[0]?.change.kind === 'document'
  const listed = isNew ? changes.slice(1) : changes
  return (
    <>
      {changes.length === 0 ? <p>{words.nothing}</p> : null}
      {isNew ? <p>{from.name === 'nothing' ? words.allOfIt : words.whole}</p> : null}
      <ol className="review-changes">
        {listed.map((one) => (
          <li key={one.change.id}>
            <OneChange one={one} words={words} />
            <button
              className="comments-button"
              onClick={() => onComment(workflow, placeOf(one))}
              type="button"
            >
              {commentOnThis}
              <span className="review-unseen">: {one.sentence}</span>
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}

function placeOf({ change: { locale, path } }: SaidChange): AskedPlace {
  return { path, ...(locale === null ? {} : { locale }) }
}

function OneChange({ one: { change, sentence }, words }: { one: SaidChange; words: ReviewWords }) {
  const { i18n } = useTranslation()
  if (!hasDetails(change)) return <p>{sentence}</p>
  return (
    <details>
      <summary>{sentence}</summary>
      <ChangeDetails change={change} language={i18n.language} words={words} />
    </details>
  )
}
