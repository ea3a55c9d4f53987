import { choices, kinds } from '../../notifications/kinds.ts'
import { pageLength } from '../../notifications/list.ts'
import { panelLanguages } from '../../notifications/words.ts'
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
const instant = { type: 'string', format: 'date-time' }
const count = { type: 'integer', minimum: 0 }
const kind = { ...text, enum: [...kinds] }
const choice = { ...text, enum: [...choices] }

const unreadAnswer = object({
  unread: { ...count, description: 'How many notifications you have not read.' },
})

/** The shapes of notifications. */
export const notificationSchemas: Json = {
  Notification: object({
    id: text,
    kind: { ...kind, description: 'What it is about.' },
    at: { ...instant, description: 'When it happened.' },
    isRead: { type: 'boolean', description: 'Whether you marked it as read.' },
    sentence: { ...text, description: 'What happened, in the language asked for.' },
    detail: orNull({ ...text, description: 'What somebody said about it.' }),
    documents: {
      type: 'array',
      description: 'What it is about.',
      items: object({
        collection: { ...text, description: 'The content type.' },
        id: { ...text, description: 'Id of the document.' },
        type: { ...text, description: 'What the type is called, in the language asked for.' },
        title: { ...text, description: 'Its title now, or as it was when it was deleted.' },
        state: orNull({
          ...text,
          enum: [...states],
          description: 'Where it stands now; null when it is gone.',
        }),
        path: orNull({
          ...text,
          description: 'Where to go in the panel, below its address; null when it is gone.',
        }),
        why: orNull({ ...text, description: 'Why it is due, in the language asked for.' }),
      }),
    },
    more: { ...count, description: 'How many further documents there are.' },
  }),
  NotificationSettings: object({
    language: {
      ...text,
      enum: [...panelLanguages],
      description: 'Of mails: the language in which you last used the panel.',
    },
    choices: {
      type: 'array',
      description: 'How you are told, of every kind that can concern you.',
      items: object({ kind, choice, usually: choice }),
    },
    mailsGoTo: { ...text, description: 'Your address.' },
    mailsAreSent: { type: 'boolean', description: 'Whether there is a mail server.' },
    digestHour: {
      type: 'integer',
      minimum: 0,
      maximum: 23,
      description: 'Hour of the daily digest, on the clock of the server.',
    },
  }),
}

const tags = ['workflow']
const forPeople = refusals('NOT_SIGNED_IN', 'NOT_PERMITTED')
const forPeopleWithBody = refusals('MALFORMED', 'NOT_SIGNED_IN', 'NOT_PERMITTED')

/** What people of the team are told, and how. */
export const notificationPaths: Paths = {
  '/api/notifications': {
    get: {
      operationId: 'list-notifications',
      summary: 'Lists what you were told, what you have not read first, then the newest',
      description: `${pageLength} on a page.`,
      tags,
      ...signedIn,
      parameters: [
        inQuery('page', 'Which page.', { type: 'integer', minimum: 1, maximum: 100, default: 1 }),
        inQuery('unread', '`true` leaves out what you have read.', { type: 'boolean' }),
        inQuery('language', 'Of the sentences.', { type: 'string', enum: [...panelLanguages] }),
      ],
      responses: {
        '200': answer(
          'Your notifications.',
          object({
            docs: { type: 'array', items: ref('Notification') },
            totalDocs: { ...count, description: 'On all pages.' },
            totalPages: count,
            page: { type: 'integer', minimum: 1 },
            unread: { ...count, description: 'How many you have not read.' },
          }),
        ),
        ...forPeopleWithBody,
      },
    },
  },
  '/api/notifications/unread': {
    get: {
      operationId: 'count-unread-notifications',
      summary: 'How many notifications you have not read',
      tags,
      ...signedIn,
      responses: {
        '200': answer(
          'The number, and the language of your mails.',
          object({ unread: count, language: { ...text, enum: [...panelLanguages] } }),
        ),
        ...forPeople,
      },
    },
  },
  '/api/notifications/read': {
    post: {
      operationId: 'mark-notifications-read',
      summary: 'Marks notifications of yours as read',
      tags,
      ...signedIn,
      requestBody: body(
        {
          oneOf: [
            object({ ids: { type: 'array', minItems: 1, maxItems: 100, items: text } }),
            object({
              all: { const: true },
              until: { ...instant, description: 'Those that came later stay unread.' },
            }),
          ],
        },
        { all: true, until: '2027-03-01T09:00:00-05:00' },
      ),
      responses: { '200': answer('They are marked.', unreadAnswer), ...forPeopleWithBody },
    },
  },
  '/api/notifications/settings': {
    get: {
      operationId: 'get-notification-settings',
      summary: 'How you are told, and of what',
      tags,
      ...signedIn,
      responses: {
        '200': answer('Your settings.', ref('NotificationSettings')),
        ...forPeople,
      },
    },
    post: {
      operationId: 'change-notification-settings',
      summary: 'Changes how you are told; what is not named stays',
      tags,
      ...signedIn,
      requestBody: body(
        {
          type: 'object',
          properties: {
            choices: { type: 'object', propertyNames: kind, additionalProperties: choice },
            language: { type: 'string', enum: [...panelLanguages] },
          },
          additionalProperties: false,
        },
        { choices: { published: 'digest' } },
      ),
      responses: {
        '200': answer('Your settings now.', ref('NotificationSettings')),
        ...forPeopleWithBody,
      },
    },
  },
  '/api/mails/{id}/retry': {
    post: {
      operationId: 'retry-mail',
      summary: 'Puts a mail back into line that was given up; for administrators',
      tags,
      ...signedIn,
      parameters: [inPath('id', 'Id of the mail.')],
      responses: {
        '200': answer('It waits for its next try.', object({ status: { const: 'waiting' } })),
        ...refusals('NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_FOUND'),
      },
    },
  },
}
