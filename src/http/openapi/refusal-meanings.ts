import type { ErrorCode } from '../../errors.ts'

/** What each code of a refusal means to the one who meets it, in one sentence for people who write clients. */
export const refusalMeanings: Record<ErrorCode, string> = {
  MALFORMED: 'The request cannot be understood; the message says which part.',
  INVALID_FIELDS: 'Fields hold values they cannot hold; `data.errors` names each.',
  NOT_SIGNED_IN: 'Nobody is signed in, and this needs somebody.',
  PREVIEW_INVALID: 'This is no token of a preview.',
  PREVIEW_EXPIRED: 'The time of this preview is up.',
  PREVIEW_REVOKED: 'This preview was ended before its time.',
  PREVIEW_MAKER_LEFT: 'Whoever made this preview may not read drafts any more.',
  NOT_PERMITTED: 'Whoever asks may not do this.',
  CONTRIBUTOR_CANNOT_APPROVE: 'Whoever changed this text cannot approve it.',
  USE_WORKFLOW: 'What is live changes through the review workflow alone.',
  NOT_FOUND: 'There is no such thing, or none that this reader may know of.',
  METHOD_NOT_ALLOWED: 'The address exists, but not with this method.',
  TRANSLATION_OLDER:
    'A translation is older than its source; `acceptOlderTranslation` says that it may be public all the same.',
  STALE_CONTENT:
    'The text changed since it was read: read it again. Of a save, `data` says who changed what.',
  WRONG_STATE: 'The document is not in a state in which this can be done.',
  NAME_LEADS_ELSEWHERE:
    'The name leads to another document, which had it before; `about` of the reason says which.',
  TOO_LARGE: 'The body or the file is larger than this installation takes.',
  UNSUPPORTED_MEDIA_TYPE: 'A body of this content type is not read here.',
  REQUIREMENTS_NOT_MET: 'The document lacks what it needs; all reasons are told at once.',
  WITHDRAWN: 'It was public and was withdrawn; `data` says why, and where to go instead.',
  BASE_REQUIRED: 'A save has to name the version it is based on, in `If-Match`.',
  TOO_MANY_REQUESTS: 'Too many tries; `Retry-After` says when to try again, in seconds.',
  INTERNAL: 'Our fault. Details are in the log, never in the answer.',
  UNAVAILABLE:
    'The database is away or the process is stopping; `Retry-After` says when to try again.',
}
