import type * as GraphQLModule from 'graphql'
import type { GraphQLObjectType } from 'graphql'
import { memoize } from '../memoize.ts'

/** The GraphQL type that says why something is not public any more; one for each copy of the module. */
export const withdrawalType = memoize(
  ({
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLString,
  }: typeof GraphQLModule): GraphQLObjectType => {
    const required = new GraphQLNonNull(GraphQLString)
    const replacement = new GraphQLObjectType({
      name: 'WithdrawalReplacement',
      description: 'Where readers go instead: a sentence for them, or another document.',
      fields: {
        sentence: {
          type: GraphQLString,
          description: 'For readers, in their language; null where a document is named.',
        },
        collection: {
          type: GraphQLString,
          description: 'The content type of the other document; null where there is none.',
        },
        id: { type: GraphQLString, description: 'Its id; null where there is none.' },
        title: { type: GraphQLString, description: 'Its title; null where there is none.' },
        slug: { type: GraphQLString, description: 'Its slug; null where it has none.' },
        code: { type: GraphQLString, description: 'Its code; null where it is no notice.' },
        number: { type: GraphQLString, description: 'Its number; null where it is no form.' },
      },
    })
    return new GraphQLObjectType({
      name: 'Withdrawal',
      description: 'Why a document is not public any more, and where readers go instead.',
      fields: {
        at: { type: required, description: 'When it was withdrawn, as an ISO instant.' },
        reason: { type: required, description: 'Why, in the words of whoever withdrew it.' },
        replacement: {
          type: replacement,
          description: 'Null when nothing takes its place, or what did is not public either.',
        },
      },
    })
  },
)
