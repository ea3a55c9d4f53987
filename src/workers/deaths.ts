/** How many workers in a row may end before they take requests. */
const mostFailedStarts = 5

/** How many times each worker may end, on average, within `window`. */
const mostDeathsEach = 5

/** In milliseconds. */
const window = 60_000

/** Pause before a worker is replaced after the first failed start, and the longest one, in milliseconds. */
const firstPause = 250
const longestPause = 5_000

/** Decides when a worker that ended is replaced, and when that has no end. */
export class Deaths {
  readonly #most: number
  /** When workers ended that had taken requests. */
  #times: number[] = []
  #failedStarts = 0

  /** @param workers how many there are at a time */
  constructor(workers: number) {
    this.#most = mostDeathsEach * workers
  }

  /** A worker takes requests. */
  started(): void {
    this.#failedStarts = 0
  }

  /**
   * A worker ended.
   *
   * @param hadStarted whether it ever took requests
   * @param at in milliseconds
   * @returns after how many milliseconds another is started; null when that would go on for ever
   */
  ended({ at, hadStarted }: { at: number; hadStarted: boolean }): number | null {
    if (hadStarted) this.#times.push(at)
    else this.#failedStarts += 1
    this.#times = this.#times.filter((time) => time > at - window)
    if (this.#failedStarts >= mostFailedStarts || this.#times.length > this.#most) return null
    return this.#failedStarts === 0
      ? 0
      : Math.min(longestPause, firstPause * 2 ** (this.#failedStarts - 1))
  }
}
