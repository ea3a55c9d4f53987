import { configToJSONSchema, type SanitizedConfig } from 'payload'
import { errorCodes } from '../../errors.ts'
import { isEditorial } from '../../workflow/situation.ts'
import { accountPaths } from './account-paths.ts'
import { addressPaths, addressSchemas } from './address-paths.ts'
import { contentPaths } from './content-paths.ts'
import { deliveryPaths, deliverySchemas } from './delivery-paths.ts'
import { exportPaths, exportSchemas } from './export-paths.ts'
import type { Json } from './parts.ts'
import { roadmapPaths, roadmapSchemas } from './roadmap-paths.ts'
import { searchPaths, searchSchemas } from './search-paths.ts'
import { workflowPaths, workflowSchemas } from './workflow-paths.ts'

/**
 * Describes the REST API as OpenAPI 3.1.1, from the configuration that is running: content types and their
 * fields are those of `collections/`, the workflow's actions and states those of its table.
 *
 * https://spec.openapis.org/oas/v3.1.1.html
 */
export function openapiDocument({
  config,
  publicUrl,
}: {
  config: SanitizedConfig
  publicUrl: string
}): Json {
  const content = config.collections.filter(isEditorial)
  const slugs = content.map(({ slug }) => slug)
  return {
    openapi: '3.1.1',
    info: {
      title: 'Stationmaster',
      version: '1',
      summary: 'Published content of the roadmap, and how it becomes public.',
      description:
        'Everybody reads what is live. With a role there is more: drafts, the review workflow, the ledger. What is live changes through the workflow alone.\n\nGraphQL is at `/api/graphql`, with the same content and the same refusals.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl }],
    tags: [
      ...content.map(({ slug, labels }) => ({
        name: slug,
        description: String((labels.plural as { en?: string }).en ?? slug),
      })),
      { name: 'workflow', description: 'How a draft becomes public.' },
      { name: 'ledger', description: 'What happened, provably.' },
      { name: 'delivery', description: 'What front ends read besides.' },
      { name: 'accounts', description: 'Signing in and out.' },
      { name: 'operation', description: 'Whether the process serves.' },
    ],
    paths: {
      ...roadmapPaths,
      ...addressPaths,
      ...searchPaths,
      ...deliveryPaths,
      ...exportPaths,
      ...contentPaths(content),
      ...workflowPaths(slugs),
      ...accountPaths,
    },
    components: {
      schemas: {
        ...contentSchemas(config, slugs),
        ...workflowSchemas,
        ...deliverySchemas,
        ...exportSchemas,
        ...roadmapSchemas,
        ...addressSchemas,
        ...searchSchemas,
        Refusal: refusal,
      },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: '`JWT` and the token of `/api/users/login`. Browsers send a cookie instead.',
        },
        apiKey: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: '`users API-Key` and the key of a machine, which only reads.',
        },
      },
    },
  }
}

const refusal = {
  type: 'object',
  description: 'Why a request was refused: what was expected, what was found, what to do.',
  properties: {
    errors: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        properties: {
          code: { type: 'string', enum: Object.keys(errorCodes) },
          message: { type: 'string' },
          path: { type: 'string', description: 'The field at fault.' },
          retryAfter: { type: 'integer', description: 'Seconds to wait.' },
        },
        required: ['code', 'message'],
      },
    },
  },
  required: ['errors'],
}

/** The shapes of content as Payload describes them for its own types, under the names of OpenAPI. */
function contentSchemas(config: SanitizedConfig, slugs: readonly string[]): Json {
  const { definitions } = configToJSONSchema(config, 'text')
  return Object.fromEntries(slugs.map((slug) => [slug, inComponents(definitions?.[slug], true)]))
}

/**
 * What a reader sees of a schema of Payload: references point into the document, and what only staff
 * receive may be missing.
 */
function inComponents(schema: unknown, isDocument = false): unknown {
  if (Array.isArray(schema)) return schema.map((part) => inComponents(part))
  if (typeof schema !== 'object' || schema === null) return schema
  const { $ref, ...rest } = schema as Json
  if (typeof $ref === 'string')
    return { $ref: $ref.replace('#/definitions/', '#/components/schemas/') }
  const parts = Object.fromEntries(
    Object.entries(rest)
      // A word for the generator of TypeScript, which JSON Schema does not know.
      .filter(([name]) => name !== 'tsType')
      .map(([name, part]) => [name, inComponents(part)]),
  )
  const { enum: allowed, type } = parts
  // Payload lists the choices without the choice of none.
  if (Array.isArray(allowed) && Array.isArray(type) && type.includes('null'))
    parts['enum'] = [...new Set([...(allowed as unknown[]), null])]
  // `select` and references leave fields out: only the id is always there.
  return isDocument ? { ...parts, required: ['id'], additionalProperties: true } : parts
}
