'use client'
import { Link, useAuth, useConfig, useTranslation } from '@payloadcms/ui'
import { Fragment } from 'react'
import type { ReviewAnswer } from '../../../review/answer.ts'
import { AssignmentLine } from '../desk/assignment.tsx'
import { HereInReview } from '../presence/here-in-review.tsx'
import { StateBadge } from '../workflow/state-badge.tsx'
import { keyOf } from './use-review.ts'
import type { ReviewWords } from './words.ts'

/** What is reviewed and how much of it there is, and whether it was saved again meanwhile. */
export function ReviewHead({
  newer,
  onLoad,
  onShowKeys,
  reviews,
  words,
}: {
  /** Which texts were saved again, as `collection/id`. */
  newer: readonly string[]
  onLoad: () => void
  onShowKeys: () => void
  reviews: readonly ReviewAnswer[]
  words: ReviewWords
}) {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const { user } = useAuth()
  const { changes, size, summary, workflow } = reviews[0]!
  const { admin } = config.routes
  return (
    <header className="review-head">
      <h1>{words.title(workflow.title)}</h1>
      <p className="review-head__facts">
        <StateBadge language={i18n.language} state={workflow.state} />
        {reviews.length > 1 ? (
          <>
            <strong>{words.together(reviews.length)}</strong>
            <Link href={`${admin}/review/${keyOf(workflow)}?set=`}>{words.alone}</Link>
          </>
        ) : changes.length > 0 ? (
          <span>
            {words.size[size.size]}: {summary}
          </span>
        ) : null}
        <Link href={`${admin}/collections/${keyOf(workflow)}`}>{words.edit}</Link>
        <button className="review-button" onClick={onShowKeys} type="button">
          {words.keys} <kbd>?</kbd>
        </button>
      </p>
      <HereInReview collection={workflow.collection} id={workflow.id} />
      {reviews
        .filter((review) => review.workflow.state === 'inReview')
        .map((review) => (
          <Fragment key={keyOf(review.workflow)}>
            {reviews.length > 1 ? <p className="desk-assigned">{review.workflow.title}</p> : null}
            <AssignmentLine
              canTakeOver={mayApprove(review)}
              document={review.workflow}
              onChanged={onLoad}
              personId={String(user?.id)}
            />
          </Fragment>
        ))}
      {newer.length > 0 ? (
        <div className="review-note" role="alert">
          <p>{words.changedMeanwhile}</p>
          <ul>
            {reviews
              .filter((review) => newer.includes(keyOf(review.workflow)))
              .map((review) => (
                <li key={keyOf(review.workflow)}>
                  <Link
                    href={`${admin}/review/${keyOf(review.workflow)}?from=version:${review.workflow.versionId}`}
                  >
                    {reviews.length > 1
                      ? `${review.workflow.title}: ${words.seeChanged}`
                      : words.seeChanged}
                  </Link>
                </li>
              ))}
          </ul>
          <button className="review-button" onClick={onLoad} type="button">
            {words.seeAll}
          </button>
        </div>
      ) : null}
    </header>
  )
}

function mayApprove({ workflow }: ReviewAnswer): boolean {
  return workflow.actions.some(({ action, allowed }) => action === 'approve' && allowed)
}
