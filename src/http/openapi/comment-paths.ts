import {
  longestPassage,
  longestText,
  mostCounted,
  mostMentions,
  mostPeopleListed,
  mostReplies,
  mostThreads,
  mostThreadsListed,
  mostWithReturn,
} from '../../comments/limits.ts'
import { locales } from '../../locales.ts'
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

const text = { type: 'string' } as const
const instant = { type: 'string', format: 'date-time' } as const
const instantOrNull = { type: ['string', 'null'], format: 'date-time' }
const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const
const person = object({ id: text, name: text })
const label = object({ en: text, es: text }, 'What the panel calls it.')
const count = { type: 'integer', minimum: 0 }

const quote = {
  ...object({
    exact: { ...text, maxLength: longestPassage, description: 'The words.' },
    prefix: { ...text, description: 'Some of the text before.' },
    suffix: { ...text, description: 'Some of the text after.' },
  }),
  description:
    'A passage, as a [TextQuoteSelector](https://www.w3.org/TR/annotation-model/#text-quote-selector).',
}

const newText: Json = {
  text: { ...text, minLength: 1, maxLength: longestText, description: 'Plain text.' },
  mentions: {
    type: 'array',
    maxItems: mostMentions,
    items: text,
    description: 'Ids of people, as `/api/comments/people` gives them.',
  },
}

/** A comment that is yet to be said, also with a return. */
const newThread: Json = {
  type: 'object',
  properties: {
    ...newText,
    place: orNull({
      type: 'object',
      description:
        'What it is about: a field by its `path`, a passage by its `quote`, or the whole document without a place. Without a `path` the words are looked for in all texts.',
      properties: {
        path: { ...text, maxLength: 300 },
        locale: { type: 'string', enum: locales.map(({ code }) => code) },
        quote: { ...quote, required: ['exact'] },
      },
      additionalProperties: false,
    }),
  },
  required: ['text'],
  additionalProperties: false,
}

/** What a return may bring. */
export const commentsOfReturn: Json = {
  type: 'array',
  maxItems: mostWithReturn,
  items: ref('NewThread'),
  description: 'With `return`: what is said of places in the text. It stands in the ledger, too.',
}

/** Shapes of comments. */
export const commentSchemas: Json = {
  NewThread: newThread,
  Comment: object({
    id: text,
    by: person,
    text: { ...text, description: 'Empty once it was removed.' },
    mentions: { type: 'array', items: person },
    writtenAt: instant,
    editedAt: instantOrNull,
    removedAt: instantOrNull,
    versionId: { ...text, description: 'The newest version when it was written.' },
    contentHash: hash,
    entry: {
      type: ['integer', 'null'],
      description: 'Number of the ledger entry of the return it went with.',
    },
  }),
  CommentPlace: {
    type: 'object',
    description: 'A part of a document, as it was when somebody commented on it.',
    properties: {
      path: { ...text, description: 'Names of fields, and the ids of rows.' },
      field: { ...text, description: 'Names of fields alone.' },
      locale: text,
      label,
      quote,
      isAmbiguous: {
        type: 'boolean',
        description: 'Whether the words stood in the text more than once.',
      },
    },
    required: ['path', 'field', 'label'],
  },
  Thread: object({
    id: { ...text, description: 'The id of its first comment.' },
    collection: text,
    documentId: text,
    place: orNull({
      ...ref('CommentPlace'),
      description: 'What it is about; null is the whole document.',
    }),
    now: {
      type: 'object',
      description:
        'Where that is in the newest text: `there`, `changed` for a passage of which some letters are others, or `gone`. `start` and `end` count UTF-16 code units in the plain text of the field, each block of rich text a line.',
      properties: {
        is: { type: 'string', enum: ['there', 'changed', 'gone'] },
        path: {
          type: ['string', 'null'],
          description: 'With the numbers of rows, from 0; null is the whole document.',
        },
        start: count,
        end: count,
        words: text,
      },
      required: ['is'],
    },
    resolved: orNull(object({ by: person, at: instant })),
    comments: {
      type: 'array',
      minItems: 1,
      maxItems: mostReplies + 1,
      items: ref('Comment'),
      description: 'The first, and the replies in the order in which they were written.',
    },
  }),
}

/** What the team says about documents. */
export function commentPaths(collections: readonly string[]): Paths {
  const tags = ['comments']
  const collection = {
    ...inPath('collection', 'The content type.'),
    schema: { type: 'string', enum: [...collections] },
    example: 'stations',
  }
  const document = [collection, inPath('id', 'Id of the document.')]
  const comment = [inPath('id', 'Id of a comment.')]
  const thread = answer('The thread as it is now.', ref('Thread'))
  const reading = refusals('MALFORMED', 'NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_FOUND')
  const writing = refusals(
    'MALFORMED',
    'NOT_SIGNED_IN',
    'NOT_PERMITTED',
    'NOT_FOUND',
    'WRONG_STATE',
  )
  const reply = { type: 'object', properties: newText, required: ['text'] }
  const act = (operationId: string, summary: string) => ({
    post: {
      operationId,
      summary,
      tags,
      ...signedIn,
      parameters: comment,
      responses: { '200': thread, ...writing },
    },
  })
  return {
    '/api/{collection}/{id}/comments': {
      get: {
        operationId: 'list-threads',
        summary: 'What was said about a document, the newest thread first',
        tags,
        ...signedIn,
        parameters: [
          ...document,
          inQuery('state', 'Which threads.', {
            type: 'string',
            enum: ['open', 'resolved', 'all'],
            default: 'all',
          }),
          inQuery('page', 'From 1.', { type: 'integer', minimum: 1, default: 1 }),
          inQuery('limit', 'How many threads.', {
            type: 'integer',
            minimum: 1,
            maximum: mostThreadsListed,
            default: 50,
          }),
        ],
        responses: {
          '200': answer(
            'The threads.',
            object({
              docs: { type: 'array', items: ref('Thread') },
              totalDocs: count,
              page: count,
              limit: count,
              counts: object({ open: count, resolved: count }),
              versionId: { ...text, description: 'The text in which places were looked for.' },
              contentHash: hash,
            }),
          ),
          ...reading,
        },
      },
      post: {
        operationId: 'begin-thread',
        summary: 'Says something about a document, a field or a passage',
        description: `A document has at most ${mostThreads} threads. With a return, up to ${mostWithReturn} comments go in its body.`,
        tags,
        ...signedIn,
        parameters: document,
        requestBody: body(ref('NewThread'), {
          text: 'From which day?',
          place: { path: 'overview', locale: 'en', quote: { exact: '30 days' } },
        }),
        responses: { '201': answer('The thread.', ref('Thread')), ...writing },
      },
    },
    '/api/{collection}/{id}/comments/places': {
      get: {
        operationId: 'list-places',
        summary: 'Every field, list and row of a document that a comment can be about',
        tags,
        ...signedIn,
        parameters: document,
        responses: {
          '200': answer(
            'The places, in the order of the form.',
            object({
              docs: {
                type: 'array',
                items: object({
                  path: text,
                  pathNow: text,
                  field: text,
                  locale: { type: ['string', 'null'] },
                  label,
                }),
              },
            }),
          ),
          ...reading,
        },
      },
    },
    '/api/comments/open': {
      get: {
        operationId: 'count-open-threads',
        summary: 'How many open threads documents have, as lists show it',
        tags,
        ...signedIn,
        parameters: [
          {
            ...inQuery(
              'documents',
              `At most ${mostCounted}, as collection/id, with commas between.`,
              text,
            ),
            required: true,
          },
        ],
        responses: {
          '200': answer(
            'Each document that was asked for, once.',
            object({
              docs: { type: 'array', items: object({ collection: text, id: text, open: count }) },
            }),
          ),
          ...refusals('MALFORMED', 'NOT_SIGNED_IN', 'NOT_PERMITTED'),
        },
      },
    },
    '/api/comments/people': {
      get: {
        operationId: 'list-mentionable-people',
        summary: 'People who can be mentioned, by name',
        description: `At most ${mostPeopleListed}, with nothing but their names.`,
        tags,
        ...signedIn,
        parameters: [inQuery('q', 'Letters of a name.', text)],
        responses: {
          '200': answer('The people.', object({ docs: { type: 'array', items: person } })),
          ...refusals('NOT_SIGNED_IN', 'NOT_PERMITTED'),
        },
      },
    },
    '/api/comments/{id}/replies': {
      post: {
        operationId: 'reply',
        summary: 'Replies in a thread',
        tags,
        ...signedIn,
        parameters: comment,
        requestBody: body(reply, { text: 'From the date of the notice.' }),
        responses: { '201': answer('The thread.', ref('Thread')), ...writing },
      },
    },
    '/api/comments/{id}/resolve': act('resolve-thread', 'Says that a thread needs nothing more'),
    '/api/comments/{id}/reopen': act('reopen-thread', 'Opens a resolved thread again'),
    '/api/comments/{id}': {
      patch: {
        operationId: 'edit-comment',
        summary: 'Gives a comment of your own another text',
        description: 'Not where it went with a return: the ledger says what was said.',
        tags,
        ...signedIn,
        parameters: comment,
        requestBody: body(reply, { text: 'From which day exactly?' }),
        responses: { '200': thread, ...writing },
      },
      delete: {
        operationId: 'remove-comment',
        summary: 'Takes the words of a comment of your own away; that it was there stays',
        tags,
        ...signedIn,
        parameters: comment,
        responses: { '200': thread, ...writing },
      },
    },
  }
}
