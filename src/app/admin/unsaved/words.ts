import { en } from './words/en.ts'
import { es } from './words/es.ts'

/** What the panel says about words that were not saved, in one of its languages. */
export type UnsavedWordsText = typeof en

/** The words for a language of the panel; English stands in for any other. */
export function unsavedWordsFor(language: string): UnsavedWordsText {
  return language.startsWith('es') ? es : en
}
