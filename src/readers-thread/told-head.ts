import { ChangeLog } from '../dependencies/change-log.ts'
import type { PublicHead } from '../ledger/public-head.ts'
import type { News } from './messages.ts'

/** Which state of the public content holds, as the platform tells it. */
export class ToldHead {
  readonly changes = new ChangeLog()
  #head: PublicHead | null
  #moment: number

  /** @param moment of the platform's change log */
  constructor({ head, moment }: { head: PublicHead | null; moment: number }) {
    this.#head = head
    this.#moment = moment
  }

  get head(): PublicHead | null {
    return this.#head
  }

  /** Until which moment of the platform's change log it knows what changed. */
  get moment(): number {
    return this.#moment
  }

  /** From now on nothing counts that the news has changed. */
  hear({ head, keys, moment }: News): void {
    this.#head = head
    this.#moment = moment
    this.changes.add(keys)
  }
}
