import { ChangeLog } from '../dependencies/change-log.ts'
import type { PublicHead } from '../ledger/public-head.ts'
import type { News } from './messages.ts'

/** Which state of the public content holds, as the platform tells it. */
export class ToldHead {
  readonly changes = new ChangeLog()
  #head: PublicHead | null

  constructor(head: PublicHead | null) {
    this.#head = head
  }

  get head(): PublicHead | null {
    return this.#head
  }

  /** From now on nothing counts that the news has changed. */
  hear({ head, keys }: News): void {
    this.#head = head
    this.changes.add(keys)
  }
}
