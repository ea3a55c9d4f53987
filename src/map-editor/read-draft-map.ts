import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { inReadingOrder } from '../delivery/roadmap/graph.ts'
import { layOutDrafts } from '../delivery/roadmap/kept.ts'
import { graphOf, type PhaseRow, type StationRow } from '../delivery/roadmap/read.ts'
import type { State } from '../workflow/states.ts'
import { graphOfStops, type DraftConnection, type DraftMap, type DraftStop } from './draft-map.ts'

/** Documents asked for at a time: as many as anybody of the team gets at once. */
const atOnce = 500

/**
 * The newest version of every station and line that was not withdrawn, as the person who asks may read them, with
 * where the layout puts what has no stored position.
 */
export async function readDraftMap(req: PayloadRequest): Promise<DraftMap> {
  const standings = await standingsOf(req)
  const isOnMap = (collection: string) => (row: { id: string }) =>
    standings.get(`${collection}/${row.id}`)?.state !== 'withdrawn'
  const phaseRows = await newestOf<PhaseRow>('phases', phaseFields, req)
  const stationRows = await newestOf<NewestStation>('stations', stationFields, req)
  const rows = stationRows.filter(isOnMap('stations'))
  const { phases, stations } = inReadingOrder(
    graphOf({ phases: phaseRows.filter(isOnMap('phases')), stations: rows }),
  )
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const stops = stations.map((station): DraftStop => {
    const { connections, versionId } = rowOf.get(station.id)!
    const standing = standings.get(`stations/${station.id}`)
    return {
      ...station,
      connections: connectionsIn(connections),
      unfinished: (connections ?? []).flatMap(({ id, to }) => (to || !id ? [] : [id])),
      versionId,
      state: standing?.state ?? 'draft',
      live: standing?.live ?? false,
    }
  })
  const { places } = await layOutDrafts(req.payload, graphOfStops(phases, stops))
  return {
    phases: [...phases],
    stations: stops,
    laidOut: Object.fromEntries(
      [...places].flatMap(([id, { isStored, x, y }]) => (isStored ? [] : [[id, { x, y }]])),
    ),
    mayWrite: await mayWriteStations(req),
  }
}

interface NewestStation extends StationRow {
  versionId: string
  connections?: NonNullable<(ConnectionRow[] & StationRow['connections']) | null>
}

interface ConnectionRow {
  id?: string | null
  to?: string | null
  condition?: DraftConnection['condition'] | null
  transfer?: boolean | null
}

function connectionsIn(rows: readonly ConnectionRow[] | null | undefined): DraftConnection[] {
  return (rows ?? []).flatMap(({ condition, id, to, transfer }) =>
    to ? [{ id: id ?? null, to, condition: condition ?? {}, transfer: transfer ?? false }] : [],
  )
}

const phaseFields = ['slug', 'name', 'summary', 'order', 'colour', 'marker']

const stationFields = [
  ...['slug', 'title', 'kind', 'phase', 'order', 'isStart', 'isEnd', 'position'],
  'connections',
]

/** The newest version of each document of a type, in all languages, with that version's id. */
async function newestOf<Row>(
  collection: CollectionSlug,
  fields: readonly string[],
  req: PayloadRequest,
): Promise<(Row & { id: string; versionId: string })[]> {
  const version = Object.fromEntries(fields.map((name) => [name, true]))
  const asked = req.locale
  try {
    const found = await everyPage<{ id: string; parent: unknown; version: unknown }>((page) =>
      req.payload.findVersions({
        collection,
        depth: 0,
        limit: atOnce,
        // Payload notes it in the request, and what follows is in the language of whoever asks.
        locale: 'all',
        overrideAccess: false,
        page,
        req,
        select: { parent: true, version } as never,
        sort: 'parent',
        where: { latest: { equals: true } },
      }),
    )
    return found.map(({ id, parent, version: newest }) => ({
      ...(newest as Row),
      id: String(parent),
      versionId: String(id),
    }))
  } finally {
    if (asked) req.locale = asked
  }
}

interface Standing {
  key: string
  state: State
  live?: boolean | null
}

/** Where lines and stations stand in the review, as `stations/ID`. */
async function standingsOf(req: PayloadRequest): Promise<Map<string, Standing>> {
  const where: Where = { documentCollection: { in: ['phases', 'stations'] } }
  const rows = await everyPage<Standing>((page) =>
    req.payload.find({
      collection: 'workflow-states',
      depth: 0,
      limit: atOnce,
      overrideAccess: false,
      page,
      req,
      select: { key: true, live: true, state: true },
      sort: 'key',
      where,
    }),
  )
  return new Map(rows.map((row) => [row.key, row]))
}

async function everyPage<Row>(
  ask: (page: number) => Promise<{ docs: unknown[]; hasNextPage: boolean }>,
): Promise<Row[]> {
  const rows: Row[] = []
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage } = await ask(page)
    rows.push(...(docs as Row[]))
    if (!hasNextPage) return rows
  }
}

async function mayWriteStations(req: PayloadRequest): Promise<boolean> {
  const { update } = req.payload.collections.stations.config.access
  return (await update({ req })) !== false
}
