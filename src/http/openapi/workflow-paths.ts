import { actions, setActions, states } from '../../workflow/states.ts'
import { entryTypes } from '../../ledger/entry.ts'
import { answer, body, inPath, ref, refusals, signedIn, type Json, type Paths } from './parts.ts'

const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' }
const instant = { type: 'string', format: 'date-time' }
const words = { type: ['string', 'null'], maxLength: 5_000 }
const person = {
  type: 'object',
  properties: { id: { type: 'string' }, name: { type: 'string' } },
  required: ['id', 'name'],
}
const reason = {
  type: 'object',
  properties: { code: { type: 'string' }, message: { type: 'string' } },
  required: ['code', 'message'],
}
const orNull = (schema: Json) => ({ oneOf: [schema, { type: 'null' }] })

/** Shapes that the workflow's addresses share. */
export const workflowSchemas: Json = {
  Workflow: {
    type: 'object',
    description: 'Where a document stands, and what the one who asks may do with it.',
    properties: {
      collection: { type: 'string' },
      id: { type: 'string' },
      title: { type: 'string' },
      state: { type: 'string', enum: [...states], description: 'Of the newest version.' },
      live: { type: 'boolean', description: 'Whether the public gets the document.' },
      liveContentHash: orNull(hash),
      contentHash: { ...hash, description: 'Of the newest version: what you saw.' },
      versionId: { type: 'string' },
      updatedAt: instant,
      contributors: { type: 'array', items: person },
      approvals: {
        type: 'array',
        items: {
          type: 'object',
          properties: { by: person, at: instant, contentHash: hash },
          required: ['by', 'at', 'contentHash'],
        },
      },
      publishAt: orNull(instant),
      scheduleFailed: orNull({
        type: 'object',
        properties: { at: instant, reasons: { type: 'array', items: reason } },
        required: ['at', 'reasons'],
      }),
      override: orNull({
        type: 'object',
        properties: {
          by: person,
          reason: { type: 'string' },
          at: instant,
          confirmedBy: orNull(person),
        },
        required: ['by', 'reason', 'at', 'confirmedBy'],
      }),
      withdrawal: orNull({ type: 'object' }),
      actions: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            action: { type: 'string', enum: [...actions] },
            allowed: { type: 'boolean' },
            reasons: { type: 'array', items: reason },
          },
          required: ['action', 'allowed', 'reasons'],
        },
      },
      history: { type: 'array', items: ref('LedgerEntry') },
    },
    required: [
      ...['collection', 'id', 'state', 'live', 'liveContentHash', 'contentHash', 'versionId'],
      ...['contributors', 'approvals', 'publishAt', 'scheduleFailed', 'override', 'actions'],
      'history',
    ],
  },
  LedgerEntry: {
    type: 'object',
    properties: {
      sequence: { type: 'integer', minimum: 1 },
      at: instant,
      type: { type: 'string', enum: [...entryTypes] },
      actorId: { type: ['string', 'null'] },
      actorName: { type: ['string', 'null'] },
      actorRoles: { type: 'array', items: { type: 'string' } },
      documentCollection: { type: 'string' },
      documentId: { type: 'string' },
      versionId: { type: ['string', 'null'] },
      contentHash: { type: 'string' },
      comment: { type: ['string', 'null'] },
      details: { type: 'object' },
      previousHash: { type: ['string', 'null'] },
      hash,
    },
    required: ['sequence', 'at', 'type', 'documentCollection', 'documentId', 'contentHash', 'hash'],
  },
  Order: {
    type: 'object',
    properties: {
      contentHash: { ...hash, description: 'The one you saw. Another one answers STALE_CONTENT.' },
      comment: words,
      reason: words,
      publishAt: { ...instant, description: 'With its offset from UTC. For `schedule`.' },
      replacement: {
        description: 'Where readers go instead. For `withdraw`.',
        oneOf: [
          { type: 'string' },
          {
            type: 'object',
            properties: { collection: { type: 'string' }, id: { type: 'string' } },
            required: ['collection', 'id'],
          },
          { type: 'object', properties: { sentence: {} }, required: ['sentence'] },
        ],
      },
    },
    required: ['contentHash'],
  },
  Verification: {
    type: 'object',
    properties: {
      ok: { type: 'boolean' },
      entries: { type: 'integer' },
      head: orNull({
        type: 'object',
        properties: { sequence: { type: 'integer' }, hash },
        required: ['sequence', 'hash'],
      }),
      breaks: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            sequence: { type: 'integer' },
            collection: { type: 'string' },
            id: { type: 'string' },
            problem: { type: 'string' },
          },
          required: ['problem'],
        },
      },
    },
    required: ['ok', 'entries', 'head', 'breaks'],
  },
}

const acting = refusals(
  'MALFORMED',
  'NOT_SIGNED_IN',
  'NOT_PERMITTED',
  'CONTRIBUTOR_CANNOT_APPROVE',
  'NOT_FOUND',
  'STALE_CONTENT',
  'WRONG_STATE',
  'REQUIREMENTS_NOT_MET',
)

/** How a draft becomes public, and how that is proved. */
export function workflowPaths(collections: readonly string[]): Paths {
  const tags = ['workflow']
  const collection = {
    ...inPath('collection', 'The content type.'),
    schema: { type: 'string', enum: [...collections] },
    example: 'stations',
  }
  const id = inPath('id', 'Id of the document.')
  const exampleHash = '0'.repeat(64)
  return {
    '/api/{collection}/{id}/workflow': {
      get: {
        operationId: 'get-workflow',
        summary: 'Where a document stands, and what you may do with it',
        tags,
        ...signedIn,
        parameters: [collection, id],
        responses: {
          '200': answer('Where it stands.', ref('Workflow')),
          ...refusals('NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_FOUND'),
        },
      },
    },
    '/api/{collection}/{id}/workflow/{action}': {
      post: {
        operationId: 'transition',
        summary: 'Takes a document one step through the review',
        tags,
        ...signedIn,
        parameters: [
          collection,
          id,
          {
            ...inPath('action', 'What to do.'),
            schema: { type: 'string', enum: [...actions] },
            example: 'submit',
          },
        ],
        requestBody: body(ref('Order'), { contentHash: exampleHash }),
        responses: { '200': answer('Where it stands now.', ref('Workflow')), ...acting },
      },
    },
    '/api/workflow/{action}': {
      post: {
        operationId: 'transition-set',
        summary: 'Takes documents one step together: all of them, or none',
        tags,
        ...signedIn,
        parameters: [
          {
            ...inPath('action', 'What to do.'),
            schema: { type: 'string', enum: [...setActions] },
            example: 'publish',
          },
        ],
        requestBody: body(
          {
            type: 'object',
            properties: {
              documents: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'object',
                  properties: {
                    collection: { type: 'string', enum: [...collections] },
                    id: { type: 'string' },
                    contentHash: hash,
                  },
                  required: ['collection', 'id', 'contentHash'],
                },
              },
              comment: words,
              reason: words,
              publishAt: instant,
            },
            required: ['documents'],
          },
          { documents: [{ collection: 'stations', id: 'ID', contentHash: exampleHash }] },
        ),
        responses: {
          '200': answer('Where each of them stands now.', {
            type: 'object',
            properties: { documents: { type: 'array', items: ref('Workflow') } },
            required: ['documents'],
          }),
          ...acting,
        },
      },
    },
    '/api/ledger/verify': {
      get: {
        operationId: 'verify-ledger',
        summary: 'Proves that no entry was changed and that what is live is what was approved',
        tags: ['ledger'],
        ...signedIn,
        responses: {
          '200': answer('What the proof found.', ref('Verification')),
          ...refusals('NOT_SIGNED_IN', 'NOT_PERMITTED'),
        },
      },
    },
  }
}
