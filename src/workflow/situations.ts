import type { PayloadRequest, SanitizedCollectionConfig } from 'payload'
import { entriesOfAll, type EntrySummary } from '../ledger/read.ts'
import {
  editorialType,
  notFound,
  readSituation,
  situationFrom,
  type NewestVersion,
  type Situation,
  type StoredDocument,
} from './situation.ts'

/** How many documents of a set are worked on at a time: read with one question, before others get their turn. */
export const atOnce = 10

/** A document whose situation is read, with all its entries where they are known. */
export interface Place {
  collection: string
  id: string
  entries?: EntrySummary[]
}

/** Things in groups of so many as are worked on at a time, in their order. */
export function inGroups<Item>(items: readonly Item[]): Item[][] {
  const groups: Item[][] = []
  for (let at = 0; at < items.length; at += atOnce) groups.push(items.slice(at, at + atOnce))
  return groups
}

/**
 * Reads the situations of several documents as `readSituation` does, with three questions for each content type among
 * them in place of three for each document.
 *
 * @returns in the order of the places
 * @throws EditorialError NOT_FOUND naming the first of them that there is not, or whose type has no workflow
 */
export async function readSituations(
  places: readonly Place[],
  req: PayloadRequest,
): Promise<Situation[]> {
  const [first] = places
  if (first && places.length === 1) return [await readSituation({ ...first, req })]
  const types = new Map<string, SanitizedCollectionConfig>()
  const read = new Map<string, Rows>()
  for (const { collection, id } of places) {
    if (types.has(collection)) continue
    const type = editorialType(collection, id, req)
    types.set(collection, type)
    const ofType = places.filter((place) => place.collection === collection)
    read.set(collection, await readRows(type, ofType, req))
  }
  return places.map(({ collection, entries, id }) => {
    const rows = read.get(collection)!
    const [main, newest] = [rows.documents.get(id), rows.newest.get(id)]
    if (!main || !newest) throw notFound(collection, id)
    return situationFrom(types.get(collection)!, {
      entries: entries ?? rows.entries.get(id) ?? [],
      id,
      main,
      newest,
    })
  })
}

interface Rows {
  documents: Map<string, StoredDocument>
  newest: Map<string, NewestVersion>
  entries: Map<string, EntrySummary[]>
}

async function readRows(
  { slug }: SanitizedCollectionConfig,
  places: readonly Place[],
  req: PayloadRequest,
): Promise<Rows> {
  const { db } = req.payload
  const ids = places.map(({ id }) => id)
  // One after the other: a transaction on MongoDB takes one question at a time.
  const { docs } = await db.find<StoredDocument>({
    collection: slug,
    // What leads here is no part of what the document says.
    joins: false as never,
    limit: 0,
    pagination: false,
    req,
    sort: 'id',
    where: { id: { in: ids } },
  })
  const { docs: versions } = await db.findVersions<StoredDocument>({
    collection: slug,
    limit: 0,
    pagination: false,
    req,
    sort: 'updatedAt',
    where: { and: [{ parent: { in: ids } }, { latest: { equals: true } }] },
  })
  const unknown = places.filter(({ entries }) => !entries).map(({ id }) => id)
  return {
    documents: new Map(docs.map((document) => [String(document.id), document])),
    newest: new Map(versions.map((version) => [String(version.parent), version])),
    entries: await entriesOfAll({ collection: slug, ids: unknown, req }),
  }
}
