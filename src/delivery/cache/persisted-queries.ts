import { createHash } from 'node:crypto'
import { TrialCache } from './trial-cache.ts'
import { questionInOneSpelling, type GraphqlQuestion } from './questions.ts'

/** Most memory for queries that clients have registered, in bytes. */
const mostMemory = 4 * 1024 * 1024

/** Longest query that is kept, in characters. */
const longestQuery = 32_000

/** Why a question that names its query by hash cannot be answered. */
export type PersistedRefusal =
  'PERSISTED_QUERY_NOT_FOUND' | 'PERSISTED_QUERY_MISMATCH' | 'PERSISTED_QUERY_UNREADABLE'

/**
 * Automatic persisted queries, as Apollo Client and urql speak them: a client sends the SHA-256 of a query;
 * when it is not known here, it sends the query along once, and the hash alone from then on.
 *
 * https://www.apollographql.com/docs/apollo-server/performance/apq
 */
export class PersistedQueries {
  readonly #queries = new TrialCache<string>({
    maxBytes: mostMemory,
    sizeOf: (query) => query.length,
  })

  /** The same question with its query written out, or why that cannot be had. */
  writtenOut(question: GraphqlQuestion): GraphqlQuestion | PersistedRefusal {
    const persisted = persistedQueryOf(question)
    if (persisted === undefined) return question
    const { version, sha256Hash } = persisted
    if (version !== 1 || typeof sha256Hash !== 'string' || !/^[0-9a-f]{64}$/i.test(sha256Hash))
      return 'PERSISTED_QUERY_UNREADABLE'
    const hash = sha256Hash.toLowerCase()
    const { query } = question
    if (query === undefined || query === null || query === '') {
      const known = this.#queries.get(hash)
      return known === undefined ? 'PERSISTED_QUERY_NOT_FOUND' : { ...question, query: known }
    }
    if (typeof query !== 'string') return question
    if (createHash('sha256').update(query).digest('hex') !== hash) return 'PERSISTED_QUERY_MISMATCH'
    // Mutations are never asked for by hash: nobody needs to ask them twice.
    if (query.length <= longestQuery && questionInOneSpelling(question) !== null)
      this.#queries.add(hash, query)
    return question
  }
}

function persistedQueryOf({
  extensions,
}: GraphqlQuestion): { version?: unknown; sha256Hash?: unknown } | undefined {
  if (typeof extensions !== 'object' || extensions === null) return undefined
  const { persistedQuery } = extensions as { persistedQuery?: unknown }
  return typeof persistedQuery === 'object' && persistedQuery !== null ? persistedQuery : undefined
}
