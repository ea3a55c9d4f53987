import {
  answer,
  inPath,
  inQuery,
  orNull,
  object,
  ref,
  refusals,
  signedIn,
  type Json,
  type Paths,
} from './parts.ts'

const text = { type: 'string' }

const save = {
  versionId: { ...text, description: 'The version that was saved.' },
  savedAt: { ...text, format: 'date-time', description: 'When it was saved.' },
  savedBy: orNull({ ...ref('Person'), description: 'Who saved it; null where nobody knows.' }),
}
const contentHash = { ...text, pattern: '^[0-9a-f]{64}$', description: 'Its content hash.' }

/** The shapes of what is told to whoever comes too late with a save. */
export const savesSchemas: Json = {
  Save: object(save),
  Meanwhile: object({
    ...save,
    contentHash: { ...contentHash, description: 'Of the newest version, as all beside it.' },
    stale: { type: 'boolean', description: 'Whether a save on that base is refused.' },
    base: orNull({
      ...object({ ...save, contentHash }),
      description: 'The version that was named; null where the document has none of that name.',
    }),
    saves: {
      type: 'array',
      items: ref('Save'),
      description: 'Every save since, newest first, at most a hundred.',
    },
    changes: {
      type: ['array', 'null'],
      items: ref('SaidChange'),
      description: 'What differs since, in the order of the form; null without a base.',
    },
  }),
}

/** What was saved since the version that somebody has before them. */
export function savesPaths(collections: readonly string[]): Paths {
  return {
    '/api/{collection}/{id}/saves': {
      get: {
        operationId: 'get-saves',
        summary: 'What was saved of a document since a version, and by whom',
        tags: ['workflow'],
        ...signedIn,
        parameters: [
          {
            ...inPath('collection', 'The content type.'),
            schema: { type: 'string', enum: [...collections] },
            example: 'stations',
          },
          inPath('id', 'Id of the document.'),
          {
            ...inQuery('since', 'The id of a version, or a content hash.', {
              type: 'string',
              pattern: '^[A-Za-z0-9_-]{1,100}$',
            }),
            required: true,
          },
        ],
        responses: {
          '200': answer('What was saved.', ref('Meanwhile')),
          ...refusals('MALFORMED', 'NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_FOUND'),
        },
      },
    },
  }
}
