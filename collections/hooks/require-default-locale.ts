import type { CollectionAfterChangeHook, Field } from 'payload'
import { ValidationError } from 'payload'
import { defaultLocale } from '../../src/locales.ts'

/**
 * What is live has its required texts in the default locale, which stands in where another is missing.
 * Payload looks at the locale of the request alone, so a page written in Spanish only would go out blank
 * in English.
 */
export const requireDefaultLocale: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const asksInDefault = !req.locale || req.locale === defaultLocale
  if ((doc as { _status?: string })._status !== 'published' || asksInDefault) return doc
  const stored = (await req.payload.findByID({
    collection: collection.slug,
    id: (doc as { id: string }).id,
    depth: 0,
    fallbackLocale: false,
    locale: defaultLocale,
    overrideAccess: false,
    req,
  })) as unknown as Record<string, unknown>
  const errors = requiredTexts(collection.fields)
    .filter((name) => stored[name] === undefined || stored[name] === null || stored[name] === '')
    .map((path) => ({
      path,
      message: `This is empty in the main language (${defaultLocale}). Fill it there before the page goes live.`,
    }))
  if (errors.length > 0)
    throw new ValidationError({ collection: collection.slug, errors, req }, req.t)
  return doc
}

function requiredTexts(fields: readonly Field[]): string[] {
  return fields.flatMap((field): string[] => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => requiredTexts(tab.fields))
    if (field.type === 'row' || field.type === 'collapsible') return requiredTexts(field.fields)
    const counts = 'name' in field && 'required' in field && field.required && field.localized
    return counts && field.name ? [field.name] : []
  })
}
