import { words, type Words } from '../src/locales.ts'
import type { TranslationStanding } from '../src/translation/standing.ts'

/** What the panel calls how a translation stands to its source. */
export const translationWords: Record<TranslationStanding, Words> = {
  missing: words('Translation missing', 'Falta la traducción'),
  older: words('Translation older than its source', 'Traducción anterior a su original'),
  upToDate: words('Translation up to date', 'Traducción al día'),
}
