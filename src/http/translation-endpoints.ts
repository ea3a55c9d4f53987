import type { Endpoint, PayloadRequest } from 'payload'
import { EditorialError } from '../errors.ts'
import { isLocale, type Locale } from '../locales.ts'
import { translationAnswer } from '../translation/answer.ts'
import { confirmTranslations } from '../translation/confirm.ts'
import { translatedLocales } from '../translation/standing.ts'
import { bodyOf, placeOf, refuseReaders } from './workflow-endpoints.ts'

/** A document's texts beside their sources. Every content type with a workflow has them. */
export const translationEndpoints: Omit<Endpoint, 'root'>[] = [
  {
    path: '/:id/translation',
    method: 'get',
    handler: async (req) => {
      refuseReaders(req)
      return Response.json(await translationAnswer({ ...placeOf(req), locale: localeOf(req), req }))
    },
  },
  {
    path: '/:id/translation/confirm',
    method: 'post',
    handler: async (req) => {
      refuseReaders(req)
      const locale = localeOf(req)
      await confirmTranslations({ ...placeOf(req), locale, body: await bodyOf(req), req })
      return Response.json(await translationAnswer({ ...placeOf(req), locale, req }))
    },
  },
]

/** @throws EditorialError MALFORMED for a language that nothing is translated into */
function localeOf({ searchParams }: PayloadRequest): Locale {
  const asked = searchParams.get('locale') ?? translatedLocales[0]
  if (isLocale(asked) && translatedLocales.includes(asked)) return asked
  throw new EditorialError({
    code: 'MALFORMED',
    message: `Content is translated into ${translatedLocales.join(', ')}. Ask for one of them with ?locale=.`,
  })
}
