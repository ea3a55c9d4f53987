import {
  highestPage,
  longestQuestion,
  mostResults,
  usualResults,
} from '../../delivery/search/answer.ts'
import { searchedTypes } from '../../delivery/search/searched-content.ts'
import { defaultLocale, locales } from '../../locales.ts'
import { answer, everybody, inQuery, ref, refusals, type Json, type Paths } from './parts.ts'

const text = { type: 'string' } as const
const orNull = { type: ['string', 'null'] }
const count = { type: 'integer', minimum: 0 }
const kind = { type: 'string', enum: [...searchedTypes] }
const phase = { id: text, slug: text, name: text }

/** Shapes of what search finds. */
export const searchSchemas: Json = {
  SearchResult: object({
    collection: kind,
    id: text,
    slug: orNull,
    code: orNull,
    number: orNull,
    title: text,
    summary: text,
    phase: { oneOf: [object(phase), { type: 'null' }] },
    score: {
      type: 'number',
      description: 'Says something only beside the others of the same answer.',
    },
    excerpt: {
      oneOf: [
        object({
          field: { ...text, description: 'Where the lines stand, such as `overview`.' },
          segments: {
            type: 'array',
            description: 'Plain text in pieces.',
            items: object({ text, highlighted: { type: 'boolean' } }),
          },
        }),
        { type: 'null' },
      ],
    },
  }),
  SearchFacets: object({
    kind: { type: 'array', items: object({ value: kind, count }) },
    phase: { type: 'array', items: object({ ...phase, count }) },
  }),
}

const inLocale = inQuery(
  'locale',
  'The language to search in.',
  { type: 'string', enum: locales.map(({ code }) => code), default: defaultLocale },
  'en',
)

/** Search over what is live, and what many people search for. */
export const searchPaths: Paths = {
  '/api/search': {
    get: {
      operationId: 'search',
      summary: 'Live documents that fit a question, best first',
      tags: ['delivery'],
      ...everybody,
      parameters: [
        inQuery('q', 'The question.', { ...text, maxLength: longestQuestion }, 'owe money'),
        inLocale,
        inQuery('page', 'Which page.', {
          type: 'integer',
          minimum: 1,
          maximum: highestPage,
          default: 1,
        }),
        inQuery(
          'limit',
          'Documents on a page.',
          { type: 'integer', minimum: 1, maximum: mostResults, default: usualResults },
          5,
        ),
        inQuery('kind', 'Only documents of this type.', kind),
        inQuery('phase', 'Only documents of the phase with this slug.', text),
      ],
      responses: {
        '200': answer(
          'What was found.',
          object({
            query: text,
            locale: text,
            docs: { type: 'array', items: ref('SearchResult') },
            totalDocs: count,
            limit: count,
            page: count,
            totalPages: count,
            hasNextPage: { type: 'boolean' },
            hasPrevPage: { type: 'boolean' },
            facets: ref('SearchFacets'),
          }),
        ),
        ...refusals('MALFORMED', 'UNAVAILABLE'),
      },
    },
  },
  '/api/search/popular': {
    get: {
      operationId: 'list-popular-searches',
      summary: 'What many people search for',
      tags: ['delivery'],
      ...everybody,
      parameters: [inLocale],
      responses: {
        '200': answer(
          'At most ten terms, pinned ones first.',
          object({
            locale: text,
            terms: {
              type: 'array',
              items: object({
                term: text,
                pinned: { type: 'boolean', description: 'Whether editors put it there.' },
              }),
            },
          }),
        ),
        ...refusals('MALFORMED', 'UNAVAILABLE'),
      },
    },
  },
}

function object(properties: Json): Json {
  return { type: 'object', properties, required: Object.keys(properties) }
}
