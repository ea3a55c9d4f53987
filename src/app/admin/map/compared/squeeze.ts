import type { Position } from '../../../../delivery/roadmap/graph.ts'
import { room } from '../room.ts'

/** Most that is left between the middles of two stops beside and below each other. */
const widest = { x: room.width + 80, y: room.height + 40 } as const

/**
 * Brings places together that have nothing between them, so that a few stops of a large map fit on one small
 * drawing: what is left of, right of, above or below another stays so, and near places keep their distance.
 *
 * @param places all that are drawn, on every drawing that is compared
 */
export function squeeze(places: readonly Position[]): (place: Position) => Position {
  const [across, down] = (['x', 'y'] as const).map((axis) =>
    squeezed(
      places.map((place) => place[axis]),
      widest[axis],
    ),
  )
  return ({ x, y }) => ({ x: across!.get(x) ?? x, y: down!.get(y) ?? y })
}

function squeezed(numbers: readonly number[], most: number): Map<number, number> {
  const sorted = [...new Set(numbers)].sort((one, other) => one - other)
  const found = new Map<number, number>()
  let at = 0
  sorted.forEach((number, index) => {
    if (index > 0) at += Math.min(most, number - sorted[index - 1]!)
    found.set(number, at)
  })
  return found
}
