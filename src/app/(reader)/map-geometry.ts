/** How much room a station has on the drawing, in the map's own units; the layout leaves as much. */
export const station = { width: 180, height: 72 } as const

/** A place on the map, in its own units. */
export interface Point {
  x: number
  y: number
}

/** How far the ends of a way are bent out of the straight line between them. */
const bend = 48

/**
 * The path of a way between two stations as a curve, from the edge of one to the edge of the other. The map draws
 * such curves only where stations do not stand in columns: see map-routes.ts.
 */
export function wayPath(from: Point, to: Point): string {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const isSideways = Math.abs(dx) >= station.width
  const [start, end] = isSideways
    ? [onSide(from, Math.sign(dx)), onSide(to, -Math.sign(dx))]
    : [onEnd(from, Math.sign(dy) || 1), onEnd(to, -(Math.sign(dy) || 1))]
  const pull = isSideways
    ? { x: Math.sign(dx) * Math.max(bend, Math.abs(end.x - start.x) / 2), y: 0 }
    : { x: 0, y: Math.sign(dy) * bend }
  const [first, second] = [
    { x: start.x + pull.x, y: start.y + pull.y },
    { x: end.x - pull.x, y: end.y - pull.y },
  ]
  return `M${at(start)}C${at(first)} ${at(second)} ${at(end)}`
}

function onSide({ x, y }: Point, direction: number): Point {
  return { x: x + direction * (station.width / 2), y }
}

function onEnd({ x, y }: Point, direction: number): Point {
  return { x, y: y + direction * (station.height / 2) }
}

function at({ x, y }: Point): string {
  return `${Math.round(x)} ${Math.round(y)}`
}
