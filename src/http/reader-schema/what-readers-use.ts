import { filterSchema, pruneSchema } from '@graphql-tools/utils'
import { GraphQLObjectType, GraphQLSchema } from 'graphql'
import type { SanitizedConfig } from 'payload'
import { fieldsOnTheWay, richTextOfKey, rootNames, type Origins } from './origins.ts'
import { isReadable, readableCollections } from './reader-access.ts'

/** In the `extensions` of a query of our own that readers may ask. */
const forReadersKey = 'forReaders'

/** Arguments of Payload's that mean something for drafts and deleted documents alone. */
const forStaff = new Set(['draft', 'select', 'trash'])

/** The mutations of Payload's that somebody needs who is not signed in, before the name of the accounts. */
const signIn = ['login', 'logout', 'refreshToken', 'forgotPassword', 'resetPassword']

/** Marks queries of our own, which no access rule of a content type covers, as ones that readers may ask. */
export function forReaders<Queries extends object>(queries: Queries): Queries {
  const marked = Object.entries(queries as Record<string, { extensions?: object }>).map(
    ([name, query]) => [
      name,
      { ...query, extensions: { ...query.extensions, [forReadersKey]: true } },
    ],
  )
  return Object.fromEntries(marked) as Queries
}

/**
 * The part of a schema that somebody without a role can use: queries for what is live, and the mutations by
 * which one signs in. What that is follows from the access rules of the content types and of their fields.
 */
export function whatReadersUse(
  schema: GraphQLSchema,
  config: SanitizedConfig,
  origins: Origins,
): GraphQLSchema {
  const readable = new Set(readableCollections(config).map(({ slug }) => slug as string))
  const mutations = new Set(
    config.collections
      .filter(({ auth }) => Boolean(auth))
      .flatMap((collection) => signIn.map((verb) => `${verb}${rootNames(collection).one}`)),
  )
  const queries = schema.getQueryType()!.getFields()
  const unreadableTypes = new Set([
    ...[...origins.types]
      .filter(([, { collection }]) => !readable.has(collection.slug))
      .map(([name]) => name),
    // What the token of somebody who signs in says of them.
    ...config.collections.map(({ slug }) => `${slug}JWT`),
  ])

  const isForReaders = (name: string): boolean => {
    const root = origins.roots.get(name)
    return root
      ? readable.has(root.collection.slug)
      : queries[name]?.extensions[forReadersKey] === true
  }
  const filtered = filterSchema({
    schema: withRoots(schema, {
      query: isForReaders,
      mutation: (name) => mutations.has(name),
    }),
    objectFieldFilter: (typeName, name, { extensions, type }) => {
      const source = extensions?.[richTextOfKey] ?? name
      const origin = origins.fields.get(`${typeName}.${String(source)}`)
      if (origin?.field && !isReadable(origin.field)) return false
      return !unreadableTypes.has(String(type).replace(/[[\]!]/g, ''))
    },
    inputObjectFieldFilter: (typeName, name) => {
      const condition = origins.conditions.get(typeName)
      // Ids of rows change with each save.
      if (condition && /[^_]__id$/.test(name)) return false
      return !condition || fieldsOnTheWay(name, condition.flattenedFields).every(isReadable)
    },
    argumentFilter: (_typeName, _field, argument) => !forStaff.has(argument ?? ''),
  })
  return pruneSchema(filtered)
}

/**
 * A schema that begins with some of the queries and mutations alone, and so has no types but those that they lead to: far
 * fewer to go through than all that Payload makes.
 */
function withRoots(
  schema: GraphQLSchema,
  keeps: Record<'query' | 'mutation', (name: string) => boolean>,
): GraphQLSchema {
  const config = schema.toConfig()
  const some = (type: GraphQLObjectType, keep: (name: string) => boolean) => {
    const root = type.toConfig()
    const fields = Object.entries(root.fields).filter(([name]) => keep(name))
    return new GraphQLObjectType({ ...root, fields: Object.fromEntries(fields) })
  }
  return new GraphQLSchema({
    ...config,
    query: some(config.query!, keeps.query),
    mutation: some(config.mutation!, keeps.mutation),
    types: [],
  })
}
