import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'
import { inSpanish } from '../refusals/in-spanish/index.ts'
import { problemsOf, wordsFor } from './error-answers.ts'

/** The languages that refusals are worded in. What is stored and logged is in the first. */
export const refusalLanguages = ['en', 'es'] as const

export type RefusalLanguage = (typeof refusalLanguages)[number]

/** Longest header that is read, in characters: several times what browsers send. Every language in it is looked at. */
const longestHeader = 500

/** The panel keeps here what somebody chose in it. */
const chosenInPanel = /(?:^|;\s*)stationmaster-lng=(en|es)\s*(?:;|$)/

/**
 * The language in which whoever asks is told why something is refused: what they chose in the panel, in the same
 * browser, or else what `Accept-Language` prefers (RFC 9110 section 12.5.4). English where it names none that
 * there is, or cannot be read.
 */
export function refusalLanguage(req: ExpressRequest): RefusalLanguage {
  const chosen = chosenInPanel.exec(req.headers.cookie ?? '')?.[1]
  if (chosen !== undefined) return chosen as RefusalLanguage
  const { length } = req.headers['accept-language'] ?? ''
  if (length === 0 || length > longestHeader) return 'en'
  return (req.acceptsLanguages([...refusalLanguages]) || 'en') as RefusalLanguage
}

/** An error as an answer holds it: over REST with everything beside the message, over GraphQL in `extensions`. */
export interface ToldError extends Details {
  message: string
  extensions?: Details
}

interface Details {
  code?: unknown
  data?: unknown
  reasons?: unknown
}

/** Sends a refusal as JSON, in the language of whoever asks. */
export function sendRefusal(
  req: ExpressRequest,
  res: ExpressResponse,
  status: number,
  errors: readonly ToldError[],
): void {
  const told = toldTo(req, res, errors)
  res.status(status).json({ errors: told })
}

/**
 * Words the errors of an answer in the language of whoever asks, and says of the answer that they depend on it.
 * An answer without errors is given back as it is, and its body is not read.
 *
 * @param hasErrors whether there are errors in the body, as JSON: with a status that is none of a refusal, GraphQL
 * tells what was asked and the errors of single fields in the same answer
 */
export async function inTheirLanguage(
  req: ExpressRequest,
  res: ExpressResponse,
  response: Response,
  hasErrors = response.status >= 400,
): Promise<Response> {
  if (!hasErrors || !response.headers.get('content-type')?.includes('json')) return response
  if (refusalLanguage(req) === 'en') {
    sayItDepends(res, ['en'])
    return response
  }
  const body = (await response.json()) as { errors?: ToldError[] }
  const told = { ...body, errors: toldTo(req, res, body.errors ?? []) }
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return new Response(JSON.stringify(told), { headers, status: response.status })
}

function toldTo(
  req: ExpressRequest,
  res: ExpressResponse,
  errors: readonly ToldError[],
): readonly ToldError[] {
  if (refusalLanguage(req) === 'en') {
    sayItDepends(res, ['en'])
    return errors
  }
  const used = new Set<RefusalLanguage>()
  const told = errors.map((error) => spanishError(error, used))
  sayItDepends(res, [...used].toSorted().toReversed())
  return told
}

/** Whoever changed the panel's language is told in the new one, so the answer depends on the cookie, too. */
function sayItDepends(res: ExpressResponse, languages: readonly RefusalLanguage[]): void {
  res.vary('Accept-Language, Cookie')
  if (languages.length > 0) res.setHeader('Content-Language', languages.join(', '))
}

/** @param used is told which languages the words are in: what nobody put into Spanish stays in English */
function spanishError<Told extends ToldError>(error: Told, used: Set<RefusalLanguage>): Told {
  const { data, extensions, reasons } = error
  const problems = problemsOf(data ?? extensions?.data)
  const spanish = problems.map((problem) => ({
    ...problem,
    message: spanishWords(problem.message, used),
  }))
  return {
    ...error,
    message: spanish.length > 0 ? wordsFor(spanish) : spanishWords(error.message, used),
    ...inDetails({ data, reasons }, spanish, used),
    ...(extensions
      ? { extensions: { ...extensions, ...inDetails(extensions, spanish, used) } }
      : {}),
  }
}

function inDetails(
  { data, reasons }: Details,
  problems: readonly object[],
  used: Set<RefusalLanguage>,
): Details {
  return {
    ...(data && problems.length > 0 ? { data: { ...data, errors: problems } } : {}),
    ...(Array.isArray(reasons)
      ? { reasons: (reasons as ToldError[]).map((reason) => spanishError(reason, used)) }
      : {}),
  }
}

function spanishWords(message: string, used: Set<RefusalLanguage>): string {
  const spanish = inSpanish(message)
  used.add(spanish === undefined ? 'en' : 'es')
  return spanish ?? message
}
