import { MapperKind, mapSchema } from '@graphql-tools/utils'
import {
  defaultFieldResolver,
  GraphQLList,
  GraphQLNonNull,
  isListType,
  isNonNullType,
  type GraphQLFieldConfig,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql'
import type { FlattenedField } from 'payload'
import { EditorialError } from '../../errors.ts'
import type { Origins } from './origins.ts'

type FieldConfig = GraphQLFieldConfig<unknown, unknown>

/** What every stored document has, and Payload leaves open. */
const always = new Set(['id', 'createdAt', 'updatedAt', '_status'])

/** What every file has besides. */
const alwaysInFiles = new Set(['filename', 'filesize', 'mimeType', 'url', 'sha256'])

/**
 * Says of what a live document always has that it is never null: what its type requires, lists, groups, and
 * yes or no. A list without items is empty, and a box that nobody ticked is false.
 *
 * That is so because nothing becomes public without what its type requires, in the main language. Readers get
 * that where a required text is missing in another one: see `src/content/required-words.ts`.
 */
export function withHonestNulls(schema: GraphQLSchema, origins: Origins): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.QUERY_ROOT_FIELD]: (config: FieldConfig, name: string) => {
      const root = origins.roots.get(name)
      return root && root.is !== 'one' ? { ...config, type: never(config.type) } : config
    },
    [MapperKind.OBJECT_FIELD]: (config: FieldConfig, name: string, typeName: string) => {
      if (origins.lists.has(typeName)) return partOfList(config, name)
      if (origins.roots.get(typeName)?.is === 'count')
        return { ...config, type: never(config.type) }
      const origin = origins.fields.get(`${typeName}.${name}`)
      if (!origin) return config
      const { collection, field } = origin
      const isDocument = origins.types.get(typeName)?.field === undefined
      const isOfFile = Boolean(collection.upload) && alwaysInFiles.has(name)
      if (isDocument ? always.has(name) || isOfFile : name === 'id')
        return { ...config, type: never(config.type) }
      return field ? filledIn(config, field) : config
    },
  })
}

/** Documents in a list, and what Payload counts for every list but not for those inside a document. */
function partOfList(config: FieldConfig, name: string): FieldConfig {
  if (name === 'docs') return withDefault({ ...config, type: listOfAll(config.type) }, noItems)
  return name === 'hasNextPage' ? { ...config, type: never(config.type) } : config
}

function filledIn(config: FieldConfig, field: FlattenedField): FieldConfig {
  if (isListType(nullable(config.type)))
    return withDefault({ ...config, type: listOfAll(config.type) }, noItems)
  if (field.type === 'checkbox')
    return withDefault({ ...config, type: never(config.type) }, isTicked)
  if (field.type === 'group' || field.type === 'tab')
    return withDefault({ ...config, type: never(config.type) }, (value) => value ?? {})
  if (field.type === 'join') return { ...config, type: never(config.type) }
  if (!('required' in field) || field.required !== true) return config
  const type = never(config.type)
  const isReference = field.type === 'relationship' || field.type === 'upload'
  return isReference ? withDefault({ ...config, type }, mustBeThere) : { ...config, type }
}

/** What is live points at what is live. Between two reads of one answer, both can have been withdrawn. */
function mustBeThere(value: unknown): unknown {
  if (value !== null && value !== undefined) return value
  throw new EditorialError({
    code: 'UNAVAILABLE',
    message: 'This points at something that was withdrawn while it was read. Ask again.',
    retryAfter: 1,
  })
}

/** A list holds no nothing either: what readers may not see is not in it. */
function noItems(value: unknown): unknown {
  return Array.isArray(value) ? value.filter((item) => item !== null && item !== undefined) : []
}

function isTicked(value: unknown): unknown {
  return value === true
}

/** Puts right what a field resolves to. */
function withDefault(config: FieldConfig, complete: (value: unknown) => unknown): FieldConfig {
  const original = (config.resolve ?? defaultFieldResolver) as GraphQLFieldResolver<
    unknown,
    unknown
  >
  return {
    ...config,
    resolve: (...asked) => {
      const value = original(...asked)
      return value instanceof Promise ? value.then(complete) : complete(value)
    },
  }
}

function nullable(type: GraphQLOutputType): GraphQLOutputType {
  return isNonNullType(type) ? type.ofType : type
}

function never(type: GraphQLOutputType): GraphQLOutputType {
  return isNonNullType(type) ? type : new GraphQLNonNull(type)
}

function listOfAll(type: GraphQLOutputType): GraphQLOutputType {
  const list = nullable(type)
  return isListType(list) ? new GraphQLNonNull(new GraphQLList(never(list.ofType))) : never(type)
}
