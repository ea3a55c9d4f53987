import type {
  MapPhase,
  MapStation,
  Position,
  RoadmapGraph,
  Texts,
} from '../delivery/roadmap/graph.ts'
import type { State } from '../workflow/states.ts'

/** A connection as the newest draft of its station has it. */
export interface DraftConnection {
  /** Of its row; null before it is saved. Whatever the map does not show of a row stays with its id. */
  id: string | null
  /** Id of a station, which need not be on the map. */
  to: string
  /** Empty: always. */
  condition: Texts
  transfer: boolean
}

/** A stop of the map as its newest draft has it. */
export interface DraftStop extends MapStation {
  connections: readonly DraftConnection[]
  /** Ids of rows of its connections that lead nowhere yet: no map can show them, and a save keeps them. */
  unfinished: readonly string[]
  /** The version that this is: the base of a save. */
  versionId: string
  state: State
  /** Whether the public gets the station, in whatever version. */
  live: boolean
}

/** The map that the newest drafts make. */
export interface DraftMap {
  /** In their order. */
  phases: MapPhase[]
  /** In reading order. */
  stations: DraftStop[]
  /** Where the layout puts each station that has no stored position, by id. */
  laidOut: { readonly [id: string]: Position }
  /** Whether whoever asks may save drafts of stations. */
  mayWrite: boolean
}

/** The map that stops make, as all that looks at maps takes it. */
export function graphOfStops(
  phases: readonly MapPhase[],
  stops: Iterable<DraftStop>,
): RoadmapGraph {
  const stations = [...stops]
  return {
    phases,
    stations,
    connections: stations.flatMap(({ connections, id }) =>
      connections.map(({ condition, to, transfer }) => ({ from: id, to, condition, transfer })),
    ),
  }
}
