'use client'
import { Link, useConfig } from '@payloadcms/ui'
import { useEffect, useId, useRef } from 'react'
import type { ToldThread } from '../../../comments/told.ts'
import type { ReviewAnswer } from '../../../review/answer.ts'
import { keyOf } from '../review/use-review.ts'
import type { Place } from '../workflow/requests.ts'
import { BeginThread } from './begin-thread.tsx'
import { focusThread, Loading } from './discussion-panel.tsx'
import { KeptComments, OfOtherTexts } from './kept-comments-list.tsx'
import { Threads, Told } from './threads.tsx'
import type { ReviewComments } from './use-review-comments.ts'

interface ReviewDiscussionProps {
  comments: ReviewComments
  reviews: readonly ReviewAnswer[]
  /** Begins a comment on what is selected on the page. */
  onBegin: () => void
  /** Shows the page on which a thread has its place. */
  onShow: (thread: ToldThread) => void
}

/** What was said about what is reviewed, where one goes on saying it; of several documents, each under its title. */
export function ReviewDiscussion(props: ReviewDiscussionProps) {
  const { comments, onBegin, reviews } = props
  const { begin, beginning, discussion, here, isSet, kept } = comments
  const { threads, words } = discussion
  const opener = useRef<HTMLButtonElement>(null)
  const named = useRef<string | null>(null)
  useEffect(() => {
    // The address names a thread once; after that, people go where they like.
    if (!here || named.current === here) return
    named.current = here
    focusThread(here)
  }, [here])
  const open = threads?.filter(({ resolved }) => !resolved).length ?? 0
  const mayReturn = reviews.every(
    ({ workflow }) => workflow.actions.find(({ action }) => action === 'return')?.allowed,
  )
  return (
    <section aria-labelledby="review-discussion" className="review-part comments">
      <h2 id="review-discussion">{words.discussion}</h2>
      {open > 0 ? <p>{words.openThreads(open)}</p> : null}
      <Loading discussion={discussion} />
      {beginning ? (
        <BeginThread
          about={beginning.about}
          discussion={discussion}
          document={beginning.document}
          hint={words.howToChoose}
          key={JSON.stringify(beginning.about)}
          onDone={() => {
            begin(null)
            setTimeout(() => opener.current?.focus())
          }}
          onKeep={mayReturn ? (said) => kept.keep(beginning.document, said) : undefined}
          title={isSet ? titleOf(beginning.document, reviews) : undefined}
        />
      ) : (
        <button className="comments-button" onClick={onBegin} ref={opener} type="button">
          {words.write} <kbd>c</kbd>
        </button>
      )}
      <Told collection={reviews[0]!.workflow.collection} discussion={discussion} />
      <KeptComments comments={comments} mayReturn={mayReturn} />
      <OfOtherTexts comments={comments} />
      {threads && isSet && threads.length === 0 ? <p>{words.none}</p> : null}
      {threads
        ? reviews.map((review) => (
            <OfReview {...props} key={keyOf(review.workflow)} review={review} />
          ))
        : null}
    </section>
  )
}

function OfReview({
  comments,
  onShow,
  review: { workflow },
}: ReviewDiscussionProps & { review: ReviewAnswer }) {
  const { discussion, here, isSet, numbers } = comments
  const heading = useId()
  const threads = discussion.threads!.filter(
    ({ collection, documentId }) =>
      collection === workflow.collection && documentId === workflow.id,
  )
  const all = (
    <Threads
      discussion={discussion}
      numbers={numbers}
      shown={here}
      threadHeading={isSet ? 'h4' : 'h3'}
      threads={threads}
      wayTo={(thread) => <WayToPlace comments={comments} onShow={onShow} thread={thread} />}
    />
  )
  if (!isSet) return all
  // Of many documents, most are talked about by nobody.
  if (threads.length === 0) return null
  return (
    <section aria-labelledby={heading} className="comments-document">
      <h3 id={heading}>{workflow.title}</h3>
      {all}
    </section>
  )
}

function titleOf(document: Place, reviews: readonly ReviewAnswer[]): string | undefined {
  return reviews.find(({ workflow }) => keyOf(workflow) === keyOf(document))?.workflow.title
}

/** The way to the place of a thread: on the page, or in the form where no page shows it. */
function WayToPlace({
  comments: { discussion, here, marked },
  onShow,
  thread,
}: {
  comments: ReviewComments
  onShow: (thread: ToldThread) => void
  thread: ToldThread
}) {
  const { config } = useConfig()
  const { words } = discussion
  const { collection, documentId, id, now, place } = thread
  if (!place || now.is === 'gone') return null
  const language = place.locale ? `&locale=${place.locale}` : ''
  const form = (
    <Link
      href={`${config.routes.admin}/collections/${collection}/${documentId}?comment=${id}${language}`}
    >
      {words.showInForm}
    </Link>
  )
  if (!place.quote) return form
  return (
    <>
      <button
        aria-pressed={here === id}
        className="comments-button"
        onClick={() => onShow(thread)}
        type="button"
      >
        {words.showPlace}
      </button>
      {here === id && !marked.has(id) ? (
        <p className="comments-note">
          {words.notOnPage} {form}
        </p>
      ) : null}
    </>
  )
}
