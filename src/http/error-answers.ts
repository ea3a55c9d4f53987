import type { AfterErrorHook, PayloadRequest } from 'payload'
import { isDatabaseAway } from '../database/health.ts'
import {
  codeForStatus,
  errorCodes,
  type EditorialError,
  type ErrorCode,
  type ErrorEntry,
} from '../errors.ts'
import { asOvertaken } from '../saves/overtaken.ts'
import { largestFile } from './largest-file.ts'

/** Seconds after which to try again when the database is away. */
export const retryAfterDatabaseAway = 5

/** What a client is told of an error, with the HTTP status that goes with it. */
export interface ErrorAnswer {
  status: number
  errors: ErrorEntry[]
}

/**
 * Puts any error into the form clients rely on. What is our fault or the database's is said without
 * detail; the detail is in the log.
 *
 * @param signedIn false turns a refusal of rights into a request to sign in
 */
export function errorAnswer(error: unknown, { signedIn }: { signedIn: boolean }): ErrorAnswer {
  if (isDatabaseAway(error))
    return answerOf({
      code: 'UNAVAILABLE',
      message: 'The database cannot be reached right now. Nothing was changed; try again shortly.',
      retryAfter: retryAfterDatabaseAway,
    })
  const { code, name, status, message, data, reasons, retryAfter } =
    error as Partial<EditorialError> & {
      data?: unknown
    }
  if (isErrorCode(code) && reasons && reasons.length > 0)
    return { status: errorCodes[code], errors: [...reasons] }
  if (isErrorCode(code))
    return answerOf({
      code,
      message: message ?? '',
      ...(data ? { data } : {}),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    })
  if (name === 'ValidationError' && data)
    return answerOf({
      code: 'INVALID_FIELDS',
      message: wordsFor(problemsOf(data)) || (message ?? ''),
      data,
    })
  if (name === 'SyntaxError' || isBrokenForm(message))
    return answerOf({
      code: 'MALFORMED',
      message: 'The body of this request cannot be read. Check its JSON, or its form and boundary.',
    })
  if (name === 'QueryError')
    return answerOf({ code: 'MALFORMED', message: `${message ?? ''} ${askedByFields}`.trim() })
  const known = typeof status === 'number' && status >= 400 && status < 500
  if (!known) return answerOf({ code: 'INTERNAL', message: internalMessage })
  if (status === 403 && !signedIn)
    return answerOf({
      code: 'NOT_SIGNED_IN',
      message: 'Nobody is signed in, and this needs somebody who may do it. Sign in first.',
    })
  return answerOf({
    code: codeForStatus(status),
    message: status === 413 ? `${message ?? ''} ${largestOfAll}`.trim() : (message ?? ''),
    ...(data ? { data } : {}),
  })
}

/** What is wrong with one field. */
interface FieldProblem {
  /** What the panel calls the field, where the check does not name it. */
  label?: unknown
  message: string
}

/** The problems of single fields that the `data` of a refusal holds; none in any other data. */
export function problemsOf(data: unknown): readonly FieldProblem[] {
  const problems = (data as { errors?: unknown } | null | undefined)?.errors
  return Array.isArray(problems) ? (problems as FieldProblem[]) : []
}

/**
 * Our own checks say in a sentence what is wrong, which is all that the panel shows of a refused draft.
 * Payload's checks say "this field is required" and the like, which needs the name of the field.
 */
export function wordsFor(problems: readonly FieldProblem[]): string {
  return problems
    .map(({ label, message }) => (label === undefined ? message : `${label}: ${message}`))
    .join(' ')
}

/** Words by which the reader of forms says that a form is broken, where it gives no status. */
function isBrokenForm(message: string | undefined): boolean {
  return /multipart|boundary|unexpected end of form|malformed (content type|part header)|aborted/i.test(
    message ?? '',
  )
}

/** Gives every error of Payload's REST API its code. */
export const nameErrors: AfterErrorHook = async ({ collection, error: thrown, req }) => {
  const error = (await asOvertaken(thrown, req)) as Error
  const named = withKindsOfFiles(error, collection?.upload.mimeTypes)
  const { errors, status } = errorAnswer(named, { signedIn: isSignedIn(req) })
  return { response: { errors } as never, status }
}

/** Payload says that a file of this kind is not allowed, and not which ones are. */
function withKindsOfFiles(error: Error, kinds: readonly string[] | undefined): Error {
  const { data, name } = error as Error & {
    data?: { errors?: { path?: string; message: string }[] }
  }
  const problems = data?.errors
  if (name !== 'ValidationError' || !kinds || !problems?.some(({ path }) => path === 'file'))
    return error
  const accepted = `Send a whole file of one of the kinds ${kinds.join(', ')}.`
  const errors = problems.map((problem) =>
    problem.path === 'file' ? { ...problem, message: `${problem.message} ${accepted}` } : problem,
  )
  return Object.assign(Object.create(error) as Error, { data: { ...data, errors } })
}

/**
 * Completes an answer that came without a code: Payload's own "route not found" and the like.
 *
 * @param body the parsed JSON body, or undefined when it was not JSON
 */
export function withCodes(status: number, body: unknown): { errors: ErrorEntry[] } {
  const given = (body as { errors?: unknown } | undefined)?.errors
  const code = codeForStatus(status)
  if (Array.isArray(given) && given.length > 0)
    return {
      errors: given.map((entry: unknown) => {
        const fields = (
          typeof entry === 'object' && entry !== null ? entry : {}
        ) as Partial<ErrorEntry>
        return {
          ...fields,
          code: fields.code ?? code,
          message: fields.message ?? messageOf(status),
        }
      }),
    }
  const message: unknown = (body as { message?: unknown } | undefined)?.message
  return {
    errors: [
      { code, message: typeof message === 'string' && status < 500 ? message : messageOf(status) },
    ],
  }
}

const largestOfAll = `A file has at most ${largestFile / (1024 * 1024)} MB here.`

const askedByFields =
  'Name a field of the documents, such as title, slug, code or updatedAt; /openapi.json lists those of each content type.'

const internalMessage =
  'Something went wrong on our side. Nothing of what you sent was published; try again, and tell an administrator if it happens twice.'

function messageOf(status: number): string {
  if (status === 404) return 'There is nothing at this address.'
  if (status === 405) return 'This method is not answered here. Use POST, or GET for a query.'
  if (status === 415) return 'A body of this content type is not read here. Send application/json.'
  return status >= 500 ? internalMessage : 'This request was refused.'
}

function answerOf(entry: ErrorEntry): ErrorAnswer {
  return { status: errorCodes[entry.code], errors: [entry] }
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && code in errorCodes
}

function isSignedIn(req: PayloadRequest | undefined): boolean {
  return Boolean(req?.user)
}
