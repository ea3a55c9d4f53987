import { arrange, room, type Arrangement } from './arrange.ts'
import { inReadingOrder, withoutLooseEnds, type Position, type RoadmapGraph } from './graph.ts'

/** Where a station is on the map, and whether an editor put it there. */
export interface Place extends Position {
  isStored: boolean
}

/** Where everything is. */
export interface Layout {
  /** By id of the station. */
  places: ReadonlyMap<string, Place>
  /** Everything lies between the upper left corner and this. */
  size: { width: number; height: number }
}

/** Between the outermost stations and the edge of the map, from the middle of the station. */
const margin = { x: room.width / 2 + room.between, y: room.height / 2 + room.between } as const

/**
 * Lays out a map: stations stay where editors put them, and the others get places beside them by the
 * layout. The same map has the same places, in whatever order its documents were read.
 *
 * @param place by default the layout in its own thread; something that remembers may stand before it
 */
export async function layOut(
  graph: RoadmapGraph,
  place: typeof arrange = arrange,
): Promise<Layout> {
  const { phases, stations, connections } = inReadingOrder(withoutLooseEnds(graph))
  const found = await place(arrangementOf({ phases, stations, connections }))
  const places = new Map<string, Place>()
  const taken: Position[] = []
  for (const { id, stored } of stations)
    if (stored) {
      places.set(id, { ...stored, isStored: true })
      taken.push(stored)
    }
  stations.forEach(({ id, stored }, index) => {
    if (stored) return
    const free = nearestFree({ ...shifted(found[index]!) }, taken)
    places.set(id, { ...free, isStored: false })
    taken.push(free)
  })
  return { places, size: sizeOf(taken) }
}

/** What of a map decides its layout: neither words nor ids. */
function arrangementOf({ phases, stations, connections }: RoadmapGraph): Arrangement {
  const lines = new Map(phases.map(({ id }, index) => [id, index]))
  const numbers = new Map(stations.map(({ id }, index) => [id, index]))
  return {
    lines: stations.map(({ phase }) => lines.get(phase ?? '') ?? phases.length),
    ways: connections.map(({ from, to }) => ({ from: numbers.get(from)!, to: numbers.get(to)! })),
  }
}

function shifted({ x, y }: Position): Position {
  return { x: x + room.between, y: y + room.between }
}

/** Straight below, where a station does not lie on another. */
function nearestFree({ x, y }: Position, taken: readonly Position[]): Position {
  const inColumn = taken.filter((other) => Math.abs(other.x - x) < room.width)
  const lowestFirst = inColumn.map((other) => other.y).sort((one, other) => one - other)
  let free = y
  for (const other of lowestFirst)
    if (Math.abs(other - free) < room.height) free = other + room.height + room.between
  return { x, y: free }
}

function sizeOf(taken: readonly Position[]): Layout['size'] {
  return {
    width: Math.max(0, ...taken.map(({ x }) => x)) + margin.x,
    height: Math.max(0, ...taken.map(({ y }) => y)) + margin.y,
  }
}
