import type * as GraphQLModule from 'graphql'
import type { GraphQLEnumType, GraphQLFieldConfigMap, GraphQLObjectType } from 'graphql'
import type { Config, PayloadRequest, TypedLocale } from 'payload'
import type { NamedCollection } from '../addresses/names.ts'
import { documentByName } from './by-name.ts'
import { withdrawalOf } from './withdrawn.ts'
import { withdrawalType } from './withdrawal-type.ts'

interface Context {
  req: PayloadRequest
}

/** What Payload hands to custom queries: the types it made from the collections. */
interface GeneratedTypes {
  collections: Record<string, { graphQL?: { type: GraphQLObjectType } }>
  types: { localeInputType: GraphQLEnumType; fallbackLocaleInputType: GraphQLEnumType }
}

/** The reads by name: each query, the type it answers with, its argument, and what that is. */
const readsByName: readonly {
  query: string
  collection: NamedCollection
  by: 'slug' | 'code' | 'number'
  description: string
  argument: string
}[] = [
  {
    query: 'stationBySlug',
    collection: 'stations',
    by: 'slug',
    description: 'The station with this address',
    argument: 'The last part of its address, such as balance-paid.',
  },
  {
    query: 'noticeByCode',
    collection: 'notices',
    by: 'code',
    description:
      'The notice with this code, in any spelling (CP14, cp-14, CP 14) and by any of its other codes',
    argument: 'As printed on the notice, in any spelling.',
  },
  {
    query: 'formByNumber',
    collection: 'forms',
    by: 'number',
    description: 'The form or publication with this number, in any spelling (Form 843, f843)',
    argument: 'With its kind, in any spelling.',
  },
  {
    query: 'helpOrganizationBySlug',
    collection: 'help-organizations',
    by: 'slug',
    description: 'The help organization with this address',
    argument: 'The last part of its address.',
  },
  {
    query: 'phaseBySlug',
    collection: 'phases',
    by: 'slug',
    description: 'The phase with this address',
    argument: 'Its address.',
  },
  {
    query: 'stepBySlug',
    collection: 'steps',
    by: 'slug',
    description: 'The step with this address',
    argument: 'Its address.',
  },
]

/** The reads front ends make first, beside the queries Payload generates: one document by its own name. */
export const roadmapQueries: NonNullable<NonNullable<Config['graphQL']>['queries']> = (
  given,
  generated,
) => {
  const GraphQL = given as unknown as typeof GraphQLModule
  const { collections, types } = generated as unknown as GeneratedTypes
  const { GraphQLNonNull, GraphQLString } = GraphQL
  const locale = {
    type: types.localeInputType,
    description: 'The language.',
  }
  const fields: GraphQLFieldConfigMap<unknown, Context> = {}
  for (const { argument, by, collection, description, query } of readsByName)
    fields[query] = {
      description: `${description}, also by one it had before; or null. An error with the code WITHDRAWN when it was withdrawn.`,
      type: collections[collection]!.graphQL!.type,
      args: {
        [by]: { type: new GraphQLNonNull(GraphQLString), description: argument },
        locale,
        fallbackLocale: {
          type: types.fallbackLocaleInputType,
          description: 'Stands in for missing text.',
        },
      },
      resolve: (_root, args: Record<string, string>, context) => {
        const req = localisedRequest(context, args['locale'] as TypedLocale | undefined)
        if (args['fallbackLocale']) req.fallbackLocale = args['fallbackLocale'] as never
        return documentByName({ collection, name: args[by]! }, req)
      },
    }
  fields['withdrawal'] = {
    description:
      'Why a document is not public any more, and where to go instead; null for one that is public or never was. Name it by slug, code (or number) or id.',
    type: withdrawalType(GraphQL),
    args: {
      collection: {
        type: new GraphQLNonNull(GraphQLString),
        description: 'The content type, such as stations.',
      },
      slug: { type: GraphQLString, description: 'An address it was public under.' },
      code: { type: GraphQLString, description: 'A code or number it was public under.' },
      id: { type: GraphQLString, description: 'Its id.' },
      locale,
    },
    resolve: (_root, args: { collection: string; locale?: TypedLocale }, context) =>
      withdrawalOf(args, localisedRequest(context, args.locale)),
  }
  return fields as never
}

/** Sets the language for this field and, through its context, for everything below it. */
function localisedRequest({ req }: Context, locale: TypedLocale | undefined): PayloadRequest {
  if (locale) req.locale = locale
  return req
}
