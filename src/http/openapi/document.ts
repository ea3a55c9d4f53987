import type { SanitizedCollectionConfig, SanitizedConfig } from 'payload'
import { isEditorial } from '../../workflow/situation.ts'
import { accountPaths, accountSchemas } from './account-paths.ts'
import { addressPaths, addressSchemas } from './address-paths.ts'
import { headerComponents } from './answer-headers.ts'
import { commentPaths, commentSchemas } from './comment-paths.ts'
import { acceptLanguage, completed } from './complete.ts'
import { contentPaths } from './content-paths.ts'
import { contentSchemas, draftName, schemaName } from './content-schemas.ts'
import { deliveryPaths, deliverySchemas } from './delivery-paths.ts'
import { exportPaths, exportSchemas } from './export-paths.ts'
import { notificationPaths, notificationSchemas } from './notification-paths.ts'
import { deskPaths, deskSchemas } from './desk-paths.ts'
import { mapPaths, mapSchemas } from './map-paths.ts'
import { namingPaths, namingSchemas } from './naming-paths.ts'
import type { Json } from './parts.ts'
import { refusalSchema } from './refusal-schema.ts'
import { presencePaths, presenceSchemas } from './presence-paths.ts'
import { previewPaths, previewSchemas } from './preview-paths.ts'
import { roadmapPaths, roadmapSchemas } from './roadmap-paths.ts'
import { searchPaths, searchSchemas } from './search-paths.ts'
import { reviewPaths, reviewSchemas } from './review-paths.ts'
import { translationPaths, translationSchemas } from './translation-paths.ts'
import { timelinePaths, timelineSchemas } from './timeline-paths.ts'
import { savesPaths, savesSchemas } from './saves-paths.ts'
import { workflowPaths } from './workflow-paths.ts'
import { workflowSchemas } from './workflow-schemas.ts'

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
  const description: Json = {
    openapi: '3.1.1',
    info: {
      title: 'Stationmaster',
      version: '1',
      summary: 'Published content of the roadmap, and how it becomes public.',
      description:
        'Everybody reads what is live. With a role there is more: drafts, the review workflow, the ledger. What is live changes through the workflow alone.\n\nGraphQL is at `/api/graphql`, with the same content and the same refusals.',
      contact: { name: 'Stationmaster', url: `${publicUrl}/docs` },
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: serverUrl(publicUrl) }],
    tags: [
      ...content.map(({ admin, labels, slug }) => ({
        name: slug,
        description: (
          (admin.description as { en: string } | undefined) ?? (labels.plural as { en: string })
        ).en,
      })),
      { name: 'workflow', description: 'How a draft becomes public.' },
      { name: 'comments', description: 'What the team says about documents.' },
      { name: 'ledger', description: 'What happened, provably.' },
      { name: 'delivery', description: 'What front ends read besides.' },
      { name: 'accounts', description: 'Signing in and out.' },
      { name: 'operation', description: 'Whether the process serves.' },
    ],
    paths: completed({
      ...roadmapPaths,
      ...addressPaths,
      ...searchPaths,
      ...deliveryPaths,
      ...exportPaths,
      ...contentPaths(content),
      ...workflowPaths(slugs),
      ...reviewPaths(slugs),
      ...translationPaths(slugs),
      ...timelinePaths(slugs),
      ...commentPaths(slugs),
      ...savesPaths(slugs),
      ...deskPaths(slugs),
      ...presencePaths(slugs),
      ...namingPaths(slugs),
      ...mapPaths,
      ...previewPaths,
      ...notificationPaths,
      ...accountPaths,
    }),
    components: {
      schemas: {
        ...contentSchemas(config, content),
        ...workflowSchemas,
        ...reviewSchemas,
        ...translationSchemas,
        ...timelineSchemas,
        ...commentSchemas,
        ...savesSchemas,
        ...deskSchemas,
        ...presenceSchemas,
        ...namingSchemas,
        ...mapSchemas,
        ...deliverySchemas,
        ...exportSchemas,
        ...roadmapSchemas,
        ...addressSchemas,
        ...searchSchemas,
        ...accountSchemas,
        ...previewSchemas,
        ...notificationSchemas,
        Refusal: refusalSchema,
      },
      headers: headerComponents,
      parameters: { AcceptLanguage: acceptLanguage },
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
        preview: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description:
            '`Preview` and the token of a preview: reads of published content then show its drafts.',
        },
      },
    },
  }
  return withNames(description, content)
}

/** On the machine of a developer, the address depends on how it is reached: it is where the description is. */
function serverUrl(publicUrl: string): string {
  return new URL(publicUrl).hostname === 'localhost' ? '/' : publicUrl
}

/** Puts the names that shapes have in programs in place of slugs: `stations` is `Station` where a shape is meant. */
function withNames(description: Json, content: readonly SanitizedCollectionConfig[]): Json {
  const names = new Map(
    content.flatMap((collection) => [
      [collection.slug as string, schemaName(collection)] as const,
      [draftName(collection.slug), `${schemaName(collection)}Draft`] as const,
    ]),
  )
  const named = (slug: string) => names.get(slug) ?? slug
  const { schemas, ...components } = description['components'] as { schemas: Json }
  const renamed = Object.entries(schemas).map(([slug, schema]) => [named(slug), schema])
  return JSON.parse(
    JSON.stringify({
      ...description,
      components: { schemas: Object.fromEntries(renamed), ...components },
    }),
    (key, value: unknown) =>
      key === '$ref' && typeof value === 'string'
        ? value.replace(/(?<=^#\/components\/schemas\/).+$/, named)
        : value,
  ) as Json
}
