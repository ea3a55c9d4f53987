import type { SanitizedCollectionConfig } from 'payload'
import { staffOnly } from '../../../access/content.ts'
import { isNamed } from '../../addresses/names.ts'
import { mostDocuments } from '../../delivery/limit-reads.ts'
import { defaultLocale, locales } from '../../locales.ts'
import { byNamePaths } from './address-paths.ts'
import { draftName, schemaName } from './content-schemas.ts'
import { richTextParameters } from './rich-text-parameters.ts'
import {
  answer,
  body,
  everybody,
  inPath,
  inQuery,
  object,
  ref,
  refusals,
  signedIn,
  type Json,
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
  'Language of the answer. Where a text is missing in a language, the English one stands in. `all` is taken too and answers every language at once, each text as an object by language: a shape that is not described here.',
  { type: 'string', enum: locales.map(({ code }) => code), default: defaultLocale },
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
  'With a role: the newest version instead of what is live. Of one document, `ETag` and `versionId` say which version that is, to name as the base of a save. It may be unfinished, so that texts which are always there in what is live may be null. Means nothing for readers.',
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

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  description:
    'The version that this is based on, as an entity tag: its id, or a content hash, in double quotes. It is refused with 409 when that is not the newest any more. `*`: whichever is the newest.',
  schema: { type: 'string' },
}
const basedOn = inQuery(
  'basedOn',
  'The same as `If-Match`, without quotes, for clients that cannot send headers.',
  { type: 'string', pattern: '^[A-Za-z0-9_-]{1,100}$' },
)
const onBase = [ifMatch, basedOn]

/** What can be asked of each content type: lists, single documents, drafts. */
export function contentPaths(collections: readonly SanitizedCollectionConfig[]): Paths {
  return Object.assign({}, ...collections.map(pathsOf)) as Paths
}

function pathsOf(collection: SanitizedCollectionConfig): Paths {
  const { access, slug, labels, upload } = collection
  const name = schemaName(collection)
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
    properties: {
      message: { type: 'string', description: 'A sentence for people.' },
      doc: {
        description: 'The draft.',
        allOf: [
          ref(draftName(slug)),
          {
            type: 'object',
            properties: {
              versionId: {
                type: 'string',
                description: 'The version it is now: the base of the next save. Also the `ETag`.',
              },
            },
            required: ['id', 'versionId'],
          },
        ],
      },
    },
    required: ['doc'],
  })
  const refusedWrites = [
    'MALFORMED',
    'INVALID_FIELDS',
    'NOT_SIGNED_IN',
    'NOT_PERMITTED',
    'USE_WORKFLOW',
    ...(isNamed(slug) ? (['NAME_LEADS_ELSEWHERE'] as const) : []),
    'TOO_LARGE',
    'UNSUPPORTED_MEDIA_TYPE',
  ] as const
  const writing = refusals(...refusedWrites)
  const overwriting = refusals(...refusedWrites, 'STALE_CONTENT', 'BASE_REQUIRED')
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
          ...richTextParameters,
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
        operationId: `create-${name}`,
        summary: `Writes a new draft: ${one}`,
        tags,
        ...signedIn,
        parameters: [asDraft, locale],
        requestBody: upload ? fileBody(example?.body) : body(ref(draftName(slug)), example?.body),
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
            properties: {
              totalDocs: { type: 'integer', minimum: 0, description: 'How many there are.' },
            },
            required: ['totalDocs'],
          }),
          ...refusals('MALFORMED'),
          ...notForReaders,
        },
      },
    },
    ...byNamePaths({
      collection: slug,
      label: one,
      parameters: [depth, locale, draft, ...richTextParameters],
    }),
    [`/api/${slug}/{id}`]: {
      get: {
        operationId: `get-${name}`,
        summary: `One document: ${one}`,
        tags,
        ...readers,
        parameters: [id, depth, locale, draft, ...richTextParameters],
        responses: {
          '200': answer('The document.', schema),
          ...refusals('MALFORMED', 'NOT_FOUND', 'WITHDRAWN', 'UNAVAILABLE'),
          ...notForReaders,
        },
      },
      patch: {
        operationId: `update-${name}`,
        summary: `Saves a draft: ${one}. What is live stays as it is`,
        tags,
        ...signedIn,
        parameters: [id, asDraft, locale, ...onBase],
        requestBody: body(ref(draftName(slug)), example?.body),
        responses: { '200': saved, ...overwriting, ...refusals('NOT_FOUND') },
      },
      delete: {
        operationId: `delete-${name}`,
        summary: `Deletes a draft that was never public and that nothing points at: ${one}`,
        tags,
        ...signedIn,
        parameters: [id, ...onBase],
        responses: {
          '200': answer('It is deleted.', { type: 'object' }),
          ...refusals(
            'MALFORMED',
            'NOT_SIGNED_IN',
            'NOT_PERMITTED',
            'USE_WORKFLOW',
            'NOT_FOUND',
            'STALE_CONTENT',
          ),
        },
      },
    },
  }
}

function nameOf(label: unknown): string {
  return typeof label === 'string' ? label : String((label as { en?: string }).en)
}

function listOf(documents: Json): Json {
  const page = { type: ['integer', 'null'] }
  const list = object({
    docs: { type: 'array', items: documents, description: 'The documents of this page.' },
    totalDocs: { type: 'integer', minimum: 0, description: 'How many there are on all pages.' },
    limit: { type: 'integer', description: 'Most documents on a page.' },
    page: { ...page, description: 'Which page this is, from 1.' },
    totalPages: { type: 'integer', minimum: 0, description: 'How many pages there are.' },
    pagingCounter: {
      ...page,
      description: 'Place of the first document of this page among all, from 1.',
    },
    hasNextPage: { type: 'boolean', description: 'Whether there is a page after this one.' },
    hasPrevPage: { type: 'boolean', description: 'Whether there is a page before this one.' },
    nextPage: { ...page, description: 'The page after this one.' },
    prevPage: { ...page, description: 'The page before this one.' },
  })
  const properties = { ...(list['properties'] as Json), movedTo: ref('MovedTo') }
  return { ...list, properties }
}

function fileBody(example: object | undefined): Json {
  return {
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          properties: {
            file: {
              type: 'string',
              contentMediaType: 'application/octet-stream',
              description: 'The file.',
            },
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
