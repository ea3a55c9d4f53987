import { en } from './words/en.ts'
import { es } from './words/es.ts'

/** Languages of the panel, and so of mails. */
export const panelLanguages = ['en', 'es'] as const

export type PanelLanguage = (typeof panelLanguages)[number]

/** What notifications say, in one of the panel's languages. */
export type NotificationWords = typeof en

/** The language of the panel that a language tag means; English stands in for any other. */
export function panelLanguage(tag: string): PanelLanguage {
  return tag.startsWith('es') ? 'es' : 'en'
}

/** The words for a language of the panel; English stands in for any other. */
export function notificationWordsFor(language: string): NotificationWords {
  return panelLanguage(language) === 'es' ? es : en
}
