import { en } from './words/en.ts'
import { es } from './words/es.ts'

/** What the history of a document and the pages of the ledger say, in one of the panel's languages. */
export type HistoryWords = typeof en

/** The words for a language of the panel; English stands in for any other. */
export function historyWordsFor(language: string): HistoryWords {
  return language.startsWith('es') ? es : en
}
