import { commentsOfReturn } from './comment-paths.ts'
import { actions, states } from '../../workflow/states.ts'
import { entryTypes } from '../../ledger/entry.ts'
import { object, orNull, ref, type Json } from './parts.ts'

const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' }
const instant = { type: 'string', format: 'date-time' }
const text = { type: 'string' }
const words = { type: ['string', 'null'], maxLength: 5_000 }
const collection = { ...text, description: 'The content type, such as `stations`.' }
const documentId = { ...text, description: 'Id of the document.' }

/** Shapes that the workflow's addresses share. */
export const workflowSchemas: Json = {
  Reason: {
    type: 'object',
    description: 'Why something cannot be done.',
    properties: {
      code: { ...text, description: 'To branch on: one of the codes of refusals.' },
      message: { ...text, description: 'A sentence for people.' },
    },
    required: ['code', 'message'],
    additionalProperties: true,
  },
  Workflow: {
    type: 'object',
    description: 'Where a document stands, and what the one who asks may do with it.',
    properties: {
      collection,
      id: documentId,
      title: { ...text, description: 'Title of the newest version.' },
      state: { ...text, enum: [...states], description: 'Of the newest version.' },
      live: { type: 'boolean', description: 'Whether the public gets the document.' },
      liveContentHash: orNull({ ...hash, description: 'Of what the public gets.' }),
      contentHash: { ...hash, description: 'Of the newest version: what you saw.' },
      versionId: { ...text, description: 'Id of the newest version.' },
      updatedAt: { ...instant, description: 'When the newest version was saved.' },
      contributors: {
        type: 'array',
        items: ref('Person'),
        description: 'Who changed the text since it was last public.',
      },
      approvals: {
        type: 'array',
        description: 'Since it was last public. One counts while its hash is the present one.',
        items: object({
          by: { ...ref('Person'), description: 'Who approved.' },
          at: { ...instant, description: 'When.' },
          contentHash: { ...hash, description: 'Of what they saw.' },
        }),
      },
      publishAt: orNull({ ...instant, description: 'When it goes live by itself.' }),
      scheduleFailed: orNull({
        ...object({
          at: { ...instant, description: 'When it should have gone live.' },
          reasons: { type: 'array', items: ref('Reason'), description: 'Why it did not.' },
        }),
        description: 'The schedule that failed, when one did.',
      }),
      override: orNull({
        ...object({
          by: { ...ref('Person'), description: 'The administrator who overrode the review.' },
          reason: { ...text, description: 'Why.' },
          at: { ...instant, description: 'When.' },
          confirmedBy: orNull({
            ...ref('Person'),
            description: 'The reviewer who confirmed it since.',
          }),
        }),
        description: 'The override that the live text rests on.',
      }),
      withdrawal: orNull({
        ...object({
          at: { ...instant, description: 'When it was withdrawn.' },
          reason: { ...text, description: 'Why.' },
          replacement: { description: 'Where readers go instead; null: nowhere.' },
        }),
        description: 'Why the document is not public any more.',
      }),
      assignment: orNull({
        ...ref('Assignment'),
        description: 'Who was asked for the review in particular; null: nobody was.',
      }),
      actions: {
        type: 'array',
        description: 'Every action, and for those that are not available all reasons why not.',
        items: object({
          action: { ...text, enum: [...actions], description: 'What could be done.' },
          allowed: { type: 'boolean', description: 'Whether you may do it now.' },
          reasons: { type: 'array', items: ref('Reason'), description: 'Everything against it.' },
        }),
      },
      history: {
        type: 'array',
        items: ref('LedgerEntry'),
        description: 'What happened to it, newest first.',
      },
    },
    required: [
      ...['collection', 'id', 'title', 'state', 'live', 'liveContentHash', 'contentHash'],
      ...['versionId', 'updatedAt', 'contributors', 'approvals', 'publishAt', 'scheduleFailed'],
      ...['override', 'withdrawal', 'assignment', 'actions', 'history'],
    ],
  },
  LedgerEntry: {
    type: 'object',
    description: 'One thing that happened, as the ledger has it, without the text itself.',
    properties: {
      sequence: { type: 'integer', minimum: 1, description: 'Its number in the ledger.' },
      at: { ...instant, description: 'When it happened.' },
      type: { ...text, enum: [...entryTypes], description: 'What happened.' },
      actorId: { type: ['string', 'null'], description: 'Id of the account that did it.' },
      actorName: { type: ['string', 'null'], description: 'Name of that person then.' },
      actorRoles: { type: 'array', items: text, description: 'Roles of that person then.' },
      documentCollection: collection,
      documentId,
      versionId: { type: ['string', 'null'], description: 'The version it happened to.' },
      contentHash: { ...text, description: 'Of the text it happened to.' },
      comment: { type: ['string', 'null'], description: 'What the person said.' },
      details: {
        type: 'object',
        description: 'What else belongs to it.',
        additionalProperties: true,
      },
      previousHash: { type: ['string', 'null'], description: 'Hash of the entry before it.' },
      hash: { ...hash, description: 'Hash of this entry and the one before it.' },
    },
    required: ['sequence', 'at', 'type', 'documentCollection', 'documentId', 'contentHash', 'hash'],
  },
  Order: {
    type: 'object',
    description: 'What to do with a document.',
    properties: {
      contentHash: { ...hash, description: 'The one you saw. Another one answers STALE_CONTENT.' },
      comment: { ...words, description: 'For those who come after you. `return` needs one.' },
      reason: { ...words, description: 'Why. `withdraw` and `override` need one.' },
      publishAt: { ...instant, description: 'With its offset from UTC. For `schedule`.' },
      acceptOlderTranslation: {
        type: 'boolean',
        description:
          'Whether translations that are older than their source may be public. For `publish`, `schedule` and `override`; false refuses, true is recorded.',
      },
      assignee: {
        type: ['string', 'null'],
        description: 'Id of a reviewer who is asked for the review. For `submit`.',
      },
      due: {
        type: ['string', 'null'],
        format: 'date-time',
        description: 'Until when the assignee is asked for it.',
      },
      replacement: {
        description: 'Where readers go instead. For `withdraw`.',
        oneOf: [
          { ...text, description: 'A sentence for readers, or the address of a page.' },
          object({ collection, id: documentId }),
          object({ sentence: { description: 'A sentence for readers, by language.' } }),
        ],
      },
      comments: commentsOfReturn,
    },
    required: ['contentHash'],
  },
  Needs: object(
    {
      documents: {
        type: 'array',
        description: 'The document first, then all that has to go with it, nearest first.',
        items: object({
          collection,
          id: documentId,
          title: { ...text, description: 'Its title.' },
          state: { ...text, enum: [...states], description: 'Of the newest version.' },
          contentHash: {
            ...hash,
            description: 'Of the newest version, or of the live text when it is to be withdrawn.',
          },
          live: { type: 'boolean', description: 'Whether the public gets it.' },
          ready: {
            type: 'boolean',
            description: 'Whether it could be published, or withdrawn, now, with the others.',
          },
          reasons: { type: 'array', items: ref('Reason'), description: 'What stands against it.' },
        }),
      },
      more: { type: 'boolean', description: 'Whether there is more than is listed.' },
    },
    'What a document still needs before it can be public, or can cease to be.',
  ),
  Verification: object(
    {
      ok: { type: 'boolean', description: 'Whether nothing was found.' },
      entries: { type: 'integer', minimum: 0, description: 'How many entries there are.' },
      head: orNull({
        ...object({
          sequence: { type: 'integer', description: 'Number of the newest entry.' },
          hash: { ...hash, description: 'Hash of the newest entry.' },
        }),
        description: 'The newest entry.',
      }),
      breaks: {
        type: 'array',
        description: 'What does not hold, first things first.',
        items: {
          type: 'object',
          properties: {
            sequence: { type: 'integer', description: 'The entry at fault.' },
            collection,
            id: documentId,
            problem: { ...text, description: 'What does not hold, in words.' },
          },
          required: ['problem'],
        },
      },
    },
    'What the proof found.',
  ),
}
