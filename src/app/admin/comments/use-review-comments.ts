'use client'
import { useMemo, useRef, useState, type RefObject } from 'react'
import type { AskedPlace } from '../../../comments/order.ts'
import type { ToldThread } from '../../../comments/told.ts'
import type { ReviewAnswer } from '../../../review/answer.ts'
import type { Place } from '../workflow/requests.ts'
import { takeSelectedPlace } from './page-marks.ts'
import type { SaidOf } from './requests.ts'
import { useKeptComments, type KeptComments } from './use-kept-comments.ts'
import { numbersOf } from './threads.tsx'
import { useDiscussion, type Discussion } from './use-discussion.ts'

/** A comment that somebody begins: of which document, and of what in it. */
export interface Beginning {
  document: Place
  about: AskedPlace | null
}

/** The discussion of what is reviewed. */
export interface ReviewComments {
  discussion: Discussion
  numbers: ReadonlyMap<string, number>
  beginning: Beginning | null
  begin: (beginning: Beginning | null) => void
  /** Begins a comment on the words that are selected on the page, or on the whole document. */
  beginOnPage: (document: Place, language: string) => void
  /** What goes with the request for changes, once that is sent. */
  kept: KeptComments
  /** Whether several documents are reviewed, so that each comment says which one it is about. */
  isSet: boolean
  /** The thread that is looked at, and the thread that the address names. */
  here: string | null
  setHere: (id: string | null) => void
  /** Threads whose passage is on the page that is shown. */
  marked: ReadonlySet<string>
  setMarked: (marked: ReadonlySet<string>) => void
  /** The frame with the proposed page. */
  frame: RefObject<HTMLIFrameElement | null>
}

export function useReviewComments(
  reviews: readonly ReviewAnswer[] | null,
  { shown }: { shown: string | undefined },
): ReviewComments {
  const documents = useMemo(() => reviews?.map(({ workflow }) => workflow) ?? [], [reviews])
  const version = documents
    .map(({ contentHash, history }) => `${contentHash} ${history.length}`)
    .join()
  const discussion = useDiscussion(documents, version)
  const [beginning, begin] = useState<Beginning | null>(null)
  const kept = useKeptComments(documents)
  const [chosen, setHere] = useState<string | null | undefined>(undefined)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const frame = useRef<HTMLIFrameElement>(null)
  const { threads } = discussion
  const numbers = useMemo(() => numbersOf(threads ?? []), [threads])
  return {
    discussion,
    numbers,
    beginning,
    begin,
    beginOnPage: (document, language) =>
      begin({ document, about: takeSelectedPlace(frame.current?.contentDocument, language) }),
    kept,
    isSet: documents.length > 1,
    here: chosen === undefined ? threadOf(shown, threads) : chosen,
    setHere,
    marked,
    setMarked,
    frame,
  }
}

/** The thread that has a comment. */
function threadOf(comment: string | undefined, threads: readonly ToldThread[] | null) {
  return threads?.find(({ comments }) => comments.some(({ id }) => id === comment))?.id ?? null
}

/** The comments that go with the request for changes of one document. */
export function keptFor({ here }: KeptComments, { collection, id }: Place): SaidOf[] {
  return here
    .filter((one) => one.collection === collection && one.document === id)
    .map(({ said }) => said)
}
