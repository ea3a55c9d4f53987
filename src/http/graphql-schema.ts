import { configToSchema } from '@payloadcms/graphql'
import {
  isInputObjectType,
  isNonNullType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql'
import type { GraphQLSchema } from 'graphql'
import type { SanitizedConfig } from 'payload'
import { hangGraphqlDoors } from '../accounts/doors.ts'
import { addRichTextForms } from './rich-text-fields.ts'
import { readerSchema } from './reader-schema/index.ts'
import { sortKeyNames } from '../../collections/fields/sort-key.ts'
import { pageListsInside } from './graphql-joins.ts'
import { scopeContexts } from './graphql-scopes.ts'
import { letSavesNameTheirBase } from './graphql-bases.ts'

/** The GraphQL schema as it is served: what Payload makes of the collections, put right where it must be. */
export function graphqlSchema(config: SanitizedConfig): ReturnType<typeof configToSchema> {
  const made = configToSchema(config)
  addRichTextForms(made.schema, config)
  pageListsInside(made.schema)
  hangGraphqlDoors(made.schema)
  letSavesNameTheirBase(made.schema, config)
  scopeContexts(made.schema)
  letDraftsBeUnfinished(made.schema)
  leaveSortKeysOut(made.schema, config)
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

/** Payload leaves hidden fields in: of documents, of what is saved and, in groups, of conditions. */
function leaveSortKeysOut(schema: GraphQLSchema, { collections }: SanitizedConfig): void {
  const names = collections.flatMap(({ flattenedFields }) => sortKeyNames(flattenedFields))
  const ofSortKey = new RegExp(`(^|_)(${names.join('|')})(_operator)?$`)
  const types = schema.getTypeMap()
  for (const type of Object.values(types)) {
    if (ofSortKey.test(type.name)) Reflect.deleteProperty(types, type.name)
    if (!isObjectType(type) && !isInputObjectType(type)) continue
    const fields = type.getFields()
    for (const name of Object.keys(fields))
      if (ofSortKey.test(name)) Reflect.deleteProperty(fields, name)
  }
}
