'use client'
import { Link, useDocumentInfo, useLocale } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation.js'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { ToldThread } from '../../../comments/told.ts'
import { BeginThread } from './begin-thread.tsx'
import { showInForm } from './show-in-form.ts'
import { numbersOf, Threads, Told } from './threads.tsx'
import { useDiscussion, type Discussion } from './use-discussion.ts'

/** What was said about the document that is edited, beside its text. */
export function DiscussionPanel() {
  const { collectionSlug, data, id } = useDocumentInfo()
  const heading = useId()
  const documents = useMemo(
    () => (collectionSlug && id ? [{ collection: collectionSlug, id: String(id) }] : []),
    [collectionSlug, id],
  )
  const discussion = useDiscussion(documents, String(data?.updatedAt))
  const { threads, words } = discussion
  const open = threads?.filter(({ resolved }) => !resolved).length ?? 0
  const [document] = documents
  return (
    <section aria-labelledby={heading} className="comments comments-panel">
      <h2 id={heading}>{words.discussion}</h2>
      {document ? (
        <>
          {threads && open > 0 ? <p>{words.openThreads(open)}</p> : null}
          <Loading discussion={discussion} />
          {threads ? (
            <OfDocument collection={document.collection} discussion={discussion} id={document.id} />
          ) : null}
        </>
      ) : (
        <p>{words.notSavedYet}</p>
      )}
    </section>
  )
}

/** Says that it is not known yet, or could not be looked up, what was said. */
export function Loading({
  discussion: { hasFailed, load, threads, words },
}: {
  discussion: Discussion
}) {
  if (hasFailed)
    return (
      <div role="alert">
        <p>{words.failed}</p>
        <button className="comments-button" onClick={load} type="button">
          {words.tryAgain}
        </button>
      </div>
    )
  return threads ? null : <p role="status">{words.loading}</p>
}

function OfDocument({
  collection,
  discussion,
  id,
}: {
  collection: string
  discussion: Discussion
  id: string
}) {
  const { words } = discussion
  const threads = discussion.threads!
  const [isWriting, setWriting] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const shown = useSearchParams().get('comment')
  const numbers = useMemo(() => numbersOf(threads), [threads])
  const named = threads.find(({ comments }) => comments.some((one) => one.id === shown))?.id ?? null
  useEffect(() => {
    if (named) focusThread(named)
  }, [named])
  return (
    <>
      {isWriting ? (
        <BeginThread
          about={null}
          discussion={discussion}
          document={{ collection, id }}
          onDone={() => {
            setWriting(false)
            setTimeout(() => opener.current?.focus())
          }}
        />
      ) : (
        <button
          className="comments-button"
          onClick={() => setWriting(true)}
          ref={opener}
          type="button"
        >
          {words.write}
        </button>
      )}
      <Told collection={collection} discussion={discussion} />
      <Threads
        discussion={discussion}
        numbers={numbers}
        shown={named}
        threads={threads}
        wayTo={(thread) => <WayInForm discussion={discussion} thread={thread} />}
      />
    </>
  )
}

/** Brings a thread into sight and the keyboard to it. */
export function focusThread(id: string): void {
  const thread = document.getElementById(`comment-${id}`)
  thread?.scrollIntoView({ block: 'nearest' })
  thread?.focus({ preventScroll: true })
}

/** The way to the field a thread is about, also where that is in another language. */
function WayInForm({
  discussion: { words },
  thread,
}: {
  discussion: Discussion
  thread: ToldThread
}) {
  const { code } = useLocale()
  const { now, place } = thread
  if (now.is === 'gone' || now.path === null || !place) return null
  if (place.locale && place.locale !== code)
    return (
      <Link href={`?locale=${place.locale}&comment=${thread.id}`}>
        {words.showPlaceIn(words.inLanguage[place.locale] ?? place.locale)}
      </Link>
    )
  const { path } = now
  return (
    <button
      className="comments-button"
      onClick={() => void showInForm(path, 'words' in now ? now.words : null)}
      type="button"
    >
      {words.showPlace}
    </button>
  )
}
