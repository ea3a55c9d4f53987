'use client'
import type { EntryDetails } from '../../../ledger/entry.ts'
import { PlaceInLine } from './place-in-line.tsx'
import { commentWordsFor } from './words.ts'

/** What a return said of places in the text, as the ledger keeps it. */
export function CommentsOfReturn({
  details: { comments },
  language,
}: {
  details: EntryDetails
  language: string
}) {
  const words = commentWordsFor(language)
  if (!comments?.length) return null
  return (
    <ul>
      {comments.map(({ id, place, text }) => (
        <li key={id}>
          <PlaceInLine language={language} place={place} words={words} />:
          <blockquote>{text}</blockquote>
        </li>
      ))}
    </ul>
  )
}
