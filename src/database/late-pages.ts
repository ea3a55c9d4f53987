import type { BaseDatabaseAdapter, DatabaseAdapterObj, JoinQuery, Where } from 'payload'
import { aroundMethods, changeDatabase } from './around-methods.ts'

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
  return changeDatabase(adapter, (database) =>
    aroundMethods<Question, Answer, keyof typeof lists>(
      database,
      ['find', 'queryDrafts'],
      (list, method) => async (question) => {
        const { limit = 0, page = 1 } = question
        if ((page - 1) * limit < fewBefore) return list(question)
        const id = lists[method]
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
      },
    ),
  )
}
