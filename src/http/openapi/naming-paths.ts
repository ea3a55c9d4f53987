import { namedCollections } from '../../addresses/names.ts'
import { states } from '../../workflow/states.ts'
import {
  answer,
  inPath,
  inQuery,
  object,
  ref,
  refusals,
  signedIn,
  type Json,
  type Paths,
} from './parts.ts'

const text = { type: 'string' }
const named = {
  collection: { ...text, description: 'The content type.' },
  id: { ...text, description: 'Id of the document.' },
  name: { ...text, description: 'What it is called in the language asked for, its code first.' },
  state: { ...text, enum: [...states], description: 'Of its newest version.' },
  live: { type: 'boolean', description: 'Whether the public gets it.' },
}
const locale = inQuery('locale', 'Of the names.', { ...text, enum: ['en', 'es'] })

/** The shapes of documents as lists of the team name them. */
export const namingSchemas: Json = {
  NamedDocument: object(named),
  Use: object({
    ...named,
    inLiveText: { type: 'boolean', description: 'Whether its live text points at the document.' },
    inNewestVersion: { type: 'boolean', description: 'Whether its newest version does.' },
  }),
}

/** What the team calls documents, and where they are used. */
export function namingPaths(collections: readonly string[]): Paths {
  const tags = ['workflow']
  return {
    '/api/{collection}/{id}/uses': {
      get: {
        operationId: 'get-uses',
        summary: 'The documents that point at a document, in a relationship or a link',
        tags,
        ...signedIn,
        parameters: [
          {
            ...inPath('collection', 'The content type.'),
            schema: { ...text, enum: [...collections] },
            example: 'forms',
          },
          inPath('id', 'Id of the document.'),
          inQuery('page', 'Of 20 documents each.', {
            type: 'integer',
            minimum: 1,
            maximum: 10_000,
            default: 1,
          }),
          locale,
        ],
        responses: {
          '200': answer(
            'One page of them, by type and title.',
            object({
              docs: { type: 'array', items: ref('Use'), description: 'Those of this page.' },
              totalDocs: { type: 'integer', description: 'How many there are on all pages.' },
              page: { type: 'integer', description: 'Which page this is.' },
              totalPages: { type: 'integer', description: 'How many pages there are.' },
            }),
          ),
          ...refusals('MALFORMED', 'NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_FOUND'),
        },
      },
    },
    '/api/names': {
      get: {
        operationId: 'find-by-name',
        summary: 'Documents by what they are called',
        description:
          'Of all types that texts can link to, by their names alone. Of one type, those behind them whose text has the words.',
        tags,
        ...signedIn,
        parameters: [
          inQuery(
            'q',
            'A part of a name in any language, or a code in any spelling.',
            { ...text, maxLength: 200 },
            'cp-14',
          ),
          inQuery('collection', 'The only content type to look at.', {
            ...text,
            enum: [...namedCollections],
          }),
          inQuery(
            'document',
            'Asks for the names of these documents instead, up to 50: type and id of each, such as notices/ID.',
            { type: 'array', items: { ...text, maxLength: 200 }, maxItems: 50 },
          ),
          locale,
        ],
        responses: {
          '200': answer(
            'At most 20 of them, the closest first.',
            object({
              docs: { type: 'array', items: ref('NamedDocument'), description: 'The documents.' },
            }),
          ),
          ...refusals('MALFORMED', 'NOT_SIGNED_IN', 'NOT_PERMITTED'),
        },
      },
    },
  }
}
