import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { EditorialError } from '../../errors.ts'
import { readPublicHead, type PublicHead } from '../../ledger/public-head.ts'
import type { MapPhase, MapStation, RoadmapGraph, Texts } from './graph.ts'

/*
 * Reads the whole map in a few queries, past Payload's hooks, which would take ten times as long and answer
 * in one language. So the conditions here are all that keeps drafts out of the public map.
 */

/** Tries before giving up, should something become public during each of them. */
const mostTries = 10

/** The published map, connections to what is not live included. */
export interface PublishedGraph extends RoadmapGraph {
  asOf: PublicHead
}

/**
 * Reads what is live, all of it from one state of the public content.
 *
 * @param req in whose transaction to read, with what was written there
 * @throws EditorialError UNAVAILABLE when things become public faster than they can be read
 */
export async function readPublishedGraph(
  payload: Payload,
  req?: PayloadRequest,
): Promise<PublishedGraph> {
  const { asOf, ...rows } = await readPublishedRows(payload, req)
  return { ...graphOf(rows), asOf }
}

/** As `readPublishedGraph`, as the database has it. */
export async function readPublishedRows(
  payload: Payload,
  req?: PayloadRequest,
): Promise<LiveRows & { asOf: PublicHead }> {
  const inside = req ? { req } : {}
  for (let tries = 0; tries < mostTries; tries += 1) {
    const asOf = await readPublicHead(payload)
    const phases = await readLive<PhaseRow>(payload, 'phases', phaseFields, inside)
    const stations = await readLive<StationRow>(payload, 'stations', stationFields, inside)
    // The entry is written with the change, so the same entry before and after means nothing changed.
    if ((await readPublicHead(payload)).sequence === asOf.sequence)
      return { phases, stations, asOf }
  }
  throw new EditorialError({
    code: 'UNAVAILABLE',
    message: 'The map is changing right now. Try again in a moment.',
    retryAfter: 1,
  })
}

/** The newest versions of everything that was not withdrawn, and which stations are live. For staff. */
export async function readNewestGraph(
  payload: Payload,
): Promise<{ graph: RoadmapGraph; live: ReadonlySet<string> }> {
  const gone = await readWithdrawn(payload)
  const phases = await readNewest<PhaseRow>(payload, 'phases')
  const stations = await readNewest<StationRow>(payload, 'stations')
  const live = await readLive<{ id: string }>(payload, 'stations', { slug: true })
  return {
    graph: graphOf({
      phases: phases.filter(({ id }) => !gone.has(`phases/${id}`)),
      stations: stations.filter(({ id }) => !gone.has(`stations/${id}`)),
    }),
    live: new Set(live.map(({ id }) => id)),
  }
}

/** Lines and stations as the database has them, in all languages. */
export interface LiveRows {
  phases: PhaseRow[]
  stations: StationRow[]
}

/** What is live of some lines and stations. @param ids by collection */
export async function readLiveRows(
  payload: Payload,
  ids: { [Collection in keyof LiveRows]: string[] },
): Promise<LiveRows> {
  const read = async <Row>(collection: keyof LiveRows, select: Record<string, true>) =>
    ids[collection].length === 0
      ? []
      : readLive<Row>(payload, collection, select, { ids: ids[collection] })
  return {
    phases: await read<PhaseRow>('phases', phaseFields),
    stations: await read<StationRow>('stations', stationFields),
  }
}

export interface PhaseRow {
  id: string
  slug?: string | null
  name?: Texts | null
  summary?: Texts | null
  order?: number | null
  colour?: string | null
  marker?: string | null
}

export interface StationRow {
  id: string
  slug?: string | null
  title?: Texts | null
  summary?: Texts | null
  kind?: MapStation['kind'] | null
  phase?: string | null
  order?: number | null
  isStart?: boolean | null
  isEnd?: boolean | null
  position?: { x?: number | null; y?: number | null } | null
  connections?: { to?: string | null; condition?: Texts | null; transfer?: boolean | null }[] | null
}

const phaseFields = {
  slug: true,
  name: true,
  summary: true,
  order: true,
  colour: true,
  marker: true,
} as const

const stationFields = {
  slug: true,
  title: true,
  summary: true,
  kind: true,
  phase: true,
  order: true,
  isStart: true,
  isEnd: true,
  position: true,
  connections: true,
} as const

/** The fields of each type that the map is made of. */
export const fieldsOnRoadmap = { phases: phaseFields, stations: stationFields } as const

async function readLive<Row>(
  payload: Payload,
  collection: CollectionSlug,
  select: Record<string, true>,
  { ids, req }: { ids?: string[]; req?: PayloadRequest } = {},
): Promise<Row[]> {
  const { docs } = await payload.db.find({
    collection,
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
    select,
    sort: 'id',
    where: { _status: { equals: 'published' }, ...(ids ? { id: { in: ids } } : {}) },
  })
  return docs as Row[]
}

async function readNewest<Row>(payload: Payload, collection: CollectionSlug): Promise<Row[]> {
  const { docs } = await payload.db.queryDrafts({
    collection,
    limit: 0,
    pagination: false,
    sort: 'id',
    where: {},
  })
  return docs as Row[]
}

/** Documents whose newest version stands as withdrawn, as `stations/ID`. */
async function readWithdrawn(payload: Payload): Promise<Set<string>> {
  const { docs } = await payload.db.find<{ id: string; key: string }>({
    collection: 'workflow-states',
    limit: 0,
    pagination: false,
    select: { key: true },
    sort: 'key',
    where: { state: { equals: 'withdrawn' } },
  })
  return new Set(docs.map(({ key }) => key))
}

/** The map that rows make, connections to what is not live included. */
export function graphOf({ phases, stations }: LiveRows): RoadmapGraph {
  return {
    phases: phases.map((row): MapPhase => ({
      id: row.id,
      slug: row.slug ?? '',
      name: row.name ?? {},
      summary: row.summary ?? {},
      order: row.order ?? Number.MAX_SAFE_INTEGER,
      colour: row.colour ?? null,
      marker: row.marker ?? null,
    })),
    stations: stations.map((row): MapStation => ({
      id: row.id,
      slug: row.slug ?? '',
      title: row.title ?? {},
      summary: row.summary ?? {},
      kind: row.kind ?? 'stop',
      phase: row.phase ?? null,
      order: row.order ?? null,
      isStart: row.isStart ?? false,
      isEnd: row.isEnd ?? false,
      stored: storedPosition(row.position),
    })),
    connections: stations.flatMap(({ id, connections }) =>
      (connections ?? []).flatMap(({ to, condition, transfer }) =>
        to ? [{ from: id, to, condition: condition ?? {}, transfer: transfer ?? false }] : [],
      ),
    ),
  }
}

/** Half a position is none: the layout decides. */
function storedPosition(position: StationRow['position']): MapStation['stored'] {
  const { x, y } = position ?? {}
  return typeof x === 'number' && typeof y === 'number' ? { x, y } : null
}
