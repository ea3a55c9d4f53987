import type * as GraphQLModule from 'graphql'
import type { GraphQLEnumType, GraphQLFieldConfigMap } from 'graphql'
import type { Config, PayloadRequest } from 'payload'
import { answerPopular, answerSearch, type SearchQuestion } from './search/answer.ts'
import { searchedTypes } from './search/searched-content.ts'
import { answerIsOfTheMoment } from './cache/of-the-moment.ts'

interface Context {
  req: PayloadRequest
}

/** What Payload hands to custom queries. */
interface GeneratedTypes {
  types: { localeInputType: GraphQLEnumType }
}

/** Search and the popular search terms, beside the queries Payload generates. */
export const searchQueries: NonNullable<NonNullable<Config['graphQL']>['queries']> = (
  GraphQL,
  generated,
) => {
  const { types } = generated as unknown as GeneratedTypes
  const graphql = GraphQL as typeof GraphQLModule
  const { GraphQLBoolean, GraphQLInt, GraphQLNonNull, GraphQLString } = graphql
  const locale = { type: types.localeInputType }
  const fields: GraphQLFieldConfigMap<unknown, Context> = {
    search: {
      description: 'Live documents that fit a question, best first; pages begin at 1.',
      type: new GraphQLNonNull(answerType(graphql)),
      args: {
        q: { type: new GraphQLNonNull(GraphQLString) },
        locale,
        page: { type: GraphQLInt },
        limit: { type: GraphQLInt },
        kind: {
          type: GraphQLString,
          description: `Only documents of this type: ${searchedTypes.join(', ')}.`,
        },
        phase: { type: GraphQLString, description: 'Only of the phase with this slug.' },
      },
      resolve: (_root, question: SearchQuestion, { req }) => {
        answerIsOfTheMoment(req)
        return answerSearch(req.payload, question)
      },
    },
    popularSearches: {
      description: 'What many people search for, pinned terms first.',
      type: new GraphQLNonNull(
        new graphql.GraphQLList(
          new GraphQLNonNull(
            new graphql.GraphQLObjectType({
              name: 'PopularSearch',
              fields: {
                term: { type: new GraphQLNonNull(GraphQLString) },
                pinned: { type: new GraphQLNonNull(GraphQLBoolean) },
              },
            }),
          ),
        ),
      ),
      args: { locale },
      resolve: async (_root, args: { locale?: string | null }, { req }) => {
        answerIsOfTheMoment(req)
        return (await answerPopular(req.payload, args.locale)).terms
      },
    },
  }
  return fields as never
}

function answerType(graphql: typeof GraphQLModule) {
  const { GraphQLBoolean, GraphQLFloat, GraphQLInt, GraphQLList, GraphQLObjectType } = graphql
  const text = { type: graphql.GraphQLString }
  const always = <Type extends GraphQLModule.GraphQLNullableType>(type: Type) => ({
    type: new graphql.GraphQLNonNull(type),
  })
  const list = (type: GraphQLModule.GraphQLObjectType) => always(new GraphQLList(always(type).type))
  const phaseFields = {
    id: always(graphql.GraphQLString),
    slug: always(graphql.GraphQLString),
    name: always(graphql.GraphQLString),
  }
  const segment = new GraphQLObjectType({
    name: 'SearchExcerptSegment',
    fields: { text: always(graphql.GraphQLString), highlighted: always(GraphQLBoolean) },
  })
  const excerpt = new GraphQLObjectType({
    name: 'SearchExcerpt',
    fields: { field: always(graphql.GraphQLString), segments: list(segment) },
  })
  const result = new GraphQLObjectType({
    name: 'SearchResult',
    fields: {
      collection: always(graphql.GraphQLString),
      id: always(graphql.GraphQLString),
      slug: text,
      code: text,
      number: text,
      title: always(graphql.GraphQLString),
      summary: always(graphql.GraphQLString),
      phase: { type: new GraphQLObjectType({ name: 'SearchPhase', fields: phaseFields }) },
      score: always(GraphQLFloat),
      excerpt: { type: excerpt },
    },
  })
  const facets = new GraphQLObjectType({
    name: 'SearchFacets',
    fields: {
      kind: list(
        new GraphQLObjectType({
          name: 'SearchKindCount',
          fields: { value: always(graphql.GraphQLString), count: always(GraphQLInt) },
        }),
      ),
      phase: list(
        new GraphQLObjectType({
          name: 'SearchPhaseCount',
          fields: { ...phaseFields, count: always(GraphQLInt) },
        }),
      ),
    },
  })
  return new GraphQLObjectType({
    name: 'SearchAnswer',
    fields: {
      query: always(graphql.GraphQLString),
      locale: always(graphql.GraphQLString),
      docs: list(result),
      totalDocs: always(GraphQLInt),
      limit: always(GraphQLInt),
      page: always(GraphQLInt),
      totalPages: always(GraphQLInt),
      hasNextPage: always(GraphQLBoolean),
      hasPrevPage: always(GraphQLBoolean),
      facets: always(facets),
    },
  })
}
