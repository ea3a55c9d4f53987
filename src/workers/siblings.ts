import type { MeasuredTogether } from '../http/metrics.ts'
import type { Publication, PublicNews } from '../ledger/public-head.ts'
import { isOurs, type FromWorker, type ToWorker } from './messages.ts'

/** The other workers of the same primary, as one worker reaches them. */
export class Siblings implements MeasuredTogether, PublicNews {
  readonly #told = new Map<number, () => void>()
  readonly #measured = new Map<number, (metrics: object[][]) => void>()
  #measure: () => Promise<object[]> = () => Promise.resolve([])
  #joined: (() => void) | undefined
  #hear: (publications: readonly Publication[]) => void = () => undefined
  #takeOver: () => void = () => undefined
  /** What this worker published in the commit that is just being told. */
  #batch: { publications: Publication[]; told: Promise<void> } | undefined
  #last = 0

  constructor() {
    process.on('message', (message: unknown) => {
      if (isOurs(message)) this.#received(message as ToWorker)
    })
  }

  async join(hear: (publications: readonly Publication[]) => void): Promise<void> {
    this.#hear = hear
    const joined = new Promise<void>((resolve) => (this.#joined = resolve))
    say({ stationmaster: 'join' })
    await joined
  }

  /** What is published in one transaction is told at once. */
  tell(publication: Publication): Promise<void> {
    if (!this.#batch) {
      const publications: Publication[] = []
      const told = Promise.resolve().then(() => {
        this.#batch = undefined
        return this.#tellAll(publications)
      })
      this.#batch = { publications, told }
    }
    this.#batch.publications.push(publication)
    return this.#batch.told
  }

  /** Says that this worker takes requests. @param takeOver begins what one of all workers does on a timer */
  listening(port: number, takeOver: () => void): void {
    this.#takeOver = takeOver
    say({ stationmaster: 'listening', port })
  }

  measureWith(measure: () => Promise<object[]>): void {
    this.#measure = measure
  }

  measureAll(): Promise<object[][]> {
    const number = (this.#last += 1)
    const all = new Promise<object[][]>((resolve) => this.#measured.set(number, resolve))
    say({ stationmaster: 'measureAll', number })
    return all
  }

  #tellAll(publications: Publication[]): Promise<void> {
    const number = (this.#last += 1)
    const told = new Promise<void>((resolve) => this.#told.set(number, resolve))
    say({ stationmaster: 'published', number, publications })
    return told
  }

  #received(message: ToWorker): void {
    switch (message.stationmaster) {
      case 'joined':
        this.#joined?.()
        return
      case 'published':
        this.#hear(message.publications)
        say({ stationmaster: 'heard', number: message.number })
        return
      case 'told':
        this.#told.get(message.number)?.()
        this.#told.delete(message.number)
        return
      case 'measure':
        void this.#measure().then(
          (metrics) => say({ stationmaster: 'measured', number: message.number, metrics }),
          // Then it is left out of what is told.
          () => undefined,
        )
        return
      case 'allMeasured':
        this.#measured.get(message.number)?.(message.metrics)
        this.#measured.delete(message.number)
        return
      case 'takeOver':
        this.#takeOver()
    }
  }
}

/** Without a primary this process ends by itself: Node sees to that. */
function say(message: FromWorker): void {
  process.send?.(message, undefined, undefined, () => undefined)
}
