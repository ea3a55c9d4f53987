'use client'
import { useAuth } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { browserStore } from '../unsaved/browser-store.ts'
import { newFormKey } from '../unsaved/held-forms.ts'
import type { Place } from '../workflow/requests.ts'
import {
  sortedFor,
  type KeptComment,
  type ReviewedText,
  type SortedComments,
} from './kept-comments.ts'
import type { SaidOf } from './requests.ts'

/** Comments that wait for a request for changes, and what can be done with them. */
export interface KeptComments extends SortedComments {
  /** Whether this browser keeps anything beyond the page. */
  canKeep: boolean
  keep: (document: Place, said: SaidOf) => void
  /** Forgets those that were sent, or are not wanted. */
  forget: (comments: readonly KeptComment[]) => void
  /** Takes comments about an earlier text as comments about the one that is reviewed. */
  takeOver: (comments: readonly KeptComment[]) => void
}

/**
 * What whoever reviews wrote to go with a request for changes. It stays in their browser until it is sent or taken out,
 * also when the page is loaded anew.
 *
 * @param texts those that are reviewed
 */
export function useKeptComments(texts: readonly ReviewedText[]): KeptComments {
  const { user } = useAuth()
  // When the session ends, the comments are still those of whoever wrote them.
  const [person] = useState(() => (user ? String(user.id) : null))
  const [all, setAll] = useState<readonly KeptComment[]>([])
  const [canKeep, setCanKeep] = useState(true)
  useEffect(() => {
    if (person === null) return
    browserStore('comments')
      .then((store) => store.of(person))
      .then(
        (found) => setAll((known) => withAll(found, known)),
        () => setCanKeep(false),
      )
  }, [person])

  const store = (comments: readonly KeptComment[]) => {
    setAll((known) => withAll(known, comments))
    browserStore('comments')
      .then(({ keep }) => Promise.all(comments.map(keep)))
      .then(
        () => setCanKeep(true),
        () => setCanKeep(false),
      )
  }
  const textOf = ({ collection, id }: Place) =>
    texts.find((one) => one.collection === collection && one.id === id)
  return {
    ...sortedFor(all, texts),
    canKeep,
    keep: (document, said) => {
      const text = textOf(document)
      if (person === null || !text) return
      const { collection, contentHash, id, title } = text
      const about = { collection, document: id, title, contentHash }
      store([{ ...about, key: newFormKey(), person, said, at: Date.now() }])
    },
    forget: (comments) => {
      const keys = comments.map(({ key }) => key)
      setAll((known) => known.filter(({ key }) => !keys.includes(key)))
      browserStore('comments')
        .then(({ forget }) => forget(keys))
        .catch(() => setCanKeep(false))
    },
    takeOver: (comments) =>
      store(
        comments.flatMap((one) => {
          const text = textOf({ collection: one.collection, id: one.document })
          return text ? [{ ...one, contentHash: text.contentHash }] : []
        }),
      ),
  }
}

/** Both, where the others have the word for what is in both. */
function withAll(all: readonly KeptComment[], others: readonly KeptComment[]): KeptComment[] {
  return [...new Map([...all, ...others].map((one) => [one.key, one])).values()]
}
