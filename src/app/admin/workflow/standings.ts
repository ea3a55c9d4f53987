import type { State } from '../../../workflow/states.ts'

/** Where a document stands, as lists show it. */
export interface Standing {
  state: State
  live: boolean
  openOverride: boolean
  scheduleFailed: boolean
}

type Tell = (standing: Standing | null) => void

let waiting = new Map<string, Tell[]>()

/**
 * Looks up where a document stands, in one request with all others that are asked for at the same moment: a
 * list asks once for a page, not once for a row.
 *
 * @param api address of REST, such as `/api`
 * @returns null where nothing is known
 */
export function standingOf(
  api: string,
  { collection, id }: { collection: string; id: string },
): Promise<Standing | null> {
  return new Promise((tell) => {
    if (waiting.size === 0) setTimeout(() => void lookUp(api))
    const key = `${collection}/${id}`
    waiting.set(key, [...(waiting.get(key) ?? []), tell])
  })
}

async function lookUp(api: string): Promise<void> {
  const asked = waiting
  waiting = new Map()
  const standings = await standingsOf(api, [...asked.keys()]).catch(
    () => new Map<string, Standing>(),
  )
  for (const [key, tells] of asked) for (const tell of tells) tell(standings.get(key) ?? null)
}

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
