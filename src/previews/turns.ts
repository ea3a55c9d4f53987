import { EditorialError } from '../errors.ts'
import type { LayOver, Overlay } from './overlay.ts'

/** Most reads of previews that wait for their turn. */
const mostWaiting = 200

/** Longest that one of them waits, and longest that one takes, in milliseconds. */
const longestWait = 10_000
const longestRead = 5_000

/** How many overlays there are at once, and what one is used for. */
export interface TurnSettings {
  atOnce: number
  /** Most reads that are made at once in one overlay. */
  together: number
  /** How long an overlay takes in reads that came later, in milliseconds. */
  open: number
}

/** A read that waits, and how to tell whoever waits for it. */
interface Waiting {
  asked: number
  /** Reads, and tells. Never throws. */
  serve: (overlay: Overlay) => Promise<void>
  refuse: (error: unknown) => void
}

interface Line {
  layOver: LayOver
  waiting: Waiting[]
}

/**
 * Lets few overlays be open at once, and refuses reads for which the wait would be long.
 *
 * Reads of the same preview that come close together share one overlay: a page asks many questions, and the
 * drafts are laid over what is live once for all of them. On SQLite an overlay has the one connection that
 * writes, so there is one at a time and for a short while: what is to be published waits for one overlay at
 * most, never for all that stand in line.
 */
export class PreviewTurns {
  readonly #settings: TurnSettings
  /** By preview; the first goes next. */
  readonly #lines = new Map<string, Line>()
  #waiting = 0
  #open = 0

  constructor(settings: TurnSettings) {
    this.#settings = settings
  }

  /**
   * @param id of the preview; reads of one preview may share an overlay
   * @throws EditorialError UNAVAILABLE when too many wait already, or when it takes too long
   */
  read<Result>(
    { id, layOver }: { id: string; layOver: LayOver },
    read: (overlay: Overlay) => Promise<Result>,
  ): Promise<Result> {
    if (this.#waiting >= mostWaiting) return Promise.reject(busy())
    return new Promise<Result>((resolve, reject) => {
      const serve = async (overlay: Overlay) => {
        try {
          resolve(await inTime(read(overlay)))
        } catch (error) {
          reject(error as Error)
        }
      }
      const line = this.#lines.get(id) ?? { layOver, waiting: [] }
      line.waiting.push({ asked: performance.now(), serve, refuse: reject })
      this.#lines.set(id, line)
      this.#waiting += 1
      this.#next()
    })
  }

  #next(): void {
    const [id] = this.#lines.keys()
    if (id === undefined || this.#open >= this.#settings.atOnce) return
    const { layOver } = this.#lines.get(id)!
    this.#open += 1
    void this.#serve(id, layOver).finally(() => {
      this.#open -= 1
      this.#next()
    })
  }

  async #serve(id: string, layOver: LayOver): Promise<void> {
    let batch = this.#take(id)
    try {
      await layOver(async (overlay) => {
        const until = performance.now() + this.#settings.open
        while (batch.length > 0) {
          await Promise.all(batch.map(({ serve }) => serve(overlay)))
          batch = performance.now() < until ? this.#take(id) : []
        }
      })
    } catch (error) {
      for (const { refuse } of batch) refuse(error)
    }
  }

  /** The first of a line; those that are left stand behind all other lines. */
  #take(id: string): Waiting[] {
    const line = this.#lines.get(id)
    if (!line) return []
    const taken = line.waiting.splice(0, this.#settings.together)
    this.#waiting -= taken.length
    this.#lines.delete(id)
    if (line.waiting.length > 0) this.#lines.set(id, line)
    return taken.filter(({ asked, refuse }) => {
      const isLate = performance.now() - asked > longestWait
      if (isLate) refuse(busy())
      return !isLate
    })
  }
}

/** Gives up a read that takes too long. What it still finds is given to nobody. */
async function inTime<Result>(read: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(busy()), longestRead)
  })
  try {
    return await Promise.race([read, late])
  } finally {
    clearTimeout(timer)
    read.catch(() => undefined)
  }
}

function busy(): EditorialError {
  return new EditorialError({
    code: 'UNAVAILABLE',
    message: 'Too many previews are being read right now. Try again in a moment.',
    retryAfter: 2,
  })
}
