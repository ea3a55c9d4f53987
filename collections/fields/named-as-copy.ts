import type { FieldHook } from 'payload'
import { locales, type Locale } from '../../src/locales.ts'

/** What stands behind the name of a copy. */
const copyMarks: Record<Locale, string> = { en: ' (copy)', es: ' (copia)' }

/**
 * Has a duplicate be called a copy in each of its languages, so that nobody takes it for its original. A name that is
 * missing in a language stays missing there.
 */
export const namedAsCopy: FieldHook = ({ field, siblingDocWithLocales, value }) => {
  if (typeof value !== 'string' || value === '') return value
  const names = (siblingDocWithLocales?.[field.name!] ?? {}) as Partial<Record<Locale, unknown>>
  const { code } = locales.find((locale) => names[locale.code] === value) ?? locales[0]
  const mark = copyMarks[code]
  if (value.endsWith(mark)) return value
  const most = 'maxLength' in field && field.maxLength ? field.maxLength : 200
  return `${value.slice(0, most - mark.length)}${mark}`
}
