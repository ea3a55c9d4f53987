import { Mutex } from 'async-mutex'
import type { Payload } from 'payload'
import { typeOfKey } from '../../dependencies/keys.ts'
import { EditorialError } from '../../errors.ts'
import { readPublicHead, type PublicHeadFollower } from '../../ledger/public-head.ts'
import {
  alongLines,
  byPlaceOfLine,
  type MapConnection,
  type MapPhase,
  type MapStation,
} from './graph.ts'
import {
  mapPhase,
  mapStation,
  readAllInParts,
  readLiveRows,
  waysFrom,
  type LiveRows,
  type PhaseRow,
  type PublishedGraph,
  type StationRow,
} from './read.ts'

/** Content types that the map is made of. */
const collections = ['phases', 'stations'] as const satisfies (keyof LiveRows)[]

/** Tries before giving up, should something become public during each of them. */
const mostTries = 20

/** The map without what has changed since it was read. */
interface Read {
  phases: Map<string, MapPhase>
  /** Each station is the same object until it changes, so what is made of it can be kept with it. */
  stations: Map<string, { station: MapStation; ways: readonly MapConnection[] }>
  /** Stations as they are read; null when they have to be sorted anew. */
  order: MapStation[] | null
}

/**
 * The published map, of which only what became public or was withdrawn since the last time is read again. It is read in
 * parts, between which others go on; what changes meanwhile is read once more at the end.
 */
export class KeptGraph {
  readonly #payload: Payload
  readonly #follower: PublicHeadFollower
  /** Null when it is not known what has changed. */
  #read: Read | null = null
  readonly #changed: { [Collection in keyof LiveRows]: Set<string> } = {
    phases: new Set(),
    stations: new Set(),
  }
  /** How often something became public or was withdrawn, and how often it was not known what. */
  #changes = 0
  #unknownChanges = 0
  /** Whoever asks meanwhile gets what the ledger says by then. */
  readonly #turn = new Mutex()

  constructor(payload: Payload, follower: PublicHeadFollower) {
    this.#payload = payload
    this.#follower = follower
    follower.onChange((document) => {
      this.#changes += 1
      if (document === null) this.#beginAnew()
      else
        for (const collection of collections)
          if (collection === document.collection) this.#changed[collection].add(document.id)
    })
    follower.onForget((keys) => {
      if (keys && !keys.some(isOnMap)) return
      this.#changes += 1
      this.#beginAnew()
    })
  }

  /** It is not known what has changed, so everything has to be read again. */
  #beginAnew(): void {
    this.#unknownChanges += 1
    this.#read = null
  }

  /**
   * The map in reading order, without connections to what is not live.
   *
   * @throws EditorialError UNAVAILABLE when things become public faster than they can be read
   */
  read(): Promise<PublishedGraph> {
    return this.#turn.runExclusive(async () => {
      for (let tries = 0; tries < mostTries; tries += 1) {
        if (!this.#read) await this.#readAll()
        const graph = await this.#bringUpToDate()
        if (graph) return graph
      }
      throw new EditorialError({
        code: 'UNAVAILABLE',
        message: 'The map is changing right now. Try again in a moment.',
        retryAfter: 1,
      })
    })
  }

  /** Reads everything. What becomes public meanwhile is noted as changed, also where it has been read already. */
  async #readAll(): Promise<void> {
    for (const collection of collections) this.#changed[collection].clear()
    const before = this.#unknownChanges
    const { phases, stations } = await readAllInParts(this.#payload)
    if (before !== this.#unknownChanges) return
    this.#read = { phases: new Map(), stations: new Map(), order: null }
    putPhases(this.#read, phases)
    putStations(this.#read, stations)
  }

  /** Null where it is not certain that all changes are known, or something became public meanwhile. */
  async #bringUpToDate(): Promise<PublishedGraph | null> {
    const before = this.#changes
    const asOf = await readPublicHead(this.#payload)
    if (asOf.sequence !== this.#follower.head?.sequence) {
      // Something is committed that this process has not been told of yet.
      await this.#follower.refresh()
      return null
    }
    const ids = { phases: [...this.#changed.phases], stations: [...this.#changed.stations] }
    const changed = await readLiveRows(this.#payload, ids)
    const isSame = (await readPublicHead(this.#payload)).sequence === asOf.sequence
    const read = this.#read
    if (!read || !isSame || before !== this.#changes) return null
    replacePhases(read, ids.phases, changed.phases)
    replaceStations(read, ids.stations, changed.stations)
    for (const collection of collections) this.#changed[collection].clear()
    return { ...graphIn(read), asOf }
  }
}

/** Whether what a key is about can be seen on the map. */
export function isOnMap(key: string): boolean {
  const type = typeOfKey(key)
  return type === undefined || collections.some((collection) => collection === type)
}

function putPhases({ phases }: Read, rows: readonly PhaseRow[]): void {
  for (const row of rows) phases.set(row.id, mapPhase(row))
}

function putStations({ stations }: Read, rows: readonly StationRow[]): void {
  for (const row of rows) stations.set(row.id, { station: mapStation(row), ways: waysFrom(row) })
}

function replacePhases(read: Read, ids: readonly string[], rows: readonly PhaseRow[]): void {
  if (ids.length === 0) return
  for (const id of ids) read.phases.delete(id)
  putPhases(read, rows)
  read.order = null
}

function replaceStations(read: Read, ids: readonly string[], rows: readonly StationRow[]): void {
  if (ids.length === 0) return
  for (const id of ids) read.stations.delete(id)
  putStations(read, rows)
  if (!read.order) return
  const gone = new Set(ids)
  const added = rows.map(({ id }) => read.stations.get(id)!.station)
  read.order = merged(
    read.order.filter(({ id }) => !gone.has(id)),
    added.sort(inOrder(linesOf(read))),
    inOrder(linesOf(read)),
  )
}

function graphIn(read: Read): Omit<PublishedGraph, 'asOf'> {
  const lines = linesOf(read)
  read.order ??= [...read.stations.values()].map(({ station }) => station).sort(inOrder(lines))
  const stations = read.order
  return {
    phases: lines,
    stations,
    connections: stations.flatMap(({ id }) =>
      read.stations.get(id)!.ways.filter(({ to }) => read.stations.has(to)),
    ),
  }
}

function linesOf({ phases }: Read): MapPhase[] {
  return [...phases.values()].sort((one, other) => byPlaceOfLine(one, other) || byId(one, other))
}

/** In reading order. What stands at the same place does so in the order in which a database gives it. */
function inOrder(lines: readonly MapPhase[]): (one: MapStation, other: MapStation) => number {
  const along = alongLines(lines)
  return (one, other) => along(one, other) || byId(one, other)
}

function byId({ id: one }: { id: string }, { id: other }: { id: string }): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** Two sorted lists as one. */
function merged<Item>(
  some: readonly Item[],
  others: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Item[] {
  const all: Item[] = []
  let at = 0
  for (const item of some) {
    while (at < others.length && compare(others[at]!, item) < 0) all.push(others[at++]!)
    all.push(item)
  }
  return [...all, ...others.slice(at)]
}
