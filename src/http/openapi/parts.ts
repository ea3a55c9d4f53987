import { errorCodes, type ErrorCode } from '../../errors.ts'
import { refusalMeanings } from './refusal-meanings.ts'

/** Anything JSON, as the OpenAPI 3.1 document is made of it. */
export type Json = { [name: string]: unknown }

/** One address with what can be asked there, by method in lower case. */
export type Paths = Record<string, Record<string, Operation>>

/** What can be asked at an address (OpenAPI 3.1.1 section 4.8.10). */
export interface Operation extends Json {
  operationId: string
  summary: string
  tags: string[]
  responses: Json
}

/** A reference to a part of the document. */
export function ref(name: string, kind = 'schemas'): Json {
  return { $ref: `#/components/${kind}/${name}` }
}

/** A parameter in the query. */
export function inQuery(name: string, description: string, schema: Json, example?: unknown): Json {
  return {
    name,
    in: 'query',
    description,
    schema,
    ...(example === undefined ? {} : { example }),
  }
}

/** A parameter in the path. */
export function inPath(name: string, description: string, example?: string): Json {
  return {
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string' },
    ...(example === undefined ? {} : { example }),
  }
}

/** An answer with a JSON body. */
export function answer(description: string, schema: Json): Json {
  return { description, content: { 'application/json': { schema } } }
}

/** A body that has to be sent. */
export function body(schema: Json, example?: unknown): Json {
  return {
    required: true,
    content: {
      'application/json': { schema, ...(example === undefined ? {} : { example }) },
    },
  }
}

/** The refusals an operation can answer with, by their codes. */
export function refusals(...codes: ErrorCode[]): Json {
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of codes)
    byStatus.set(errorCodes[code], [...(byStatus.get(errorCodes[code]) ?? []), code])
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => [
      String(status),
      answer(some.map((code) => `\`${code}\`: ${refusalMeanings[code]}`).join(' '), ref('Refusal')),
    ]),
  )
}

/** An object that has all of these. */
export function object(properties: Json, description?: string): Json {
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    properties,
    required: Object.keys(properties),
  }
}

/** The shape, or null. */
export function orNull({ description, ...schema }: Json): Json {
  return {
    oneOf: [schema, { type: 'null' }],
    ...(description === undefined ? {} : { description }),
  }
}

/** Who may ask: a person with a session, or a machine with a key. */
export const signedIn: Json = { security: [{ session: [] }, { apiKey: [] }] }

/** Everybody may ask; with a role, or with the token of a preview, the answer holds more. */
export const everybody: Json = {
  security: [{}, { session: [] }, { apiKey: [] }, { preview: [] }],
}
