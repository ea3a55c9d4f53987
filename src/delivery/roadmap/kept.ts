import type { Payload } from 'payload'
import type { PublicHead, PublicHeadFollower } from '../../ledger/public-head.ts'
import { arrange, type Arrangement } from './arrange.ts'
import { withoutLooseEnds, inReadingOrder, type RoadmapGraph } from './graph.ts'
import { layOut, type Layout } from './layout.ts'
import { readPublishedGraph } from './read.ts'

/** The map as the public gets it, in all languages. */
export interface Roadmap {
  graph: RoadmapGraph
  layout: Layout
  asOf: PublicHead
}

interface Kept {
  follower: PublicHeadFollower
  /** Of the state of the public content that holds. */
  roadmap: Promise<Roadmap> | null
  /** The last layout. Most publications leave the map as it is. */
  arranged: { key: string; places: ReturnType<typeof arrange> } | null
}

const keepers = new WeakMap<Payload, Kept>()

/** From now on the map is worked out once for each state of the public content. */
export function keepRoadmap(payload: Payload, follower: PublicHeadFollower): void {
  const kept: Kept = { follower, roadmap: null, arranged: null }
  keepers.set(payload, kept)
  follower.onChange(() => (kept.roadmap = null))
}

/** The published map of the state that holds. */
export function publishedRoadmap(payload: Payload): Promise<Roadmap> {
  const kept = keepers.get(payload)
  if (!kept) return workOut(payload, arrange)
  if (kept.roadmap) return kept.roadmap
  const roadmap = workOut(payload, (arrangement) => arrangedOnce(kept, arrangement))
  // While it cannot be known which state holds, nothing is kept: it could be another one already.
  if (kept.follower.head === null) return roadmap
  kept.roadmap = roadmap
  roadmap.catch(() => {
    if (kept.roadmap === roadmap) kept.roadmap = null
  })
  return roadmap
}

async function workOut(payload: Payload, place: typeof arrange): Promise<Roadmap> {
  const { asOf, ...published } = await readPublishedGraph(payload)
  const graph = inReadingOrder(withoutLooseEnds(published))
  return { graph, layout: await layOut(graph, place), asOf }
}

function arrangedOnce(kept: Kept, arrangement: Arrangement): ReturnType<typeof arrange> {
  const key = JSON.stringify(arrangement)
  if (kept.arranged?.key === key) return kept.arranged.places
  const arranged = { key, places: arrange(arrangement) }
  kept.arranged = arranged
  arranged.places.catch(() => {
    if (kept.arranged === arranged) kept.arranged = null
  })
  return arranged.places
}
