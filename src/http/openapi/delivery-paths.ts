import { mostChanges, usualChanges } from '../../delivery/changes.ts'
import { answer, body, everybody, inQuery, refusals, type Json, type Paths } from './parts.ts'

/** Shapes of what front ends read beside the content types. */
export const deliverySchemas: Json = {
  Change: {
    type: 'object',
    description: 'Something that became public, or was withdrawn.',
    properties: {
      sequence: { type: 'integer', description: 'Number of its entry in the ledger.' },
      at: { type: 'string', format: 'date-time' },
      type: { type: 'string', enum: ['published', 'withdrawn'] },
      collection: { type: 'string' },
      id: { type: 'string' },
      slug: { type: 'string' },
      code: { type: 'string' },
      number: { type: 'string' },
      movedFrom: {
        type: 'string',
        description: 'The slug, code or number it had before, where that was another.',
      },
      contentHash: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      setId: { type: 'string' },
      surrogateKeys: { type: 'array', items: { type: 'string' } },
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
            changes: { type: 'array', items: { $ref: '#/components/schemas/Change' } },
            next: { type: 'integer', description: '`since` of the next question.' },
            hasMore: { type: 'boolean' },
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
        '200': answer('Data, errors, or both.', graphqlAnswer()),
        ...refusals('MALFORMED'),
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
            query: { type: 'string' },
            variables: { type: ['object', 'null'] },
            operationName: { type: ['string', 'null'] },
            extensions: { type: ['object', 'null'] },
          },
        },
        { query: '{ noticeByCode(code: "cp 14") { code title } }' },
      ),
      responses: {
        '200': answer('Data, errors, or both.', graphqlAnswer()),
        ...refusals('MALFORMED'),
      },
    },
  },
  '/healthz': health('get-liveness', 'Whether the process lives', 'alive'),
  '/readyz': health('get-readiness', 'Whether it can serve', 'ready'),
}

function graphqlAnswer(): Json {
  return {
    type: 'object',
    properties: {
      data: { type: ['object', 'null'] },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            message: { type: 'string' },
            extensions: {
              type: 'object',
              properties: { code: { type: 'string' } },
              required: ['code'],
            },
          },
          required: ['message'],
        },
      },
    },
  }
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
          properties: { status: { const: status } },
          required: ['status'],
        }),
        ...refusals('UNAVAILABLE'),
      },
    },
  }
}
