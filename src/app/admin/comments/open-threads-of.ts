import { mostCounted } from '../../../comments/limits.ts'
import type { OpenThreads } from '../../../comments/open-threads.ts'
import { askedTogether } from '../workflow/asked-together.ts'

/**
 * How many open threads a document has, counted together with all others that are asked for at the same moment.
 *
 * @param api address of REST, such as `/api`
 * @returns null where that could not be looked up
 */
export const openThreadsOf = askedTogether<number>(async (api, keys) => {
  const counts = new Map<string, number>()
  for (let at = 0; at < keys.length; at += mostCounted) {
    const documents = keys.slice(at, at + mostCounted).join(',')
    const response = await fetch(
      `${api}/comments/open?documents=${encodeURIComponent(documents)}`,
      { cache: 'no-store', credentials: 'include' },
    )
    const { docs = [] } = (await response.json()) as Partial<OpenThreads>
    for (const { collection, id, open } of docs) counts.set(`${collection}/${id}`, open)
  }
  return counts
})
