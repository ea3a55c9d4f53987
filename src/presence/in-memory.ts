import { holdSeconds, type PresenceRow, type PresenceStore } from './store.ts'

/** Keeps it in the memory of this process: an embedded database has no other. */
export function presenceInMemory(): PresenceStore {
  const rows = new Map<string, PresenceRow>()
  let sweep: ReturnType<typeof setTimeout> | undefined

  const removeOld = () => {
    sweep = undefined
    for (const [key, { until }] of rows) if (until <= Date.now()) rows.delete(key)
    if (rows.size > 0) sweepLater()
  }
  const sweepLater = () => {
    sweep ??= setTimeout(removeOld, holdSeconds * 1000).unref()
  }
  const all = async (now: number) => [...rows.values()].filter(({ until }) => until > now)
  return {
    put: async (row) => {
      rows.set(keyOf(row), row)
      sweepLater()
    },
    remove: async (tabs) => {
      for (const tab of tabs) rows.delete(keyOf(tab))
    },
    at: async (now, place) =>
      (await all(now)).filter(
        ({ collection, document }) =>
          !place || (collection === place.collection && document === place.id),
      ),
    of: async (person, now) => (await all(now)).filter((row) => row.person === person),
  }
}

function keyOf({ person, tab }: Pick<PresenceRow, 'person' | 'tab'>): string {
  return `${person} ${tab}`
}
