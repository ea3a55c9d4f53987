import type { Position } from '../../../../delivery/roadmap/graph.ts'
import { room } from '../room.ts'

/** How high a label is, in the unit of the map. */
export const labelHeight = 24

/** Something on a drawing, by its middle. */
interface Box extends Position {
  width: number
  height: number
}

/** Where on a way a label may stand, in the order in which it is tried: the middle first. */
const along = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.12, 0.88]

/** About how wide a label is. */
export function labelWidth(text: string): number {
  return text.length * 8.4 + 16
}

/**
 * Where the labels of ways stand: on their ways, and where that can be, on no stop and no other label.
 *
 * @param ways their paths, each a curve with two points that pull it
 * @param stops the middles of all stops
 */
export function placesOfLabels(
  ways: readonly { path: string; text: string }[],
  stops: readonly Position[],
): Position[] {
  const taken: Box[] = stops.map((place) => ({ ...place, width: room.width, height: room.height }))
  return ways.map(({ path, text }) => {
    const places = along.map((part) => pointOn(path, part))
    const box = (place: Position) => ({ ...place, width: labelWidth(text), height: labelHeight })
    const free = places.find((place) => !taken.some((other) => meet(box(place), other)))
    const place = free ?? places[0]!
    taken.push(box(place))
    return place
  })
}

function pointOn(path: string, part: number): Position {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = [
    ...path.matchAll(/-?\d+(?:\.\d+)?/g),
  ].map(Number)
  const rest = 1 - part
  const between = (a: number, b: number, c: number, d: number) =>
    rest ** 3 * a + 3 * rest ** 2 * part * b + 3 * rest * part ** 2 * c + part ** 3 * d
  return { x: between(x0, x1, x2, x3), y: between(y0, y1, y2, y3) }
}

function meet(one: Box, other: Box): boolean {
  return (
    Math.abs(one.x - other.x) < (one.width + other.width) / 2 &&
    Math.abs(one.y - other.y) < (one.height + other.height) / 2
  )
}
