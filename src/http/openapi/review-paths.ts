import { states } from '../../workflow/states.ts'
import {
  answer,
  everybody,
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
const textNames =
  'A text of the document: live, working (the newest), nothing, version:ID or entry:NUMBER (a publication).'

const standing = {
  collection: { ...text, description: 'The content type.' },
  id: { ...text, description: 'Id of the document.' },
  title: { ...text, description: 'Title of its newest version.' },
  state: { ...text, enum: [...states], description: 'Of its newest version.' },
  live: { type: 'boolean', description: 'Whether the public gets it.' },
}

/** The shapes of a review. */
export const reviewSchemas: Json = {
  ComparedText: object({
    name: { ...text, description: textNames },
    contentHash: orNull({ ...text, description: 'Its content hash; null where there is no text.' }),
    at: orNull({
      ...text,
      format: 'date-time',
      description: 'When it was saved or became public; null where there is no text.',
    }),
    versionId: orNull({
      ...text,
      description: 'The version that holds it, or held it when it was approved.',
    }),
  }),
  SaidChange: object({
    sentence: { ...text, description: 'What the change means, in the language asked for.' },
    change: {
      type: 'object',
      description:
        'The change itself: its kind, its path, its language, and what was there before and after.',
      properties: {
        id: { ...text, description: 'Which change it is, once in a review.' },
        kind: {
          ...text,
          enum: [
            ...['document', 'file', 'item', 'name', 'order', 'period', 'position', 'richText'],
            ...['row', 'text', 'value'],
          ],
          description: 'What kind of thing changes.',
        },
        path: { ...text, description: 'Where it is in the text.' },
        locale: orNull({ ...text, description: 'The language that changes; null: all.' }),
      },
      required: ['id', 'kind', 'path', 'locale'],
      additionalProperties: true,
    },
  }),
  DocumentStanding: object(standing),
  PublicPlace: object({
    ...standing,
    page: orNull({ ...ref('PageOfText'), description: 'Where readers find it.' }),
  }),
  Sources: object({
    certainty: orNull({ ...text, description: 'How sure the team is.' }),
    source: orNull({ ...text, description: 'Address of the source.' }),
    checkedOn: orNull({
      ...text,
      format: 'date-time',
      description: 'When somebody last compared the text with the source.',
    }),
    note: orNull({ ...text, description: 'Doubts and notes for the team.' }),
  }),
  PageOfText: object({
    name: { ...text, description: 'The slug, code or number it is asked for by.' },
    paths: {
      type: 'object',
      additionalProperties: text,
      description: 'Address of its page by language, such as /es/notices/cp14.',
    },
  }),
}

/** What a reviewer sees. */
export function reviewPaths(collections: readonly string[]): Paths {
  const tags = ['workflow']
  const list = (name: string, description: string) => ({
    type: 'array',
    items: ref(name),
    description,
  })
  return {
    '/api/{collection}/{id}/review': {
      get: {
        operationId: 'get-review',
        summary: 'What changes from one text of a document to another, and what a reviewer needs',
        tags,
        ...signedIn,
        parameters: [
          {
            ...inPath('collection', 'The content type.'),
            schema: { type: 'string', enum: [...collections] },
            example: 'stations',
          },
          inPath('id', 'Id of the document.'),
          inQuery('from', textNames, { type: 'string', default: 'live' }),
          inQuery('to', textNames, { type: 'string', default: 'working' }),
          inQuery('language', 'Of the sentences.', { type: 'string', enum: ['en', 'es'] }),
        ],
        responses: {
          '200': answer(
            'What changes.',
            object({
              workflow: { ...ref('Workflow'), description: 'Where the document stands.' },
              from: { ...ref('ComparedText'), description: 'The text before.' },
              to: { ...ref('ComparedText'), description: 'The text after.' },
              changes: list('SaidChange', 'Everything that differs, in the order of the form.'),
              summary: { ...text, description: 'What changes, in one line.' },
              size: {
                ...object({
                  size: { ...text, enum: ['small', 'medium', 'large'], description: 'How much.' },
                  words: { type: 'integer', description: 'How many words there are to read.' },
                }),
                description: 'How much there is to look at.',
              },
              pages: {
                ...object({
                  before: orNull({ ...ref('PageOfText'), description: 'Of the text before.' }),
                  after: orNull({ ...ref('PageOfText'), description: 'Of the text after.' }),
                }),
                description: 'Where readers find both texts; null for what has no page.',
              },
              waiting: list('DocumentStanding', 'What it shows that waits for somebody itself.'),
              shownOn: list('PublicPlace', 'What is public and shows it.'),
              sources: orNull({
                ...object({
                  from: orNull({ ...ref('Sources'), description: 'Of the text before.' }),
                  to: orNull({ ...ref('Sources'), description: 'Of the text after.' }),
                }),
                description: 'Where the facts come from; null for what has no such fields.',
              }),
              together: list('DocumentStanding', 'What was submitted together with it.'),
              comesFrom: list('DocumentStanding', 'What is not public and shows it.'),
            }),
          ),
          ...refusals('MALFORMED', 'NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_FOUND'),
        },
      },
    },
    '/api/review/marks.css': {
      get: {
        operationId: 'get-review-marks',
        summary: 'How changes are marked on the pages of a review',
        tags,
        ...everybody,
        responses: {
          '200': {
            description: 'A style sheet.',
            content: { 'text/css': { schema: text } },
          },
        },
      },
    },
  }
}
