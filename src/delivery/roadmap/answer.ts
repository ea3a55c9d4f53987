import type { Locale } from '../../locales.ts'
import type { PublicHead } from '../../ledger/public-head.ts'
import { inLocale, type MapConnection, type MapPhase, type MapStation } from './graph.ts'
import type { Roadmap } from './kept.ts'
import type { Layout, Place } from './layout.ts'
import { outlineOf } from './outline.ts'

/** A line of the map, as front ends get it. */
export interface PhaseAnswer {
  id: string
  slug: string
  name: string
  order: number
  colour: string | null
  marker: string | null
  summary: string
  /** Ids, along the line. */
  stations: string[]
}

/** A station on the map, as front ends get it. Its page is at `/api/stations`. */
export interface StationAnswer {
  id: string
  slug: string
  title: string
  summary: string
  kind: 'hub' | 'stop'
  /** Id of its line. */
  phase: string | null
  order: number | null
  isStart: boolean
  isEnd: boolean
  position: Place
  /** Where this station on the map can always be asked for. */
  address: string
}

/** A connection, as front ends get it. */
export interface ConnectionAnswer {
  /** The slugs of both ends, which no other connection has. */
  id: string
  /** Ids of stations. */
  from: string
  to: string
  /** Null: always. */
  condition: string | null
  transfer: boolean
}

/** The whole published map in one language. */
export interface RoadmapAnswer {
  locale: Locale
  asOf: PublicHead
  phases: PhaseAnswer[]
  stations: StationAnswer[]
  connections: ConnectionAnswer[]
  size: Layout['size']
  outline: string
}

/** A connection with the station at its other end. */
export interface WayAnswer {
  id: string
  condition: string | null
  transfer: boolean
  station: StationAnswer
}

/** One station on the map, with what is around it. */
export interface StationOnRoadmapAnswer {
  locale: Locale
  asOf: PublicHead
  station: StationAnswer
  phase: PhaseAnswer | null
  /** Its neighbours on its line; null at the ends, and where it is on none. */
  before: StationAnswer | null
  after: StationAnswer | null
  leadsTo: WayAnswer[]
  arrivals: WayAnswer[]
  size: Layout['size']
}

/** The address of a station on the map, whatever its place or its line. */
export function addressOf({ slug }: { slug: string }): string {
  return `/api/roadmap/${encodeURIComponent(slug)}`
}

/** In which words to answer. */
export interface Wording {
  locale: Locale
  /** Whether a condition that was not written in the language is left out. Everything else has words of its own. */
  withoutFallback?: boolean
}

/** The whole map in a language; what was not written in it is in the default one. */
export function roadmapAnswer(roadmap: Roadmap, wording: Wording): RoadmapAnswer {
  const { phases, stations, connections } = wordedMap(roadmap, wording)
  const { locale } = wording
  return {
    locale,
    asOf: roadmap.asOf,
    phases,
    stations,
    connections,
    size: roadmap.layout.size,
    get outline() {
      return outlineOf(roadmap.graph, locale)
    },
  }
}

/** One station on the map, or null where there is none with this address. */
export function stationOnRoadmapAnswer(
  roadmap: Roadmap,
  slug: string,
  wording: Wording,
): StationOnRoadmapAnswer | null {
  const { phases, stations, connections, byId } = wordedMap(roadmap, wording)
  const station = stations.find((one) => one.slug === slug)
  if (!station) return null
  const phase = phases.find(({ id }) => id === station.phase) ?? null
  const place = phase?.stations.indexOf(station.id) ?? -1
  const neighbour = (at: number) => byId.get(phase?.stations[at] ?? '') ?? null
  const way = ({ id, condition, transfer }: ConnectionAnswer, end: string): WayAnswer => ({
    id,
    condition,
    transfer,
    station: byId.get(end)!,
  })
  return {
    locale: wording.locale,
    asOf: roadmap.asOf,
    station,
    phase,
    before: neighbour(place - 1),
    after: neighbour(place + 1),
    leadsTo: connections.filter(({ from }) => from === station.id).map((one) => way(one, one.to)),
    arrivals: connections.filter(({ to }) => to === station.id).map((one) => way(one, one.from)),
    size: roadmap.layout.size,
  }
}

interface WordedMap {
  phases: PhaseAnswer[]
  stations: StationAnswer[]
  connections: ConnectionAnswer[]
  byId: ReadonlyMap<string, StationAnswer>
}

/** Of each map the words it was asked for in: hundreds of pages are made from one. */
const worded = new WeakMap<Roadmap, Map<string, WordedMap>>()

function wordedMap(roadmap: Roadmap, wording: Wording): WordedMap {
  const known = worded.get(roadmap) ?? new Map<string, WordedMap>()
  worded.set(roadmap, known)
  const key = `${wording.locale} ${wording.withoutFallback ?? false}`
  const made = known.get(key) ?? inWords(roadmap, wording)
  known.set(key, made)
  return made
}

function inWords(
  { graph, layout }: Roadmap,
  { locale, withoutFallback = false }: Wording,
): WordedMap {
  const slugs = new Map(graph.stations.map(({ id, slug }) => [id, slug]))
  const lines = new Set(graph.phases.map(({ id }) => id))
  const phase = ({ id, slug, name, order, colour, marker, summary }: MapPhase): PhaseAnswer => ({
    id,
    slug,
    name: inLocale(name, locale),
    order,
    colour,
    marker,
    summary: inLocale(summary, locale),
    stations: graph.stations.filter((station) => station.phase === id).map((one) => one.id),
  })
  const station = ({ id, slug, title, summary, kind, phase, order, ...marks }: MapStation) =>
    ({
      id,
      slug,
      title: inLocale(title, locale),
      summary: inLocale(summary, locale),
      kind,
      // Only a damaged database has a live station on a line that is not: nobody learns of that one.
      phase: phase !== null && lines.has(phase) ? phase : null,
      order,
      isStart: marks.isStart,
      isEnd: marks.isEnd,
      position: layout.places.get(id)!,
      address: addressOf({ slug }),
    }) satisfies StationAnswer
  const connection = ({ from, to, condition, transfer }: MapConnection): ConnectionAnswer => ({
    id: `${slugs.get(from)}/${slugs.get(to)}`,
    from,
    to,
    condition: (withoutFallback ? condition[locale] : inLocale(condition, locale)) || null,
    transfer,
  })
  const stations = graph.stations.map(station)
  return {
    phases: graph.phases.map(phase),
    stations,
    connections: graph.connections.map(connection),
    byId: new Map(stations.map((one) => [one.id, one])),
  }
}
