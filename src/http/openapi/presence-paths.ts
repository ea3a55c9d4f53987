import { mostDocuments } from '../../presence/presence.ts'
import { beatSeconds, doings, holdSeconds } from '../../presence/store.ts'
import {
  answer,
  body,
  inPath,
  object,
  ref,
  refusals,
  signedIn,
  type Json,
  type Paths,
} from './parts.ts'

const text = { type: 'string' }

/** Shapes of who is in which document. */
export const presenceSchemas: Json = {
  PresentPerson: object({
    id: { ...text, description: 'Id of the person.' },
    name: { ...text, description: 'What they are called.' },
    doing: {
      ...text,
      enum: [...doings],
      description: '`writing` while something in their form is not saved.',
    },
  }),
}

const people = {
  type: 'array',
  items: ref('PresentPerson'),
  description: 'Everybody but you, those who write first.',
}

/** Who is in which document now. */
export function presencePaths(collections: readonly string[]): Paths {
  const tags = ['workflow']
  const collection = {
    ...inPath('collection', 'The content type.'),
    schema: { type: 'string', enum: [...collections] },
    example: 'stations',
  }
  return {
    '/api/{collection}/{id}/presence': {
      post: {
        operationId: 'be-present',
        summary: 'Says that you have a document open, and who else has',
        description: `Say it again every ${beatSeconds} seconds while the document can be seen; after ${holdSeconds} seconds of silence nothing of it is left. It is no lock, and no part of the document. Machine clients are in no document.`,
        tags,
        ...signedIn,
        parameters: [collection, inPath('id', 'Id of the document.')],
        requestBody: body(
          {
            type: 'object',
            properties: {
              tab: {
                ...text,
                pattern: '^[\\w-]{8,64}$',
                description: 'A name that your tab has for itself.',
              },
              doing: {
                ...text,
                enum: [...doings, 'left'],
                description:
                  '`writing` while you have something that is not saved; `left` ends it.',
              },
            },
            required: ['tab', 'doing'],
            additionalProperties: false,
          },
          { tab: 'tab-4f1c2a', doing: 'looking' },
        ),
        responses: {
          '200': answer('Who else is in it; nobody once you have left.', object({ people })),
          ...refusals('MALFORMED', 'NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_FOUND'),
        },
      },
    },
    '/api/presence': {
      get: {
        operationId: 'list-present',
        summary: 'Every document that somebody else is in now',
        tags,
        ...signedIn,
        responses: {
          '200': answer(
            'The documents.',
            object({
              documents: {
                type: 'array',
                maxItems: mostDocuments,
                items: object({
                  collection: { ...text, description: 'The content type.' },
                  id: { ...text, description: 'Id of the document.' },
                  people,
                }),
                description: 'In no particular order.',
              },
            }),
          ),
          ...refusals('NOT_SIGNED_IN', 'NOT_PERMITTED'),
        },
      },
    },
  }
}
