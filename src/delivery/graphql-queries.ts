import type * as GraphQLModule from 'graphql'
import type { GraphQLEnumType, GraphQLFieldConfigMap, GraphQLObjectType } from 'graphql'
import type { Config, PayloadRequest, TypedLocale } from 'payload'
import { searchKey } from '../content/search-key.ts'
import { refuseWithdrawn, withdrawalOf } from './withdrawn.ts'

interface Context {
  req: PayloadRequest
}

/** What Payload hands to custom queries: the types it made from the collections. */
interface GeneratedTypes {
  collections: Record<string, { graphQL?: { type: GraphQLObjectType } }>
  types: { localeInputType: GraphQLEnumType; fallbackLocaleInputType: GraphQLEnumType }
}

/** The reads front ends make first, beside the queries Payload generates: one station, one notice. */
export const roadmapQueries: NonNullable<NonNullable<Config['graphQL']>['queries']> = (
  GraphQL,
  generated,
) => {
  const { collections, types } = generated as unknown as GeneratedTypes
  const { GraphQLNonNull, GraphQLObjectType, GraphQLString } = GraphQL as typeof GraphQLModule
  const locale = { type: types.localeInputType }

  const fields: GraphQLFieldConfigMap<unknown, Context> = {
    stationBySlug: {
      description:
        'The station with this address, or null; an error with the code WITHDRAWN when it was withdrawn.',
      type: collections['stations']!.graphQL!.type,
      args: { slug: { type: new GraphQLNonNull(GraphQLString) }, locale },
      resolve: (_root, args: { slug: string; locale?: TypedLocale }, context) =>
        stationBySlug({ slug: args.slug, req: localisedRequest(context, args.locale) }),
    },
    noticeByCode: {
      description:
        'The notice with this code, in any spelling (CP14, cp-14, CP 14) and by any of its other codes, or null.',
      type: collections['notices']!.graphQL!.type,
      args: { code: { type: new GraphQLNonNull(GraphQLString) }, locale },
      resolve: (_root, args: { code: string; locale?: TypedLocale }, context) =>
        noticeByCode({ code: args.code, req: localisedRequest(context, args.locale) }),
    },
  }
  const replacement = new GraphQLObjectType({
    name: 'WithdrawalReplacement',
    description: 'Where readers go instead: a sentence for them, or another document.',
    fields: {
      sentence: { type: GraphQLString },
      collection: { type: GraphQLString },
      id: { type: GraphQLString },
      title: { type: GraphQLString },
      slug: { type: GraphQLString },
      code: { type: GraphQLString },
      number: { type: GraphQLString },
    },
  })
  fields['withdrawal'] = {
    description:
      'Why a document is not public any more, and where to go instead; null for one that is public or never was. Name it by slug, code (or number) or id.',
    type: new GraphQLObjectType({
      name: 'Withdrawal',
      fields: {
        at: { type: new GraphQLNonNull(GraphQLString) },
        reason: { type: new GraphQLNonNull(GraphQLString) },
        replacement: { type: replacement },
      },
    }),
    args: {
      collection: { type: new GraphQLNonNull(GraphQLString) },
      slug: { type: GraphQLString },
      code: { type: GraphQLString },
      id: { type: GraphQLString },
      locale,
    },
    resolve: (_root, args: { collection: string; locale?: TypedLocale }, context) =>
      withdrawalOf(args, localisedRequest(context, args.locale)),
  }
  return fields as never
}

/** The station with this address that the one who asks may read, or null. */
export async function stationBySlug({ slug, req }: { slug: string; req: PayloadRequest }) {
  const { docs } = await req.payload.find({
    collection: 'stations',
    where: { slug: { equals: slug } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: false,
    req,
  })
  if (!docs[0]) await refuseWithdrawn({ collection: 'stations', slug }, req)
  return docs[0] ?? null
}

/** The notice with this code or alias, in any spelling, that the one who asks may read, or null. */
export async function noticeByCode({ code, req }: { code: string; req: PayloadRequest }) {
  const key = searchKey(code)
  if (key === '') return null
  const { docs } = await req.payload.find({
    collection: 'notices',
    where: { or: [{ searchKey: { equals: key } }, { aliasKeys: { in: [key] } }] },
    depth: 0,
    limit: 2,
    pagination: false,
    overrideAccess: false,
    req,
  })
  if (docs.length === 0) await refuseWithdrawn({ collection: 'notices', code }, req)
  // A code of its own goes before an alias of another.
  return docs.find((notice) => notice.searchKey === key) ?? docs[0] ?? null
}

/** Sets the language for this field and, through its context, for everything below it. */
function localisedRequest({ req }: Context, locale: TypedLocale | undefined): PayloadRequest {
  if (locale) req.locale = locale
  return req
}
