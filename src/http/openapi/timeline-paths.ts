import { longestBeginning } from '../../timeline/comment-events.ts'
import { eventKinds } from '../../timeline/event.ts'
import {
  answer,
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
const flag = { type: 'boolean' }
const integer = { type: 'integer' }
const entryOrNull = (description: string) => orNull({ ...ref('LedgerEntry'), description })
const listOf = (name: string, description: string) => ({
  type: 'array',
  items: ref(name),
  description,
})
const document = {
  collection: { ...text, description: 'The content type.' },
  id: { ...text, description: 'Id of the document.' },
}
const whole = {
  ...document,
  title: { ...text, description: 'Title of its newest version; empty when it was deleted.' },
  exists: { ...flag, description: 'Whether it is still there.' },
}

/** The shapes of timelines, and of entries as pages tell them. */
export const timelineSchemas: Json = {
  TimelineEvent: object({
    key: { ...text, description: 'Which event it is, once in a timeline.' },
    kind: { ...text, enum: [...eventKinds], description: 'What happened.' },
    at: { ...instant, description: 'When.' },
    by: {
      type: 'array',
      items: object({
        id: { ...text, description: 'Id of the account.' },
        name: { ...text, description: 'Name of that person then.' },
      }),
      description:
        'Who did it. Several where it is not on record which of them; nobody where it was the platform itself.',
    },
    roles: { type: 'array', items: text, description: 'Their roles then, where on record.' },
    text: orNull({
      ...text,
      description: 'The text it is about, as a review takes it: version:ID or entry:NUMBER.',
    }),
    contentHash: orNull({ ...text, description: 'Of that text.' }),
    versionId: orNull({ ...text, description: 'The version that holds it.' }),
    page: orNull({ ...ref('PageOfText'), description: 'Where readers would find it.' }),
    sequence: orNull({ ...integer, description: 'Number of its entry in the ledger.' }),
    comment: orNull({
      ...text,
      description: `What the person said. Of a comment in a thread, its first ${longestBeginning} characters as they are now, and “…” where there are more.`,
    }),
    details: {
      type: 'object',
      description: 'What else belongs to its entry.',
      additionalProperties: true,
    },
    name: orNull({
      ...object({
        from: { ...text, description: 'The name before.' },
        to: orNull({ ...text, description: 'The name after.' }),
      }),
      description: 'With `renamed`.',
    }),
    thread: orNull({
      ...object({
        id: { ...text, description: 'Id of the comment that began the thread.' },
        comment: {
          ...text,
          description: 'Id of the comment that was written; else of the one that began the thread.',
        },
        place: orNull({
          ...ref('CommentPlace'),
          description: 'What the thread is about; null is the whole document.',
        }),
        begins: {
          ...text,
          description: 'How the thread begins; empty where those words were taken away.',
        },
        isEdited: { ...flag, description: 'Whether the words are others than at first.' },
        isRemoved: { ...flag, description: 'Whether the words were taken away.' },
      }),
      description: 'With `commented`, `replied`, `resolved` and `reopened`: of which thread.',
    }),
  }),
  ShownThen: object({
    text: { ...text, description: 'As a review takes it: entry:NUMBER.' },
    versionId: orNull({ ...text, description: 'The version that holds it.' }),
    contentHash: { ...text, description: 'Of that text.' },
    page: orNull({ ...ref('PageOfText'), description: 'Where readers found it.' }),
    asOf: {
      ...integer,
      description: 'Number of the entry as of which everything around it can be shown.',
    },
    documents: {
      type: 'array',
      items: object(document),
      description: 'It and what it leads to, which are shown as they were before anything else.',
    },
    around: {
      ...object({
        asThen: { ...integer, description: 'Documents that changed since, shown as they were.' },
        asToday: { ...integer, description: 'Those that changed besides, shown as they are now.' },
      }),
      description: 'How much around it can be shown as it was.',
    },
  }),
}

/** What happened to a document, what the public had of it, and one entry of the ledger. */
export function timelinePaths(collections: readonly string[]): Paths {
  const place = [
    {
      ...inPath('collection', 'The content type.'),
      schema: { type: 'string', enum: [...collections] },
      example: 'stations',
    },
    inPath('id', 'Id of the document.'),
  ]
  return {
    '/api/{collection}/{id}/timeline': {
      get: {
        operationId: 'get-timeline',
        summary: 'All that happened to a document, newest first, in pages',
        tags: ['workflow'],
        ...signedIn,
        parameters: [
          ...place,
          inQuery('kinds', `Only these, with commas between: ${eventKinds.join(', ')}.`, text),
          inQuery('page', 'From 1.', { ...integer, minimum: 1, default: 1 }),
        ],
        responses: {
          '200': answer(
            'One page.',
            object({
              ...whole,
              lines: {
                type: 'array',
                items: object({
                  events: listOf('TimelineEvent', 'Newest first; never empty.'),
                }),
                description:
                  'Newest first. Saves of one person within an hour are one line, everything else is alone.',
              },
              page: { ...integer, description: 'Which page this is.' },
              pages: { ...integer, description: 'How many there are.' },
              counts: {
                type: 'object',
                additionalProperties: integer,
                description: 'How many events there are of each kind that occurs.',
              },
              isCut: { ...flag, description: 'Whether there are older events that are not told.' },
            }),
          ),
          ...refusals('MALFORMED', 'NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_FOUND'),
        },
      },
    },
    '/api/{collection}/{id}/public-on': {
      get: {
        operationId: 'get-public-on',
        summary: 'What the public had of a document at a moment, and on what that rested',
        tags: ['ledger'],
        ...signedIn,
        parameters: [
          ...place,
          {
            ...inQuery('moment', 'Up to now, with its offset from UTC.', instant),
            required: true,
            example: '2026-11-01T09:00:00-04:00',
          },
          inQuery('zone', 'Whose days are meant with sameDay.', { ...text, default: 'UTC' }, 'UTC'),
        ],
        responses: {
          '200': answer(
            'What it had, or why nothing.',
            object({
              ...whole,
              moment: { ...instant, description: 'The moment.' },
              zone: { ...text, description: 'The zone.' },
              answer: {
                ...text,
                enum: ['public', 'never', 'notYet', 'withdrawn'],
                description: 'Whether it was public, or why not.',
              },
              entry: entryOrNull('By which it was public, or was withdrawn before.'),
              next: entryOrNull('By which that ended.'),
              restsOn: entryOrNull('The approval or override that the publication rests on.'),
              shown: orNull({ ...ref('ShownThen'), description: 'The text that was public.' }),
              sameDay: listOf(
                'LedgerEntry',
                'Publications and withdrawals of that day, oldest first.',
              ),
            }),
          ),
          ...refusals('MALFORMED', 'NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_FOUND'),
        },
      },
    },
    '/api/ledger/entries/{sequence}': {
      get: {
        operationId: 'get-ledger-entry',
        summary: 'An entry of the ledger with what it rested on, what it changed, and a check',
        tags: ['ledger'],
        ...signedIn,
        parameters: [
          inPath('sequence', 'Its number.', '1'),
          inQuery('language', 'Of the sentences.', { type: 'string', enum: ['en', 'es'] }),
        ],
        responses: {
          '200': answer(
            'The entry.',
            object({
              entry: { ...ref('LedgerEntry'), description: 'Itself, without its snapshot.' },
              document: orNull({
                ...ref('DocumentStanding'),
                description: 'Where the document stands now; null when it was deleted.',
              }),
              title: { ...text, description: 'Title of the text that it is about.' },
              restsOn: entryOrNull('The approval or override that it rests on.'),
              schedule: entryOrNull('The schedule that was carried out, failed or taken back.'),
              replacement: orNull({
                ...ref('DocumentStanding'),
                description: 'Where readers are sent.',
              }),
              publicBefore: entryOrNull('By which the document was public just before.'),
              changes: listOf('SaidChange', 'What its text changes against what was public.'),
              summary: { ...text, description: 'The same in one line.' },
              shown: orNull({
                ...ref('ShownThen'),
                description: 'What readers got, or had until then.',
              }),
              version: orNull({
                ...object({
                  versionId: { ...text, description: 'The version.' },
                  contentHash: { ...text, description: 'Its content hash.' },
                  page: orNull({
                    ...ref('PageOfText'),
                    description: 'Where readers would find it.',
                  }),
                }),
                description: 'Of what is about no public text: the version it is about.',
              }),
              neighbours: {
                ...object({
                  previous: entryOrNull('Before it in the ledger.'),
                  next: entryOrNull('After it in the ledger.'),
                  previousOfDocument: entryOrNull('Before it, of the same document.'),
                  nextOfDocument: entryOrNull('After it, of the same document.'),
                }),
                description: 'The entries around it.',
              },
              checks: {
                type: 'array',
                items: object({
                  part: {
                    ...text,
                    enum: ['hash', 'previous', 'next', 'content'],
                    description: 'Its hash, the links to both neighbours, or its snapshot.',
                  },
                  isRight: { ...flag, description: 'Whether it is as it was written.' },
                }),
                description: 'What a look at this entry alone says now.',
              },
            }),
          ),
          ...refusals('MALFORMED', 'NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_FOUND'),
        },
      },
    },
  }
}
