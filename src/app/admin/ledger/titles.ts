import type { EntryType } from '../../../ledger/entry.ts'

/** What a row of the ledger's list needs for its sentence. */
export interface ListedEntry {
  id: string
  sequence: number
  type: EntryType
  actorName: string | null
  documentCollection: string
  documentId: string
  /** What the document is called now; empty where it is gone. */
  title: string
}

type Tell = (entry: ListedEntry | null) => void

let waiting = new Map<string, Tell[]>()

/**
 * Looks up an entry with the title of its document, in two requests with all others that are asked for at the same
 * moment: a list asks once for a page, whatever columns it shows.
 *
 * @param api address of REST, such as `/api`
 * @param id of the row
 * @returns null where nothing is known
 */
export function titleOf(api: string, id: string): Promise<ListedEntry | null> {
  return new Promise((tell) => {
    if (waiting.size === 0) setTimeout(() => void lookUp(api))
    waiting.set(id, [...(waiting.get(id) ?? []), tell])
  })
}

async function lookUp(api: string): Promise<void> {
  const asked = waiting
  waiting = new Map()
  const entries = await entriesWithTitles(api, [...asked.keys()]).catch(
    () => new Map<string, ListedEntry>(),
  )
  for (const [id, tells] of asked) for (const tell of tells) tell(entries.get(id) ?? null)
}

async function entriesWithTitles(api: string, ids: string[]): Promise<Map<string, ListedEntry>> {
  const entries = await docsOf<Omit<ListedEntry, 'title'>>(`${api}/ledger-entries`, {
    field: 'id',
    values: ids,
    select: ['sequence', 'type', 'actorName', 'documentCollection', 'documentId'],
  })
  const keyOf = (one: { documentCollection: string; documentId: string }) =>
    `${one.documentCollection}/${one.documentId}`
  const standings = await docsOf<{ key: string; title?: string }>(`${api}/workflow-states`, {
    field: 'key',
    values: [...new Set(entries.map(keyOf))],
    select: ['key', 'title'],
  })
  const titles = new Map(standings.map(({ key, title }) => [key, title ?? '']))
  return new Map(
    entries.map((entry) => [entry.id, { ...entry, title: titles.get(keyOf(entry)) ?? '' }]),
  )
}

async function docsOf<Doc>(
  address: string,
  { field, select, values }: { field: string; select: string[]; values: string[] },
): Promise<Doc[]> {
  const query = new URLSearchParams({
    depth: '0',
    limit: String(values.length),
    [`where[${field}][in]`]: values.join(','),
    ...Object.fromEntries(select.map((name) => [`select[${name}]`, 'true'])),
  })
  const response = await fetch(`${address}?${query.toString()}`, {
    cache: 'no-store',
    credentials: 'include',
  })
  const { docs = [] } = (await response.json()) as { docs?: Doc[] }
  return docs
}
