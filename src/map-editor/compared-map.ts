import type { PayloadRequest } from 'payload'
import type {
  MapConnection,
  MapPhase,
  MapStation,
  RoadmapGraph,
} from '../delivery/roadmap/graph.ts'
import { layOutDrafts } from '../delivery/roadmap/kept.ts'
import type { Place } from '../delivery/roadmap/layout.ts'
import {
  graphOf,
  readNewestGraph,
  readPublishedGraph,
  type StationRow,
} from '../delivery/roadmap/read.ts'
import { textNamed, type TextName } from '../review/compared-text.ts'
import { readSituation } from '../workflow/situation.ts'
import type { VisibleContent } from '../content/visible-content.ts'

/** A station on one side of a comparison. */
export interface ComparedStation extends MapStation {
  place: Place
  /** Whether its text is one of those that are compared. */
  isCompared: boolean
}

/** The stations that are compared and those next to them, with what leads from one of them to another. */
export interface MapSide {
  stations: ComparedStation[]
  connections: MapConnection[]
}

/** The part of the map that changes, before and after. */
export interface ComparedMap {
  phases: MapPhase[]
  before: MapSide
  after: MapSide
}

/**
 * The map with one text of some stations, and with another. Everything else on it is as the public has it, or where
 * it was never public, as its newest draft. What has no stored position is where the layout puts it on that map.
 *
 * @throws EditorialError NOT_FOUND
 */
export async function comparedMap(
  { from, ids, to }: { ids: readonly string[]; from: TextName; to: TextName },
  req: PayloadRequest,
): Promise<ComparedMap> {
  const compared = new Set(ids)
  const texts = { before: [] as StationRow[], after: [] as StationRow[] }
  for (const id of compared) {
    const situation = await readSituation({ collection: 'stations', id, req })
    const [before, after] = [
      await textNamed(from, situation, req),
      await textNamed(to, situation, req),
    ]
    texts.before.push(...rowsOf(id, before.content))
    texts.after.push(...rowsOf(id, after.content))
  }
  const around = without(await publicOrNewest(req), compared)
  const whole = { before: joined(around, texts.before), after: joined(around, texts.after) }
  const shown = new Set([...near(whole.before, compared), ...near(whole.after, compared)])
  const side = async (graph: RoadmapGraph): Promise<MapSide> => {
    const { places } = await layOutDrafts(req.payload, graph)
    return {
      stations: graph.stations
        .filter(({ id }) => shown.has(id))
        .map((station) => ({
          ...station,
          place: places.get(station.id)!,
          isCompared: compared.has(station.id),
        })),
      connections: graph.connections.filter(
        ({ from: start, to: end }) =>
          (compared.has(start) || compared.has(end)) && places.has(start) && places.has(end),
      ),
    }
  }
  return {
    phases: [...around.phases],
    before: await side(whole.before),
    after: await side(whole.after),
  }
}

async function publicOrNewest({ payload }: PayloadRequest): Promise<RoadmapGraph> {
  const published = await readPublishedGraph(payload)
  const { graph: newest } = await readNewestGraph(payload)
  const isPublic = new Set(published.stations.map(({ id }) => id))
  const neverPublic = without(newest, isPublic)
  return {
    phases: newest.phases,
    stations: [...published.stations, ...neverPublic.stations],
    connections: [...published.connections, ...neverPublic.connections],
  }
}

/** A map without some stations and where they lead; what leads to them stays. */
function without(graph: RoadmapGraph, ids: ReadonlySet<string>): RoadmapGraph {
  return {
    ...graph,
    stations: graph.stations.filter(({ id }) => !ids.has(id)),
    connections: graph.connections.filter(({ from }) => !ids.has(from)),
  }
}

function joined(graph: RoadmapGraph, rows: StationRow[]): RoadmapGraph {
  const { connections, stations } = graphOf({ phases: [], stations: rows })
  return {
    ...graph,
    stations: [...graph.stations, ...stations],
    connections: [...graph.connections, ...connections],
  }
}

/** Stations, and those that they lead to or that lead to them. */
function near({ connections }: RoadmapGraph, ids: ReadonlySet<string>): string[] {
  const ends = connections.filter(({ from, to }) => ids.has(from) || ids.has(to))
  return [...ids, ...ends.flatMap(({ from, to }) => [from, to])]
}

/** What a text says of a station's place on the map; nothing where there is no text. */
function rowsOf(id: string, content: VisibleContent | null): StationRow[] {
  return content === null ? [] : [{ ...content.fields, id } as StationRow]
}
