import type { Locale } from '../../../locales.ts'
import { en } from './words/en.ts'
import { es } from './words/es.ts'

/** What the editor of the map says, in one of the panel's languages. */
export type MapEditorWords = typeof en

/** The words for a language of the panel; English stands in for any other. */
export function mapEditorWordsFor(language: string): MapEditorWords {
  return languageFor(language) === 'es' ? es : en
}

/** The language in which the panel shows what was written in several. */
export function languageFor(language: string): Locale {
  return language.startsWith('es') ? 'es' : 'en'
}
