import type { StoredPlace } from '../../../comments/pin.ts'
import type { CommentWords } from './words.ts'

/** What a comment is about, in one line: “Station overview (English) “30 days””, or the whole document. */
export function PlaceInLine({
  language,
  place,
  words,
}: {
  language: string
  place: StoredPlace | null | undefined
  words: CommentWords
}) {
  if (!place) return words.wholeDocument
  const { label, locale, quote } = place
  return (
    <>
      {label[language.startsWith('es') ? 'es' : 'en']}
      {locale ? ` (${words.inLanguage[locale] ?? locale})` : ''}
      {quote ? <span lang={locale}> {words.quoted(quote.exact)}</span> : null}
    </>
  )
}
