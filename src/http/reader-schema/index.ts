import type { GraphQLSchema } from 'graphql'
import type { SanitizedConfig } from 'payload'
import { describe } from './descriptions.ts'
import { withHonestNulls } from './honest-nulls.ts'
import { originsIn } from './origins.ts'
import { unify } from './unify.ts'
import { whatReadersUse } from './what-readers-use.ts'

/**
 * The schema for everybody without a role, made of the one that is served to the team: what readers can use
 * of it, with descriptions, few types, and no null where a live document always has something.
 *
 * The data that goes through: `originsIn` says which part of `collections/` each part of the schema is of;
 * `whatReadersUse` leaves the rest out; then marks, types and descriptions are put right.
 *
 * @param lenient whether anything may be null, as it may in drafts
 */
export function readerSchema(
  schema: GraphQLSchema,
  config: SanitizedConfig,
  { lenient = false }: { lenient?: boolean } = {},
): GraphQLSchema {
  const origins = originsIn(schema, config)
  const used = whatReadersUse(schema, config, origins)
  const marked = lenient ? used : withHonestNulls(used, origins)
  // Once with the names that Payload gave, and once for what is shared now.
  describe(marked, origins)
  const unified = unify(marked, origins)
  describe(unified, origins)
  return unified
}
