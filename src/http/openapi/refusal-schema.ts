import { errorCodes } from '../../errors.ts'
import { refusalMeanings } from './refusal-meanings.ts'
import type { Json } from './parts.ts'

/** What every refusal looks like, over REST. */
export const refusalSchema: Json = {
  type: 'object',
  description: 'Why a request was refused: what was expected, what was found, what to do.',
  properties: {
    errors: {
      type: 'array',
      description: 'All reasons at once where there are several.',
      minItems: 1,
      items: {
        type: 'object',
        properties: {
          code: {
            type: 'string',
            enum: Object.keys(errorCodes),
            description: `To branch on. ${Object.entries(refusalMeanings)
              .map(([code, meaning]) => `\`${code}\`: ${meaning}`)
              .join(' ')}`,
          },
          message: {
            type: 'string',
            description: 'A sentence for people, in the language that `Content-Language` names.',
          },
          path: { type: 'string', description: 'The field at fault, such as `phones.0.number`.' },
          data: {
            type: ['object', 'null'],
            description:
              'With `INVALID_FIELDS`, `errors` with the problems of single fields. With `WITHDRAWN`, `at`, `reason` and `replacement`. With `STALE_CONTENT` of a save, the shape `Meanwhile`.',
            additionalProperties: true,
          },
          collection: {
            type: 'string',
            description: 'The content type, when the refusal is about one of several documents.',
          },
          id: { type: 'string', description: 'The document, when it is one of several.' },
          about: {
            type: 'object',
            description: 'Another document that stands in the way.',
            properties: {
              collection: { type: 'string', description: 'Its content type.' },
              id: { type: 'string', description: 'Its id.' },
              title: { type: 'string', description: 'Its title.' },
            },
            required: ['collection', 'id', 'title'],
          },
          retryAfter: { type: 'integer', description: 'Seconds to wait.' },
        },
        required: ['code', 'message'],
      },
    },
  },
  required: ['errors'],
}
