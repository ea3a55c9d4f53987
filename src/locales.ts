/**
 * The languages that content is written in. `defaultLocale` is the one every document must have;
 * a field that is empty in another language is answered in this one.
 *
 * Adding a locale here is all the code there is to it. On SQLite it also needs a migration
 * (`npm run migration`), because localized columns live in tables of their own.
 */
export const locales = [
  { code: 'en', label: { en: 'English', es: 'Inglés' } },
  { code: 'es', label: { en: 'Spanish', es: 'Español' } },
] as const

export type Locale = (typeof locales)[number]['code']

export const defaultLocale: Locale = 'en'

/** A word or sentence of the admin panel in both of its languages. */
export type Words = { en: string; es: string }

/** Words for the admin panel, English first. */
export function words(en: string, es: string): Words {
  return { en, es }
}

/** Narrows text from outside to a locale this installation knows. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale.code === value)
}
