import { en } from './words/en.ts'
import { es } from './words/es.ts'

/** What the review view says, in one of the panel's languages. */
export type ReviewWords = typeof en

/** The words for a language of the panel; English stands in for any other. */
export function reviewWordsFor(language: string): ReviewWords {
  return language.startsWith('es') ? es : en
}
