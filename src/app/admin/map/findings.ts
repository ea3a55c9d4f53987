import { checkRoadmap, type RoadmapCheck } from '../../../delivery/roadmap/check.ts'
import type { MapPhase, Position } from '../../../delivery/roadmap/graph.ts'
import type { Locale } from '../../../locales.ts'
import { graphOfStops } from '../../../map-editor/draft-map.ts'
import { room } from './room.ts'
import type { Stops } from './stops.ts'

/** What a finding is of: one of those of the roadmap's check, or that two stops lie on each other. */
export type FindingKind = keyof RoadmapCheck | 'overlapping'

/** Something that the map on the screen lacks, at a stop. */
export interface StopFinding {
  /** Once in a list. */
  key: string
  kind: FindingKind
  /** Id of the stop. */
  stop: string
  /** What was found and what to do. */
  sentence: string
}

/** In the order in which they are told. */
export const findingKinds: readonly FindingKind[] = [
  'overlapping',
  'unreachable',
  'deadEnds',
  'transfersWithoutReturn',
  'connectionsToWhatIsNotLive',
]

/**
 * What the map on the screen lacks: what the roadmap's check finds about it, and which stops lie on each other.
 *
 * @param sayOverlap says that one stop lies on another
 */
export function findingsOn({
  language,
  phases,
  placeOf,
  sayOverlap,
  stops,
}: {
  language: Locale
  phases: readonly MapPhase[]
  placeOf: (id: string) => Position
  sayOverlap: (one: string, other: string) => string
  stops: Stops
}): StopFinding[] {
  const live = new Set([...stops.values()].filter((stop) => stop.live).map(({ id }) => id))
  const check = checkRoadmap(graphOfStops(phases, stops.values()), { locale: language, live })
  const overlapping = overlaps([...stops.keys()].map((id) => ({ id, place: placeOf(id) }))).flatMap(
    ([one, other]) => [
      { id: one, to: other },
      { id: other, to: one },
    ],
  )
  return findingKinds.flatMap((kind): StopFinding[] =>
    kind === 'overlapping'
      ? overlapping.map(({ id, to }) => ({
          key: `${kind} ${id} ${to}`,
          kind,
          stop: id,
          sentence: sayOverlap(id, to),
        }))
      : check[kind].map(({ id, sentence, to }) => ({
          key: `${kind} ${id} ${to?.id ?? ''}`,
          kind,
          stop: id,
          sentence,
        })),
  )
}

/** Which stops lie on each other, each pair once. */
export function overlaps(
  stops: readonly { id: string; place: Position }[],
): [one: string, other: string][] {
  const fromLeft = [...stops].sort((one, other) => one.place.x - other.place.x)
  const pairs: [string, string][] = []
  fromLeft.forEach((one, index) => {
    for (const other of fromLeft.slice(index + 1)) {
      if (other.place.x - one.place.x >= room.width) break
      if (Math.abs(other.place.y - one.place.y) < room.height) pairs.push([one.id, other.id])
    }
  })
  return pairs
}
