import { configToJSONSchema, type SanitizedCollectionConfig, type SanitizedConfig } from 'payload'
import { describedFields } from './described-fields.ts'
import { ref, type Json } from './parts.ts'

/** Shapes that all content types share. */
const sharedSchemas: Json = {
  Person: {
    type: 'object',
    description: 'Somebody on the team.',
    properties: {
      id: { type: 'string', description: 'Id of the account.' },
      name: { type: 'string', description: 'The name people know them by.' },
    },
    required: ['id', 'name'],
  },
  RichText: {
    description: 'Rich text, in the form that `richText` asks for.',
    oneOf: [
      ref('RichTextDocument'),
      { type: 'string', description: 'With `richText=html` or `text`.' },
    ],
  },
  RichTextDocument: {
    type: 'object',
    description: 'Rich text as the editor Lexical keeps it: a tree of nodes.',
    properties: {
      root: {
        type: 'object',
        description: 'The node that holds all others.',
        properties: {
          type: { type: 'string', description: 'Always `root`.' },
          version: { type: 'integer', description: 'Of the format of this node.' },
          direction: {
            type: ['string', 'null'],
            enum: ['ltr', 'rtl', null],
            description: 'The way the text runs.',
          },
          format: {
            type: 'string',
            enum: ['left', 'start', 'center', 'right', 'end', 'justify', ''],
            description: 'How it is aligned; empty: as usual.',
          },
          indent: { type: 'integer', description: 'Steps of indentation.' },
          children: {
            type: 'array',
            description: 'Paragraphs, headings, lists and tables, in order.',
            items: {
              type: 'object',
              properties: {
                type: { type: 'string', description: 'Kind of node, such as `paragraph`.' },
                version: { type: 'integer', description: 'Of the format of this node.' },
              },
              required: ['type', 'version'],
              additionalProperties: true,
            },
          },
        },
        required: ['type', 'version', 'direction', 'format', 'indent', 'children'],
      },
    },
    required: ['root'],
    additionalProperties: true,
  },
}

/** The name under which the shape of a content type stands in the description: `stations` is `Station`. */
export function schemaName({ labels, slug }: SanitizedCollectionConfig): string {
  const singular = slug === 'media' ? 'Media' : (labels.singular as { en?: string }).en
  return (singular ?? slug)
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

/**
 * The shapes of content as Payload describes them for its own types, with the panel's words, each twice: as
 * readers get it, and as a draft, in which anything may still be missing.
 *
 * References point at content types by their slugs.
 */
export function contentSchemas(
  config: SanitizedConfig,
  collections: readonly SanitizedCollectionConfig[],
): Json {
  const { definitions } = configToJSONSchema(config, 'text')
  const schemas = collections.flatMap((collection) => {
    const schema = inComponents(definitions?.[collection.slug]) as Json
    const described = describedFields(schema, collection.flattenedFields)
    const document = without(described, 'title', 'required')
    return [
      // `select` and references leave fields out: only the id is always there.
      [collection.slug, { ...document, required: ['id'], additionalProperties: true }],
      [draftName(collection.slug), draftOf(document, schemaName(collection))],
    ]
  })
  return { ...sharedSchemas, ...Object.fromEntries(schemas) }
}

/** The name of the shape of a draft, as a reference has it before names are put in. */
export function draftName(slug: string): string {
  return `${slug}-draft`
}

/** Drafts may be unfinished: what a text needs, it needs before it is submitted. */
function draftOf({ properties }: Json, name: string): Json {
  return {
    type: 'object',
    description: `A ${name} as a draft: anything may still be missing or null.`,
    properties: Object.fromEntries(
      Object.entries(properties as Record<string, Json>).map(([field, schema]) => [
        field,
        unfinished(schema),
      ]),
    ),
    additionalProperties: true,
  }
}

/** The same shape, in which parts may be missing, and null stands for what is not written yet. */
function unfinished(schema: Json): Json {
  const { $ref, description, ...rest } = schema
  if ($ref !== undefined)
    return { oneOf: [{ $ref }, { type: 'null' }], ...(description ? { description } : {}) }
  const { enum: allowed, items, oneOf, properties, type } = rest
  return {
    ...without(schema, 'required'),
    ...(type === undefined ? {} : { type: [...new Set([type, 'null'].flat())] }),
    ...(Array.isArray(allowed) ? { enum: [...new Set([...(allowed as unknown[]), null])] } : {}),
    ...(Array.isArray(oneOf) && !mayBeNull(oneOf) ? { oneOf: [...oneOf, { type: 'null' }] } : {}),
    ...(isObject(items) && 'properties' in items ? { items: unfinishedRow(items) } : {}),
    ...(isObject(properties) ? { properties: unfinishedParts(properties) } : {}),
  }
}

function unfinishedRow(items: Json): Json {
  return {
    ...without(items, 'required'),
    properties: unfinishedParts(items['properties'] as Json),
  }
}

function unfinishedParts(properties: Json): Json {
  return Object.fromEntries(
    Object.entries(properties).map(([name, part]) => [name, unfinished(part as Json)]),
  )
}

function mayBeNull(choices: readonly unknown[]): boolean {
  return choices.some((choice) => isObject(choice) && [choice['type']].flat().includes('null'))
}

function without(schema: Json, ...names: string[]): Json {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => !names.includes(name)))
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A schema of Payload as OpenAPI has it: references point into the document. */
function inComponents(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map((part) => inComponents(part))
  if (!isObject(schema)) return schema
  const { $ref, ...rest } = schema
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
  return parts
}
