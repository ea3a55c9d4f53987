import { EditorialError } from '../errors.ts'

/** A place that was taken. */
export interface Place {
  /** Gives it back. May be called again. */
  leave: () => void
}

/**
 * As many places as work may go on at a time. Whoever finds none free is told at once when to come back,
 * rather than made to wait: a queue would hold what it cannot serve.
 */
export class Places {
  readonly #most: number
  readonly #refusal: { message: string; retryAfter: number }
  #taken = 0

  /**
   * @param most how many there are
   * @param refusal what somebody is told who finds none free, and how many seconds to wait
   */
  constructor(most: number, refusal: { message: string; retryAfter: number }) {
    this.#most = most
    this.#refusal = refusal
  }

  /** @throws EditorialError UNAVAILABLE, with the seconds to wait, when none is free */
  take(): Place {
    if (this.#taken >= this.#most)
      throw new EditorialError({ code: 'UNAVAILABLE', ...this.#refusal })
    this.#taken += 1
    let isTaken = true
    return {
      leave: () => {
        if (isTaken) this.#taken -= 1
        isTaken = false
      },
    }
  }
}
