import { actions, setActions } from '../../workflow/states.ts'
import { commentsOfReturn } from './comment-paths.ts'
import {
  answer,
  body,
  inPath,
  inQuery,
  object,
  ref,
  refusals,
  signedIn,
  type Paths,
} from './parts.ts'

const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' }
const instant = { type: 'string', format: 'date-time' }
const words = { type: ['string', 'null'], maxLength: 5_000 }

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
    '/api/{collection}/{id}/workflow/needs': {
      get: {
        operationId: 'get-needs',
        summary: 'What has to become public, or be withdrawn, together with a document',
        tags,
        ...signedIn,
        parameters: [
          collection,
          id,
          inQuery('for', 'What the set is gathered for.', {
            type: 'string',
            enum: ['publish', 'withdraw'],
            default: 'publish',
          }),
        ],
        responses: {
          '200': answer('The set.', ref('Needs')),
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
                description: 'All of them, each with the hash you saw.',
                minItems: 1,
                items: {
                  type: 'object',
                  properties: {
                    collection: {
                      type: 'string',
                      enum: [...collections],
                      description: 'The content type.',
                    },
                    id: { type: 'string', description: 'Id of the document.' },
                    contentHash: { ...hash, description: 'The one you saw.' },
                    comments: commentsOfReturn,
                  },
                  required: ['collection', 'id', 'contentHash'],
                },
              },
              comment: { ...words, description: 'For those who come after you.' },
              reason: { ...words, description: 'Why. `withdraw` needs one.' },
              publishAt: { ...instant, description: 'With its offset from UTC. For `schedule`.' },
              acceptOlderTranslation: {
                type: 'boolean',
                description:
                  'Whether translations that are older than their source may be public. For `publish`, `schedule` and `override`; false refuses, true is recorded.',
              },
            },
            required: ['documents'],
          },
          { documents: [{ collection: 'stations', id: 'ID', contentHash: exampleHash }] },
        ),
        responses: {
          '200': answer(
            'Where each of them stands now.',
            object({
              documents: {
                type: 'array',
                items: ref('Workflow'),
                description: 'In the order in which they were sent.',
              },
            }),
          ),
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
