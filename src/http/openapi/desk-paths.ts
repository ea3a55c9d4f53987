import { lookReasons, sectionNames } from '../../desk/sections.ts'
import { states } from '../../workflow/states.ts'
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
const count = { type: 'integer', minimum: 0 }
const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' }
const instant = { type: 'string', format: 'date-time' }

const section = {
  section: { ...text, enum: [...sectionNames], description: 'Which part.' },
  acts: { type: 'boolean', description: 'Whether you can do something about what is in it.' },
  count: { ...count, description: 'How many documents are in it, with your filters.' },
  rows: { type: 'array', items: ref('DeskRow'), description: 'The documents of this answer.' },
}

/** The shapes of the desk. */
export const deskSchemas: Json = {
  Assignment: object(
    {
      assignee: { ...ref('Person'), description: 'Who was asked for the review.' },
      by: { ...ref('Person'), description: 'Who asked; the same person when they took it over.' },
      at: { ...instant, description: 'When.' },
      due: orNull({ ...instant, description: 'Until when the review is asked for.' }),
    },
    'Who was asked for a review in particular.',
  ),
  DeskRow: object({
    collection: { ...text, description: 'The content type.' },
    id: { ...text, description: 'Id of the document.' },
    title: { ...text, description: 'Title of its newest version.' },
    state: { ...text, enum: [...states], description: 'Of its newest version.' },
    live: { type: 'boolean', description: 'Whether the public gets it.' },
    contentHash: { ...hash, description: 'Of its newest version.' },
    since: { ...instant, description: 'When it came into its state.' },
    by: { ...text, description: 'Who brought it there; empty where nobody did.' },
    comment: orNull({ ...text, description: 'What they said.' }),
    contributors: { ...text, description: 'Names of those who changed it since it was public.' },
    size: orNull({
      ...object({
        size: { ...text, enum: ['small', 'medium', 'large'], description: 'How much.' },
        words: { ...count, description: 'How many words there are to read.' },
        changes: { ...count, description: 'How many things change.' },
      }),
      description: 'How much there is to review; null for what was never submitted.',
    }),
    assignment: orNull({ ...ref('Assignment'), description: 'Who was asked for the review.' }),
    publishAt: orNull({ ...instant, description: 'When it becomes public by itself.' }),
    scheduledWith: orNull({ ...text, description: 'The same for what was scheduled together.' }),
    failure: orNull({
      ...object({
        at: { ...instant, description: 'When nothing became public.' },
        reasons: { type: 'array', items: ref('Reason'), description: 'Why, at most three.' },
      }),
      description: 'The schedule that failed last.',
    }),
    override: orNull({
      ...object({
        by: { ...ref('Person'), description: 'The administrator.' },
        reason: { ...text, description: 'Why.' },
        at: { ...instant, description: 'When.' },
      }),
      description: 'The override that nobody has confirmed.',
    }),
    why: orNull({
      ...text,
      enum: ['contributed', 'overrode'],
      description: 'Why you cannot decide; null where you can, or where nothing is decided.',
    }),
    look: {
      type: 'array',
      items: { ...text, enum: [...lookReasons] },
      description: 'What should be checked.',
    },
    checkBy: orNull({ ...instant, description: 'When its facts are to be checked again.' }),
  }),
  DeskSection: object(section),
  DeskPage: object({
    ...section,
    page: { type: 'integer', minimum: 1, description: 'Which page this is.' },
    pages: { ...count, description: 'How many there are.' },
    limit: { type: 'integer', minimum: 1, maximum: 200, description: 'Most rows of a page.' },
  }),
}

/** What waits for whoever asks, and who is asked for a review. */
export function deskPaths(collections: readonly string[]): Paths {
  const tags = ['workflow']
  const collection = {
    ...inPath('collection', 'The content type.'),
    schema: { type: 'string', enum: [...collections] },
    example: 'stations',
  }
  const id = inPath('id', 'Id of the document.')
  return {
    '/api/desk': {
      get: {
        operationId: 'get-desk',
        summary: 'What waits for you: all parts with their first rows, or one part page by page',
        tags,
        ...signedIn,
        parameters: [
          inQuery('section', 'One part.', { type: 'string', enum: [...sectionNames] }),
          inQuery('limit', 'Most rows of a part: 20 of one, 5 of each when all are asked for.', {
            type: 'integer',
            minimum: 1,
            maximum: 200,
          }),
          inQuery('page', 'Which page of one part.', { type: 'integer', minimum: 1, default: 1 }),
          inQuery('collection', 'Of this content type.', {
            type: 'string',
            enum: [...collections],
          }),
          inQuery('phase', 'Of the phase with this id.', text),
          inQuery('person', 'Changed or submitted by the person with this id.', text),
          inQuery('assignee', 'Asked of the person with this id, of `me`, or of `nobody`.', text),
          inQuery('size', 'With this much to review.', {
            type: 'string',
            enum: ['small', 'medium', 'large'],
          }),
          inQuery('look', 'To be checked for this reason.', {
            type: 'string',
            enum: [...lookReasons],
          }),
          inQuery('from', 'Scheduled for this instant or later.', instant),
          inQuery('to', 'Scheduled for before this instant.', instant),
        ],
        responses: {
          '200': answer('The desk.', {
            oneOf: [
              object({
                sections: {
                  type: 'array',
                  items: ref('DeskSection'),
                  description: 'Those in which you can do something first.',
                },
              }),
              ref('DeskPage'),
            ],
          }),
          ...refusals('MALFORMED', 'NOT_SIGNED_IN', 'NOT_PERMITTED'),
        },
      },
    },
    '/api/{collection}/{id}/workflow/reviewers': {
      get: {
        operationId: 'get-reviewers',
        summary: 'Everybody who may approve what a document says now',
        tags,
        ...signedIn,
        parameters: [collection, id],
        responses: {
          '200': answer(
            'They, by name.',
            object({
              reviewers: { type: 'array', items: ref('Person'), description: 'At most 500.' },
            }),
          ),
          ...refusals('NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_FOUND'),
        },
      },
    },
    '/api/{collection}/{id}/workflow/assign': {
      post: {
        operationId: 'assign-review',
        summary: 'Asks somebody in particular for a review, or nobody any more',
        tags,
        ...signedIn,
        parameters: [collection, id],
        requestBody: body(
          {
            type: 'object',
            properties: {
              assignee: {
                type: ['string', 'null'],
                description: 'Id of a reviewer who may approve the text; null: nobody.',
              },
              due: { type: ['string', 'null'], format: 'date-time', description: 'Until when.' },
            },
            required: ['assignee'],
            additionalProperties: false,
          },
          { assignee: null },
        ),
        responses: {
          '200': answer('Where the document stands.', ref('Workflow')),
          ...refusals(
            'MALFORMED',
            'NOT_SIGNED_IN',
            'NOT_PERMITTED',
            'CONTRIBUTOR_CANNOT_APPROVE',
            'NOT_FOUND',
            'WRONG_STATE',
          ),
        },
      },
    },
    '/api/workflow/reschedule': {
      post: {
        operationId: 'reschedule',
        summary: 'Moves schedules to another time: all of them, or none',
        tags,
        ...signedIn,
        requestBody: body(
          {
            type: 'object',
            properties: {
              documents: {
                type: 'array',
                description: 'With everything that was scheduled together with them.',
                minItems: 1,
                items: object({
                  collection: {
                    type: 'string',
                    enum: [...collections],
                    description: 'The content type.',
                  },
                  id: { ...text, description: 'Id of the document.' },
                  contentHash: { ...hash, description: 'The one you saw.' },
                }),
              },
              publishAt: { ...instant, description: 'With its offset from UTC.' },
              comment: {
                type: ['string', 'null'],
                maxLength: 5_000,
                description: 'For those who come after you.',
              },
            },
            required: ['documents', 'publishAt'],
          },
          {
            documents: [{ collection: 'stations', id: 'ID', contentHash: '0'.repeat(64) }],
            publishAt: '2099-03-01T09:00:00-05:00',
          },
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
          ...refusals(
            'MALFORMED',
            'NOT_SIGNED_IN',
            'NOT_PERMITTED',
            'NOT_FOUND',
            'STALE_CONTENT',
            'WRONG_STATE',
            'REQUIREMENTS_NOT_MET',
          ),
        },
      },
    },
  }
}
