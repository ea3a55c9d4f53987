import { parse } from 'qs-esm'
import { EditorialError } from '../errors.ts'
import { isLocale } from '../locales.ts'
import { unknownLocale } from './unknown-locale.ts'

type ParsedQuery = ReturnType<typeof parse>

/** What Payload takes for all languages at once, each field as an object of them. */
const everyLocale = new Set<unknown>(['all', '*'])

/** Parameters that hold an object, as brackets (`where[slug][equals]=x`) or as JSON. */
const objectParameters = ['where', 'joins', 'select', 'populate'] as const

/**
 * The parameters of an address, as Payload reads them.
 *
 * @throws EditorialError MALFORMED for those of which Payload would pass over a part in silence
 */
export function readableQuery(search: string): ParsedQuery {
  const query = parse(search, { allowEmptyArrays: true, arrayLimit: 1000, depth: 10 })
  for (const name of objectParameters) {
    const value = query[name]
    if (value === undefined || (typeof value === 'object' && value !== null)) continue
    if (name === 'joins' && value === 'false') continue
    if (typeof value === 'string' && isJsonObject(value)) continue
    throw new EditorialError({
      code: 'MALFORMED',
      message: `“${name}” cannot be read. Write it with brackets, such as where[slug][equals]=balance-paid.`,
    })
  }
  const { locale } = query
  if (locale && !everyLocale.has(locale) && !isLocale(locale)) throw unknownLocale(locale)
  return query
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
