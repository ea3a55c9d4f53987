import { EditorialError } from '../errors.ts'
import { locales } from '../locales.ts'

/**
 * The refusal, MALFORMED, of a question in a language that there is not. Payload would answer it in the
 * main language, and whoever misspelled another would not know.
 */
export function unknownLocale(asked: unknown): EditorialError {
  const known = locales.map(({ code }) => code).join(', ')
  return new EditorialError({
    code: 'MALFORMED',
    message: `“${String(asked).slice(0, 40)}” is not a language of this roadmap. “locale” is one of: ${known}.`,
  })
}
