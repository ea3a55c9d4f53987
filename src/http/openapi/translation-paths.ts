import { translatedLocales, translationStandings } from '../../translation/standing.ts'
import {
  answer,
  body,
  inPath,
  inQuery,
  object,
  orNull,
  ref,
  refusals,
  signedIn,
  type Json,
  type Paths,
} from './parts.ts'

const text = { type: 'string' }
const standing = {
  ...text,
  enum: [...translationStandings],
  description: 'Missing, older than its source, or up to date.',
}
const hash = { ...text, pattern: '^[0-9a-f]{64}$' }

/** The shapes of a translation. */
export const translationSchemas: Json = {
  TranslatedText: object({
    path: { ...text, description: 'Where it is; rows of lists by their ids.' },
    formPath: { ...text, description: 'Where it is; rows of lists by their places from 0.' },
    labels: {
      type: 'array',
      items: { type: 'object', additionalProperties: text },
      description: 'What the panel calls it, by language, the outermost group or row first.',
    },
    standing,
    source: orNull({
      ...object({
        text: { ...text, description: 'The text, as HTML where it is rich text.' },
        isHtml: { type: 'boolean', description: 'Whether it is HTML.' },
      }),
      description: 'The text in the main language; null where there is none.',
    }),
    sinceThen: orNull({
      type: 'object',
      additionalProperties: true,
      description:
        'What changed in the source since it was translated, in the form of a change of a review.',
    }),
  }),
  Translation: object({
    collection: { ...text, description: 'The content type.' },
    id: { ...text, description: 'Id of the document.' },
    title: { ...text, description: 'Title of its newest version.' },
    locale: { ...text, description: 'The language of the translation.' },
    contentHash: { ...hash, description: 'Of the newest version, which is what is translated.' },
    versionId: { ...text, description: 'Id of that version.' },
    standing,
    counts: {
      type: 'object',
      additionalProperties: { type: 'integer' },
      description: 'How many texts stand how.',
    },
    texts: {
      type: 'array',
      items: ref('TranslatedText'),
      description: 'All of them, in the order of the form.',
    },
  }),
}

/** Translating. */
export function translationPaths(collections: readonly string[]): Paths {
  const common = [
    {
      ...inPath('collection', 'The content type.'),
      schema: { type: 'string', enum: [...collections] },
      example: 'stations',
    },
    inPath('id', 'Id of the document.'),
    inQuery('locale', 'The language of the translation.', {
      type: 'string',
      enum: [...translatedLocales],
      default: translatedLocales[0],
    }),
  ]
  return {
    '/api/{collection}/{id}/translation': {
      get: {
        operationId: 'get-translation',
        summary: 'The texts of a document beside their sources, and how each stands',
        tags: ['workflow'],
        ...signedIn,
        parameters: common,
        responses: {
          '200': answer('The translation.', ref('Translation')),
          ...refusals('MALFORMED', 'NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_FOUND'),
        },
      },
    },
    '/api/{collection}/{id}/translation/confirm': {
      post: {
        operationId: 'confirm-translation',
        summary: 'Says that translations are right although their source has changed',
        tags: ['workflow'],
        ...signedIn,
        parameters: common,
        requestBody: body(
          object({
            contentHash: { ...hash, description: 'The one you saw.' },
            paths: {
              type: 'array',
              items: text,
              minItems: 1,
              description: 'The texts, by their `path`.',
            },
          }),
          { contentHash: '0'.repeat(64), paths: ['title'] },
        ),
        responses: {
          '200': answer('The translation as it stands now.', ref('Translation')),
          ...refusals(
            ...(['MALFORMED', 'NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_FOUND'] as const),
            'STALE_CONTENT',
          ),
        },
      },
    },
  }
}
