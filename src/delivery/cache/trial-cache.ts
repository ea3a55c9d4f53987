import { LRUCache } from 'lru-cache'

/** Part of the memory that is there at least for what was asked for once, and not yet again. */
const trialShare = 0.2

/**
 * Keeps what is asked for again and again within a bounded amount of memory.
 *
 * Everything is on trial until it is asked for a second time. A stream of questions that nobody asks twice
 * pushes out others on trial, and nothing that people keep asking for. What is on trial may take the memory that
 * nothing else needs yet: after a start, everything is.
 */
export class TrialCache<Value extends object | string> {
  readonly #onTrial: LRUCache<string, Value>
  readonly #kept: LRUCache<string, Value>
  readonly #maxBytes: number

  /** @param maxBytes most memory it may take; 0 keeps nothing */
  constructor({ maxBytes, sizeOf }: { maxBytes: number; sizeOf: (value: Value) => number }) {
    const cacheOf = (bytes: number) =>
      new LRUCache<string, Value>({
        maxSize: Math.max(1, Math.floor(bytes)),
        sizeCalculation: (value, key) => Math.max(1, sizeOf(value) + key.length),
      })
    this.#maxBytes = maxBytes
    this.#onTrial = cacheOf(maxBytes)
    this.#kept = cacheOf(maxBytes * (1 - trialShare))
  }

  get(key: string): Value | undefined {
    const kept = this.#kept.get(key)
    if (kept !== undefined) return kept
    const onTrial = this.#onTrial.get(key)
    if (onTrial === undefined) return undefined
    this.#onTrial.delete(key)
    this.#kept.set(key, onTrial)
    this.#makeRoom()
    return onTrial
  }

  add(key: string, value: Value): void {
    if (this.#kept.has(key)) return
    this.#onTrial.set(key, value)
    this.#makeRoom()
  }

  delete(key: string): void {
    this.#kept.delete(key)
    this.#onTrial.delete(key)
  }

  /** Counts a value anew that has become larger. */
  grown(key: string, value: Value): void {
    for (const cache of [this.#kept, this.#onTrial]) {
      if (cache.peek(key) !== value) continue
      // A value that is set again keeps the size it had.
      cache.delete(key)
      cache.set(key, value)
    }
    this.#makeRoom()
  }

  clear(): void {
    this.#kept.clear()
    this.#onTrial.clear()
  }

  /** Lets go of what has been on trial longest. */
  #makeRoom(): void {
    const room = Math.max(this.#maxBytes * trialShare, this.#maxBytes - this.#kept.calculatedSize)
    while (this.#onTrial.calculatedSize > room) this.#onTrial.pop()
  }

  /** How much it holds, and the memory that takes in bytes. */
  get usage(): { count: number; bytes: number } {
    return {
      count: this.#kept.size + this.#onTrial.size,
      bytes: this.#kept.calculatedSize + this.#onTrial.calculatedSize,
    }
  }
}
