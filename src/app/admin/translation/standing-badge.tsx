import type { TranslationStanding } from '../../../translation/standing.ts'
import { translationWordsFor } from './words.ts'

/** How a translation stands, as a word with a shape of its own, so that it can be told without seeing colours. */
export function StandingBadge({
  standing,
  language,
}: {
  standing: TranslationStanding
  language: string
}) {
  return (
    <span className={`translation-standing translation-standing--${standing}`}>
      <svg aria-hidden="true" fill="none" height="14" viewBox="0 0 16 16" width="14">
        <path d={shapes[standing]} stroke="currentColor" strokeLinecap="round" strokeWidth="2" />
      </svg>
      {translationWordsFor(language).standings[standing]}
    </span>
  )
}

const shapes: Record<TranslationStanding, string> = {
  // An empty frame, a clock, a tick.
  missing: 'M2 2h12v12H2z',
  older: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0 -13M8 4.5V8l2.5 2',
  upToDate: 'M2.5 8.5l4 4L13.5 4',
}
