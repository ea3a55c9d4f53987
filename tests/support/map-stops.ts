import type { MapPhase } from '../../src/delivery/roadmap/graph.ts'
import type { DraftConnection, DraftStop } from '../../src/map-editor/draft-map.ts'
import type { Stops } from '../../src/app/admin/map/stops.ts'

/** A stop that only has what matters in a test. Its title is its id. */
export function stop(id: string, about: Partial<DraftStop> = {}): DraftStop {
  return {
    id,
    slug: id,
    title: { en: id },
    summary: {},
    kind: 'stop',
    phase: 'red',
    order: null,
    isStart: false,
    isEnd: false,
    stored: null,
    connections: [],
    unfinished: [],
    versionId: `version of ${id}`,
    state: 'published',
    live: true,
    ...about,
  }
}

/** A connection that is saved. */
export function way(to: string, about: Partial<DraftConnection> = {}): DraftConnection {
  return { id: `row to ${to}`, to, condition: {}, transfer: false, ...about }
}

/** A map of stops. */
export function mapOf(...stops: DraftStop[]): Stops {
  return new Map(stops.map((one) => [one.id, one]))
}

/** Two lines. */
export const lines: MapPhase[] = ['red', 'blue'].map((id, index) => ({
  id,
  slug: id,
  name: { en: `${id} line`, es: `línea ${id}` },
  summary: {},
  order: index + 1,
  colour: '#005ea2',
  marker: id[0]!,
}))
