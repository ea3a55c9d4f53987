import { en } from './words/en.ts'
import { es } from './words/es.ts'

/** What the panel says about the workflow, in one of its languages. */
export type PanelWords = typeof en

/** The words for a language of the panel; English stands in for any other. */
export function wordsFor(language: string): PanelWords {
  return language.startsWith('es') ? es : en
}
