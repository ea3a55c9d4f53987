import { getOperationAST, parse, stripIgnoredCharacters } from 'graphql'

/** Most words and signs in one GraphQL question. */
export const mostTokens = 4_000

/** A GraphQL question as clients send it, over POST as JSON or over GET as parameters. */
export interface GraphqlQuestion {
  query?: unknown
  operationName?: unknown
  variables?: unknown
  extensions?: unknown
}

/**
 * One spelling for an address: parameters in order, percent signs only where they are needed. Values of
 * one name stay in the order they were given.
 *
 * @returns null when the address cannot be read
 */
export function addressInOneSpelling(url: string): string | null {
  const [path = '', ...rest] = url.split('?')
  const search = rest.join('?')
  if (search === '') return path
  try {
    const parameters = search
      .split('&')
      .filter(Boolean)
      .map((parameter) => {
        const [name = '', ...value] = parameter.split('=')
        return [decoded(name), decoded(value.join('='))] as const
      })
    // Sorting is stable, and names are compared by their letters' numbers on every machine alike.
    parameters.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    return `${path}?${JSON.stringify(parameters)}`
  } catch {
    return null
  }
}

function decoded(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '))
}

/**
 * One spelling for a GraphQL question that only reads: no comments, no spare whitespace, variables in order.
 *
 * @returns null when it does more than read, asks for drafts, or cannot be understood
 */
export function questionInOneSpelling({
  extensions,
  query,
  operationName,
  variables,
}: GraphqlQuestion): string | null {
  if (typeof query !== 'string' || asksForDrafts(extensions)) return null
  if (operationName != null && typeof operationName !== 'string') return null
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) return null
  try {
    const document = parse(query, { maxTokens: mostTokens, noLocation: true })
    if (getOperationAST(document, operationName || undefined)?.operation !== 'query') return null
    return JSON.stringify([
      stripIgnoredCharacters(query),
      operationName || null,
      inOrder(variables ?? {}),
    ])
  } catch {
    return null
  }
}

/** What only the team is shown: whoever else asks is told so, and not given what was kept for readers. */
function asksForDrafts(extensions: unknown): boolean {
  return (
    typeof extensions === 'object' &&
    extensions !== null &&
    ('unsaved' in extensions || 'drafts' in extensions)
  )
}

/** The same JSON value with the names of every object in order. An object stays one, or it would be the same as a list. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([name, part]) => [name, inOrder(part)]))
}
