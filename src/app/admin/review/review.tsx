'use client'
import { useConfig, useStepNav, useTranslation } from '@payloadcms/ui'
import { Fragment, useEffect, useState } from 'react'
import type { ToldThread } from '../../../comments/told.ts'
import type { ReviewAnswer } from '../../../review/answer.ts'
import { showMark } from '../comments/page-marks.ts'
import { ReviewDiscussion } from '../comments/review-discussion.tsx'
import { useReviewComments } from '../comments/use-review-comments.ts'
import { KeysDialog } from '../keys/keys-dialog.tsx'
import { AroundIt } from './around-it.tsx'
import { ChangeList } from './change-list.tsx'
import { Decision, type Deciding } from './decision.tsx'
import { MapChange } from './map-change.tsx'
import { PageFrames } from './page-frames.tsx'
import { Requirements } from './requirements.tsx'
import { ReviewHead } from './review-head.tsx'
import { SincePublic } from './since-public.tsx'
import { SourcesPart } from './sources.tsx'
import { useKeys } from './use-keys.ts'
import { useReview } from './use-review.ts'
import { isOther } from './shown-pages.ts'
import { useView } from './use-view.ts'
import { reviewWordsFor, type ReviewWords } from './words.ts'

interface ReviewProps {
  collection: string
  id: string
  /** A comment to show. */
  comment: string | undefined
  from: string | undefined
  to: string | undefined
  /** Documents that are reviewed together with it, as `collection/id`; undefined for those it was submitted with. */
  set: string[] | undefined
  /** Whether documents have pages on a site of this installation. */
  hasReader: boolean
}

/** What changes about a document or several, as readers will see it, with everything one needs to decide. */
export function Review({ collection, comment, from, hasReader, id, set, to }: ReviewProps) {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const words = reviewWordsFor(i18n.language)
  const { hasFailed, load, newer, reviews } = useReview(
    { collection, id, from, set, to },
    i18n.language,
  )
  const [deciding, setDeciding] = useState<Deciding>(null)
  const [showsKeys, setShowsKeys] = useState(false)
  const view = useView(reviews, { hasReader, panelLanguage: i18n.language })
  const comments = useReviewComments(reviews, { shown: comment })
  const beginComment = () => {
    if (reviews) comments.beginOnPage(view.document ?? reviews[0]!.workflow, view.frames.language)
  }
  const showThread = ({ collection: of, documentId, id: thread, place }: ToldThread) => {
    view.show(`${of}/${documentId}`)
    if (place?.locale) view.frames.setLanguage(place.locale)
    comments.setHere(thread)
    // Also when it was shown before, and somebody has gone on reading.
    if (comments.frame.current) showMark(comments.frame.current, thread)
  }
  const { setStepNav } = useStepNav()
  const title = reviews?.[0]?.workflow.title ?? ''
  useEffect(() => {
    const queue = `${config.routes.admin}/collections/workflow-states`
    setStepNav([{ label: words.queue, url: queue }, { label: title }])
  }, [config.routes.admin, setStepNav, title, words.queue])
  useKeys({
    ...view.keys,
    a: () => setDeciding('approve'),
    r: () => setDeciding('return'),
    c: beginComment,
    n: () => document.getElementById('review-next')?.click(),
    '?': () => setShowsKeys(true),
  })

  if (hasFailed)
    return (
      <main className="review">
        <p role="alert">{words.failed}</p>
        <button className="review-button" onClick={load} type="button">
          {words.tryAgain}
        </button>
      </main>
    )
  if (!reviews)
    return (
      <main className="review">
        <p role="status">{words.loading}</p>
      </main>
    )
  return (
    <main className="review">
      <ReviewHead
        newer={newer}
        onLoad={load}
        onShowKeys={() => setShowsKeys(true)}
        reviews={reviews}
        words={words}
      />
      <MapChange reviews={reviews} />
      <div className="review-columns">
        <div className="review-side">
          <ChangeList
            onComment={(document, about) => comments.begin({ document, about })}
            onShow={view.show}
            reviews={reviews}
            words={words}
          />
          <ReviewDiscussion
            comments={comments}
            onBegin={beginComment}
            onShow={showThread}
            reviews={reviews}
          />
          <Decision
            comments={comments}
            deciding={deciding}
            isOther={isOther(reviews)}
            isStale={newer.length > 0 || view.showsOtherText}
            language={i18n.language}
            onDone={load}
            reviews={reviews}
            setDeciding={setDeciding}
            words={words}
          />
          <Besides reviews={reviews} words={words} />
        </div>
        <PageFrames {...view.frames} comments={comments} onComment={beginComment} words={words} />
      </div>
      {showsKeys ? <KeysDialog onClose={() => setShowsKeys(false)} words={words} /> : null}
    </main>
  )
}

/** What belongs to each document, its own heading above where there are several. */
function Besides({ reviews, words }: { reviews: readonly ReviewAnswer[]; words: ReviewWords }) {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  return reviews.map((review) => {
    const parts = (
      <>
        <Requirements review={review} words={words} />
        <AroundIt
          adminRoute={config.routes.admin}
          language={i18n.language}
          review={review}
          words={words}
        />
        <SincePublic review={review} words={words} />
        <SourcesPart review={review} words={words} />
      </>
    )
    return reviews.length === 1 ? (
      <Fragment key={review.workflow.id}>{parts}</Fragment>
    ) : (
      <details key={review.workflow.id}>
        <summary>{review.workflow.title}</summary>
        <div className="review-side">{parts}</div>
      </details>
    )
  })
}
