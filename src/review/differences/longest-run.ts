/**
 * The places of a longest rising run in a list of different numbers: what may stay where it is when the rest is
 * moved. Takes n log n steps.
 */
export function longestRun(numbers: readonly number[]): Set<number> {
  /** For each length, the place at which the run of that length with the smallest last number ends. */
  const ends: number[] = []
  const before: (number | undefined)[] = []
  numbers.forEach((number, at) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (numbers[ends[middle]!]! < number) low = middle + 1
      else high = middle
    }
    before.push(ends[low - 1])
    ends[low] = at
  })
  const run = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = before[at]) run.add(at)
  return run
}
