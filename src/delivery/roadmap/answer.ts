import type { Locale } from '../../locales.ts'
import type { PublicHead } from '../../ledger/public-head.ts'
import { giveTurn } from '../../turns.ts'
import type { Roadmap } from './kept.ts'
import type { Layout, Place } from './layout.ts'
import { partsOfOutline } from './outline.ts'
import { wordedMap, type Piece } from './worded.ts'

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

/** The whole published map in one language; what was not written in it is in the default one. */
export interface RoadmapAnswer {
  locale: Locale
  asOf: PublicHead
  phases: PhaseAnswer[]
  stations: StationAnswer[]
  connections: ConnectionAnswer[]
  size: Layout['size']
  outline: () => Promise<string>
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

/** In which words to answer. */
export interface Wording {
  locale: Locale
  /** Whether a condition that was not written in the language is left out. Everything else has words of its own. */
  withoutFallback?: boolean
}

/** How many parts of a text are put together before others may get their turn. */
const betweenTurns = 100

/** The whole map in a language, put into words in parts between which others go on. */
export async function roadmapAnswer(roadmap: Roadmap, wording: Wording): Promise<RoadmapAnswer> {
  const { phases, stations, connections } = await wordedMap(roadmap, wording)
  const { locale } = wording
  return {
    locale,
    asOf: roadmap.asOf,
    phases,
    stations: stations.map(({ answer }) => answer),
    connections: connections.map(({ answer }) => answer),
    size: roadmap.layout.size,
    outline: async () => (await bytesOf(partsOfOutline(roadmap.graph, locale))).toString(),
  }
}

/** The same as JSON, byte for byte, made in parts between which others go on. */
export async function roadmapJson(
  roadmap: Roadmap,
  wording: Wording,
): Promise<Buffer<ArrayBuffer>> {
  const { locale } = wording
  const { phases, stations, connections } = await wordedMap(roadmap, wording)
  const inText = (text: string) => JSON.stringify(text).slice(1, -1)
  const { asOf, graph, layout } = roadmap
  function* parts(): Generator<string> {
    yield `{"locale":${JSON.stringify(locale)},"asOf":${JSON.stringify(asOf)}`
    yield `,"phases":${JSON.stringify(phases)},"stations":[`
    yield* inJson(stations)
    yield '],"connections":['
    yield* inJson(connections)
    yield `],"size":${JSON.stringify(layout.size)},"outline":"`
    for (const part of partsOfOutline(graph, locale)) yield inText(part)
    yield '"}'
  }
  return bytesOf(parts())
}

function* inJson(pieces: readonly Piece<object>[]): Generator<string> {
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) yield ','
    yield (piece.json ??= JSON.stringify(piece.answer))
  }
}

/** One text of millions of characters would be made, and turned into bytes, while nobody else is answered. */
async function bytesOf(parts: Iterable<string>): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let some: string[] = []
  for (const part of parts) {
    some.push(part)
    if (some.length < betweenTurns) continue
    chunks.push(Buffer.from(some.join('')))
    some = []
    await giveTurn()
  }
  return Buffer.concat([...chunks, Buffer.from(some.join(''))])
}

/** One station on the map, or null where there is none with this address. */
export async function stationOnRoadmapAnswer(
  roadmap: Roadmap,
  slug: string,
  wording: Wording,
): Promise<StationOnRoadmapAnswer | null> {
  const { phases, connections, byId, bySlug } = await wordedMap(roadmap, wording)
  const station = bySlug.get(slug)
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
    leadsTo: connections
      .filter(({ answer }) => answer.from === station.id)
      .map(({ answer }) => way(answer, answer.to)),
    arrivals: connections
      .filter(({ answer }) => answer.to === station.id)
      .map(({ answer }) => way(answer, answer.from)),
    size: roadmap.layout.size,
  }
}
