import type * as GraphQLModule from 'graphql'
import type { GraphQLEnumType, GraphQLFieldConfigMap, GraphQLObjectType } from 'graphql'
import type { Config, PayloadRequest } from 'payload'
import { previewAnswer } from '../previews/in-sight.ts'
import { mostPreviewed } from '../previews/limits.ts'

/** `preview`: what whoever reads with a token is shown that is not public. */
export const previewQueries: NonNullable<NonNullable<Config['graphQL']>['queries']> = (
  given,
  generated,
) => {
  const GraphQL = given as unknown as typeof GraphQLModule
  const { types } = generated as unknown as { types: { localeInputType: GraphQLEnumType } }
  const fields: GraphQLFieldConfigMap<unknown, { req: PayloadRequest }> = {
    preview: {
      description:
        'The preview that this question is asked with: which documents are drafts, in whose words, and until when. Null for a question without the token of one.',
      type: previewType(GraphQL),
      args: {
        locale: { type: types.localeInputType, description: 'The language of titles and paths.' },
      },
      // The argument is the language of the request by now, see `src/http/graphql-scopes.ts`.
      resolve: (_root, _args, { req }) => previewAnswer(req),
    },
  }
  return fields as never
}

function previewType(GraphQL: typeof GraphQLModule): GraphQLObjectType {
  const { GraphQLBoolean, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString } = GraphQL
  const text = new GraphQLNonNull(GraphQLString)
  const flag = new GraphQLNonNull(GraphQLBoolean)
  const listOf = (type: GraphQLModule.GraphQLNullableType & GraphQLModule.GraphQLOutputType) =>
    new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)))
  const document = new GraphQLObjectType({
    name: 'PreviewedDocument',
    description: 'A document of a preview, in its newest words.',
    fields: {
      collection: { type: text, description: 'Its content type, such as stations.' },
      id: { type: text, description: 'Its id.' },
      name: {
        type: GraphQLString,
        description: 'Its slug, code or number; null for what has none, or none yet.',
      },
      title: {
        type: GraphQLString,
        description: 'Its title, or what stands in place of one; null without.',
      },
      path: {
        type: GraphQLString,
        description: 'Address of its page, such as /es/notices/cp14; null for what has none.',
      },
      isDraft: {
        type: flag,
        description: 'Whether its newest words are not public.',
      },
      isLive: {
        type: flag,
        description: 'Whether the public gets it, in these words or others.',
      },
      contentHash: {
        type: text,
        description: 'Of these words in all languages.',
      },
      lastChangedAt: { type: text, description: 'When they were saved, as an ISO instant.' },
      writtenBy: {
        type: listOf(GraphQLString),
        description: 'Names of the people who changed it since it was last public.',
      },
    },
  })
  return new GraphQLObjectType({
    name: 'Preview',
    description: 'Drafts that are shown to whoever has the token.',
    fields: {
      endsAt: {
        type: GraphQLString,
        description: 'Until when it lasts, as an ISO instant; null for a text that was not saved.',
      },
      madeBy: {
        type: GraphQLString,
        description: 'Name of the person who shows them; null where their account has none.',
      },
      documents: {
        type: listOf(document),
        description: 'Its documents in their order, without what was deleted meanwhile.',
        // Counted at this length, see `src/http/graphql-limits.ts`.
        extensions: { listLength: mostPreviewed },
      },
    },
  })
}
