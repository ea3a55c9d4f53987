import { en } from './words/en.ts'
import { es } from './words/es.ts'

/** What the panel says about comments, in one of its languages. */
export type CommentWords = typeof en

/** The words for a language of the panel; English stands in for any other. */
export function commentWordsFor(language: string): CommentWords {
  return language.startsWith('es') ? es : en
}
