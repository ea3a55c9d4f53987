import { en } from './words/en.ts'
import { es } from './words/es.ts'

/** What the screens of notifications say, in one of the panel's languages. */
export type ScreenWords = typeof en

/** The words for a language of the panel; English stands in for any other. */
export function screenWordsFor(language: string): ScreenWords {
  return language.startsWith('es') ? es : en
}
