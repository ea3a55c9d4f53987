import { giveTurn } from '../../turns.ts'
import type { ConnectionAnswer, PhaseAnswer, StationAnswer, Wording } from './answer.ts'
import { inLocale, type MapConnection, type MapPhase, type MapStation } from './graph.ts'
import type { Roadmap } from './kept.ts'
import type { Place } from './layout.ts'

/** A part of an answer, with its JSON once somebody asked for it. */
export interface Piece<Answer> {
  readonly answer: Answer
  json: string | null
}

/** The map in the words of a language. */
export interface WordedMap {
  phases: PhaseAnswer[]
  stations: Piece<StationAnswer>[]
  connections: Piece<ConnectionAnswer>[]
  byId: ReadonlyMap<string, StationAnswer>
  bySlug: ReadonlyMap<string, StationAnswer>
}

/** Of each map the words it was asked for in: hundreds of pages are made from one. */
const worded = new WeakMap<Roadmap, Map<string, WordedMap>>()

/** Stations and connections in words, kept with what they are made of: most of them are the same on the next map. */
const pieces = new WeakMap<MapStation | MapConnection, Map<string, Piece<object>>>()

/** How many stations or connections are put into words before others may get their turn. */
const betweenTurns = 100

/** The map in the words of a language, made in parts between which others go on. */
export async function wordedMap(roadmap: Roadmap, wording: Wording): Promise<WordedMap> {
  const work = inWords(roadmap, wording)
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
    await giveTurn()
  }
}

/** Puts the map into words, and stops now and then on the way. */
function* inWords(roadmap: Roadmap, wording: Wording): Generator<void, WordedMap> {
  const key = `${wording.locale} ${wording.withoutFallback ?? false}`
  const known = worded.get(roadmap)?.get(key)
  if (known) return known
  const { graph } = roadmap
  const alongLines = new Map<string, string[]>(graph.phases.map(({ id }) => [id, []]))
  const slugs = new Map(graph.stations.map(({ id, slug }) => [id, slug]))
  yield
  const stations: Piece<StationAnswer>[] = []
  for (const station of graph.stations) {
    const along = alongLines.get(station.phase ?? '')
    along?.push(station.id)
    const line = along ? station.phase : null
    stations.push(wordedStation(station, { key, line, roadmap, wording }))
    if (stations.length % betweenTurns === 0) yield
  }
  const connections: Piece<ConnectionAnswer>[] = []
  for (const connection of graph.connections) {
    connections.push(wordedConnection(connection, { key, slugs, wording }))
    if (connections.length % betweenTurns === 0) yield
  }
  const byId = new Map(stations.map(({ answer }) => [answer.id, answer]))
  yield
  const made: WordedMap = {
    phases: graph.phases.map((phase) => wordedPhase(phase, alongLines.get(phase.id)!, wording)),
    stations,
    connections,
    byId,
    bySlug: new Map(stations.map(({ answer }) => [answer.slug, answer])),
  }
  worded.set(roadmap, (worded.get(roadmap) ?? new Map<string, WordedMap>()).set(key, made))
  return made
}

function wordedPhase(
  { id, slug, name, order, colour, marker, summary }: MapPhase,
  stations: string[],
  { locale }: Wording,
): PhaseAnswer {
  return {
    id,
    slug,
    name: inLocale(name, locale),
    order,
    colour,
    marker,
    summary: inLocale(summary, locale),
    stations,
  }
}

function wordedStation(
  station: MapStation,
  {
    key,
    line,
    roadmap: { layout },
    wording: { locale },
  }: {
    key: string
    /** Null also for a line that is not live, which only a damaged database has: nobody learns of it. */
    line: string | null
    roadmap: Roadmap
    wording: Wording
  },
): Piece<StationAnswer> {
  const { id, slug, title, summary, kind, order, isStart, isEnd } = station
  const position = layout.places.get(id)!
  return piece(
    station,
    key,
    (known: StationAnswer) => known.phase === line && isSamePlace(known.position, position),
    () => ({
      id,
      slug,
      title: inLocale(title, locale),
      summary: inLocale(summary, locale),
      kind,
      phase: line,
      order,
      isStart,
      isEnd,
      position,
      address: addressOf({ slug }),
    }),
  )
}

function wordedConnection(
  connection: MapConnection,
  {
    key,
    slugs,
    wording: { locale, withoutFallback = false },
  }: { key: string; slugs: ReadonlyMap<string, string>; wording: Wording },
): Piece<ConnectionAnswer> {
  const { from, to, condition, transfer } = connection
  const id = `${slugs.get(from)}/${slugs.get(to)}`
  return piece(
    connection,
    key,
    (known: ConnectionAnswer) => known.id === id,
    () => ({
      id,
      from,
      to,
      condition: (withoutFallback ? condition[locale] : inLocale(condition, locale)) || null,
      transfer,
    }),
  )
}

/** The piece that is known, where it still holds; else a new one. */
function piece<Answer extends object>(
  of: MapStation | MapConnection,
  key: string,
  holds: (known: Answer) => boolean,
  make: () => Answer,
): Piece<Answer> {
  const byWording = pieces.get(of) ?? new Map<string, Piece<object>>()
  const known = byWording.get(key) as Piece<Answer> | undefined
  if (known && holds(known.answer)) return known
  const made: Piece<Answer> = { answer: make(), json: null }
  pieces.set(of, byWording.set(key, made))
  return made
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.x === other.x && one.y === other.y && one.isStored === other.isStored
}

/** Where a station on the map can always be asked for, whatever its place or its line. */
function addressOf({ slug }: { slug: string }): string {
  return `/api/roadmap/${encodeURIComponent(slug)}`
}
