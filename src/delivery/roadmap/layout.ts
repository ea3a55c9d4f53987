import { giveTurn } from '../../turns.ts'
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

/** How many stations get their places before others may get their turn. */
const betweenTurns = 50

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
  return layOutInOrder(inReadingOrder(withoutLooseEnds(graph)), place)
}

/** The same for a map that is in reading order already, without loose ends. */
export async function layOutInOrder(
  { phases, stations, connections }: RoadmapGraph,
  place: typeof arrange,
): Promise<Layout> {
  const found = await place(arrangementOf({ phases, stations, connections }))
  const places = new Map<string, Place>()
  const taken = new Taken()
  for (const { id, stored } of stations)
    if (stored) {
      places.set(id, { ...stored, isStored: true })
      taken.add(stored)
    }
  for (const [index, { id, stored }] of stations.entries()) {
    if (stored) continue
    if (index % betweenTurns === 0) await giveTurn()
    const free = taken.nearestFree(shifted(found[index]!))
    places.set(id, { ...free, isStored: false })
    taken.add(free)
  }
  return { places, size: taken.size() }
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

/** Where stations lie already. By columns as wide as a station, so that only those nearby are looked at. */
class Taken {
  readonly #columns = new Map<number, Position[]>()
  #right = 0
  #lowest = 0

  add(position: Position): void {
    const column = columnOf(position)
    const known = this.#columns.get(column)
    if (known) known.push(position)
    else this.#columns.set(column, [position])
    this.#right = Math.max(this.#right, position.x)
    this.#lowest = Math.max(this.#lowest, position.y)
  }

  /** The place itself, or straight below it, where a station does not lie on another. */
  nearestFree({ x, y }: Position): Position {
    const nearby = this.#around({ x, y })
    if (!nearby.some((other) => liesOn(other, y))) return { x, y }
    const lowestFirst = nearby.map((other) => other.y).sort((one, other) => one - other)
    let free = y
    for (const other of lowestFirst)
      if (Math.abs(other - free) < room.height) free = other + room.height + room.between
    return { x, y: free }
  }

  size(): Layout['size'] {
    return { width: this.#right + margin.x, height: this.#lowest + margin.y }
  }

  #around({ x, y }: Position): Position[] {
    const column = columnOf({ x, y })
    return [column - 1, column, column + 1].flatMap((near) =>
      (this.#columns.get(near) ?? []).filter((other) => Math.abs(other.x - x) < room.width),
    )
  }
}

function columnOf({ x }: Position): number {
  return Math.floor(x / room.width)
}

function liesOn(other: Position, y: number): boolean {
  return Math.abs(other.y - y) < room.height
}
