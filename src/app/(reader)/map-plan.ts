import { station, type Point } from './map-geometry.ts'
import { fitted, leading, type Fitted } from './map-text.ts'
import { routesOf, type Obstacle, type Route } from './map-routes.ts'
import type { WholeMapFragment } from './questions/generated.ts'

type Station = WholeMapFragment['stations'][number]
type Phase = WholeMapFragment['phases'][number]
type Connection = WholeMapFragment['connections'][number]

/** A line of the map: the strip it lies in, and its name where it begins. */
export interface Band {
  phase: Phase
  left: number
  right: number
  /** Its name at the upper edge, to be read when the whole map is seen. */
  heading: Fitted
  /** Its name above the first station. */
  label: Fitted & Point
}

/** A connection that is drawn, with what it joins. */
export interface DrawnWay {
  connection: Connection
  from: Station
  to: Station
  isTransfer: boolean
  route: Route
}

/** Where everything on the drawing is. */
export interface MapPlan {
  size: { width: number; height: number }
  /** Places of the stations by id; lower than the API says, by the strip with the headings. */
  places: ReadonlyMap<string, Point>
  bands: Band[]
  ways: DrawnWay[]
  /** The stations line by line, in the order of the way; those without a line come last. */
  inOrder: { phase: Phase | undefined; stations: Station[] }[]
}

/** Height of the strip with the names of the lines, above everything else. */
const strip = 330

/** Between the outermost plates of a line and the edge of its band. */
const beside = 24

const headingSizes = [96, 84, 72, 60, 50, 42]
const labelSizes = [26, 23, 20, 17]

/** Between a label and the first station of its line. */
const above = 26

/** Plans the drawing of a map from the places that the API gives. */
export function planOf({ connections, phases, size, stations }: WholeMapFragment): MapPlan {
  const places = new Map(
    stations.map(({ id, position: { x, y } }) => [id, { x, y: y + strip }] as const),
  )
  const byId = new Map(stations.map((one) => [one.id, one]))
  const height = size.height + strip
  const bands = phases.flatMap((phase) => bandOf(phase, stations, places) ?? [])
  const known = connections.flatMap((connection) => {
    const [from, to] = [byId.get(connection.from), byId.get(connection.to)]
    if (!from || !to || from === to) return []
    return [{ connection, from, to, isTransfer: connection.transfer || from.phase !== to.phase }]
  })
  const routes = routesOf(
    places,
    known.map(({ connection: { id, from, to }, isTransfer }) => ({
      id,
      from,
      to,
      kind: isTransfer ? ('transfer' as const) : ('line' as const),
    })),
    { height, obstacles: bands.map(obstacleOf) },
  )
  return {
    size: { width: size.width, height },
    places,
    bands,
    ways: known.map((way) => ({ ...way, route: routes.get(way.connection.id)! })),
    inOrder: inOrder(phases, stations),
  }
}

function bandOf(
  phase: Phase,
  stations: readonly Station[],
  places: ReadonlyMap<string, Point>,
): Band | null {
  const spots = stations.filter((one) => one.phase === phase.id).map(({ id }) => places.get(id)!)
  if (spots.length === 0) return null
  const xs = spots.map(({ x }) => x)
  const half = station.width / 2
  const [left, right] = [Math.min(...xs) - half - beside, Math.max(...xs) + half + beside]
  const heading = fitted(phase.name, {
    width: right - left - 40,
    height: strip - 40,
    most: 4,
    sizes: headingSizes,
  })
  const label = fitted(phase.name, {
    width: station.width,
    height: 110,
    most: 4,
    sizes: labelSizes,
  })
  const first = spots
    .filter(({ x }) => x === Math.min(...xs))
    .reduce((one, other) => (other.y < one.y ? other : one))
  const bottom = first.y - station.height / 2 - above
  return {
    phase,
    left,
    right,
    heading,
    label: { ...label, x: first.x, y: bottom - (label.lines.length - 1) * label.size * leading },
  }
}

/** Ways run around the name of a line, too. */
function obstacleOf({ label: { lines, size, x, y } }: Band): Obstacle {
  const height = lines.length * size * leading
  return { x, y: y - size + height / 2, height }
}

function inOrder(phases: readonly Phase[], stations: readonly Station[]): MapPlan['inOrder'] {
  const byId = new Map(stations.map((one) => [one.id, one]))
  const lines = phases.map((phase) => ({
    phase,
    stations: phase.stations.flatMap((id) => byId.get(id) ?? []),
  }))
  const told = new Set(lines.flatMap((line) => line.stations))
  const others = stations.filter((one) => !told.has(one))
  return [...lines, { phase: undefined, stations: others }].filter(
    (line) => line.stations.length > 0,
  )
}
