'use client'
import type { PresentPlace, StoredPlace } from '../../../comments/pin.ts'
import type { CommentWords } from './words.ts'

/** What a thread is about, in words, and what became of that. */
export function PlaceOf({
  language,
  now,
  place,
  words,
}: {
  language: string
  now: PresentPlace
  place: StoredPlace | null
  words: CommentWords
}) {
  if (!place) return <p className="comments-place">{words.wholeDocument}</p>
  const { locale, quote } = place
  const hasWords = 'words' in now
  return (
    <div className="comments-place">
      <p>
        {place.label[language.startsWith('es') ? 'es' : 'en']}
        {locale ? ` (${words.inLanguage[locale] ?? locale})` : ''}
      </p>
      {quote ? <blockquote lang={locale}>{quote.exact}</blockquote> : null}
      {now.is === 'gone' ? (
        <p className="comments-warning">{quote ? words.gone : words.goneField}</p>
      ) : null}
      {now.is === 'changed' && hasWords ? (
        <>
          <p className="comments-warning">{words.changed}</p>
          <blockquote lang={locale}>{now.words}</blockquote>
        </>
      ) : null}
    </div>
  )
}
