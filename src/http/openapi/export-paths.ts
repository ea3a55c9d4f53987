import { locales } from '../../locales.ts'
import { inQuery, ref, refusals, type Json, type Paths } from './parts.ts'

/** The lines of an export. */
export const exportSchemas: Json = {
  ExportLine: {
    description: 'One line of an export.',
    oneOf: [
      {
        type: 'object',
        description: 'The first line: of which moment it is.',
        properties: {
          sequence: { type: 'integer', description: '`since` of the changes after it.' },
          at: { type: ['string', 'null'], format: 'date-time' },
        },
        required: ['sequence', 'at'],
        additionalProperties: false,
      },
      {
        type: 'object',
        description: 'A document, and the publication by which it is live.',
        properties: {
          sequence: { type: 'integer', description: 'Number of the publication in the ledger.' },
          collection: { type: 'string' },
          id: { type: 'string' },
          contentHash: { type: 'string', pattern: '^[0-9a-f]{64}$' },
          document: {
            type: 'object',
            description: 'As over REST with `depth=0` and `joins=false`.',
          },
        },
        required: ['sequence', 'collection', 'id', 'contentHash', 'document'],
      },
      {
        type: 'object',
        description: 'The last line. Without it, the export is not whole.',
        properties: {
          end: { const: true },
          documents: { type: 'integer', description: 'How many there were.' },
        },
        required: ['end', 'documents'],
        additionalProperties: false,
      },
    ],
  },
}

/** Everything live at once. */
export const exportPaths: Paths = {
  '/api/export': {
    get: {
      operationId: 'export-everything',
      summary: 'Everything that is live, as of one entry of the ledger',
      description:
        'JSON Lines: which moment it is of, one line for each document, how many there were. What became public since then is at `/api/changes?since=` with the `sequence` of the first line.',
      tags: ['delivery'],
      security: [{}],
      parameters: [
        inQuery('locale', 'The language; `all` for every language at once.', {
          type: 'string',
          enum: [...locales.map(({ code }) => code), 'all'],
          default: 'all',
        }),
      ],
      responses: {
        '200': {
          description: 'Lines of JSON, each one an `ExportLine`.',
          content: {
            'application/jsonl': {
              schema: {
                type: 'string',
                description: 'Lines, each ended by a line feed. Each one is an `ExportLine`.',
                contentSchema: ref('ExportLine'),
              },
            },
          },
        },
        '304': { description: 'Nothing was published or withdrawn since this `ETag`.' },
        ...refusals('MALFORMED', 'UNAVAILABLE'),
      },
    },
  },
}
