import type { PayloadRequest } from 'payload'
import { EditorialError } from '../errors.ts'

/**
 * The version that a save says it is based on: by its id, which stands for all that was written, or by its content
 * hash, which stands for what readers would see; or `any`, whichever is the newest.
 */
export type Base = { as: 'version'; id: string } | { as: 'hash'; hash: string } | { as: 'any' }

/**
 * The bases that a request names: in the header `If-Match`, an entity tag (RFC 9110, 8.8.3) or `*`, and in
 * `basedOn`, a parameter of addresses over REST and an argument over GraphQL. A save has to hold to all of them.
 *
 * A weak tag counts like a strong one: proxies that compress answers weaken the tags they pass on.
 *
 * @throws EditorialError MALFORMED
 */
export function basesNamedBy({ headers, query }: PayloadRequest): Base[] {
  const header = headers?.get('if-match')?.trim()
  const parameter = query?.['basedOn']
  return [
    ...(header === undefined ? [] : [baseOfTag(header)]),
    ...(parameter === undefined || parameter === null ? [] : [baseOfName(parameter)]),
  ]
}

/** A version's id as an entity tag. */
export function tagOf(versionId: string): string {
  return `"${versionId}"`
}

/**
 * A base by its plain name: the id of a version, or a content hash.
 *
 * @throws EditorialError MALFORMED
 */
export function baseOfName(name: unknown): Base {
  if (typeof name !== 'string' || !/^[\w-]{1,100}$/.test(name))
    throw malformed(
      '“basedOn” cannot be read. It is the id of a version or a content hash, without quotes. GET /api/{collection}/{id}?draft=true says which in its header ETag.',
    )
  return /^[0-9a-f]{64}$/.test(name) ? { as: 'hash', hash: name } : { as: 'version', id: name }
}

function baseOfTag(header: string): Base {
  if (header === '*') return { as: 'any' }
  const [, name] = /^(?:W\/)?"([\w-]{1,100})"$/.exec(header) ?? []
  if (name === undefined)
    throw malformed(
      '“If-Match” cannot be read. It is one entity tag: the id of a version or a content hash in double quotes, such as If-Match: "4f1c…", or *. GET /api/{collection}/{id}?draft=true says which in its header ETag.',
    )
  return baseOfName(name)
}

function malformed(message: string): EditorialError {
  return new EditorialError({ code: 'MALFORMED', message })
}
