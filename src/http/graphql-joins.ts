import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import type { CollectionSlug, JoinField, PayloadRequest, Where } from 'payload'

interface ListArguments {
  count?: boolean
  limit?: number
  page?: number
  sort?: string
  where?: Where
}

type Resolve = GraphQLFieldResolver<{ id: string }, { req: PayloadRequest }, ListArguments>

/**
 * Gives every page of the lists inside documents. Payload looks one document ahead to know whether there is
 * another page, and counts it as part of each page before: from the second page on, documents are left out.
 */
export function pageListsInside(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue
    for (const field of Object.values(type.getFields())) {
      const join = field.extensions['field'] as JoinField | undefined
      if (join?.type !== 'join' || !field.resolve) continue
      const firstPage = field.resolve
      field.resolve = ((parent, args, context, info) =>
        (args.page ?? 1) > 1 && (args.limit ?? 0) > 0
          ? laterPage(join, parent.id, args, context.req)
          : firstPage(parent, args, context, info)) as Resolve as typeof field.resolve
    }
  }
}

async function laterPage(
  { collection, on }: JoinField,
  id: string,
  { count, limit, page, sort, where }: ListArguments,
  req: PayloadRequest,
) {
  const isOfDocument: Where = { [on]: { equals: id } }
  const { docs, hasNextPage, totalDocs } = await req.payload.find({
    collection: collection as CollectionSlug,
    depth: 0,
    draft: Boolean(req.query['draft']),
    limit: limit!,
    locale: req.locale as never,
    fallbackLocale: req.fallbackLocale as never,
    overrideAccess: false,
    page: page!,
    req,
    where: where ? { and: [where, isOfDocument] } : isOfDocument,
    ...(sort ? { sort } : {}),
  })
  return { docs, hasNextPage, ...(count ? { totalDocs } : {}) }
}
