import type { IncomingMessage } from 'node:http'
import getRawBody from 'raw-body'
import type { GraphqlQuestion } from '../delivery/cache/questions.ts'
import { notePassed } from './passed-requests.ts'

/** Longest question over POST that is looked up, in bytes. Longer ones are answered all the same. */
const longestQuestion = 64 * 1024

const graphqlAddress = '/api/graphql'

/** Whether an address is that of GraphQL. */
export function isGraphql(url: string): boolean {
  return url === graphqlAddress || url.startsWith(`${graphqlAddress}?`)
}

/** In what words a GraphQL question arrived: its address, or its body over POST. */
export function graphqlSpelling(req: IncomingMessage, spelling: string): string {
  return `${req.method} ${acceptOf(req)}\n${spelling}`
}

/** The forms of answer that a client takes. */
export function acceptOf({ headers }: IncomingMessage): string {
  return headers.accept ?? '*/*'
}

/** Whether a POST carries JSON that is short enough to be looked up. */
export function isShortQuestion({ headers }: IncomingMessage): boolean {
  const length = Number(headers['content-length'])
  return (
    length > 0 &&
    length <= longestQuestion &&
    headers['content-encoding'] === undefined &&
    /^application\/json\b/i.test(headers['content-type'] ?? '')
  )
}

/** The body of a short question, or why it could not be read whole. */
export async function readBody(req: IncomingMessage): Promise<Buffer | Error> {
  try {
    return await getRawBody(req, { length: req.headers['content-length'], limit: longestQuestion })
  } catch (error) {
    return error as Error
  }
}

/**
 * The question in a body.
 *
 * @returns undefined when the body is no JSON object; the handler behind says what is wrong with it
 */
export function inBody(text: string): GraphqlQuestion | undefined {
  try {
    const question: unknown = JSON.parse(text)
    return typeof question === 'object' && question !== null && !Array.isArray(question)
      ? question
      : undefined
  } catch {
    return undefined
  }
}

/** The question in an address. @returns undefined when a part of it is no JSON */
export function inAddress(url: string): GraphqlQuestion | undefined {
  const parameters = new URLSearchParams(url.slice(graphqlAddress.length + 1))
  try {
    return {
      query: parameters.get('query') ?? undefined,
      operationName: parameters.get('operationName') ?? undefined,
      variables: parsed(parameters.get('variables')),
      extensions: parsed(parameters.get('extensions')),
    }
  } catch {
    return undefined
  }
}

function parsed(json: string | null): unknown {
  return json ? JSON.parse(json) : undefined
}

/**
 * Gives the handler behind the question with its query in place of its hash. The rest stays as it was written:
 * what JSON can be read from may be nested too deep to be written again.
 */
export function writeOut(
  req: IncomingMessage,
  { spelling, query }: { spelling: string; query: string },
) {
  if (req.method === 'POST') {
    // Of two members with one name, the last counts.
    const text = `${spelling.slice(0, spelling.lastIndexOf('}'))},"query":${JSON.stringify(query)}}`
    notePassed(req, { body: Buffer.from(text) })
    return
  }
  const parameters = new URLSearchParams(spelling.slice(graphqlAddress.length + 1))
  parameters.set('query', query)
  req.url = `${graphqlAddress}?${parameters.toString()}`
}
