import {
  GraphQLError,
  parse,
  validate,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type Source,
} from 'graphql'
import type { SanitizedConfig } from 'payload'
import { isStaff, type Actor } from '../../access/roles.ts'
import { mostTokens } from '../delivery/cache/questions.ts'
import { TrialCache } from '../delivery/cache/trial-cache.ts'
import { deepestQuery } from './graphql-limits.ts'
import { graphqlSchema } from './graphql-schema.ts'
import { once } from '../memoize.ts'
import { readerSchema } from './reader-schema/index.ts'

/** Most memory for questions that were found to be valid, in bytes, for each of the schemas. */
const memoryForQuestions = 8 * 1024 * 1024

/** About what a parsed question takes for each character of its text. */
const bytesForCharacter = 100

/** A schema, and how questions for it are read and checked. */
export interface AskableSchema {
  schema: GraphQLSchema
  parse: (source: Source | string) => DocumentNode
  validate: typeof validate
}

/**
 * The schemas that are served: the whole one for the team, and for everybody else what they can use of it. Each is made
 * once, when it is first asked for: together they take longer than everything else at the start.
 *
 * @returns which of them somebody is given
 */
export function graphqlSchemas(
  config: SanitizedConfig,
): (actor: unknown, given: { ofDrafts: boolean }) => AskableSchema {
  const whole = once(() => graphqlSchema(config).schema)
  const readers = once(() => readerSchema(whole(), config))
  const forStaff = once(() => askable(whole()))
  const forReaders = once(() => askable(readers(), { whole: whole(), refuse: notSignedIn }))
  const forTheRoleless = once(() => askable(readers(), { whole: whole(), refuse: noRole }))
  // Drafts may lack anything.
  const forPreviews = once(() =>
    askable(readerSchema(whole(), config, { lenient: true }), {
      whole: whole(),
      refuse: notSignedIn,
    }),
  )
  return (actor, { ofDrafts }) => {
    if (ofDrafts) return forPreviews()
    if (isStaff(actor as Actor)) return forStaff()
    return actor ? forTheRoleless() : forReaders()
  }
}

/**
 * Reads and checks questions for one schema. Front ends ask few different ones, so those that hold to
 * GraphQL's own rules are remembered; what a question may cost depends on its variables and on who asks,
 * and is counted each time.
 *
 * @param team how a question is refused that only the team may ask, which is valid in the whole schema. So
 * somebody who was signed out is told from somebody who is mistaken.
 */
function askable(
  schema: GraphQLSchema,
  team?: { whole: GraphQLSchema; refuse: (error: GraphQLError) => GraphQLError },
): AskableSchema {
  const known = new TrialCache<DocumentNode>({
    maxBytes: memoryForQuestions,
    sizeOf: ({ loc }) => (loc?.source.body.length ?? 0) * bytesForCharacter,
  })
  const valid = new WeakSet<DocumentNode>()
  return {
    schema,
    parse: (source) => {
      const text = typeof source === 'string' ? source : source.body
      try {
        return known.get(text) ?? parse(source, { maxTokens: mostTokens })
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        throw new GraphQLError(
          `This query is nested too deep to be read. Ask for at most ${deepestQuery} fields inside each other.`,
        )
      }
    },
    /**
     * GraphQL's own rules first, and the limits only on a question that makes sense: counting the cost of
     * fragments that hold themselves would never end.
     */
    validate: (asked, document, limits) => {
      if (!valid.has(document)) {
        const errors = validate(asked, document)
        const [first] = errors
        if (first && team && validate(team.whole, document).length === 0)
          return [team.refuse(first)]
        if (first) return errors
        valid.add(document)
        if (document.loc) known.add(document.loc.source.body, document)
      }
      try {
        return validate(asked, document, limits)
      } catch (error) {
        // The cost rule gives up in this way on a question with too many parts.
        if (error instanceof GraphQLError) return [error]
        throw error
      }
    },
  }
}

function notSignedIn({ nodes }: GraphQLError): GraphQLError {
  return new GraphQLError(
    `Nobody is signed in, and ${named(nodes)} is for people with a role. Sign in, or leave it out.`,
    { nodes: nodes ?? null, extensions: { code: 'NOT_SIGNED_IN' } },
  )
}

function noRole({ nodes }: GraphQLError): GraphQLError {
  return new GraphQLError(
    `Your account has no role, and ${named(nodes)} is for people with one. Ask an administrator for a role, or leave it out.`,
    { nodes: nodes ?? null, extensions: { code: 'NOT_PERMITTED' } },
  )
}

function named(nodes: readonly ASTNode[] | undefined): string {
  const name = nodes?.map(nameOf).find((one) => one !== undefined)
  return name === undefined ? 'this' : `“${name}”`
}

function nameOf(node: ASTNode): string | undefined {
  return 'name' in node && node.name && 'value' in node.name ? String(node.name.value) : undefined
}
