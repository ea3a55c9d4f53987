import { answerHeaders } from './answer-headers.ts'
import { ref, refusals, type Json, type Operation, type Paths } from './parts.ts'

/** In which language somebody is told of a refusal. Any operation takes it. */
export const acceptLanguage: Json = {
  name: 'Accept-Language',
  in: 'header',
  description:
    'Whether a refusal is worded in Spanish (RFC 9110 section 12.5.4). English stands in for what there is not. Nothing else depends on it.',
  schema: { type: 'string' },
  example: 'es-MX, es;q=0.9, en;q=0.5',
}

/** Answers that are made each time, because the questions are counted. */
const neverKept = new Set(['/api/search', '/api/search/popular'])

/**
 * Gives every operation what all of them have, so that each says only what is particular to it: a name that
 * is the name of a method, who may ask, the headers of answers, and the refusals that anything can meet.
 */
export function completed(paths: Paths): Paths {
  return Object.fromEntries(
    Object.entries(paths).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods).map(([method, operation]) => [
          method,
          completedOperation(operation, { method, path }),
        ]),
      ),
    ]),
  )
}

interface Place {
  method: string
  path: string
}

function completedOperation(operation: Operation, place: Place): Operation {
  const security = securityOf(operation, place)
  const parameters = (operation['parameters'] as Json[] | undefined) ?? []
  return {
    ...operation,
    parameters: [...parameters, ref('AcceptLanguage', 'parameters')],
    operationId: methodName(operation.operationId),
    description: [operation['description'], audienceOf(security, place)].filter(Boolean).join(' '),
    security,
    responses: responsesOf(operation, place, security),
  }
}

/** `find-help-organizations` is `findHelpOrganizations`. */
function methodName(operationId: string): string {
  return operationId.replace(/[^A-Za-z0-9]+([A-Za-z0-9])/g, (_, letter: string) =>
    letter.toUpperCase(),
  )
}

/** A key only reads, and so does the token of a preview. */
function securityOf(operation: Operation, { method, path }: Place): Json[] {
  const security = (operation['security'] as Json[] | undefined) ?? [{}]
  const reads = method === 'get' || path === '/api/graphql'
  return reads
    ? security
    : security.filter((needed) => !('apiKey' in needed || 'preview' in needed))
}

function audienceOf(security: readonly Json[], { method }: Place): string {
  const forEverybody = security.some((needed) => Object.keys(needed).length === 0)
  if (!forEverybody && method === 'get')
    return 'For the team: people who are signed in, and machines with a key.'
  if (!forEverybody) return 'For people who are signed in and have a role. A key only reads.'
  return security.length > 1
    ? 'Everybody may ask, and gets what is live. With a role there may be more.'
    : 'Everybody may ask, and gets the same.'
}

function responsesOf(operation: Operation, place: Place, security: readonly Json[]): Json {
  const { method, path } = place
  const isApi = path.startsWith('/api/')
  const forEverybody = security.some((needed) => Object.keys(needed).length === 0)
  const isKept = isApi && method === 'get' && forEverybody && !neverKept.has(path)
  const answers = Object.entries(operation.responses as Record<string, Json>)
  const own = Object.fromEntries(
    answers.map(([status, answer]) => [status, { ...answer, ...answerHeaders(status, isKept) }]),
  )
  const common = {
    ...(isApi && path !== '/api/graphql' ? refusals('MALFORMED') : {}),
    ...(isKept && '200' in own ? { '304': notModified } : {}),
    '431': headersTooLarge,
    ...refusals('INTERNAL', 'UNAVAILABLE'),
  }
  for (const status of ['400', '500', '503'] as const)
    if (status in common)
      Object.assign(common[status as never] as Json, answerHeaders(status, false))
  return inOrder({ ...common, ...own })
}

function inOrder(responses: Json): Json {
  return Object.fromEntries(
    Object.entries(responses).sort(([one], [other]) => (one < other ? -1 : 1)),
  )
}

const notModified: Json = {
  description: 'What `If-None-Match` or `If-Modified-Since` named is still what would be answered.',
  ...answerHeaders('304', true),
}

const headersTooLarge: Json = {
  description:
    'The address and the headers together are larger than 16 KB. The HTTP server says so itself, without a body.',
}
