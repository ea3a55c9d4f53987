import { en } from './words/en.ts'
import { es } from './words/es.ts'

/** Names that Payload's own controls lack, in one of the panel's languages. */
export type MendWords = typeof en

/** The names for a language of the panel; English stands in for any other. */
export function mendWordsFor(language: string): MendWords {
  return language.startsWith('es') ? es : en
}
