import type { Endpoint, PayloadRequest } from 'payload'
import { whereItIsNow } from '../delivery/by-name.ts'
import { dependsOnAnyChange } from '../dependencies/surrogate-keys.ts'
import { changesSince, mostChanges, usualChanges } from '../delivery/changes.ts'
import { dependsOnPages, livePages } from '../delivery/pages.ts'
import { roadmapJson, stationOnRoadmapAnswer } from '../delivery/roadmap/answer.ts'
import { checkRoadmap } from '../delivery/roadmap/check.ts'
import { roadmapFor } from '../delivery/roadmap/kept.ts'
import { readNewestGraph, readPublishedGraph } from '../delivery/roadmap/read.ts'
import { answerPopular, answerSearch, highestPage, mostResults } from '../delivery/search/answer.ts'
import { EditorialError } from '../errors.ts'
import { defaultLocale, isLocale, type Locale } from '../locales.ts'
import { redirection } from './by-name-endpoints.ts'
import { unknownLocale } from './unknown-locale.ts'
import { refuseReaders } from './workflow-endpoints.ts'

/** What front ends read beside the content types themselves. */
export const deliveryEndpoints: Endpoint[] = [
  {
    path: '/changes',
    method: 'get',
    handler: async (req) => {
      dependsOnAnyChange(req)
      const since = wholeNumber(req, 'since', { least: 0, most: Number.MAX_SAFE_INTEGER }) ?? 0
      const limit = wholeNumber(req, 'limit', { least: 1, most: mostChanges }) ?? usualChanges
      return Response.json(await changesSince({ since, limit, req }))
    },
  },
  {
    path: '/roadmap',
    method: 'get',
    handler: async (req) => {
      // It says of which state it is.
      dependsOnAnyChange(req)
      const locale = localeOf(req)
      return new Response(await roadmapJson(await roadmapFor(req), { locale }), {
        headers: { 'Content-Type': 'application/json' },
      })
    },
  },
  {
    // Stands before the stations, so it hides one whose address is “check”.
    path: '/roadmap/check',
    method: 'get',
    handler: async (req) => {
      refuseReaders(req, 'What the map lacks is for the team. Sign in with a role.')
      const locale = localeOf(req)
      if (!yesOrNo(req, 'draft'))
        return Response.json(checkRoadmap(await readPublishedGraph(req.payload), { locale }))
      const { graph, live } = await readNewestGraph(req.payload)
      return Response.json(checkRoadmap(graph, { locale, live }))
    },
  },
  {
    path: '/roadmap/:slug',
    method: 'get',
    handler: async (req) => {
      dependsOnAnyChange(req)
      const locale = localeOf(req)
      const slug = String(req.routeParams?.['slug'])
      const roadmap = await roadmapFor(req)
      const answer = await stationOnRoadmapAnswer(roadmap, slug, { locale })
      if (answer) return Response.json(answer)
      req.locale = locale
      const lead = await whereItIsNow({ collection: 'stations', name: slug }, req)
      if (lead?.moved) return redirection('/api/roadmap', lead, req)
      throw new EditorialError({
        code: 'NOT_FOUND',
        message: 'There is no station with this address on the map. /api/roadmap lists them.',
      })
    },
  },
  {
    path: '/pages',
    method: 'get',
    handler: async (req) => {
      dependsOnPages(req)
      const asked = text(req, 'locale') || undefined
      const locale = asked === 'all' || asked === '*' ? undefined : asked
      if (locale !== undefined && !isLocale(locale)) throw unknownLocale(locale)
      return Response.json({ pages: await livePages({ locale, req }) })
    },
  },
  {
    path: '/search',
    method: 'get',
    handler: async (req) =>
      Response.json(
        await answerSearch(req.payload, {
          q: text(req, 'q') ?? noQuestion(),
          locale: text(req, 'locale'),
          page: wholeNumber(req, 'page', { least: 1, most: highestPage }),
          limit: wholeNumber(req, 'limit', { least: 1, most: mostResults }),
          kind: text(req, 'kind'),
          phase: text(req, 'phase'),
          typing: yesOrNo(req, 'typing'),
        }),
      ),
  },
  {
    path: '/search/popular',
    method: 'get',
    handler: async (req) => Response.json(await answerPopular(req.payload, text(req, 'locale'))),
  },
]

/**
 * The language asked for, or the default one.
 *
 * @throws EditorialError MALFORMED
 */
function localeOf({ searchParams }: PayloadRequest): Locale {
  const asked = searchParams.get('locale') || defaultLocale
  if (isLocale(asked)) return asked
  throw unknownLocale(asked)
}

/** A parameter that is true or false; false without it. @throws EditorialError MALFORMED */
function yesOrNo({ searchParams }: PayloadRequest, name: string): boolean {
  const asked = searchParams.get(name) || 'false'
  if (asked === 'true' || asked === 'false') return asked === 'true'
  throw new EditorialError({
    code: 'MALFORMED',
    message: `“${name}” is true or false; “${asked.slice(0, 40)}” was given.`,
  })
}

function noQuestion(): never {
  throw new EditorialError({
    code: 'MALFORMED',
    message: 'Say in “q” what to search for: /api/search?q=owe+money',
  })
}

/**
 * A parameter of a question, or undefined when it is not there.
 *
 * @throws EditorialError MALFORMED when it is there more than once
 */
function text({ searchParams }: PayloadRequest, name: string): string | undefined {
  const values = searchParams.getAll(name)
  if (values.length > 1)
    throw new EditorialError({ code: 'MALFORMED', message: `“${name}” was given twice.` })
  return values[0]
}

/**
 * A whole number among the parameters of a question, or undefined when it is not there.
 *
 * @throws EditorialError MALFORMED
 */
function wholeNumber(
  { searchParams }: PayloadRequest,
  name: string,
  { least, most }: { least: number; most: number },
): number | undefined {
  const text = searchParams.get(name)
  if (text === null || text === '') return undefined
  const number = Number(text)
  if (/^\d{1,16}$/.test(text) && number >= least && number <= most) return number
  throw new EditorialError({
    code: 'MALFORMED',
    message: `“${name}” must be a whole number from ${least} to ${most}; “${text.slice(0, 40)}” was given.`,
  })
}
