import type { Stops } from './stops.ts'

/** Where the browser keeps, for as long as the tab is open, which stations were saved on the map. */
const key = 'stationmaster-map-set'

/** The stations that were saved on the map in this tab and were not sent to review since. */
export function gatheredOf(stops: Stops): string[] {
  return kept().filter((id) =>
    ['draft', 'changesRequested'].includes(stops.get(id)?.state ?? 'published'),
  )
}

/** Gathers more of them. */
export function gather(ids: readonly string[]): void {
  keep([...new Set([...kept(), ...ids])])
}

/** Lets all of them go: they stay drafts. */
export function forgetGathered(): void {
  keep([])
}

function kept(): string[] {
  const ids: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
  return Array.isArray(ids) ? ids.map(String) : []
}

function keep(ids: readonly string[]): void {
  sessionStorage.setItem(key, JSON.stringify(ids))
}
