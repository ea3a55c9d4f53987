const key = Symbol.for('stationmaster.entries-appended')

/**
 * How many entries this process has appended to the ledger, committed or not. While the number stays the same, nothing
 * else was decided in a transaction than what was read of it.
 */
export function entriesAppended(): number {
  return (globalThis as { [key]?: number })[key] ?? 0
}

/** Counts an entry. */
export function countAppended(): void {
  ;(globalThis as { [key]?: number })[key] = entriesAppended() + 1
}
