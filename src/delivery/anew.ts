import { AsyncLocalStorage } from 'node:async_hooks'

/** An answer that is made past everything that is kept. */
interface Anew {
  /** Where a page that is made has to ask the API, so that what it is made of is made anew, too. */
  api: string
}

const anew = new AsyncLocalStorage<Anew>()

/**
 * Does work for which nothing counts that was kept for readers: answers, documents, lists of pages. What it finds is
 * what the database has.
 */
export function makeAnew<Result>(how: Anew, work: () => Result): Result {
  return anew.run(how, work)
}

/** Whether it is asked on the way to an answer that is made anew. */
export function isMadeAnew(): boolean {
  return anew.getStore() !== undefined
}

/** Where a page asks the API that is made anew; undefined for every other page. */
export function apiAnew(): string | undefined {
  return anew.getStore()?.api
}
