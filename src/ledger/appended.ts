const key = Symbol.for('stationmaster.entries-appended')

/**
 * How many entries this process has appended to the ledger, committed or not. While the number stays the same, entries
 * that were read in a transaction are still all there are in it.
 */
export function entriesAppended(): number {
  return (globalThis as { [key]?: number })[key] ?? 0
}

/** Counts an entry. */
export function countAppended(): void {
  ;(globalThis as { [key]?: number })[key] = entriesAppended() + 1
}
