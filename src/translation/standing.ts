import { defaultLocale, locales, type Locale } from '../locales.ts'
import { fingerprint, type LocalizedText } from './texts.ts'

/**
 * How a text stands to the one it is translated from:
 *
 * - `missing`: there is none in this language
 * - `older`: what it was translated from has changed since
 * - `upToDate`: it was written, or confirmed, with the source as it is now
 */
export const translationStandings = ['missing', 'older', 'upToDate'] as const

export type TranslationStanding = (typeof translationStandings)[number]

/** The languages that content is translated into. */
export const translatedLocales: readonly Locale[] = locales
  .map(({ code }) => code)
  .filter((code) => code !== defaultLocale)

/**
 * What was translated from what, by the path of the text: fingerprints of the source as it was when the text was
 * last written or confirmed, and of the text.
 */
export type TranslatedFrom = Record<string, { source: string; text: string }>

/**
 * What each text was translated from, once a document is saved. A text that is new or was changed in this save is
 * taken to be written with the source before the writer's eyes as it is now; the others keep what they were
 * written from.
 *
 * @param kept as it was before the save; empty for a document that was never saved
 */
export function translatedFrom(
  texts: readonly LocalizedText[],
  kept: TranslatedFrom,
): TranslatedFrom {
  return Object.fromEntries(
    texts
      .filter(({ text }) => text !== null)
      .map(({ path, source, text }) => {
        const before = Object.hasOwn(kept, path) ? kept[path] : undefined
        const now = { source: fingerprint(source), text: fingerprint(text) }
        return [path, before?.text === now.text ? before : now]
      }),
  )
}

/** How one text stands. A text without a source has nothing that it could be older than. */
export function standingOf(text: LocalizedText, kept: TranslatedFrom): TranslationStanding {
  if (text.text === null) return 'missing'
  const from = Object.hasOwn(kept, text.path) ? kept[text.path] : undefined
  const isOlder =
    text.source !== null && from !== undefined && from.source !== fingerprint(text.source)
  return isOlder ? 'older' : 'upToDate'
}

/** How a whole document stands: as its worst text does. */
export function worstOf(standings: readonly TranslationStanding[]): TranslationStanding {
  return translationStandings.find((one) => standings.includes(one)) ?? 'upToDate'
}
