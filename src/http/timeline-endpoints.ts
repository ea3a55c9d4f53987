import type { Endpoint } from 'payload'
import { EditorialError } from '../errors.ts'
import { isLocale } from '../locales.ts'
import { entryAnswer } from '../timeline/entry-answer.ts'
import { publicOnAnswer, readPublicOnQuestion } from '../timeline/public-on.ts'
import { readTimelineQuestion, timelineAnswer } from '../timeline/timeline.ts'
import { placeOf, refuseReaders } from './workflow-endpoints.ts'

/** What happened to a document, and what the public had of it. Every content type with a workflow has them. */
export const timelineEndpoints: Omit<Endpoint, 'root'>[] = [
  {
    path: '/:id/timeline',
    method: 'get',
    handler: async (req) => {
      refuseReaders(req)
      const question = readTimelineQuestion(req.searchParams)
      return unkept(await timelineAnswer({ ...placeOf(req), question, req }))
    },
  },
  {
    path: '/:id/public-on',
    method: 'get',
    handler: async (req) => {
      refuseReaders(req)
      const question = readPublicOnQuestion(req.searchParams)
      return unkept(await publicOnAnswer({ ...placeOf(req), question, req }))
    },
  },
]

/** One entry of the ledger, as a page tells it. */
export const rootTimelineEndpoints: Endpoint[] = [
  {
    path: '/ledger/entries/:sequence',
    method: 'get',
    handler: async (req) => {
      refuseReaders(req)
      const language = req.searchParams.get('language') ?? req.i18n.language
      return unkept(
        await entryAnswer({
          language: isLocale(language) ? language : 'en',
          req,
          sequence: sequenceIn(String(req.routeParams?.['sequence'])),
        }),
      )
    },
  },
]

/** @throws EditorialError MALFORMED */
function sequenceIn(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text)
  throw new EditorialError({
    code: 'MALFORMED',
    message: `An entry of the ledger is named by its number, from 1, not “${text.slice(0, 40)}”.`,
  })
}

/** What the team is told of its drafts stays in no cache. */
function unkept(answer: object): Response {
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } })
}
