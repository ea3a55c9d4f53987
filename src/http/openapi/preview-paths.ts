import { longestPreview, mostListed, mostPreviewed } from '../../previews/limits.ts'
import { locales } from '../../locales.ts'
import {
  answer,
  body,
  inPath,
  inQuery,
  ref,
  refusals,
  signedIn,
  type Json,
  type Paths,
} from './parts.ts'

const text = { type: 'string' } as const
const instant = { type: 'string', format: 'date-time' } as const
const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const
const orNull = { type: ['string', 'null'], format: 'date-time' }

const documents = {
  type: 'array',
  description: 'Each with the content hash its draft had when the preview was made.',
  items: object({ collection: text, id: text, contentHash: hash }),
}

/** Shapes of previews. */
export const previewSchemas: Json = {
  MadePreview: object({
    id: text,
    token: { ...text, description: 'Told only here. Send it as `Authorization: Preview TOKEN`.' },
    url: {
      type: ['string', 'null'],
      description: 'Where the front end shows the first document, as `PREVIEW_URL` says.',
    },
    expiresAt: instant,
    documents,
    contentHash: hash,
  }),
  ListedPreview: object({
    id: text,
    by: object({ id: text, name: text }),
    documents,
    contentHash: hash,
    createdAt: instant,
    expiresAt: instant,
    revokedAt: orNull,
    timesUsed: { type: 'integer', minimum: 0 },
    lastUsedAt: orNull,
  }),
}

/** Drafts that are shown to whoever has a token. */
export const previewPaths: Paths = {
  '/api/previews': {
    post: {
      operationId: 'make-preview',
      summary: 'Makes a token with which a front end reads drafts as if they were live',
      tags: ['workflow'],
      ...signedIn,
      requestBody: body(
        {
          type: 'object',
          properties: {
            documents: {
              type: 'array',
              minItems: 1,
              maxItems: mostPreviewed,
              items: object({ collection: text, id: text }),
            },
            hours: {
              type: 'integer',
              minimum: 1,
              maximum: longestPreview,
              description: 'How long it holds; without it as long as `PREVIEW_HOURS` says.',
            },
            locale: {
              type: 'string',
              enum: locales.map(({ code }) => code),
              description: 'The language of the link.',
            },
          },
          required: ['documents'],
          additionalProperties: false,
        },
        {
          documents: [{ collection: 'stations', id: '00000000-0000-4000-8000-000000000000' }],
          hours: 24,
        },
      ),
      responses: {
        '201': answer('The preview, with its token.', ref('MadePreview')),
        ...refusals('MALFORMED', 'NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_FOUND', 'WRONG_STATE'),
      },
    },
    get: {
      operationId: 'list-previews',
      summary: 'Lists the previews you made, or all of them for administrators, newest first',
      description: `At most ${mostListed}, never their tokens. With \`collection\` and \`id\` those of one document that have not ended.`,
      tags: ['workflow'],
      ...signedIn,
      parameters: [
        inQuery('collection', 'The type of a document.', text),
        inQuery('id', 'The id of a document.', text),
      ],
      responses: {
        '200': answer(
          'The previews.',
          object({
            docs: { type: 'array', items: ref('ListedPreview') },
            totalDocs: { type: 'integer', minimum: 0 },
          }),
        ),
        ...refusals('NOT_SIGNED_IN', 'NOT_PERMITTED'),
      },
    },
  },
  '/api/previews/{id}': {
    delete: {
      operationId: 'revoke-preview',
      summary: 'Ends a preview now',
      tags: ['workflow'],
      ...signedIn,
      parameters: [inPath('id', 'The id of the preview.')],
      responses: {
        '200': answer('The preview, with the time at which it was revoked.', ref('ListedPreview')),
        ...refusals('NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_FOUND'),
      },
    },
  },
}

function object(properties: Json): Json {
  return { type: 'object', properties, required: Object.keys(properties) }
}
