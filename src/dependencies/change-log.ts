import { anyChange } from './keys.ts'

/** Most keys of which it is known when they last changed. Beyond them, everything counts as changed. */
const mostKeys = 200_000

/**
 * When each key last changed, as long as this process runs. Moments are counted: another one begins with every
 * change.
 */
export class ChangeLog {
  readonly #mostKeys: number
  readonly #last = new Map<string, number>()
  #moment = 0
  /** Before this moment, everything counts as changed. */
  #floor = 0

  constructor({ most = mostKeys }: { most?: number } = {}) {
    this.#mostKeys = most
  }

  get moment(): number {
    return this.#moment
  }

  /** Begins another moment. @param keys what changed with it; null where that is not known */
  add(keys: readonly string[] | null): void {
    this.#moment += 1
    if (keys === null || this.#last.size + keys.length > this.#mostKeys) {
      this.#floor = this.#moment
      this.#last.clear()
      return
    }
    for (const key of keys) this.#last.set(key, this.#moment)
  }

  /** Whether any of the keys changed after a moment. */
  changedSince(keys: readonly string[], moment: number): boolean {
    if (moment === this.#moment) return false
    return this.lastChange(keys) > moment
  }

  /** Those of the keys that changed after a moment; null where that is not known of each. */
  changedKeys(keys: readonly string[], moment: number): string[] | null {
    if (this.#floor > moment) return null
    return keys.filter((key) => this.changedSince([key], moment))
  }

  /** Whether nothing changed of what something is made of. Found out once for each moment, and not each time. */
  holds(made: { readonly keys: readonly string[]; holdsAt: number }): boolean {
    if (made.holdsAt === this.#moment) return true
    if (this.changedSince(made.keys, made.holdsAt)) return false
    made.holdsAt = this.#moment
    return true
  }

  /** The moment with which the last change of any of the keys began; 0 when none changed since the start. */
  lastChange(keys: readonly string[]): number {
    let last = this.#floor
    for (const key of keys) {
      const moment = key === anyChange ? this.#moment : (this.#last.get(key) ?? 0)
      if (moment > last) last = moment
    }
    return last
  }
}
