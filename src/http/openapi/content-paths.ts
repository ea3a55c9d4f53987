import type { SanitizedCollectionConfig } from 'payload'
import { staffOnly } from '../../../access/content.ts'
import { locales } from '../../locales.ts'
import { isNamed } from '../../addresses/names.ts'
import { mostDocuments } from '../../delivery/limit-reads.ts'
import { byNamePaths } from './address-paths.ts'
import {
  answer,
  body,
  everybody,
  inPath,
  inQuery,
  ref,
  refusals,
  signedIn,
  type Paths,
} from './parts.ts'

/** A condition that finds one document of the demonstration, for the examples. */
const examples: Record<string, { where: string; value: string; body: object }> = {
  stations: {
    where: 'where[slug][equals]',
    value: 'balance-paid',
    body: { title: 'A new station' },
  },
  notices: { where: 'where[code][equals]', value: 'CP14', body: { code: 'CP9999' } },
  steps: { where: 'where[title][like]', value: 'IRS', body: { title: 'Is it from the IRS?' } },
  forms: { where: 'where[number][like]', value: '9465', body: { number: '9999' } },
  'help-organizations': {
    where: 'where[name][like]',
    value: 'Taxpayer',
    body: { name: 'An organization that helps' },
  },
  phases: { where: 'where[slug][equals]', value: 'collection', body: { name: 'A new line' } },
  media: { where: 'where[alt][like]', value: 'map', body: { alt: 'A map' } },
}

const locale = inQuery(
  'locale',
  'Language of the answer; `all` gives every language at once. Where a text is missing in a language, the English one stands in.',
  { type: 'string', enum: [...locales.map(({ code }) => code), 'all'], default: 'en' },
  'en',
)
const depth = inQuery(
  'depth',
  'How many references deep documents are written out. Deeper ones are ids.',
  { type: 'integer', minimum: 0, maximum: 2, default: 1 },
  1,
)
const draft = inQuery(
  'draft',
  'With a role: the newest version instead of what is live. Means nothing for readers.',
  { type: 'boolean', default: false },
)
const asDraft = {
  ...inQuery('draft', 'Has to be `true`: what is live changes through the workflow alone.', {
    type: 'boolean',
    const: true,
  }),
  required: true,
  example: true,
}

/** What can be asked of each content type: lists, single documents, drafts. */
export function contentPaths(collections: readonly SanitizedCollectionConfig[]): Paths {
  return Object.assign({}, ...collections.map(pathsOf)) as Paths
}

function pathsOf({ access, slug, labels, upload }: SanitizedCollectionConfig): Paths {
  const tags = [slug]
  const one = nameOf(labels.singular)
  const many = nameOf(labels.plural)
  const example = examples[slug]
  const id = inPath('id', 'Its id.')
  const schema = ref(slug)
  const forTheTeam = access.read === staffOnly
  const readers = forTheTeam ? signedIn : everybody
  const notForReaders = forTheTeam ? refusals('NOT_SIGNED_IN', 'NOT_PERMITTED') : {}
  const filter = example
    ? [inQuery(example.where, 'A condition, such as this one.', { type: 'string' }, example.value)]
    : []
  const where = inQuery(
    'where',
    'Conditions as Payload has them: `where[slug][equals]=balance-paid`, `where[or][0][title][like]=levy`.',
    { type: 'object', additionalProperties: true },
  )
  const saved = answer('The draft as it was saved.', {
    type: 'object',
    properties: { message: { type: 'string' }, doc: draftOf(slug) },
    required: ['doc'],
  })
  const writing = refusals(
    'MALFORMED',
    'INVALID_FIELDS',
    'NOT_SIGNED_IN',
    'NOT_PERMITTED',
    'USE_WORKFLOW',
    ...(isNamed(slug) ? (['NAME_LEADS_ELSEWHERE'] as const) : []),
    'TOO_LARGE',
    'UNSUPPORTED_MEDIA_TYPE',
  )
  return {
    [`/api/${slug}`]: {
      get: {
        operationId: `find-${slug}`,
        summary: `${many}: those that are live, and with a role the drafts too`,
        tags,
        ...readers,
        parameters: [
          where,
          ...filter,
          inQuery('sort', 'Name of a field; with a minus sign, the other way round.', {
            type: 'string',
          }),
          inQuery(
            'limit',
            'Documents on a page.',
            { type: 'integer', minimum: 1, maximum: mostDocuments.readers, default: 10 },
            10,
          ),
          inQuery('page', 'Which page.', { type: 'integer', minimum: 1, default: 1 }, 1),
          depth,
          locale,
          draft,
          inQuery('select', 'Fields that are wanted: `select[title]=true`.', {
            type: 'object',
            additionalProperties: true,
          }),
          inQuery('populate', 'Fields of documents that are written out, by content type.', {
            type: 'object',
            additionalProperties: true,
          }),
        ],
        responses: {
          '200': answer('A page of documents.', listOf(schema)),
          ...refusals('MALFORMED', 'WITHDRAWN', 'UNAVAILABLE'),
          ...notForReaders,
        },
      },
      post: {
        operationId: `create-${slug}`,
        summary: `Writes a new draft: ${one}`,
        tags,
        ...signedIn,
        parameters: [asDraft, locale],
        requestBody: upload ? fileBody(example?.body) : body({ type: 'object' }, example?.body),
        responses: { '201': saved, ...writing },
      },
    },
    [`/api/${slug}/count`]: {
      get: {
        operationId: `count-${slug}`,
        summary: `How many there are: ${many}`,
        tags,
        ...readers,
        parameters: [where, ...filter],
        responses: {
          '200': answer('Their number.', {
            type: 'object',
            properties: { totalDocs: { type: 'integer', minimum: 0 } },
            required: ['totalDocs'],
          }),
          ...refusals('MALFORMED'),
          ...notForReaders,
        },
      },
    },
    ...byNamePaths({ collection: slug, label: one, parameters: [depth, locale, draft] }),
    [`/api/${slug}/{id}`]: {
      get: {
        operationId: `get-${slug}`,
        summary: `One document: ${one}`,
        tags,
        ...readers,
        parameters: [id, depth, locale, draft],
        responses: {
          '200': answer('The document.', schema),
          ...refusals('MALFORMED', 'NOT_FOUND', 'WITHDRAWN', 'UNAVAILABLE'),
          ...notForReaders,
        },
      },
      patch: {
        operationId: `update-${slug}`,
        summary: `Saves a draft: ${one}. What is live stays as it is`,
        tags,
        ...signedIn,
        parameters: [id, asDraft, locale],
        requestBody: body({ type: 'object' }, example?.body),
        responses: { '200': saved, ...writing, ...refusals('NOT_FOUND') },
      },
      delete: {
        operationId: `delete-${slug}`,
        summary: `Deletes a draft that was never public and that nothing points at: ${one}`,
        tags,
        ...signedIn,
        parameters: [id],
        responses: {
          '200': answer('It is deleted.', { type: 'object' }),
          ...refusals('NOT_SIGNED_IN', 'NOT_PERMITTED', 'USE_WORKFLOW', 'NOT_FOUND'),
        },
      },
    },
  }
}

/** Drafts may be unfinished: what a text needs, it needs before it is submitted. */
function draftOf(slug: string): { [name: string]: unknown } {
  return {
    type: 'object',
    description: `As \`${slug}\`, where anything but the id may still be null.`,
    properties: { id: { type: 'string' } },
    required: ['id'],
    additionalProperties: true,
  }
}

function nameOf(label: unknown): string {
  return typeof label === 'string' ? label : String((label as { en?: string }).en)
}

function listOf(schema: object): { [name: string]: unknown } {
  const page = { type: ['integer', 'null'] }
  const properties = {
    docs: { type: 'array', items: schema },
    totalDocs: { type: 'integer' },
    limit: { type: 'integer' },
    page: { type: 'integer' },
    totalPages: { type: 'integer' },
    pagingCounter: { type: 'integer' },
    hasNextPage: { type: 'boolean' },
    hasPrevPage: { type: 'boolean' },
    nextPage: page,
    prevPage: page,
    movedTo: ref('MovedTo'),
  }
  return { type: 'object', properties, required: ['docs', 'totalDocs', 'limit', 'hasNextPage'] }
}

function fileBody(example: object | undefined): { [name: string]: unknown } {
  return {
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          properties: {
            file: { type: 'string', contentMediaType: 'application/octet-stream' },
            _payload: {
              type: 'string',
              description: `The fields as JSON: ${JSON.stringify(example)}`,
            },
          },
          required: ['file', '_payload'],
        },
      },
    },
  }
}
