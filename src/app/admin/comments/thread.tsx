'use client'
import { useAuth } from '@payloadcms/ui'
import { Fragment, useRef, useState, type ReactNode } from 'react'
import type { ToldComment, ToldThread } from '../../../comments/told.ts'
import { momentIn } from '../workflow/moments.ts'
import { PlaceOf } from './place-of.tsx'
import type { Discussion } from './use-discussion.ts'
import { WriteText } from './write-text.tsx'

/** What happens in a thread: somebody replies, or changes what they said. */
type Writing = { what: 'reply' } | { what: 'edit'; comment: ToldComment } | null

/** A thread with its place, everything that was said in it, and what can be done with it. */
export function Thread({
  children,
  discussion,
  heading: Heading,
  number,
  thread,
}: {
  /** The way to its place. */
  children?: ReactNode
  discussion: Discussion
  heading: 'h3' | 'h4'
  /** As its mark on the page has it. */
  number: number
  thread: ToldThread
}) {
  const { language, requests, take, words } = discussion
  const [writing, setWriting] = useState<Writing>(null)
  const frame = useRef<HTMLElement>(null)
  const headingId = `comment-${thread.id}-heading`
  const back = () => {
    setWriting(null)
    frame.current?.focus()
  }
  const act = async (asked: ReturnType<typeof requests.resolve>, done: string) => {
    const isDone = await take(asked, done)
    if (isDone) back()
    return isDone
  }
  const { resolved } = thread
  return (
    <article
      aria-labelledby={headingId}
      className={`comments-thread${resolved ? ' comments-thread--resolved' : ''}`}
      id={`comment-${thread.id}`}
      ref={frame}
      tabIndex={-1}
    >
      <Heading id={headingId}>{words.number(number)}</Heading>
      <PlaceOf language={language} now={thread.now} place={thread.place} words={words} />
      {children}
      <ol className="comments-said">
        {thread.comments.map((comment) => (
          <li key={comment.id}>
            {writing?.what === 'edit' && writing.comment.id === comment.id ? (
              <WriteText
                first={{ text: comment.text, mentions: comment.mentions }}
                label={words.comment}
                onCancel={back}
                requests={requests}
                sendings={[
                  {
                    label: words.save,
                    send: (said) => act(requests.edit(comment.id, said), words.done.edit),
                  },
                ]}
                words={words}
              />
            ) : (
              <Comment
                comment={comment}
                discussion={discussion}
                onEdit={() => setWriting({ what: 'edit', comment })}
                onRemove={() => void act(requests.remove(comment.id), words.done.remove)}
              />
            )}
          </li>
        ))}
      </ol>
      {resolved ? (
        <p className="comments-note">
          {words.resolvedBy(resolved.by.name, momentIn(language, resolved.at))}
        </p>
      ) : null}
      {writing?.what === 'reply' ? (
        <WriteText
          label={words.reply}
          onCancel={back}
          requests={requests}
          sendings={[
            {
              label: words.postReply,
              send: (said) => act(requests.reply(thread.id, said), words.done.reply),
            },
          ]}
          words={words}
        />
      ) : (
        <div className="comments-buttons">
          {resolved ? (
            <button
              className="comments-button"
              onClick={() => void act(requests.reopen(thread.id), words.done.reopen)}
              type="button"
            >
              {words.reopen}
            </button>
          ) : (
            <>
              <button
                className="comments-button"
                onClick={() => setWriting({ what: 'reply' })}
                type="button"
              >
                {words.reply}
              </button>
              <button
                className="comments-button"
                onClick={() => void act(requests.resolve(thread.id), words.done.resolve)}
                type="button"
              >
                {words.resolve}
              </button>
            </>
          )}
        </div>
      )}
    </article>
  )
}

function Comment({
  comment,
  discussion: { language, words },
  onEdit,
  onRemove,
}: {
  comment: ToldComment
  discussion: Discussion
  onEdit: () => void
  onRemove: () => void
}) {
  const { user } = useAuth()
  const { by, editedAt, entry, removedAt, writtenAt } = comment
  if (removedAt) return <p className="comments-note">{words.removed(by.name)}</p>
  const isOwn = String(user?.id) === by.id
  return (
    <>
      <p className="comments-by">
        <strong>{by.name}</strong> <time dateTime={writtenAt}>{momentIn(language, writtenAt)}</time>
        {editedAt ? <> ({words.edited})</> : null}
      </p>
      <p className="comments-text">
        <Words comment={comment} />
      </p>
      {entry === null ? null : <p className="comments-note">{words.decided(entry)}</p>}
      {isOwn && entry === null ? (
        <div className="comments-buttons">
          <button className="comments-button" onClick={onEdit} type="button">
            {words.edit}
          </button>
          <button className="comments-button" onClick={onRemove} type="button">
            {words.remove}
          </button>
        </div>
      ) : null}
    </>
  )
}

/** The words of a comment, in which the people it mentions stand out. */
function Words({ comment: { mentions, text } }: { comment: ToldComment }) {
  if (mentions.length === 0) return text
  const names = mentions.map(({ name }) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return text
    .split(new RegExp(`(@(?:${names.join('|')}))`, 'u'))
    .map((part, at) =>
      at % 2 ? <strong key={at}>{part}</strong> : <Fragment key={at}>{part}</Fragment>,
    )
}
