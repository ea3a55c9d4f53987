import { en } from './words/en.ts'
import { es } from './words/es.ts'

/** What the panel says about who is in a document, in one of its languages. */
export type PresenceWords = typeof en

/** The words for a language of the panel; English stands in for any other. */
export function presenceWordsFor(language: string): PresenceWords {
  return language.startsWith('es') ? es : en
}
