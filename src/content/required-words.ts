import type { CollectionBeforeReadHook, FlattenedField } from 'payload'
import { isStaff, type Actor } from '../../access/roles.ts'
import { defaultLocale, isLocale } from '../locales.ts'
import { isRecord } from './plain-values.ts'

/**
 * Gives readers over GraphQL what a content type requires, such as a title, in the main language where it is
 * missing in the one they ask for; also to those who want no language to stand in. The schema says that it is
 * never null, so that clients can rely on it. Over REST, where nothing is promised, it stays away.
 *
 * In which languages a page is written is told by the list of pages.
 */
export const giveRequiredWords: CollectionBeforeReadHook = ({ collection, doc, req }) => {
  const { locale } = req
  if (!isLocale(locale) || locale === defaultLocale) return doc
  if (req.payloadAPI !== 'GraphQL' || isStaff(req.user as Actor)) return doc
  const others = [req.fallbackLocale ?? []].flat().filter((other) => typeof other === 'string')
  complete(collection.flattenedFields, doc as Record<string, unknown>, {
    locale,
    others: [...others, defaultLocale],
  })
  return doc
}

interface Languages {
  locale: string
  /** Those that stand in, the best one first. */
  others: readonly string[]
}

function complete(
  fields: readonly FlattenedField[],
  values: Record<string, unknown>,
  languages: Languages,
): void {
  for (const field of fields) {
    const value = values[field.name]
    if ('flattenedFields' in field) {
      for (const row of Array.isArray(value) ? value : [value])
        if (isRecord(row)) complete(field.flattenedFields, row, languages)
    } else if (field.localized && 'required' in field && field.required && isRecord(value))
      giveWords(value, languages)
  }
}

function giveWords(byLocale: Record<string, unknown>, { locale, others }: Languages): void {
  if (!isMissing(byLocale[locale])) return
  const other = others.find((one) => !isMissing(byLocale[one]))
  if (other !== undefined) byLocale[locale] = byLocale[other]
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}
