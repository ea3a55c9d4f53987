'use client'
import { useState, type ReactNode } from 'react'
import type { ToldThread } from '../../../comments/told.ts'
import { Refusal } from '../workflow/refusal.tsx'
import { wordsFor } from '../workflow/words.ts'
import { Thread } from './thread.tsx'
import type { Discussion } from './use-discussion.ts'
import './comments.css'

/** What was done last in a discussion, or why it was not. */
export function Told({
  collection,
  discussion: { language, refused, told },
}: {
  /** Whose fields refusals name. */
  collection: string
  discussion: Discussion
}) {
  return (
    <>
      <p className="comments-told" role="status">
        {told}
      </p>
      <Refusal answer={refused} collection={collection} words={wordsFor(language)} />
    </>
  )
}

/** Threads, the open ones first; those that are resolved are shown when somebody asks for them. */
export function Threads({
  discussion,
  numbers,
  shown,
  threadHeading = 'h3',
  threads,
  wayTo,
}: {
  discussion: Discussion
  numbers: ReadonlyMap<string, number>
  /** The thread that the address names: it is shown even where it is resolved. */
  shown: string | null
  /** What the number of a thread is among the headings around it. */
  threadHeading?: 'h3' | 'h4'
  threads: readonly ToldThread[]
  /** The way to the place of a thread. */
  wayTo: (thread: ToldThread) => ReactNode
}) {
  const { words } = discussion
  const [showsResolved, setShowsResolved] = useState(false)
  const open = threads.filter(({ resolved }) => !resolved)
  const resolved = threads.filter((thread) => thread.resolved)
  const visible = [...open, ...resolved.filter((thread) => showsResolved || thread.id === shown)]
  return (
    <>
      {threads.length === 0 ? <p>{words.none}</p> : null}
      {threads.length > 0 && open.length === 0 ? <p>{words.noneOpen}</p> : null}
      {visible.map((thread) => (
        <Thread
          discussion={discussion}
          heading={threadHeading}
          key={thread.id}
          number={numbers.get(thread.id) ?? 0}
          thread={thread}
        >
          {wayTo(thread)}
        </Thread>
      ))}
      {resolved.length > 0 ? (
        <button
          className="comments-button"
          onClick={() => setShowsResolved(!showsResolved)}
          type="button"
        >
          {showsResolved ? words.hideResolved : words.showResolved(resolved.length)}
        </button>
      ) : null}
    </>
  )
}

/** The number of each thread: the first that was begun is 1, and stays so. */
export function numbersOf(threads: readonly ToldThread[]): ReadonlyMap<string, number> {
  const byTime = [...threads].sort((one, other) =>
    one.comments[0]!.writtenAt.localeCompare(other.comments[0]!.writtenAt),
  )
  return new Map(byTime.map(({ id }, at) => [id, at + 1]))
}
