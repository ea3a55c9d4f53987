import type { BaseDatabaseAdapter, DatabaseAdapterObj, JoinQuery, Where } from 'payload'

interface Question {
  joins?: JoinQuery
  limit?: number
  page?: number
  pagination?: boolean
  select?: object
  where?: Where
}

interface Answer {
  docs: { id: string }[]
}

type List = (question: Question) => Promise<Answer>

/** How many documents may come before a page that is still read as it is. */
const fewBefore = 100

/** Lists of the adapter, and what the id of a document is called in them. */
const lists = { find: 'id', queryDrafts: 'parent' } as const

/**
 * Reads a late page of a list in two steps: first which documents are on it, then these. SQLite puts all that comes
 * before a page in order with everything it would answer of it, which takes long for thousands of documents with
 * their translations and lists.
 */
export function readLatePagesById(
  adapter: DatabaseAdapterObj<BaseDatabaseAdapter>,
): DatabaseAdapterObj<BaseDatabaseAdapter> {
  return {
    ...adapter,
    init: (args) => {
      const database = adapter.init(args)
      const methods = database as unknown as Record<keyof typeof lists, List>
      for (const [method, id] of Object.entries(lists) as [keyof typeof lists, string][]) {
        const list = methods[method].bind(database)
        methods[method] = async (question) => {
          const { limit = 0, page = 1 } = question
          if ((page - 1) * limit < fewBefore) return list(question)
          const answer = await list({ ...question, joins: false as never, select: { [id]: true } })
          if (answer.docs.length === 0) return answer
          const where = { [id]: { in: answer.docs.map((doc) => doc.id) } }
          const { docs } = await list({
            ...question,
            limit: answer.docs.length,
            page: 1,
            pagination: false,
            where,
          })
          return { ...answer, docs }
        }
      }
      return database
    },
  } as DatabaseAdapterObj<BaseDatabaseAdapter>
}
