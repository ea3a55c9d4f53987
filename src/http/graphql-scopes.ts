import {
  defaultFieldResolver,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql'
import { isolateObjectProperty, type PayloadRequest } from 'payload'
import { isStaff, type Actor } from '../../access/roles.ts'
import { checkCounts } from '../delivery/limit-reads.ts'

/** One step of the path GraphQL is at; the same object for everything below it. */
type Path = Parameters<GraphQLFieldResolver<unknown, Context>>[3]['path']

interface Context extends Record<string, unknown> {
  req: PayloadRequest
}

/**
 * Gives each part of a question its own language and draft flag, inherited by the parts below it.
 *
 * Payload's resolvers keep them on the one context that all parts share, so that the last root field
 * decides for all: of `{ a: stationBySlug(locale: es) b: stationBySlug(locale: en) }` the steps under `a`
 * would come in English.
 */
export function scopeContexts(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      if (field.resolve && field.resolve !== defaultFieldResolver)
        field.resolve = inOwnScope(field.resolve as GraphQLFieldResolver<unknown, Context>)
    }
  }
}

const contexts = new WeakMap<Path, Context>()

function inOwnScope(
  resolve: GraphQLFieldResolver<unknown, Context>,
): GraphQLFieldResolver<unknown, Context> {
  return (source, args, context, info) => {
    refuseCounts(args, context.req)
    const outer = nearest(info.path.prev) ?? context
    const req = isolateObjectProperty(outer.req, [
      'locale',
      'fallbackLocale',
      'query',
      'transactionID',
    ])
    req.query = { ...outer.req.query }
    const { locale } = args as { locale?: PayloadRequest['locale'] }
    if (locale) req.locale = locale
    const own = { ...outer, req }
    contexts.set(info.path, own)
    return resolve(source, args, own, info)
  }
}

/** Over REST the read itself tells; here a list inside a document asks for it with counts of Payload's. */
function refuseCounts(args: Record<string, unknown>, { user }: PayloadRequest): void {
  if (!isStaff(user as Actor)) checkCounts(args)
}

function nearest(path: Path | undefined): Context | undefined {
  if (!path) return undefined
  return contexts.get(path) ?? nearest(path.prev)
}
