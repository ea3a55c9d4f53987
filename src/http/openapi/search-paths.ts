import {
  highestPage,
  longestQuestion,
  mostResults,
  usualResults,
} from '../../delivery/search/answer.ts'
import { searchedTypes } from '../../delivery/search/searched-content.ts'
import { defaultLocale, locales } from '../../locales.ts'
import {
  answer,
  everybody,
  inQuery,
  object,
  orNull,
  ref,
  refusals,
  type Json,
  type Paths,
} from './parts.ts'

const text = { type: 'string' } as const
const textOrNull = { type: ['string', 'null'] }
const number = { type: 'integer', minimum: 0 }
const count = { ...number, description: 'How many of what was found.' }
const kind = { type: 'string', enum: [...searchedTypes] }
const phase = {
  id: { ...text, description: 'Its id.' },
  slug: { ...text, description: 'Its address.' },
  name: { ...text, description: 'Its name.' },
}

/** Shapes of what search finds. */
export const searchSchemas: Json = {
  SearchResult: object(
    {
      collection: { ...kind, description: 'Its content type.' },
      id: { ...text, description: 'Its id.' },
      slug: { ...textOrNull, description: 'Its address; null for what has none.' },
      code: { ...textOrNull, description: 'Its code, when it is a notice.' },
      number: { ...textOrNull, description: 'Its number, when it is a form.' },
      title: { ...text, description: 'Its title.' },
      summary: { ...text, description: 'What it is about, in a line or two.' },
      written: {
        type: 'boolean',
        description:
          'Whether title and summary are written in the language that was asked for; else they are in the main one.',
      },
      phase: orNull({ ...object(phase), description: 'Its line of the map.' }),
      score: {
        type: 'number',
        description: 'Says something only beside the others of the same answer.',
      },
      excerpt: orNull({
        ...object({
          field: { ...text, description: 'Where the lines stand, such as `overview`.' },
          segments: {
            type: 'array',
            description: 'Plain text in pieces.',
            items: object({
              text: { ...text, description: 'The piece.' },
              highlighted: { type: 'boolean', description: 'Whether it is what was searched for.' },
            }),
          },
        }),
        description: 'The lines in which it was found.',
      }),
    },
    'A document that was found.',
  ),
  SearchFacets: object(
    {
      kind: {
        type: 'array',
        description: 'By content type.',
        items: object({ value: { ...kind, description: 'The content type.' }, count }),
      },
      phase: {
        type: 'array',
        description: 'By line of the map.',
        items: object({ ...phase, count }),
      },
    },
    'How many documents were found of each kind.',
  ),
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
        inQuery(
          'typing',
          'That the question is still being typed: it does not count among what many people search for.',
          { type: 'boolean', default: false },
        ),
      ],
      responses: {
        '200': answer(
          'What was found.',
          object({
            query: { ...text, description: 'The question.' },
            locale: { ...text, description: 'The language that was searched.' },
            docs: { type: 'array', items: ref('SearchResult'), description: 'Best first.' },
            totalDocs: { ...number, description: 'How many were found.' },
            limit: { ...number, description: 'Most documents on a page.' },
            page: { ...number, description: 'Which page this is, from 1.' },
            totalPages: { ...number, description: 'How many pages there are.' },
            hasNextPage: {
              type: 'boolean',
              description: 'Whether there is a page after this one.',
            },
            hasPrevPage: { type: 'boolean', description: 'Whether there is a page before it.' },
            facets: { ...ref('SearchFacets'), description: 'How many there are of each kind.' },
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
            locale: { ...text, description: 'The language they were searched in.' },
            terms: {
              type: 'array',
              description: 'The terms.',
              items: object({
                term: { ...text, description: 'What people search for.' },
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
