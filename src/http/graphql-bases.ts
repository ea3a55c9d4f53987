import { GraphQLString, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import type { PayloadRequest, SanitizedConfig } from 'payload'
import { asOvertaken } from '../saves/overtaken.ts'
import { isEditorial } from '../workflow/situation.ts'
import { rootNames } from './reader-schema/origins.ts'

interface Context {
  req: PayloadRequest
}

type Resolver = GraphQLFieldResolver<unknown, Context, { basedOn?: string | null }>

/** The mutations that save over what is there, before the name of the content type. */
const verbs = ['update', 'delete', 'restoreVersion']

/**
 * Gives every mutation that saves content the argument `basedOn`, which is to one of them what the header `If-Match`
 * is to all of a request.
 */
export function letSavesNameTheirBase(schema: GraphQLSchema, config: SanitizedConfig): void {
  const mutations = schema.getMutationType()?.getFields() ?? {}
  for (const collection of config.collections.filter(isEditorial))
    for (const verb of verbs) {
      const mutation = mutations[`${verb}${rootNames(collection).one}`]
      if (!mutation?.resolve) continue
      mutation.args = [
        ...mutation.args,
        {
          name: 'basedOn',
          description:
            'The version that this save is based on: its id, as `workflow` tells it, or a content hash. It is refused when that is not the newest any more.',
          type: GraphQLString,
          defaultValue: undefined,
          deprecationReason: undefined,
          extensions: {},
          astNode: undefined,
        },
      ]
      mutation.resolve = onBase(mutation.resolve as Resolver) as typeof mutation.resolve
    }
}

function onBase(resolve: Resolver): Resolver {
  return async (source, { basedOn, ...args }, context, info) => {
    // Each mutation has a query of its own: see graphql-scopes.ts.
    context.req.query = { ...context.req.query, basedOn: basedOn ?? undefined }
    try {
      return await resolve(source, args, context, info)
    } catch (error) {
      throw await asOvertaken(error, context.req)
    }
  }
}
