import type * as GraphQLModule from 'graphql'
import type { GraphQLEnumType, GraphQLFieldConfigMap } from 'graphql'
import type { Config, PayloadRequest } from 'payload'
import { addressAnswer, type AddressAnswer } from './address.ts'
import { dependsOnPages, languagesOf, livePages } from './pages.ts'
import { defaultLocale, isLocale, type Locale } from '../locales.ts'
import { withdrawalType } from './withdrawal-type.ts'

/** How long the list of pages may be taken to be, when the cost of a question is estimated. */
const pagesCounted = 600

interface Context {
  req: PayloadRequest
}

/** `address`: where a name leads; `pages`: every page there is. */
export const addressQueries: NonNullable<NonNullable<Config['graphQL']>['queries']> = (
  given,
  generated,
) => {
  const GraphQL = given as unknown as typeof GraphQLModule
  const { types } = generated as unknown as { types: { localeInputType: GraphQLEnumType } }
  const { GraphQLNonNull, GraphQLString } = GraphQL
  const { addressType, pages } = typesOf(GraphQL)
  const fields: GraphQLFieldConfigMap<unknown, Context> = {
    address: {
      description:
        'Where a name or an id leads: to the document that bears it, to one that bore it before, or to one that was withdrawn. Null for what never was a name or the id of anything public.',
      type: addressType,
      args: {
        collection: {
          type: new GraphQLNonNull(GraphQLString),
          description: 'The content type, such as stations.',
        },
        name: {
          type: GraphQLString,
          description: 'The slug; of a notice the code and of a form the number, in any spelling.',
        },
        id: {
          type: GraphQLString,
          description: 'The id, in place of a name: pages of steps are known by it.',
        },
        locale: {
          type: types.localeInputType,
          description: 'The language of the path and of the words on a withdrawal.',
        },
      },
      resolve: (
        _root,
        args: { collection: string; name?: string; id?: string; locale?: Locale },
        { req },
      ) => {
        const locale = args.locale ?? (isLocale(req.locale) ? req.locale : defaultLocale)
        req.locale = locale
        return addressAnswer({ ...args, locale }, req)
      },
    },
    pages: {
      description:
        'Every page that is public, once for each language it has a title in: what a sitemap is made of.',
      type: pages,
      args: {
        locale: {
          type: types.localeInputType,
          description: 'Only pages in this language; without it, those in every language.',
        },
      },
      extensions: { listLength: pagesCounted },
      resolve: (_root, { locale }: { locale?: Locale }, { req }) => {
        dependsOnPages(req)
        return livePages({ locale, req })
      },
    },
  }
  return fields as never
}

function typesOf(GraphQL: typeof GraphQLModule) {
  const { GraphQLBoolean, GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLString } = GraphQL
  const text = new GraphQLNonNull(GraphQLString)
  const flag = new GraphQLNonNull(GraphQLBoolean)
  const listOf = (type: GraphQLModule.GraphQLObjectType) =>
    new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)))
  const addressType = new GraphQLObjectType({
    name: 'Address',
    description: 'The document that a name leads to.',
    fields: {
      collection: { type: text, description: 'Its content type.' },
      id: { type: text, description: 'Its id, which stays whatever it is called.' },
      name: {
        type: text,
        description: 'Its present slug, code or number; of what was withdrawn, the last one.',
      },
      path: {
        type: GraphQLString,
        description:
          'The address of its page, such as /es/notices/cp14; null for what has no page, or was withdrawn.',
      },
      writtenIn: {
        type: new GraphQLNonNull(new GraphQLList(text)),
        description:
          'The languages its text is written in, not its title alone. Empty for what has no page.',
        extensions: { listLength: 2 },
        resolve: ({ collection, id }: AddressAnswer, _args: unknown, { req }: Context) =>
          languagesOf({ collection, id }, req),
      },
      moved: { type: flag, description: 'Whether it has another name now than was asked for.' },
      withdrawn: { type: flag, description: 'Whether it is not public any more.' },
      withdrawal: {
        type: withdrawalType(GraphQL),
        description: 'Why, and where to go instead; null for what is public.',
      },
    },
  })
  const alternate = new GraphQLObjectType({
    name: 'PageAlternate',
    description: 'A page in one of its languages.',
    fields: {
      locale: { type: text, description: 'The language.' },
      path: { type: text, description: 'The address in that language.' },
      written: {
        type: flag,
        description: 'Whether its text is written in it, not its title alone.',
      },
    },
  })
  const page = new GraphQLObjectType({
    name: 'Page',
    description: 'A page that is public, in one language.',
    fields: {
      collection: { type: text, description: 'The content type, such as stations.' },
      id: { type: text, description: 'The id of the document.' },
      name: {
        type: text,
        description: 'The slug, code or number by which the document is asked for.',
      },
      title: { type: text, description: 'Its title in this language.' },
      locale: { type: text, description: 'The language.' },
      path: { type: text, description: 'The address on a site, such as /es/notices/cp14.' },
      lastModified: {
        type: text,
        description: 'When what it says became public, as an ISO instant.',
      },
      contentHash: {
        type: text,
        description: 'Of the document in all its languages: another one is another text.',
      },
      written: {
        type: flag,
        description: 'Whether its text is written in it, not its title alone.',
      },
      alternates: {
        type: listOf(alternate),
        description: 'Every language it has a title in, this one among them.',
        extensions: { listLength: 2 },
      },
    },
  })
  return { addressType, pages: listOf(page) }
}
