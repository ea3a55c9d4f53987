import type { RequestHandler } from 'express'
import {
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql'
import { createHandler } from 'graphql-http/lib/use/fetch'
import {
  createPayloadRequest,
  headersWithCors,
  isolateObjectProperty,
  logError,
  mergeHeaders,
  type PayloadRequest,
  type SanitizedConfig,
} from 'payload'
import { isStaff, type Actor } from '../../access/roles.ts'
import { askDatabase } from '../database/health.ts'
import { isOfTheMoment } from '../delivery/cache/of-the-moment.ts'
import { recordRefusedWrite } from '../workflow/refused-writes.ts'
import { collectKeys, surrogateKeys } from '../dependencies/surrogate-keys.ts'
import type { PersistedRefusal } from '../delivery/cache/persisted-queries.ts'
import { errorAnswer, withCodes } from './error-answers.ts'
import { graphqlLimits } from './graphql-limits.ts'
import type { graphqlSchemas } from './graphql-schemas.ts'
import { withChoices } from './graphql-choices.ts'
import { refuseTooDeep } from './json-depth.ts'
import { persistedRefusal } from './passed-requests.ts'
import { refusedInEnglish } from './refused-in-english.ts'
import {
  onlyReads,
  previewOf,
  previewOfTeam,
  previewOfUnsaved,
  sayItIsNobodyElses,
  type ShownPreview,
} from './previews.ts'
import { putInSight } from '../previews/in-sight.ts'
import { teamDraftsIn } from '../previews/team-drafts.ts'
import { unsavedTextIn } from '../previews/unsaved.ts'
import type { ReadCache } from './read-cache.ts'
import { inTheirLanguage, sendRefusal } from './refusal-language.ts'
import { hasCredentials } from './rest.ts'
import { sendWebResponse, webRequest } from './web-request.ts'

/** What resolvers find in the GraphQL context; `headers` are added to the answer (sign-in sets cookies). */
interface Context extends Record<string, unknown> {
  headers: Record<string, string>
  req: PayloadRequest
}

/**
 * GraphQL over HTTP as an Express handler, without Next in the path: POST, and GET for queries, as the
 * GraphQL-over-HTTP specification has it.
 *
 * @param schemas each made once: the whole one for the team, and one for everybody else
 */
export function graphqlApi({
  config,
  origin,
  readCache,
  schemas,
}: {
  config: SanitizedConfig
  origin: string
  readCache: ReadCache
  schemas: ReturnType<typeof graphqlSchemas>
}): RequestHandler {
  return async (httpRequest, res) => {
    const refusal = persistedRefusal(httpRequest)
    if (refusal) {
      const status = refusal === 'PERSISTED_QUERY_NOT_FOUND' ? 200 : 400
      sendRefusal(httpRequest, res, status, [withoutQuery(refusal)])
      return
    }
    const request = await webRequest(httpRequest, res, { origin, largestUpload: 0 })
    const variables = new URL(request.url).searchParams.get('variables')
    if (variables !== null) refuseTooDeep(Buffer.from(variables))
    // Payload puts its properties onto the request it is given, and graphql-http reads the body of its own.
    const req = await createPayloadRequest({
      canSetHeaders: true,
      config: Promise.resolve(config),
      request: await refusedInEnglish(request.clone() as Request, config),
    })
    const context: Context = { headers: {}, req }
    const preview = previewOf(httpRequest) ?? (await ofTeam(request, req))
    if (preview && !previewOf(httpRequest)) sayItIsNobodyElses(res)
    const { parse, schema, validate } = schemas(req.user, { ofDrafts: preview !== undefined })
    const worst = { status: 200, retryAfter: undefined as number | undefined }

    collectKeys(req)
    let refused = false
    let needsRole = false
    const failures: unknown[] = []
    const handle = createHandler({
      context: context as never,
      schema,
      parse,
      validationRules: (_request, args) => [
        ...graphqlLimits({ actor: req.user, variables: args.variableValues ?? {} }),
        ...(preview ? [queriesOnly] : []),
      ],
      validate,
      formatError: (error) => {
        const named = namedError(error, req, schema)
        if (named.status === 503 || named.status === 429) Object.assign(worst, named)
        failures.push(error instanceof GraphQLError ? error.originalError : error)
        needsRole ||=
          named.status === 400 &&
          !isStaff(req.user as Actor) &&
          needRole.has(named.error.extensions['code'])
        refused ||= needsRole || named.status === 401 || named.status === 403
        return named.error
      },
    })
    const answer = preview
      ? await preview.show(({ inSight, transactionID }) => {
          req.transactionID = transactionID
          putInSight(req, inSight)
          return handle(request)
        })
      : await handle(request)
    if (preview) delete req.transactionID
    for (const failure of failures) await recordRefusedWrite(req, failure)
    if (refused && hasCredentials(httpRequest.headers)) await askDatabase(req.payload)
    const told = needsRole ? await withoutData(answer) : await explained(answer)
    const response = completed({ answer: told, context, worst })
    if (!preview) response.headers.set('Surrogate-Key', surrogateKeys(req.context))
    // An answer with errors in it is given to the one who asked, and kept for nobody.
    const mayBeKept = !preview && failures.length === 0 && !isOfTheMoment(req)
    if (mayBeKept && (await readCache.send(httpRequest, res, response))) return
    const hasErrors = failures.length > 0 || response.status >= 400
    await sendWebResponse(res, await inTheirLanguage(httpRequest, res, response, hasErrors))
  }
}

/**
 * How a question of the team is read that brings along a text which was not saved, or names drafts to be shown;
 * undefined for every other question. It is answered as to a reader without a role.
 *
 * @throws EditorialError NOT_SIGNED_IN or MALFORMED
 */
async function ofTeam(request: Request, req: PayloadRequest): Promise<ShownPreview | undefined> {
  const unsaved = await unsavedTextIn(request, req)
  const drafts = unsaved ? undefined : await teamDraftsIn(request, req)
  if (!unsaved && !drafts) return undefined
  const person = isolateObjectProperty(req, ['context', 'transactionID', 'user'])
  person.context = {}
  req.user = null
  return unsaved ? previewOfUnsaved(person, unsaved) : previewOfTeam(person, drafts!)
}

/** How a question is refused that only the team may ask. */
const needRole = new Set<unknown>(['NOT_SIGNED_IN', 'NOT_PERMITTED'])

/** Refuses everything but queries before anything of it is done. */
const queriesOnly: ValidationRule = (context) => ({
  OperationDefinition: ({ operation }) => {
    const { code, message } = onlyReads()
    if (operation !== 'query')
      context.reportError(new GraphQLError(message, { extensions: { code } }))
  },
})

/** Apollo Client and urql know these words and send the query along. */
function withoutQuery(refusal: PersistedRefusal): GraphQLFormattedError {
  const messages: Record<PersistedRefusal, string> = {
    PERSISTED_QUERY_NOT_FOUND: 'PersistedQueryNotFound',
    PERSISTED_QUERY_MISMATCH:
      'The sha256Hash is not that of the query. Hash the query exactly as it is sent.',
    PERSISTED_QUERY_UNREADABLE:
      'extensions.persistedQuery cannot be read: {"version": 1, "sha256Hash": "64 hexadecimal digits"} was expected.',
  }
  return { message: messages[refusal], extensions: { code: refusal } }
}

/** Puts the code clients rely on into an error, and takes out what is none of their business. */
function namedError(
  error: GraphQLError | Error,
  req: PayloadRequest,
  schema: GraphQLSchema,
): { error: GraphQLError; status: number; retryAfter: number | undefined } {
  const graphqlError = error instanceof GraphQLError ? error : undefined
  const original = graphqlError ? graphqlError.originalError : error
  // Without an original error the question is wrong and GraphQL's own words say how; a plain error comes
  // from graphql-http, about the request. What goes wrong in a resolver always has an original.
  const isAboutTheQuestion =
    graphqlError === undefined || original === undefined || graphqlError.path === undefined
  if (!isAboutTheQuestion) logError({ err: (original ?? error) as Error, payload: req.payload })
  const told = isAboutTheQuestion
    ? {
        status: 400,
        errors: [
          {
            code: (graphqlError?.extensions['code'] as string | undefined) ?? 'MALFORMED',
            message: withChoices(error.message, schema),
          },
        ],
      }
    : errorAnswer(original ?? error, { signedIn: Boolean(req.user) })
  const { code, message, ...details } = told.errors[0]!
  // GraphQL has one error for one field; what else speaks against it goes along.
  const reasons = told.errors.length > 1 ? { reasons: told.errors } : {}
  return {
    error: new GraphQLError(message, {
      nodes: graphqlError?.nodes ?? null,
      source: graphqlError?.source ?? null,
      positions: graphqlError?.positions ?? null,
      path: graphqlError?.path ?? null,
      extensions: { code, ...details, ...reasons },
    }),
    status: told.status,
    retryAfter: (details as { retryAfter?: number }).retryAfter,
  }
}

/**
 * A question that only the team may ask is answered like any other that is refused: as an answer without
 * data, and not as one that nobody can read.
 */
async function withoutData(answer: Response): Promise<Response> {
  const { errors } = (await answer.json()) as { errors: GraphQLFormattedError[] }
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  return new Response(JSON.stringify({ errors, data: null }), { status: 200, headers })
}

/** graphql-http makes some refusals itself, without a code or without a word. */
async function explained(answer: Response): Promise<Response> {
  if (answer.status < 400) return answer
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false
  const { errors: given, ...rest } = isJson
    ? ((await answer.json()) as { errors?: GraphQLFormattedError[] })
    : {}
  const [fallback] = withCodes(answer.status, undefined).errors
  const errors = (given ?? [{ message: fallback!.message }]).map((error) => ({
    ...error,
    extensions: { code: fallback!.code, ...error.extensions },
  }))
  const headers = new Headers(answer.headers)
  if (!isJson) headers.set('content-type', 'application/json; charset=utf-8')
  headers.delete('content-length')
  return new Response(JSON.stringify({ ...rest, errors }), { status: answer.status, headers })
}

function completed({
  answer,
  context,
  worst,
}: {
  answer: Response
  context: Context
  worst: { status: number; retryAfter: number | undefined }
}): Response {
  const { req } = context
  let headers = headersWithCors({ headers: new Headers(answer.headers), req })
  for (const [name, value] of Object.entries(context.headers)) headers.append(name, value)
  if (req.responseHeaders) headers = mergeHeaders(req.responseHeaders, headers)
  if (worst.retryAfter !== undefined) headers.set('Retry-After', String(worst.retryAfter))
  return new Response(answer.body, {
    headers,
    status: worst.status === 200 ? answer.status : worst.status,
  })
}
