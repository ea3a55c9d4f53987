'use client'
import { useTranslation } from '@payloadcms/ui'
import type { ReviewAnswer, SaidChange } from '../../../review/answer.ts'
import { StateBadge } from '../workflow/state-badge.tsx'
import { ChangeDetails, hasDetails } from './change-details.tsx'
import { keyOf } from './use-review.ts'
import type { ReviewWords } from './words.ts'

/** Everything that changes in the documents that are reviewed, each with a sentence that says what it means. */
export function ChangeList({
  onShow,
  reviews,
  words,
}: {
  /** Shows the page of one of several documents, named as `collection/id`. */
  onShow: (document: string) => void
  reviews: readonly ReviewAnswer[]
  words: ReviewWords
}) {
  return (
    <section aria-labelledby="review-changes" className="review-part">
      <h2 id="review-changes">{words.changes}</h2>
      {reviews.length === 1 ? (
        <ChangesOf review={reviews[0]!} words={words} />
      ) : (
        reviews.map((review) => (
          <OfOne key={keyOf(review.workflow)} onShow={onShow} review={review} words={words} />
        ))
      )}
    </section>
  )
}

function OfOne({
  onShow,
  review,
  words,
}: {
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
      <ChangesOf review={review} words={words} />
    </section>
  )
}

function ChangesOf({ review: { changes }, words }: { review: ReviewAnswer; words: ReviewWords }) {
  const isNew = changes[0]?.change.kind === 'document'
  const listed = isNew ? changes.slice(1) : changes
  return (
    <>
      {changes.length === 0 ? <p>{words.nothing}</p> : null}
      {isNew ? <p>{words.whole}</p> : null}
      <ol className="review-changes">
        {listed.map((one) => (
          <li key={one.change.id}>
            <OneChange one={one} words={words} />
          </li>
        ))}
      </ol>
    </>
  )
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
