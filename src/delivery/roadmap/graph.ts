import { defaultLocale, type Locale } from '../../locales.ts'

/** One text in the languages it was written in. */
export type Texts = { readonly [Code in Locale]?: string | null }

/** A place on the map, in the map's own units: the middle of a station, counted from the upper left corner. */
export interface Position {
  x: number
  y: number
}

/** A line of the map. */
export interface MapPhase {
  id: string
  slug: string
  name: Texts
  summary: Texts
  order: number
  colour: string | null
  marker: string | null
}

/** A stop of the map. */
export interface MapStation {
  id: string
  slug: string
  title: Texts
  summary: Texts
  kind: 'hub' | 'stop'
  /** Id of its line; null only where the database is damaged, or in a draft that has none yet. */
  phase: string | null
  order: number | null
  isStart: boolean
  isEnd: boolean
  /** Where an editor put it; null lets the layout decide. */
  stored: Position | null
}

/** The way from one station to another. Between two stations there is at most one in each direction. */
export interface MapConnection {
  /** Ids of stations. */
  from: string
  to: string
  /** Empty: always. */
  condition: Texts
  transfer: boolean
}

/** What the map is made of. */
export interface RoadmapGraph {
  phases: readonly MapPhase[]
  stations: readonly MapStation[]
  connections: readonly MapConnection[]
}

/** A text in a language, or in the default one where it was not written in that, as REST answers it. */
export function inLocale(texts: Texts, locale: Locale): string {
  return texts[locale] || texts[defaultLocale] || ''
}

/**
 * The same map as people read it: phases in their order, stations along their lines, and what leads away
 * from each in the order its editor chose. It does not depend on ids, which differ between databases.
 */
export function inReadingOrder({ phases, stations, connections }: RoadmapGraph): RoadmapGraph {
  const lines = [...phases].sort(byPlaceOfLine)
  const stops = [...stations].sort(alongLines(lines))
  const stopOf = new Map(stops.map(({ id }, index) => [id, index]))
  // Sorting is stable, so the connections of one station stay as they are.
  const ways = [...connections].sort(
    (one, other) => stopOf.get(one.from)! - stopOf.get(other.from)!,
  )
  return { phases: lines, stations: stops, connections: ways }
}

/** In which order lines are read. */
export function byPlaceOfLine(one: MapPhase, other: MapPhase): number {
  return one.order - other.order || bySlug(one, other)
}

/** In which order stations are read: along the lines in their order, and last those that are on none. */
export function alongLines(
  lines: readonly MapPhase[],
): (one: MapStation, other: MapStation) => number {
  const lineOf = new Map(lines.map(({ id }, index) => [id, index]))
  const line = ({ phase }: MapStation) => lineOf.get(phase ?? '') ?? lines.length
  const place = ({ order }: MapStation) => order ?? Number.MAX_SAFE_INTEGER
  return (one, other) => line(one) - line(other) || place(one) - place(other) || bySlug(one, other)
}

/** The map without connections to or from what is not on it. */
export function withoutLooseEnds(graph: RoadmapGraph): RoadmapGraph {
  const ids = new Set(graph.stations.map(({ id }) => id))
  return {
    ...graph,
    connections: graph.connections.filter(({ from, to }) => ids.has(from) && ids.has(to)),
  }
}

function bySlug({ slug: one }: { slug: string }, { slug: other }: { slug: string }): number {
  return one < other ? -1 : one > other ? 1 : 0
}
