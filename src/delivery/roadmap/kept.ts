import { LRUCache } from 'lru-cache'
import type { Payload, PayloadRequest } from 'payload'
import { isUndone } from '../../database/undone-work.ts'
import type { PublicHead, PublicHeadFollower } from '../../ledger/public-head.ts'
import { giveTurn } from '../../turns.ts'
import { arrange, type Arrangement } from './arrange.ts'
import { withoutLooseEnds, inReadingOrder, type RoadmapGraph } from './graph.ts'
import { layOut, layOutInOrder, type Layout } from './layout.ts'
import { isMadeAnew } from '../anew.ts'
import { isOnMap, KeptGraph } from './kept-graph.ts'
import { readPublishedGraph } from './read.ts'

/** The map as the public gets it, in all languages. */
export interface Roadmap {
  graph: RoadmapGraph
  layout: Layout
  asOf: PublicHead
}

interface Kept {
  follower: PublicHeadFollower
  graph: KeptGraph
  /** Of the state of the public content that holds. */
  roadmap: Promise<Roadmap> | null
  /** The last layout. Most publications leave the map as it is. */
  arranged: { arrangement: Arrangement; places: ReturnType<typeof arrange> } | null
}

const keepers = new WeakMap<Payload, Kept>()

/** From now on the map is worked out once for each state of the public content. */
export function keepRoadmap(payload: Payload, follower: PublicHeadFollower): void {
  // Before the map is forgotten, what of it changed has to be known.
  const graph = new KeptGraph(payload, follower)
  const kept: Kept = { follower, graph, roadmap: null, arranged: null }
  keepers.set(payload, kept)
  follower.onChange(() => (kept.roadmap = null))
  follower.onForget((keys) => {
    if (!keys || keys.some(isOnMap)) kept.roadmap = null
  })
}

/** The published map of the state that holds. */
export function publishedRoadmap(payload: Payload): Promise<Roadmap> {
  const kept = keepers.get(payload)
  if (!kept) return workOut(payload, undefined, arrange)
  // A layout depends on nothing but which places lead to which, so one that was made before may be used.
  if (isMadeAnew())
    return workOut(payload, undefined, (arrangement) => arrangedBefore(kept, arrangement))
  if (kept.roadmap) return kept.roadmap
  const roadmap = bringUpToDate(kept)
  // While it cannot be known which state holds, nothing is kept: it could be another one already.
  if (kept.follower.head === null) return roadmap
  kept.roadmap = roadmap
  roadmap.catch(() => {
    if (kept.roadmap === roadmap) kept.roadmap = null
  })
  return roadmap
}

/** Layouts of maps that are not kept: which numbered places lead to which, and where they are. No words of any draft. */
const shown = new LRUCache<string, ReturnType<typeof arrange>>({ max: 50 })

/**
 * The map for whoever asks: the published one, or where drafts are shown, that with those drafts, of which
 * nothing is kept but the layout. Working that out takes up to a second, and a page asks for its map again and
 * again.
 */
export async function roadmapFor(req: PayloadRequest): Promise<Roadmap> {
  if (!(await isUndone(req))) return publishedRoadmap(req.payload)
  const kept = keepers.get(req.payload)
  return workOut(req.payload, req, (arrangement) => arrangedBefore(kept, arrangement))
}

/** Lays out a map that is not public. Nothing of it is kept but the layout. */
export function layOutDrafts(payload: Payload, graph: RoadmapGraph): Promise<Layout> {
  const kept = keepers.get(payload)
  return layOut(graph, (arrangement) => arrangedBefore(kept, arrangement))
}

function arrangedBefore(
  kept: Kept | undefined,
  arrangement: Arrangement,
): ReturnType<typeof arrange> {
  if (kept?.arranged && isSame(kept.arranged.arrangement, arrangement)) return kept.arranged.places
  const key = JSON.stringify(arrangement)
  const known = shown.get(key)
  if (known) return known
  const places = arrange(arrangement)
  shown.set(key, places)
  places.catch(() => shown.delete(key))
  return places
}

async function workOut(
  payload: Payload,
  req: PayloadRequest | undefined,
  place: typeof arrange,
): Promise<Roadmap> {
  const { asOf, ...published } = await readPublishedGraph(payload, req)
  const graph = inReadingOrder(withoutLooseEnds(published))
  return { graph, layout: await layOutInOrder(graph, place), asOf }
}

async function bringUpToDate(kept: Kept): Promise<Roadmap> {
  const { asOf, ...graph } = await kept.graph.read()
  await giveTurn()
  const place: typeof arrange = (arrangement) => arrangedOnce(kept, arrangement)
  return { graph, layout: await layOutInOrder(graph, place), asOf }
}

function arrangedOnce(kept: Kept, arrangement: Arrangement): ReturnType<typeof arrange> {
  if (kept.arranged && isSame(kept.arranged.arrangement, arrangement)) return kept.arranged.places
  const arranged = { arrangement, places: arrange(arrangement) }
  kept.arranged = arranged
  arranged.places.catch(() => {
    if (kept.arranged === arranged) kept.arranged = null
  })
  return arranged.places
}

function isSame(one: Arrangement, other: Arrangement): boolean {
  return (
    one.lines.length === other.lines.length &&
    one.ways.length === other.ways.length &&
    one.lines.every((line, at) => line === other.lines[at]) &&
    one.ways.every(({ from, to }, at) => from === other.ways[at]!.from && to === other.ways[at]!.to)
  )
}
