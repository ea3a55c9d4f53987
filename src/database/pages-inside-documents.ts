import type { BaseDatabaseAdapter, DatabaseAdapterObj, JoinQuery } from 'payload'
import { aroundMethods, changeDatabase } from './around-methods.ts'

type Joins = Record<string, { limit?: number; page?: number } | false | undefined>

interface Question {
  joins?: JoinQuery
}

/** A list inside a document as the adapter answers it. */
interface Within {
  docs?: unknown[]
  hasNextPage?: boolean
}

/**
 * Gives every page of the lists inside documents.
 *
 * Payload's SQLite adapter leaves documents out from the third page on, because it counts the one it looks ahead
 * as part of each page before. Its second page begins where the first one ended, so a later page is asked for as
 * the second of longer pages, and cut. Inside drafts it looks for what is asked of a list under another name
 * than the one given, and answers all of the list instead.
 */
export function pageInsideDocuments(
  adapter: DatabaseAdapterObj<BaseDatabaseAdapter>,
): DatabaseAdapterObj<BaseDatabaseAdapter> {
  return changeDatabase(adapter, (database) =>
    aroundMethods<Question, unknown>(
      database,
      ['find', 'findOne', 'queryDrafts'],
      (ask, method) => async (question) => {
        if (!question.joins) return ask(question)
        const late = latePages(question.joins)
        const joins = asSecondPages(question.joins, late)
        const answer = await ask({
          ...question,
          joins: method === 'queryDrafts' ? withinVersions(joins) : joins,
        })
        const docs = method === 'findOne' ? [answer] : (answer as { docs: unknown[] }).docs
        for (const doc of docs) cutPages(doc, late)
        return answer
      },
    ),
  )
}

/** Lists of which a page after the second is asked for, and how many documents it has at most. */
function latePages(joins: JoinQuery): Map<string, number> {
  const pages = Object.entries(joins as Joins)
  return new Map(
    pages.flatMap(([path, join]): [string, number][] =>
      join && (join.page ?? 1) > 2 && (join.limit ?? 0) > 0 ? [[path, join.limit!]] : [],
    ),
  )
}

function asSecondPages(joins: JoinQuery, late: Map<string, number>): JoinQuery {
  const asked = joins as Joins
  const longer = [...late].map(([path, limit]) => {
    const join = asked[path] as { page: number }
    return [path, { ...join, page: 2, limit: limit * (join.page - 1) }]
  })
  return { ...asked, ...Object.fromEntries(longer) } as JoinQuery
}

/** Drafts are kept in versions, which have the document under this name. */
function withinVersions(joins: JoinQuery): JoinQuery {
  const named = Object.entries(joins as Joins).map(([path, join]) => [`version.${path}`, join])
  return Object.fromEntries(named) as JoinQuery
}

function cutPages(doc: unknown, late: Map<string, number>): void {
  for (const [path, limit] of late) {
    let within: unknown = doc
    for (const name of path.split('.')) within = (within as Record<string, unknown> | null)?.[name]
    const list = within as Within | undefined
    if (!list?.docs || list.docs.length <= limit) continue
    list.docs = list.docs.slice(0, limit)
    list.hasNextPage = true
  }
}
