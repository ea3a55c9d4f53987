import type { MapConnection, Position } from '../../../../delivery/roadmap/graph.ts'
import type { ComparedMap, ComparedStation, MapSide } from '../../../../map-editor/compared-map.ts'
import { changesOfStop, type ShownStop, type StopChange } from '../changes.ts'
import { sayTheSame } from '../stops.ts'
import { squeeze } from './squeeze.ts'

/** What becomes of a connection, on the side where it is drawn. */
export type WayMark = 'same' | 'connected' | 'cut' | 'changed'

/** A station as it is drawn on one side. */
export interface DrawnStation {
  station: ComparedStation
  place: Position
  /** Whether it is another place, line or mark on the other side. */
  isChanged: boolean
}

/** A connection as it is drawn on one side. */
export interface DrawnConnection extends Pick<MapConnection, 'from' | 'to' | 'transfer'> {
  mark: WayMark
}

/** One side as it is drawn. */
export interface DrawnSide {
  stations: DrawnStation[]
  connections: DrawnConnection[]
}

/** What is told of one station: that it is new or gone, or what differs. */
export interface ToldStation {
  id: string
  as: 'new' | 'gone' | 'changed'
  changes: StopChange[]
}

/** A comparison as people see it: two drawings to one scale, and the same in a list. */
export interface ToldMap {
  before: DrawnSide
  after: DrawnSide
  told: ToldStation[]
}

/** Works out what differs between two maps, to draw it and to say it. */
export function toldMap({ after, before }: Pick<ComparedMap, 'after' | 'before'>): ToldMap {
  const toPlace = squeeze([...before.stations, ...after.stations].map(({ place }) => place))
  const told = toldStations(before, after)
  const changed = new Set(
    told.flatMap(({ as, changes, id }) =>
      as !== 'changed' || changes.some(({ kind }) => aboutStation.has(kind)) ? [id] : [],
    ),
  )
  const side = (here: MapSide, there: MapSide, gone: WayMark): DrawnSide => ({
    stations: here.stations.map((station) => ({
      station,
      place: toPlace(station.place),
      isChanged: changed.has(station.id),
    })),
    connections: here.connections.map((way) => ({
      from: way.from,
      to: way.to,
      transfer: way.transfer,
      mark: markOf(way, there, gone),
    })),
  })
  return { before: side(before, after, 'cut'), after: side(after, before, 'connected'), told }
}

/** What is a change of the station itself, and not of where it leads. */
const aboutStation: ReadonlySet<StopChange['kind']> = new Set([
  'placed',
  'moved',
  'givenBack',
  'line',
  'order',
  'mark',
])

function toldStations(before: MapSide, after: MapSide): ToldStation[] {
  const compared = (side: MapSide) => side.stations.filter(({ isCompared }) => isCompared)
  const ids = new Set([...compared(before), ...compared(after)].map(({ id }) => id))
  return [...ids].flatMap((id): ToldStation[] => {
    const [was, is] = [shown(before, id), shown(after, id)]
    if (!is) return [{ id, as: 'gone', changes: [] }]
    if (!was) return [{ id, as: 'new', changes: changesOfStop(nothing, is) }]
    const changes = changesOfStop(was, is)
    return changes.length === 0 ? [] : [{ id, as: 'changed', changes }]
  })
}

const nothing: ShownStop = {
  connections: [],
  isEnd: false,
  isStart: false,
  order: null,
  phase: null,
  stored: null,
}

function shown({ connections, stations }: MapSide, id: string): ShownStop | undefined {
  const station = stations.find((one) => one.id === id)
  return station && { ...station, connections: connections.filter(({ from }) => from === id) }
}

function markOf(way: MapConnection, there: MapSide, gone: WayMark): WayMark {
  const other = there.connections.find(({ from, to }) => from === way.from && to === way.to)
  if (!other) return gone
  const isSame = other.transfer === way.transfer && sayTheSame(other.condition, way.condition)
  return isSame ? 'same' : 'changed'
}
