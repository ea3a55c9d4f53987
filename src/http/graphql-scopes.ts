import {
  defaultFieldResolver,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql'
import { getDataLoader, isolateObjectProperty, type PayloadRequest } from 'payload'
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

type Loader = PayloadRequest['payloadDataLoader']

/** What loads the documents that others refer to, for each request and each language asked for in it. */
const loaders = new WeakMap<PayloadRequest['context'], Map<string, Loader>>()

function inOwnScope(
  resolve: GraphQLFieldResolver<unknown, Context>,
): GraphQLFieldResolver<unknown, Context> {
  return (source, args, context, info) => {
    refuseCounts(args, context.req)
    const outer = nearest(info.path.prev) ?? context
    const req = inItsOwn(outer.req)
    const { fallbackLocale, locale } = args as Pick<PayloadRequest, 'fallbackLocale' | 'locale'>
    if (locale) req.locale = locale
    req.payloadDataLoader = loaderFor(req, fallbackLocale ?? req.fallbackLocale)
    const own = { ...outer, req }
    contexts.set(info.path, own)
    return resolve(source, args, own, info)
  }
}

/** The same request with a language, a query and a transaction that change nobody else's. */
function inItsOwn(req: PayloadRequest): PayloadRequest {
  const own = isolateObjectProperty(req, [
    'locale',
    'fallbackLocale',
    'payloadDataLoader',
    'query',
    'transactionID',
  ])
  own.query = { ...req.query }
  return own
}

/**
 * The loader for one language. Payload's own notes the language of what it loads on the request it belongs to:
 * with one for all languages, documents that are loaded at the same time would come in the last one.
 */
function loaderFor(req: PayloadRequest, fallbackLocale: PayloadRequest['fallbackLocale']): Loader {
  const language = JSON.stringify([req.locale, fallbackLocale])
  const known = loaders.get(req.context) ?? new Map<string, Loader>()
  loaders.set(req.context, known)
  const loader = known.get(language) ?? getDataLoader(inItsOwn(req))
  known.set(language, loader)
  return loader
}

/** Over REST the read itself tells; here a list inside a document asks for it with counts of Payload's. */
function refuseCounts(args: Record<string, unknown>, { user }: PayloadRequest): void {
  if (!isStaff(user as Actor)) checkCounts(args)
}

function nearest(path: Path | undefined): Context | undefined {
  if (!path) return undefined
  return contexts.get(path) ?? nearest(path.prev)
}
