import type { Columns } from './map-columns.ts'
import type { Way } from './map-routes.ts'

/** The part of a way that runs up or down in the gap between two columns. */
export interface Upright {
  /** Number of the column to the right. */
  gap: number
  /** Heights between which it runs, in the order of the way. */
  from: number
  to: number
  way: Way
  /** Where the way also runs elsewhere: whether it comes from its beginning here, or goes to its end. */
  side?: 'leaving' | 'arriving'
}

/** Uprights of one beginning or one end, which run on top of each other. */
interface Track {
  uprights: Upright[]
  top: number
  bottom: number
}

/** Free strip after the plates on the left, and before those on the right, where the arrows are. */
const beside = { left: 5, right: 17 }

/** How wide a lane is where there is room, by the kind of ways that run in it. */
const laneWidths: Readonly<Record<Way['kind'], number>> = { line: 9, transfer: 6 }

/** Least distance between the ends of two uprights that follow each other on one track. */
const between = 16

/** Finds for each upright where it runs, so that only those with a common end are on top of each other. */
export function placeInGaps(columns: Columns, uprights: readonly Upright[]): Map<Upright, number> {
  const places = new Map<Upright, number>()
  for (const [gap, those] of grouped(uprights, ({ gap }) => String(gap))) {
    const lanes = lanesOf(tracksOf(those))
    const { left, right } = columns.gap(Number(gap))
    const [first, last] = [left + beside.left, right - beside.right]
    const width = (lane: Track[]) =>
      Math.max(...lane.map(({ uprights }) => laneWidths[uprights[0]!.way.kind]))
    const wanted = lanes.reduce((sum, lane) => sum + width(lane), 0)
    const share = Math.min(1, (last - first) / wanted)
    let edge = (first + last - wanted * share) / 2
    for (const lane of lanes) {
      for (const { uprights } of lane)
        for (const upright of uprights) places.set(upright, edge + (width(lane) * share) / 2)
      edge += width(lane) * share
    }
  }
  return places
}

/** Joins uprights by what they have in common at one of their ends, whichever joins more of them. */
function tracksOf(uprights: readonly Upright[]): Track[] {
  const tracks: Upright[][] = []
  let left = [...uprights]
  while (left.length > 0) {
    const stars = new Map([...grouped(left, beginningOf), ...grouped(left, endOf)])
    const largest = [...stars.values()].reduce((one, other) =>
      other.length > one.length ? other : one,
    )
    tracks.push(largest)
    left = left.filter((upright) => !largest.includes(upright))
  }
  return tracks.map((those) => {
    const heights = those.flatMap(({ from, to }) => [from, to])
    return { uprights: those, top: Math.min(...heights), bottom: Math.max(...heights) }
  })
}

/** What uprights that come from one place have in common. Ways of one station may come on a run that they share. */
function beginningOf({ from, side, way }: Upright): string {
  const run = side === 'arriving' ? from : ''
  return `from ${way.from} ${way.kind} ${run}`
}

function endOf({ side, to, way }: Upright): string {
  const run = side === 'leaving' ? to : ''
  return `to ${way.to} ${way.kind} ${run}`
}

/** Puts tracks beside each other that would meet, and below each other those that would not. */
function lanesOf(tracks: readonly Track[]): Track[][] {
  const lanes: Track[][] = []
  const leavesFirst = (track: Track) => (track.uprights[0]!.side === 'arriving' ? 1 : 0)
  const inOrder = [...tracks].sort(
    (one, other) => leavesFirst(one) - leavesFirst(other) || one.top - other.top,
  )
  for (const track of inOrder) {
    const lane = lanes.find((one) =>
      one.every(({ top, bottom }) => track.top > bottom + between || track.bottom < top - between),
    )
    if (lane) lane.push(track)
    else lanes.push([track])
  }
  return lanes
}

function grouped<One>(all: readonly One[], keyOf: (one: One) => string): Map<string, One[]> {
  const groups = new Map<string, One[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
