import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Locale } from '../locales.ts'
import {
  standingOf,
  translatedFrom,
  translatedLocales,
  worstOf,
  type TranslatedFrom,
  type TranslationStanding,
} from './standing.ts'
import { localizedTexts, type LocalizedText } from './texts.ts'

/** What the review queue keeps of a document's translations, by language. */
export type KeptTranslations = Partial<Record<Locale, TranslatedFrom>>

/** A text with how it stands. */
export interface StandingText extends LocalizedText {
  standing: TranslationStanding
}

interface Stored {
  collection: CollectionSlug
  /** The newest version and what is live, as the database has them in all languages. */
  stored: { working: Record<string, unknown>; live: Record<string, unknown> | null }
}

/**
 * What to keep of a document's translations after it was saved, and how the whole document stands.
 *
 * @param kept what was kept before; null for a document that was last saved when nothing was kept yet. What is
 * live was agreed on in all languages, so it stands in.
 */
export function keptAfterSave(
  { collection, stored }: Stored,
  kept: KeptTranslations | null,
  req: PayloadRequest,
): { translations: KeptTranslations; translation: TranslationStanding } {
  const { flattenedFields: fields } = req.payload.collections[collection].config
  const translations: KeptTranslations = {}
  const standings: TranslationStanding[] = []
  for (const locale of translatedLocales) {
    const texts = localizedTexts({ fields, document: stored.working, locale })
    const before =
      kept?.[locale] ??
      (stored.live && !kept
        ? translatedFrom(localizedTexts({ fields, document: stored.live, locale }), {})
        : {})
    const now = translatedFrom(texts, before)
    translations[locale] = now
    standings.push(...texts.map((text) => standingOf(text, now)))
  }
  return { translations, translation: worstOf(standings) }
}

/** Every translated text of the newest version in one language, with how it stands. */
export function standingTexts(
  { collection, stored }: Stored,
  locale: Locale,
  kept: KeptTranslations | null,
  req: PayloadRequest,
): StandingText[] {
  const { flattenedFields: fields } = req.payload.collections[collection].config
  const from = kept?.[locale] ?? {}
  return localizedTexts({ fields, document: stored.working, locale }).map((text) => ({
    ...text,
    standing: standingOf(text, from),
  }))
}
