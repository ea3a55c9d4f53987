import type { Payload } from 'payload'
import { addUses } from './rows.ts'

/** How long uses are gathered before they are written down, in milliseconds. */
const interval = 10_000

interface Uses {
  times: number
  last: Date
}

/**
 * Counts how often each preview is read. What was counted is written down every ten seconds, one write for
 * each preview, so that a page that reads a hundred times writes once. A process that is killed forgets the
 * last seconds; with several processes each adds what it counted.
 */
export class PreviewUses {
  readonly #payload: Payload
  #waiting = new Map<string, Uses>()
  #timer: NodeJS.Timeout | undefined
  #storing: Promise<void> = Promise.resolve()

  constructor(payload: Payload) {
    this.#payload = payload
  }

  count(previewId: string): void {
    const times = (this.#waiting.get(previewId)?.times ?? 0) + 1
    this.#waiting.set(previewId, { times, last: new Date() })
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      void this.store()
    }, interval).unref()
  }

  /** Writes down what was counted. */
  async store(): Promise<void> {
    this.#storing = this.#storing.then(() => this.#write())
    await this.#storing
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    await this.store()
  }

  async #write(): Promise<void> {
    const counted = this.#waiting
    this.#waiting = new Map()
    for (const [id, uses] of counted) {
      try {
        await addUses(this.#payload, id, uses)
      } catch (error) {
        // A count that is lost harms nobody, and a read that fails because of it would.
        this.#payload.logger.warn({ err: error, msg: 'The uses of a preview could not be stored.' })
      }
    }
  }
}

const counters = new WeakMap<Payload, PreviewUses>()

/** The counter of an installation that is running. */
export function usesOf(payload: Payload): PreviewUses {
  const known = counters.get(payload)
  if (known) return known
  const uses = new PreviewUses(payload)
  counters.set(payload, uses)
  return uses
}
