interface Point {
  x: number
  y: number
}

/** A part of the map, in its own units. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Room around stops that are shown together: half a stop and a little more. */
const around = { x: 120, y: 70 }

/** The part of the map in which all the points lie, with room around them. */
export function boxOf(points: readonly Point[]): Box {
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  return {
    left: Math.min(...xs) - around.x,
    top: Math.min(...ys) - around.y,
    right: Math.max(...xs) + around.x,
    bottom: Math.max(...ys) + around.y,
  }
}

/**
 * The size at which a part of the map fits into a window, in pixels for each unit.
 *
 * @param largest it is never larger than this
 */
export function fitting(
  { left, top, right, bottom }: Box,
  window: { width: number; height: number },
  largest: number,
): number {
  return Math.min(largest, window.width / (right - left), window.height / (bottom - top))
}

/**
 * How far a direction may be missed, as cosines. The way leads from left to right, also to what lies far above or
 * below; up and down are for what stands there.
 */
const slanting = 0.2
const steep = 0.5

/**
 * The stop that is reached first in a direction: near ones before far ones, and those straight ahead before
 * those that lie aside. Undefined where none lies there.
 */
export function inDirection<Stop>(
  from: Point,
  direction: Point,
  stops: readonly Stop[],
  placeOf: (stop: Stop) => Point,
): Stop | undefined {
  return stops
    .map((stop) => {
      const { x, y } = placeOf(stop)
      const [dx, dy] = [x - from.x, y - from.y]
      const distance = Math.hypot(dx, dy) || 1
      const along = (dx * direction.x + dy * direction.y) / distance
      return { stop, along, cost: distance * (2 - along) }
    })
    .filter(({ along }) => along > (direction.x === 0 ? steep : slanting))
    .sort((one, other) => one.cost - other.cost)[0]?.stop
}

/** Where an arrow key leads: along a connection, or where none goes that way, to what lies there. */
export function nextStop<Stop>(
  here: Stop,
  direction: Point,
  { joined, all }: { joined: readonly Stop[]; all: readonly Stop[] },
  placeOf: (stop: Stop) => Point,
): Stop | undefined {
  const from = placeOf(here)
  return inDirection(from, direction, joined, placeOf) ?? inDirection(from, direction, all, placeOf)
}

/** The directions of the arrow keys. */
export const directions: Readonly<Record<string, Point>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
}
