/** How the ways to other lines are dashed, in the map's own units. */
const dash = { length: 9, gap: 5 } as const
const period = dash.length + dash.gap

/** Dashes of what lies beside nothing else. */
export const plainDashes = `${dash.length} ${dash.gap}`

/** Length of a round corner, for each unit of the distance between its ends and the point where they would meet. */
const cornerLength = 1.6232

/**
 * The dashes of a way, as `stroke-dasharray`: what is straight is dashed by where it lies and not by where the way
 * began, and corners are drawn through. So ways that run on one track have their gaps in one place, and none fills
 * those of another.
 *
 * @param path as in map-routes.ts
 */
export function dashesOf(path: string): string {
  if (path.includes('C')) return plainDashes
  const gaps: Stretch[] = []
  let here: Spot = [0, 0]
  let length = 0
  for (const [, command, numbers = ''] of path.matchAll(/([MLQ])([^MLQ]*)/g)) {
    const spots = spotsIn(numbers)
    const there = spots.at(-1)!
    // Where a way runs on level or upright, a corner is none.
    const isStraight = here[0] === there[0] || here[1] === there[1]
    if (command === 'Q' && !isStraight) length += cornerLength * distance(here, spots[0]!)
    else if (command !== 'M') {
      const start = length
      gaps.push(
        ...gapsBetween(here, there).map(([from, to]): Stretch => [start + from, start + to]),
      )
      length += distance(here, there)
    }
    here = there
  }
  return lengthsOf(gaps, length)
}

type Spot = readonly [x: number, y: number]

/** Where something begins and ends, counted from the beginning of a way. */
type Stretch = readonly [from: number, to: number]

/** The gaps of a straight piece that is level or upright. */
function gapsBetween(here: Spot, there: Spot): Stretch[] {
  const axis = here[1] === there[1] ? 0 : 1
  const [from, to] = [here[axis], there[axis]]
  const [low, high] = [Math.min(from, to), Math.max(from, to)]
  const gaps: Stretch[] = []
  for (let end = Math.ceil(low / period) * period; end - dash.gap < high; end += period) {
    const [first, last] = [Math.max(low, end - dash.gap), Math.min(high, end)]
    if (first >= last) continue
    gaps.push(from <= to ? [first - low, last - low] : [high - last, high - first])
  }
  return from <= to ? gaps : gaps.reverse()
}

/** Dash and gap by turns. */
function lengthsOf(gaps: readonly Stretch[], length: number): string {
  const lengths: number[] = []
  let drawn = 0
  for (const [from, to] of gaps) {
    // A gap that goes on from one piece to the next is one gap.
    if (from === drawn && lengths.length > 0) lengths.push(lengths.pop()! + to - from)
    else lengths.push(from - drawn, to - from)
    drawn = to
  }
  // The arrow covers the end, so what is left over does no harm, and nothing begins anew.
  lengths.push(length - drawn + period, 0)
  return lengths.map((one) => Math.round(one * 10) / 10).join(' ')
}

function spotsIn(numbers: string): Spot[] {
  return [...numbers.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
}

function distance(one: Spot, other: Spot): number {
  return Math.hypot(other[0] - one[0], other[1] - one[1])
}
