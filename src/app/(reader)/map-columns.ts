import { station, type Point } from './map-geometry.ts'

/** Stations that stand below each other. */
export interface Column {
  index: number
  /** Edges of its plates. */
  left: number
  right: number
  stops: Point[]
  /** Whether they stand exactly enough below each other that ways leave all of them in one gap. */
  isAligned: boolean
}

export interface Columns {
  /** From left to right. */
  all: readonly Column[]
  of: (stop: Point) => Column | undefined
  /** The free strip before a column; with the number of columns, the one after the last. */
  gap: (index: number) => { left: number; right: number }
}

/** Least room between two columns: with less, ways could not turn there. */
const leastGap = 32

/** Room that ways use beside the first and the last column. */
const outside = 44

/** How far out of line a station may stand. */
const tolerance = 12

/** Finds the columns in which stations stand. Any station stands in exactly one. */
export function columnsOf(stops: readonly Point[]): Columns {
  const half = station.width / 2
  const all: Column[] = []
  const bySpot = new Map<Point, Column>()
  for (const stop of [...stops].sort((one, other) => one.x - other.x)) {
    const [left, right] = [stop.x - half, stop.x + half]
    const last = all.at(-1)
    const isJoined = last !== undefined && left - last.right < leastGap
    const column = isJoined ? last : { index: all.length, left, right, stops: [], isAligned: true }
    if (!isJoined) all.push(column)
    column.stops.push(stop)
    column.right = Math.max(column.right, right)
    column.isAligned = column.right - column.left <= station.width + tolerance
    bySpot.set(stop, column)
  }
  return {
    all,
    of: (stop) => bySpot.get(stop),
    gap: (index) => ({
      left: all[index - 1]?.right ?? (all[index]?.left ?? 0) - outside,
      right: all[index]?.left ?? (all[index - 1]?.right ?? 0) + outside,
    }),
  }
}
