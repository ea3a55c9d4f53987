import type { Endpoint } from 'payload'
import { isLocale } from '../locales.ts'
import { reviewAnswer } from '../review/answer.ts'
import { marksStyle } from '../review/page-differences/style.ts'
import { readTextName } from '../review/compared-text.ts'
import { placeOf, refuseReaders } from './workflow-endpoints.ts'

/** What a reviewer sees of one document. Every content type with a workflow has it. */
export const reviewEndpoints: Omit<Endpoint, 'root'>[] = [
  {
    path: '/:id/review',
    method: 'get',
    handler: async (req) => {
      refuseReaders(req)
      const { searchParams } = req
      const language = searchParams.get('language') ?? req.i18n.language
      return Response.json(
        await reviewAnswer({
          ...placeOf(req),
          from: readTextName(searchParams.get('from'), 'live'),
          to: readTextName(searchParams.get('to'), 'working'),
          language: isLocale(language) ? language : 'en',
          req,
        }),
      )
    },
  },
]

/** How the marks look that a reviewer sees on pages. It says nothing of any text, so everybody may have it. */
export const rootReviewEndpoints: Endpoint[] = [
  {
    path: '/review/marks.css',
    method: 'get',
    handler: () =>
      new Response(marksStyle, { headers: { 'Content-Type': 'text/css; charset=utf-8' } }),
  },
]
