import { mostChanges, usualChanges } from '../../delivery/changes.ts'
import type { ErrorCode } from '../../errors.ts'
import {
  answer,
  body,
  everybody,
  inQuery,
  object,
  ref,
  refusals,
  type Json,
  type Paths,
} from './parts.ts'

/** Shapes of what front ends read beside the content types. */
export const deliverySchemas: Json = {
  GraphqlAnswer: {
    type: 'object',
    description:
      'An answer of GraphQL. A part of `data` that failed is null, and `errors` says why.',
    properties: {
      data: {
        type: ['object', 'null'],
        description: 'What was asked for.',
        additionalProperties: true,
      },
      errors: {
        type: 'array',
        description: 'What failed.',
        items: {
          type: 'object',
          properties: {
            message: { type: 'string', description: 'A sentence for people.' },
            path: {
              type: 'array',
              items: { type: ['string', 'integer'] },
              description: 'The part of `data` that failed.',
            },
            locations: {
              type: 'array',
              description: 'Where in the query that is.',
              items: object({
                line: { type: 'integer', description: 'Line, from 1.' },
                column: { type: 'integer', description: 'Column, from 1.' },
              }),
            },
            extensions: {
              type: 'object',
              description: 'What a program needs to know.',
              properties: {
                code: { type: 'string', description: 'To branch on, as over REST.' },
              },
              required: ['code'],
              additionalProperties: true,
            },
          },
          required: ['message', 'extensions'],
        },
      },
    },
  },
  Change: {
    type: 'object',
    description: 'Something that became public, or was withdrawn.',
    properties: {
      sequence: { type: 'integer', description: 'Number of its entry in the ledger.' },
      at: { type: 'string', format: 'date-time', description: 'When.' },
      type: {
        type: 'string',
        enum: ['published', 'withdrawn'],
        description: 'Whether it became public or ceased to be.',
      },
      collection: { type: 'string', description: 'The content type, such as `stations`.' },
      id: { type: 'string', description: 'Id of the document.' },
      slug: { type: 'string', description: 'Its address; of what was withdrawn, the last one.' },
      code: { type: 'string', description: 'Code of a notice, as `slug`.' },
      number: { type: 'string', description: 'Number of a form, as `slug`.' },
      movedFrom: {
        type: 'string',
        description: 'The slug, code or number it had before, where that was another.',
      },
      contentHash: {
        type: 'string',
        pattern: '^[0-9a-f]{64}$',
        description: 'Of what became public.',
      },
      setId: {
        type: 'string',
        description: 'Shared by what was published or withdrawn together.',
      },
      surrogateKeys: {
        type: 'array',
        items: { type: 'string' },
        description: 'Names in `Surrogate-Key` of every answer that this changes.',
      },
    },
    required: ['sequence', 'at', 'type', 'collection', 'id', 'contentHash', 'surrogateKeys'],
  },
}

/** The change feed, GraphQL, and whether the process serves. */
export const deliveryPaths: Paths = {
  '/api/changes': {
    get: {
      operationId: 'list-changes',
      summary: 'What became public and what was withdrawn, in order',
      tags: ['delivery'],
      ...everybody,
      parameters: [
        inQuery(
          'since',
          '`next` of an earlier answer. Without it, everything from the beginning.',
          { type: 'integer', minimum: 0, default: 0 },
          0,
        ),
        inQuery(
          'limit',
          'Most changes in the answer.',
          { type: 'integer', minimum: 1, maximum: mostChanges, default: usualChanges },
          5,
        ),
      ],
      responses: {
        '200': answer('Changes, oldest first.', {
          type: 'object',
          properties: {
            changes: {
              type: 'array',
              items: { $ref: '#/components/schemas/Change' },
              description: 'Oldest first.',
            },
            next: { type: 'integer', description: '`since` of the next question.' },
            hasMore: { type: 'boolean', description: 'Whether there is more already.' },
          },
          required: ['changes', 'next', 'hasMore'],
        }),
        ...refusals('MALFORMED'),
      },
    },
  },
  '/api/graphql': {
    get: {
      operationId: 'graphql-get',
      summary: 'A GraphQL query, written out or by its hash',
      tags: ['delivery'],
      ...everybody,
      parameters: [
        inQuery(
          'query',
          'The query.',
          { type: 'string' },
          '{ stationBySlug(slug: "balance-paid") { title } }',
        ),
        inQuery('variables', 'Its variables, as JSON.', { type: 'string' }),
        inQuery('operationName', 'Which of its operations.', { type: 'string' }),
        inQuery(
          'extensions',
          'A persisted query, as JSON: {"persistedQuery": {"version": 1, "sha256Hash": "…"}}.',
          {
            type: 'string',
          },
        ),
      ],
      responses: {
        '200': answer('Data, errors, or both.', ref('GraphqlAnswer')),
        ...graphqlRefusals('MALFORMED', 'UNAVAILABLE'),
      },
    },
    post: {
      operationId: 'graphql-post',
      summary: 'A GraphQL query or mutation',
      tags: ['delivery'],
      ...everybody,
      requestBody: body(
        {
          type: 'object',
          properties: {
            query: { type: 'string', description: 'The question.' },
            variables: { type: ['object', 'null'], description: 'Its variables.' },
            operationName: { type: ['string', 'null'], description: 'Which of its operations.' },
            extensions: {
              type: ['object', 'null'],
              description: 'A persisted query, by its hash.',
            },
          },
        },
        { query: '{ noticeByCode(code: "cp 14") { code title } }' },
      ),
      responses: {
        '200': answer('Data, errors, or both.', ref('GraphqlAnswer')),
        ...graphqlRefusals('MALFORMED', 'UNSUPPORTED_MEDIA_TYPE', 'UNAVAILABLE'),
        ...refusals('TOO_LARGE'),
      },
    },
  },
  '/healthz': health('get-liveness', 'Whether the process lives', 'alive'),
  '/readyz': health('get-readiness', 'Whether it can serve', 'ready'),
}

/** Over GraphQL a refusal has its code in `extensions`, whatever its status. */
function graphqlRefusals(...codes: ErrorCode[]): Json {
  return Object.fromEntries(
    Object.entries(refusals(...codes) as Record<string, { description: string }>).map(
      ([status, { description }]) => [status, answer(description, ref('GraphqlAnswer'))],
    ),
  )
}

function health(operationId: string, summary: string, status: string): Paths[string] {
  return {
    get: {
      operationId,
      summary,
      tags: ['operation'],
      security: [{}],
      responses: {
        '200': answer('It does.', {
          type: 'object',
          properties: {
            status: { type: 'string', const: status, description: `Always \`${status}\`.` },
          },
          required: ['status'],
        }),
        ...refusals('UNAVAILABLE'),
      },
    },
  }
}
