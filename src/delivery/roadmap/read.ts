import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import { EditorialError } from '../../errors.ts'
import { readPublicHead, type PublicHead } from '../../ledger/public-head.ts'
import type { MapConnection, MapPhase, MapStation, RoadmapGraph, Texts } from './graph.ts'

/*
 * Reads the whole map past Payload's hooks, which would take ten times as long and answer in one language. So the
 * conditions here are all that keeps drafts out of the public map.
 */

/** Tries before giving up, should something become public during each of them. */
const mostTries = 10

/** Tries that let others go on between their parts. The others take less time, so less becomes public during them. */
const triesInParts = 3

/** How many lines or stations are read at a time: some milliseconds, before others get their turn. */
const atOnce = 25

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
  for (let tries = 0; tries < mostTries; tries += 1) {
    const asOf = await readPublicHead(payload)
    const { phases, stations } =
      tries < triesInParts
        ? await readAllInParts(payload, req)
        : {
            phases: await readLive<PhaseRow>(payload, 'phases', phaseFields, { req }),
            stations: await readLive<StationRow>(payload, 'stations', stationFields, { req }),
          }
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

/**
 * Reads what is live in parts, between which others go on. What becomes public meanwhile may be in it or not: whoever
 * asks has to know what that was.
 */
export async function readAllInParts(payload: Payload, req?: PayloadRequest): Promise<LiveRows> {
  return {
    phases: await inParts<PhaseRow>(payload, 'phases', phaseFields, req),
    stations: await inParts<StationRow>(payload, 'stations', stationFields, req),
  }
}

/**
 * Each part goes on after the last id. The state of a document is looked at here: asked for it, SQLite would find all
 * that are live by their index, and sort them, for each part anew.
 */
async function inParts<Row extends { id: string }>(
  payload: Payload,
  collection: keyof LiveRows,
  select: Record<string, true>,
  req: PayloadRequest | undefined,
): Promise<Row[]> {
  const rows: Row[] = []
  for (let after: string | undefined; ;) {
    const { docs } = await payload.db.find<Row & { _status?: string }>({
      collection,
      limit: atOnce,
      pagination: false,
      ...(req ? { req } : {}),
      select: { ...select, _status: true },
      sort: 'id',
      where: after === undefined ? {} : { id: { greater_than: after } },
    })
    rows.push(...docs.filter(({ _status }) => _status === 'published'))
    if (docs.length < atOnce) return rows
    after = docs.at(-1)!.id
  }
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

/** What is live of some lines and stations, in parts. @param ids by collection */
export async function readLiveRows(
  payload: Payload,
  ids: { [Collection in keyof LiveRows]: string[] },
): Promise<LiveRows> {
  const read = async <Row>(collection: keyof LiveRows, select: Record<string, true>) => {
    const rows: Row[] = []
    for (let at = 0; at < ids[collection].length; at += atOnce) {
      const which = { id: { in: ids[collection].slice(at, at + atOnce) } }
      rows.push(...(await readLive<Row>(payload, collection, select, { which })))
    }
    return rows
  }
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
  { req, which = {} }: { req?: PayloadRequest | undefined; which?: Where } = {},
): Promise<Row[]> {
  const { docs } = await payload.db.find({
    collection,
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
    select,
    sort: 'id',
    where: { _status: { equals: 'published' }, ...which },
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
    phases: phases.map(mapPhase),
    stations: stations.map(mapStation),
    connections: stations.flatMap(waysFrom),
  }
}

/** The line that a row makes. */
export function mapPhase(row: PhaseRow): MapPhase {
  return {
    id: row.id,
    slug: row.slug ?? '',
    name: row.name ?? {},
    summary: row.summary ?? {},
    order: row.order ?? Number.MAX_SAFE_INTEGER,
    colour: row.colour ?? null,
    marker: row.marker ?? null,
  }
}

/** The station that a row makes, without what it leads to. */
export function mapStation(row: StationRow): MapStation {
  return {
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
  }
}

/** Where the station of a row leads, what is not live included. */
export function waysFrom({ id, connections }: StationRow): MapConnection[] {
  return (connections ?? []).flatMap(({ to, condition, transfer }) =>
    to ? [{ from: id, to, condition: condition ?? {}, transfer: transfer ?? false }] : [],
  )
}

/** Half a position is none: the layout decides. */
function storedPosition(position: StationRow['position']): MapStation['stored'] {
  const { x, y } = position ?? {}
  return typeof x === 'number' && typeof y === 'number' ? { x, y } : null
}
