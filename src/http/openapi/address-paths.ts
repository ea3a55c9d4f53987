import {
  isNamed,
  nameFieldOf,
  namedCollections,
  pageCollections,
  type NamedCollection,
  type NameField,
} from '../../addresses/names.ts'
import { locales } from '../../locales.ts'
import {
  answer,
  everybody,
  inPath,
  inQuery,
  ref,
  refusals,
  type Json,
  type Paths,
} from './parts.ts'

const text = { type: 'string' } as const
const codes = locales.map(({ code }) => code)
const language = { type: 'string', enum: codes, description: 'The language.' } as const

/** Shapes of what says where a page is. */
export const addressSchemas: Json = {
  MovedTo: {
    type: 'object',
    description: 'Where the document is that had the name before.',
    properties: {
      collection: { ...text, enum: namedCollections, description: 'Its content type.' },
      id: { ...text, description: 'Its id, which stays whatever it is called.' },
      slug: { ...text, description: 'Its present address, where it has one.' },
      code: { ...text, description: 'Its present code, if it is a notice.' },
      number: { ...text, description: 'Its present number, if it is a form.' },
    },
    required: ['collection', 'id'],
  },
  Page: {
    type: 'object',
    description: 'A page that is public, in one language.',
    properties: {
      collection: { ...text, enum: pageCollections, description: 'The content type.' },
      id: { ...text, description: 'The id of the document.' },
      name: { ...text, description: 'The slug, code or number by which it is asked for.' },
      title: { ...text, description: 'Its title in this language.' },
      locale: language,
      path: { ...text, description: 'The address on a site, such as `/es/notices/cp14`.' },
      lastModified: {
        ...text,
        format: 'date-time',
        description: 'When what it says became public.',
      },
      contentHash: {
        ...text,
        pattern: '^[0-9a-f]{64}$',
        description: 'Of the document in all its languages: another one is another text.',
      },
      written: {
        type: 'boolean',
        description: 'Whether its text is written in this language, and not its title alone.',
      },
      alternates: {
        type: 'array',
        description: 'Every language it has a title in, this one among them.',
        items: {
          type: 'object',
          description: 'The page in one of its languages.',
          properties: {
            locale: language,
            path: { ...text, description: 'The address in that language.' },
            written: {
              type: 'boolean',
              description: 'Whether its text is written in that language, and not its title alone.',
            },
          },
          required: ['locale', 'path', 'written'],
        },
      },
    },
    required: [
      'collection',
      'id',
      'name',
      'title',
      'locale',
      'path',
      'lastModified',
      'contentHash',
      'written',
      'alternates',
    ],
  },
}

/** The list of pages. */
export const addressPaths: Paths = {
  '/api/pages': {
    get: {
      operationId: 'list-pages',
      summary: 'Every page that is public, once for each language: what a sitemap is made of',
      tags: ['delivery'],
      ...everybody,
      parameters: [
        inQuery(
          'locale',
          'Only pages in this language. Without it, or with `all`, those in every language.',
          { type: 'string', enum: [...codes, 'all'] },
          'es',
        ),
      ],
      responses: {
        '200': answer('The pages: stations, notices, forms, steps and help organizations.', {
          type: 'object',
          properties: {
            pages: { type: 'array', items: ref('Page'), description: 'By type, then by name.' },
          },
          required: ['pages'],
        }),
        ...refusals('MALFORMED', 'UNAVAILABLE'),
      },
    },
  },
}

const examples: Record<NamedCollection, string> = {
  stations: 'balance-paid',
  notices: 'cp14',
  forms: 'f843',
  steps: 'read-the-whole-notice',
  'help-organizations': 'taxpayer-advocate-service',
  phases: 'collection',
}

/**
 * One document by its own name, for a content type that has names; nothing for others.
 *
 * @param parameters those of the same question by id
 */
export function byNamePaths({
  collection,
  label,
  parameters,
}: {
  collection: string
  /** What one document is called. */
  label: string
  parameters: readonly Json[]
}): Paths {
  if (!isNamed(collection)) return {}
  const field = nameFieldOf(collection)
  const spelled = field === 'slug' ? '' : ', in any spelling'
  return {
    [`/api/${collection}/by-${field}/{${field}}`]: {
      get: {
        operationId: `get-${collection}-by-${field}`,
        summary: `One document by its ${field}: ${label}`,
        tags: [collection],
        ...everybody,
        parameters: [inPath(field, `Its ${field}${spelled}.`, examples[collection]), ...parameters],
        responses: {
          '200': answer('The document.', ref(collection)),
          ...movedAnswer(field),
          ...refusals('MALFORMED', 'NOT_FOUND', 'WITHDRAWN', 'UNAVAILABLE'),
        },
      },
    },
  }
}

/** The answer to a question by a name that the document had before. */
export function movedAnswer(field: NameField): Json {
  const moved = answer(`The document has another ${field} now.`, {
    type: 'object',
    properties: { movedTo: ref('MovedTo') },
    required: ['movedTo'],
  })
  const Location = {
    description: `The same question by its present ${field}.`,
    schema: { type: 'string' },
  }
  return { '301': { ...moved, headers: { Location } } }
}
