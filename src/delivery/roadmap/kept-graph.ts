import type { Payload } from 'payload'
import { readPublicHead, type PublicHeadFollower } from '../../ledger/public-head.ts'
import {
  graphOf,
  readLiveRows,
  readPublishedRows,
  type LiveRows,
  type PhaseRow,
  type PublishedGraph,
  type StationRow,
} from './read.ts'

const collections = ['phases', 'stations'] as const satisfies (keyof LiveRows)[]

interface Rows {
  phases: Map<string, PhaseRow>
  stations: Map<string, StationRow>
}

/**
 * The published map as the database has it, of which only what became public or was withdrawn since the last
 * time is read again.
 */
export class KeptGraph {
  readonly #payload: Payload
  readonly #follower: PublicHeadFollower
  /** What was read, without what has changed since; null when all of it may have. */
  #rows: Rows | null = null
  readonly #changed: { [Collection in keyof LiveRows]: Set<string> } = {
    phases: new Set(),
    stations: new Set(),
  }
  /** How often something became public or was withdrawn. */
  #changes = 0

  constructor(payload: Payload, follower: PublicHeadFollower) {
    this.#payload = payload
    this.#follower = follower
    follower.onChange((document) => {
      this.#changes += 1
      if (document === null) this.#rows = null
      else
        for (const collection of collections)
          if (collection === document.collection) this.#changed[collection].add(document.id)
    })
  }

  /** @throws EditorialError UNAVAILABLE when things become public faster than they can be read */
  async read(): Promise<PublishedGraph> {
    return (await this.#readChanged()) ?? (await this.#readAll())
  }

  /** Null where it is not certain that all changes are known, or something became public meanwhile. */
  async #readChanged(): Promise<PublishedGraph | null> {
    const before = this.#changes
    const asOf = await readPublicHead(this.#payload)
    // Something is committed that this process has not been told of yet.
    if (asOf.sequence !== this.#follower.head?.sequence) return null
    const rows = this.#rows
    if (!rows) return null
    const ids = { phases: [...this.#changed.phases], stations: [...this.#changed.stations] }
    const read = await readLiveRows(this.#payload, ids)
    const isSame = (await readPublicHead(this.#payload)).sequence === asOf.sequence
    if (!isSame || before !== this.#changes) return null
    replace(rows.phases, ids.phases, read.phases)
    replace(rows.stations, ids.stations, read.stations)
    for (const collection of collections) this.#changed[collection].clear()
    return { ...graphOf(inOrderOfId(rows)), asOf }
  }

  async #readAll(): Promise<PublishedGraph> {
    const before = this.#changes
    const { asOf, phases, stations } = await readPublishedRows(this.#payload)
    if (before === this.#changes && asOf.sequence === this.#follower.head?.sequence) {
      this.#rows = { phases: byId(phases), stations: byId(stations) }
      for (const collection of collections) this.#changed[collection].clear()
    }
    return { ...graphOf({ phases, stations }), asOf }
  }
}

function replace<Row extends { id: string }>(
  rows: Map<string, Row>,
  ids: readonly string[],
  read: readonly Row[],
): void {
  for (const id of ids) rows.delete(id)
  for (const row of read) rows.set(row.id, row)
}

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]))
}

/** As the database sorts them. */
function inOrderOfId({ phases, stations }: Rows): LiveRows {
  const sorted = <Row extends { id: string }>(rows: Map<string, Row>) =>
    [...rows.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
  return { phases: sorted(phases), stations: sorted(stations) }
}
