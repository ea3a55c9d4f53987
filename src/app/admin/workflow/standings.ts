import type { State } from '../../../workflow/states.ts'
import { askedTogether } from './asked-together.ts'

/** Where a document stands, as lists show it. */
export interface Standing {
  state: State
  live: boolean
  openOverride: boolean
  scheduleFailed: boolean
}

/**
 * Looks up where a document stands, together with all others that are asked for at the same moment.
 *
 * @param api address of REST, such as `/api`
 * @returns null where nothing is known
 */
export const standingOf = askedTogether<Standing>(standingsOf)

async function standingsOf(api: string, keys: string[]): Promise<Map<string, Standing>> {
  const query = new URLSearchParams({
    depth: '0',
    limit: String(keys.length),
    'where[key][in]': keys.join(','),
    ...Object.fromEntries(
      ['key', 'state', 'live', 'openOverride', 'scheduleFailed'].map((name) => [
        `select[${name}]`,
        'true',
      ]),
    ),
  })
  const response = await fetch(`${api}/workflow-states?${query.toString()}`, {
    cache: 'no-store',
    credentials: 'include',
  })
  const { docs = [] } = (await response.json()) as { docs?: (Standing & { key: string })[] }
  return new Map(docs.map((doc) => [doc.key, doc]))
}
