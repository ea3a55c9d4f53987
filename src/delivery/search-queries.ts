import type * as GraphQLModule from 'graphql'
import type { GraphQLEnumType, GraphQLFieldConfigMap } from 'graphql'
import type { Config, PayloadRequest } from 'payload'
import { dependsOnPopular } from '../dependencies/surrogate-keys.ts'
import { answerIsOfTheMoment } from './cache/of-the-moment.ts'
import { answerPopular, answerSearch, type SearchQuestion } from './search/answer.ts'
import { searchedTypes } from './search/searched-content.ts'

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
        q: { type: new GraphQLNonNull(GraphQLString), description: 'What to search for.' },
        locale,
        page: { type: GraphQLInt },
        limit: { type: GraphQLInt },
        kind: {
          type: GraphQLString,
          description: `Only documents of this type: ${searchedTypes.join(', ')}.`,
        },
        phase: { type: GraphQLString, description: 'Only of the phase with this slug.' },
        typing: { type: GraphQLBoolean, description: 'Still being typed: not counted.' },
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
              description: 'Something that many people search for.',
              fields: {
                term: {
                  type: new GraphQLNonNull(GraphQLString),
                  description: 'The words, as a search takes them.',
                },
                pinned: {
                  type: new GraphQLNonNull(GraphQLBoolean),
                  description: 'Whether the team put it in front.',
                },
              },
            }),
          ),
        ),
      ),
      args: { locale },
      resolve: async (_root, args: { locale?: string | null }, { req }) => {
        dependsOnPopular(req)
        return (await answerPopular(req.payload, args.locale)).terms
      },
    },
  }
  return fields as never
}

function answerType(graphql: typeof GraphQLModule) {
  const { GraphQLBoolean, GraphQLFloat, GraphQLInt, GraphQLList, GraphQLObjectType } = graphql
  const text = (description: string) => ({ type: graphql.GraphQLString, description })
  const always = (
    type: GraphQLModule.GraphQLNullableType & GraphQLModule.GraphQLOutputType,
    description: string,
  ) => ({ type: new graphql.GraphQLNonNull(type), description })
  const words = (description: string) => always(graphql.GraphQLString, description)
  const list = (type: GraphQLModule.GraphQLObjectType, description: string) =>
    always(new GraphQLList(new graphql.GraphQLNonNull(type)), description)
  const phaseFields = {
    id: words('Id of the phase.'),
    slug: words('Its slug, to search within it.'),
    name: words('What it is called.'),
  }
  const segment = new GraphQLObjectType({
    name: 'SearchExcerptSegment',
    description: 'A piece of an excerpt.',
    fields: {
      text: words('The words.'),
      highlighted: always(GraphQLBoolean, 'Whether they are what was searched for.'),
    },
  })
  const excerpt = new GraphQLObjectType({
    name: 'SearchExcerpt',
    description: 'Where in a document the words were found.',
    fields: {
      field: words('Name of the field that holds them.'),
      segments: list(segment, 'The text there, piece by piece.'),
    },
  })
  const result = new GraphQLObjectType({
    name: 'SearchResult',
    description: 'A document that was found.',
    fields: {
      collection: words(`Its content type: ${searchedTypes.join(', ')}.`),
      id: words('Its id.'),
      slug: text('Its address; null for what has none.'),
      code: text('Code of a notice; null for what is none.'),
      number: text('Number of a form; null for what is none.'),
      title: words('Its title or name.'),
      summary: words('What it is about, in a sentence.'),
      written: always(
        GraphQLBoolean,
        'Whether both are written in the language asked for, or in the main one.',
      ),
      phase: {
        type: new GraphQLObjectType({
          name: 'SearchPhase',
          description: 'A phase of what was found.',
          fields: phaseFields,
        }),
        description: 'Its phase; null for what belongs to none.',
      },
      score: always(
        GraphQLFloat,
        'How well it fits. Says something only beside the others of the same answer.',
      ),
      excerpt: {
        type: excerpt,
        description: 'Where the words were found; null when it is in the title or the name.',
      },
    },
  })
  const facets = new GraphQLObjectType({
    name: 'SearchFacets',
    description: 'How many documents fit, each counted as if nothing had been chosen in it.',
    fields: {
      kind: list(
        new GraphQLObjectType({
          name: 'SearchKindCount',
          description: 'How many of one content type.',
          fields: {
            value: words('The content type, to search within it.'),
            count: always(GraphQLInt, 'How many fit.'),
          },
        }),
        'By content type.',
      ),
      phase: list(
        new GraphQLObjectType({
          name: 'SearchPhaseCount',
          description: 'How many of one phase.',
          fields: { ...phaseFields, count: always(GraphQLInt, 'How many fit.') },
        }),
        'By phase.',
      ),
    },
  })
  return new GraphQLObjectType({
    name: 'SearchAnswer',
    description: 'A page of what was found.',
    fields: {
      query: words('What was searched for.'),
      locale: words('The language of the answer.'),
      docs: list(result, 'What was found, best first.'),
      totalDocs: always(GraphQLInt, 'How many fit in all.'),
      limit: always(GraphQLInt, 'Most to a page.'),
      page: always(GraphQLInt, 'This page, from 1.'),
      totalPages: always(GraphQLInt, 'How many pages there are.'),
      hasNextPage: always(GraphQLBoolean, 'Whether more come after.'),
      hasPrevPage: always(GraphQLBoolean, 'Whether some come before.'),
      facets: always(facets, 'How many fit, by what they are.'),
    },
  })
}
