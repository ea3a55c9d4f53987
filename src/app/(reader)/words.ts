import { questions } from '../../../collections/fields/question-words.ts'
import type { Language } from './addresses.ts'
import { en, type SiteWords } from './words/en.ts'
import { es } from './words/es.ts'

const words: Record<Language, SiteWords> = { en, es }

export type { SiteWords }

/** What the site says by itself, in one language. */
export function wordsIn(language: Language): SiteWords {
  return words[language]
}

/** A question that every page answers, in the words of the content model. */
export function question(name: keyof typeof questions, language: Language): string {
  return questions[name][language]
}

/** Languages as people of the United States write them. */
const regions: Record<Language, string> = { en: 'en-US', es: 'es-US' }

/** A day as a person reads it: “November 28, 2026”. @param instant as ISO text */
export function day(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(regions[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(instant),
  )
}

/** A moment with its time zone. @param instant as ISO text */
export function moment(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(regions[language], {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'America/New_York',
    timeZoneName: 'short',
  }).format(new Date(instant))
}

/** Names in a row: “Ann, Ben, and Eva”, «Ana e Inés». */
export function inARow(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(regions[language], { type: 'conjunction' }).format(names)
}

/** A month, or a year alone, as a person reads it. @param yearAndMonth such as 2024-11 or 2024 */
export function month(yearAndMonth: string, language: Language): string {
  if (!yearAndMonth.includes('-')) return yearAndMonth
  return new Intl.DateTimeFormat(regions[language], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${yearAndMonth}-01T00:00:00Z`))
}

/** A whole number as a person reads it. */
export function number(value: number, language: Language): string {
  return new Intl.NumberFormat(regions[language]).format(value)
}

/** The name of a language, in a language: “español”. @param code such as `zh_Hans` */
export function languageName(code: string, language: Language): string {
  return (
    new Intl.DisplayNames(regions[language], { type: 'language' }).of(code.replace('_', '-')) ??
    code
  )
}
