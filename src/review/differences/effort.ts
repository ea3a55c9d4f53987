import { diffArrays } from 'diff'

/** A stretch of two lists: in both, or in one of them. */
export interface Stretch {
  count: number
  in: 'both' | 'before' | 'after'
}

/** Most entries that two lists may differ by. Finding them takes half the square of that in steps. */
const mostEdits = 1500

/** Steps for one comparison of two documents: about two seconds on a slow machine. */
const steps = 5_000_000

/**
 * How much may still be compared, so that no text, however large or hostile, holds the server up. It counts steps
 * and no time: the same two texts give the same differences on every machine.
 */
export class Effort {
  #left = steps

  /**
   * The stretches of two lists by Myers' algorithm, or undefined where they differ by too much: by more than
   * 1,500 entries, or by fewer once most of the effort is spent.
   */
  compare(before: readonly string[], after: readonly string[]): Stretch[] | undefined {
    const maxEditLength = Math.min(mostEdits, Math.floor(Math.sqrt(2 * this.#left)))
    if (maxEditLength < 1) return undefined
    // Both types of the library allow for no answer only when they see the option.
    const found = diffArrays([...before], [...after], { maxEditLength }) as
      { count: number; added: boolean; removed: boolean }[] | undefined
    const edits = found?.reduce((sum, { added, count, removed }) => {
      return sum + (added || removed ? count : 0)
    }, 0)
    this.#left -= (edits ?? maxEditLength) ** 2 / 2
    return found?.map(({ added, count, removed }) => ({
      count,
      in: added ? 'after' : removed ? 'before' : 'both',
    }))
  }
}
