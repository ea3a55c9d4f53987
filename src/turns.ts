import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate } from 'node:timers/promises'

/** How long work goes on before it gives others their turn, in milliseconds. */
const shortestStretch = 4

/** How long work that had to wait goes on at most, in milliseconds. */
const longestStretch = 10

/** Longest that work waits for readers in one turn, in milliseconds. */
const longestWait = 50

const forReaders = new AsyncLocalStorage<true>()

/** How many answers for readers are being made. */
let underWay = 0
let lastTurn = performance.now()
/** How long other work may still be kept waiting: as long as it has worked, so that it gets half of the time. */
let patience = 0
/** How long other work goes on: as long as it waited before, within bounds. */
let stretch = shortestStretch

/**
 * Lets others go on, if work went on for some milliseconds. Long work calls it between its parts: the SQLite
 * client and the documents that are kept answer without waiting for anything, so a publication would
 * otherwise run from its beginning to its end while nobody else is answered.
 *
 * Readers go first: other work waits until no answer for readers is being made, but no longer than it has
 * worked itself.
 */
export function giveTurn(): Promise<void> | undefined {
  const worked = performance.now() - lastTurn
  if (worked <= shortestStretch) return undefined
  return forReaders.getStore() || worked > stretch ? letOthersIn() : undefined
}

/** How many small things are done before others may get their turn. */
const betweenTurns = 100

/**
 * Things of a list, in its order, of which so many come at a time that others can go on between them: the first at once, the
 * others as promises.
 */
export function inTurns<Item>(items: readonly Item[]): (Item | Promise<Item>)[] {
  let turn: Promise<void> | undefined
  return items.map((item, at) => {
    if (at > 0 && at % betweenTurns === 0) turn = (turn ?? Promise.resolve()).then(giveTurn)
    return turn ? turn.then(() => item) : item
  })
}

/** An answer for readers that is being made. */
export interface ReadersTurn {
  /** Does what makes it, and everything that follows from it, before other work. */
  run: (work: () => void) => void
  /** Says that it is made. May be called again. */
  end: () => void
}

/** Announces an answer for readers. Whoever does has to end it. */
export function readersTurn(): ReadersTurn {
  underWay += 1
  let isOver = false
  return {
    run: (work) => forReaders.run(true, work),
    end: () => {
      if (!isOver) underWay -= 1
      isOver = true
    },
  }
}

/** Does work that readers wait for as if it were begun for them. */
export function asForReaders<Result>(work: () => Result): Result {
  return forReaders.run(true, work)
}

async function letOthersIn(): Promise<void> {
  const from = performance.now()
  if (!forReaders.getStore()) patience = Math.min(longestWait, patience + from - lastTurn)
  await setImmediate()
  if (forReaders.getStore()) {
    lastTurn = performance.now()
    return
  }
  while (underWay > 0 && performance.now() - from < patience) await setImmediate()
  lastTurn = performance.now()
  const waited = lastTurn - from
  patience = Math.max(0, patience - waited)
  stretch = Math.min(longestStretch, Math.max(shortestStretch, waited))
}
