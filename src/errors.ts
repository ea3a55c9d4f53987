import { APIError } from 'payload'

/**
 * Every way a request can be refused, with its HTTP status and what it means. The list is closed:
 * clients branch on these codes, over REST (`errors[].code`) and GraphQL (`errors[].extensions.code`).
 */
export const errorCodes = {
  /** The request cannot be understood: broken JSON, a malformed query, an unknown field or value. */
  MALFORMED: 400,
  /** The request is understood, but fields of the document hold values they cannot hold. */
  INVALID_FIELDS: 400,
  /** Nobody is signed in, and this needs somebody. */
  NOT_SIGNED_IN: 401,
  /** No preview token of this installation, or one sent in place of a session. */
  PREVIEW_INVALID: 401,
  /** The time is over for which the drafts were shown. */
  PREVIEW_EXPIRED: 401,
  /** Somebody ended this preview before its time. */
  PREVIEW_REVOKED: 401,
  /** Whoever made the preview may not read drafts any more, so neither may its token. */
  PREVIEW_MAKER_LEFT: 401,
  /** Somebody is signed in who may not do this. */
  NOT_PERMITTED: 403,
  /** The approver changed this text since it was last public. */
  CONTRIBUTOR_CANNOT_APPROVE: 403,
  /** What is live changes only through the review workflow. */
  USE_WORKFLOW: 403,
  /** There is no such thing, or none that this reader may know of. */
  NOT_FOUND: 404,
  /** The address exists, but not with this HTTP method. */
  METHOD_NOT_ALLOWED: 405,
  /** The text changed since this person saw it. */
  STALE_CONTENT: 409,
  /** A translation is older than its source, and the publisher did not say that it may be public all the same. */
  TRANSLATION_OLDER: 409,
  /** The document is not in a state in which this can be done. */
  WRONG_STATE: 409,
  /** The name leads to another document, which bore it before; `about` says which. */
  NAME_LEADS_ELSEWHERE: 409,
  /** The body, a file or a query is larger than this installation takes. */
  TOO_LARGE: 413,
  /** The body is of a content type this address does not read. */
  UNSUPPORTED_MEDIA_TYPE: 415,
  /** The document lacks what it needs before it can go on; all reasons are told at once. */
  REQUIREMENTS_NOT_MET: 422,
  /** The document was public and has been withdrawn; the answer says why, and where to go instead. */
  WITHDRAWN: 410,
  /** This installation takes a save only with the version it is based on. */
  BASE_REQUIRED: 428,
  /** Too many tries; `Retry-After` says when to try again, in seconds. */
  TOO_MANY_REQUESTS: 429,
  /** Our fault. Details are in the log, never in the answer. */
  INTERNAL: 500,
  /** The database is away, or the machine is busy with as much of it as it takes on; `Retry-After` says when to try again. */
  UNAVAILABLE: 503,
} as const

export type ErrorCode = keyof typeof errorCodes

/** One entry of the `errors` list in an answer. */
export interface ErrorEntry {
  code: ErrorCode
  message: string
  /** The field at fault, as a path such as `phones.0.number`. */
  path?: string
  /** The problems of single fields, with `INVALID_FIELDS`; what was saved meanwhile, with `STALE_CONTENT` of a save. */
  data?: unknown
  /** The document, when the refusal is about one of several. */
  collection?: string
  id?: string
  /** Another document that stands in the way. */
  about?: { collection: string; id: string; title: string }
  /** Seconds to wait, with `TOO_MANY_REQUESTS` and `UNAVAILABLE`. */
  retryAfter?: number
}

/** A refusal, worded for the person who meets it: what was expected, what was found, what to do. */
export class EditorialError extends APIError {
  readonly code: ErrorCode
  /** Seconds after which a retry makes sense. */
  readonly retryAfter: number | undefined
  /** All reasons, when there can be several; the first gives the code and the message. */
  readonly reasons: readonly ErrorEntry[] | undefined

  constructor({
    code,
    message,
    data,
    reasons,
    retryAfter,
    cause,
  }: {
    code: ErrorCode
    message: string
    /** What a client needs to know besides, as JSON. */
    data?: unknown
    reasons?: readonly ErrorEntry[]
    retryAfter?: number
    cause?: unknown
  }) {
    super(message, errorCodes[code], (data ?? null) as null, true)
    this.name = 'EditorialError'
    this.code = code
    this.retryAfter = retryAfter
    this.reasons = reasons
    this.cause = cause
  }
}

/** The code that stands for an HTTP status where the error itself names none. */
export function codeForStatus(status: number): ErrorCode {
  const byStatus: Record<number, ErrorCode> = {
    400: 'MALFORMED',
    401: 'NOT_SIGNED_IN',
    403: 'NOT_PERMITTED',
    404: 'NOT_FOUND',
    405: 'METHOD_NOT_ALLOWED',
    409: 'WRONG_STATE',
    413: 'TOO_LARGE',
    415: 'UNSUPPORTED_MEDIA_TYPE',
    422: 'REQUIREMENTS_NOT_MET',
    428: 'BASE_REQUIRED',
    429: 'TOO_MANY_REQUESTS',
    503: 'UNAVAILABLE',
  }
  return byStatus[status] ?? (status >= 500 ? 'INTERNAL' : 'MALFORMED')
}
