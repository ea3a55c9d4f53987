import type { Where } from 'payload'

/** What a list is narrowed by and how it is ordered: what a person saves under a name. */
export interface Filter {
  search?: string
  sort?: string
  where?: Where
}

/** A filter of one person for the lists of one content type. */
export interface SavedFilter extends Filter {
  name: string
}

/** Most filters of one person for one content type, and most characters of a name. */
export const mostFilters = 20
export const longestName = 60

/** Most characters of a filter, as JSON: more than anybody puts together by hand. */
export const longestFilter = 10_000

/** The filters among stored values. What is damaged, or was stored by another program, is left out. */
export function readFilters(stored: unknown): SavedFilter[] {
  if (!Array.isArray(stored)) return []
  return stored.filter(isFilter).slice(0, mostFilters).map(onlyFilter)
}

/** The filter of a list, as far as it has one. */
export function filterOf({ search, sort, where }: { [name: string]: unknown }): Filter {
  return {
    ...(typeof search === 'string' && search.trim() !== '' ? { search } : {}),
    ...(typeof sort === 'string' && sort !== '' ? { sort } : {}),
    ...(hasConditions(where) ? { where: where as Where } : {}),
  }
}

/** Whether two filters ask for the same, in the same order. */
export function isSame(one: Filter, other: Filter): boolean {
  return JSON.stringify(filterOf({ ...one })) === JSON.stringify(filterOf({ ...other }))
}

/**
 * With one more filter, in the order of their names. One of the same name, whatever the case, is replaced.
 *
 * @returns why it cannot be kept, or all filters
 */
export function withFilter(
  filters: readonly SavedFilter[],
  added: SavedFilter,
): SavedFilter[] | 'no name' | 'too long' | 'too many' {
  const name = added.name.trim().replace(/\s+/g, ' ').slice(0, longestName)
  if (name === '') return 'no name'
  if (JSON.stringify(filterOf({ ...added })).length > longestFilter) return 'too long'
  const others = filters.filter((one) => one.name.toLowerCase() !== name.toLowerCase())
  if (others.length >= mostFilters) return 'too many'
  return [...others, { name, ...filterOf({ ...added }) }].sort((one, other) =>
    one.name.localeCompare(other.name),
  )
}

function isFilter(one: unknown): one is SavedFilter {
  const { name } = (one ?? {}) as { name?: unknown }
  return typeof name === 'string' && name.trim() !== ''
}

function onlyFilter(stored: SavedFilter): SavedFilter {
  return { name: stored.name.slice(0, longestName), ...filterOf({ ...stored }) }
}

function hasConditions(where: unknown): boolean {
  return typeof where === 'object' && where !== null && Object.keys(where).length > 0
}
