import { en } from './words/en.ts'
import { es } from './words/es.ts'

/** What the panel says when two people change a document at the same time, in one of its languages. */
export type SavesWords = typeof en

/** The words for a language of the panel; English stands in for any other. */
export function savesWords(language: string): SavesWords {
  return language.startsWith('es') ? es : en
}
