import type { Context, Redirect } from '../page-model.ts'
import type { WhereFragment } from '../questions/generated.ts'

/**
 * The redirect of a document that is public under another address than was asked for: an old name, an
 * alias, or another spelling. Null where this is the address.
 */
export function leadsElsewhere(
  { pathname }: Pick<Context, 'pathname'>,
  address: Pick<WhereFragment, 'path' | 'withdrawn'> | null,
): Redirect | null {
  if (!address?.path || address.withdrawn) return null
  return address.path === pathname ? null : { status: 301, location: address.path }
}
