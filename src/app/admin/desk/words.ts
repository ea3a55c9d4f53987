import { en } from './words/en.ts'
import { es } from './words/es.ts'

/** What the desk says, in one of the panel's languages. */
export type DeskWords = typeof en

/** The words for a language of the panel; English stands in for any other. */
export function deskWordsFor(language: string): DeskWords {
  return language.startsWith('es') ? es : en
}
