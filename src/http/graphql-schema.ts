import { configToSchema } from '@payloadcms/graphql'
import { isInputObjectType, isNonNullType, lexicographicSortSchema, printSchema } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import type { SanitizedConfig } from 'payload'
import { addRichTextForms } from './rich-text-fields.ts'
import { readerSchema } from './reader-schema/index.ts'
import { scopeContexts } from './graphql-scopes.ts'

/** The GraphQL schema as it is served: what Payload makes of the collections, put right where it must be. */
export function graphqlSchema(config: SanitizedConfig): ReturnType<typeof configToSchema> {
  const made = configToSchema(config)
  addRichTextForms(made.schema, config)
  scopeContexts(made.schema)
  letDraftsBeUnfinished(made.schema)
  return made
}

/** The schema of readers as text, for front ends: `schema.graphql`. */
export function printedSchema(config: SanitizedConfig): string {
  const schema = readerSchema(graphqlSchema(config).schema, config)
  return `${printSchema(lexicographicSortSchema(schema))}\n`
}

/**
 * A draft may lack any field. Payload requires some when a document is created over GraphQL, even one
 * that is saved as a draft or that is filled in by itself, such as the address.
 */
function letDraftsBeUnfinished(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isInputObjectType(type) || !/^mutation[A-Za-z]+Input$/.test(type.name)) continue
    const fields = type.getFields()
    if (!fields['_status']) continue
    for (const field of Object.values(fields))
      if (isNonNullType(field.type)) field.type = field.type.ofType
  }
}
