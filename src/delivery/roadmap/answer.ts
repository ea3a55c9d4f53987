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
  leadsTo: WayAnswer[]
  arrivals: WayAnswer[]
  size: Layout['size']
}

/** The address of a station on the map, whatever its place or its line. */
export function addressOf({ slug }: { slug: string }): string {
  return `/api/roadmap/${encodeURIComponent(slug)}`
}

/** The whole map in a language; what was not written in it is in the default one. */
export function roadmapAnswer(roadmap: Roadmap, locale: Locale): RoadmapAnswer {
  const { graph, layout, asOf } = roadmap
  const present = presenter(roadmap, locale)
  return {
    locale,
    asOf,
    phases: graph.phases.map(present.phase),
    stations: graph.stations.map(present.station),
    connections: graph.connections.map(present.connection),
    size: layout.size,
    outline: outlineOf(graph, locale),
  }
}

/** One station on the map, or null where there is none with this address. */
export function stationOnRoadmapAnswer(
  roadmap: Roadmap,
  { slug, locale }: { slug: string; locale: Locale },
): StationOnRoadmapAnswer | null {
  const { graph, layout, asOf } = roadmap
  const station = graph.stations.find((one) => one.slug === slug)
  if (!station) return null
  const present = presenter(roadmap, locale)
  const byId = new Map(graph.stations.map((one) => [one.id, one]))
  const phase = graph.phases.find(({ id }) => id === station.phase)
  const way = (connection: MapConnection, end: 'from' | 'to'): WayAnswer => {
    const { id, condition, transfer } = present.connection(connection)
    return { id, condition, transfer, station: present.station(byId.get(connection[end])!) }
  }
  return {
    locale,
    asOf,
    station: present.station(station),
    phase: phase ? present.phase(phase) : null,
    leadsTo: graph.connections
      .filter(({ from }) => from === station.id)
      .map((one) => way(one, 'to')),
    arrivals: graph.connections
      .filter(({ to }) => to === station.id)
      .map((one) => way(one, 'from')),
    size: layout.size,
  }
}

function presenter({ graph, layout }: Roadmap, locale: Locale) {
  const slugs = new Map(graph.stations.map(({ id, slug }) => [id, slug]))
  const lines = new Set(graph.phases.map(({ id }) => id))
  return {
    phase: ({ id, slug, name, order, colour, marker, summary }: MapPhase): PhaseAnswer => ({
      id,
      slug,
      name: inLocale(name, locale),
      order,
      colour,
      marker,
      summary: inLocale(summary, locale),
      stations: graph.stations.filter(({ phase }) => phase === id).map((station) => station.id),
    }),
    station: ({ id, slug, title, summary, kind, phase, order, ...marks }: MapStation) =>
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
      }) satisfies StationAnswer,
    connection: ({ from, to, condition, transfer }: MapConnection): ConnectionAnswer => ({
      id: `${slugs.get(from)}/${slugs.get(to)}`,
      from,
      to,
      condition: inLocale(condition, locale) || null,
      transfer,
    }),
  }
}
