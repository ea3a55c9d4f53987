/** A table as Payload describes it before Drizzle makes it. */
export interface Table {
  indexes?: Record<string, { on: string | string[] }>
}

/** What a table calls the document that its rows belong to. */
const parents = ['_parentID', 'parent']

/**
 * Has the words of one document found by its id. Payload indexes them by language and document, or by place
 * and document, in this order. A document is always read in all languages and places at once, for which
 * SQLite can use no such index: it went through the words of all documents for every one that was read.
 */
export function indexParentsFirst(tables: Record<string, Table>): void {
  for (const { indexes = {} } of Object.values(tables))
    for (const index of Object.values(indexes))
      if (Array.isArray(index.on)) index.on.sort((one, other) => rank(one) - rank(other))
}

function rank(column: string): number {
  return parents.includes(column) ? 0 : 1
}
