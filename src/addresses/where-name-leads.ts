import type { PayloadRequest, Where } from 'payload'
import { whatReadersMaySee } from '../../access/content.ts'
import {
  hasAliases,
  hasSpellings,
  nameFieldOf,
  nameKey,
  type NamedCollection,
  type NameField,
} from './names.ts'
import { dependsOn, dependsOnName } from '../dependencies/surrogate-keys.ts'
import { findAddresses, lastOwnAddress, rowKey } from './rows.ts'

/** The document that a name leads to. */
export interface Lead {
  collection: NamedCollection
  id: string
  /** Its present name; of what was withdrawn, the last one it had. */
  name: string
  /** False when the document was withdrawn. */
  live: boolean
  /** Whether the document has another name now. */
  moved: boolean
}

/** A name of a document of a type, in any spelling. */
export interface Named {
  collection: NamedCollection
  name: string
}

type Live = { id: string; searchKey?: string | null } & Partial<Record<NameField, string>>

/**
 * Where a name leads for the public: to the live document that bears it now; else to the one that was last
 * public under it, whatever that is called now and also when it was withdrawn. Null for what never was a name
 * of anything public. Asks for two or three rows by an index, however often documents were renamed.
 */
export async function whereNameLeads(
  { collection, name }: Named,
  req: PayloadRequest,
): Promise<Lead | null> {
  const bearer = await liveBearer({ collection, name }, req)
  if (!bearer) return whereNameLed({ collection, name }, req)
  const present = bearer[nameFieldOf(collection)] ?? name
  return { collection, id: String(bearer.id), name: present, live: true, moved: false }
}

/** The same for a name that nothing live bears: the document that was last public under it. */
export async function whereNameLed(
  { collection, name }: Named,
  req: PayloadRequest,
): Promise<Lead | null> {
  const key = nameKey(collection, name)
  if (key === null) return null
  dependsOnName(req, { collection, name: key })
  const rows = await findAddresses({ keys: [rowKey(collection, key)], req })
  const id = rows.get(rowKey(collection, key))?.documentId
  if (id === undefined) return null
  dependsOn(req, { collection, id })
  const [live] = await liveDocuments(collection, [{ id: { equals: id } }], req)
  const present = live ? live[nameFieldOf(collection)] : (await lastOwnAddress({ id, req }))?.name
  return {
    collection,
    id,
    name: present ?? name,
    live: live !== undefined,
    moved: nameKey(collection, present ?? name) !== key,
  }
}

/** Where an id leads for the public: to the live document that has it, or to one that was withdrawn; or null. */
export async function whereIdLeads(
  { collection, id }: Pick<Lead, 'collection' | 'id'>,
  req: PayloadRequest,
): Promise<Lead | null> {
  dependsOn(req, { collection, id })
  const [live] = await liveDocuments(collection, [{ id: { equals: id } }], req)
  const last = live ? null : await lastOwnAddress({ id, req })
  const name = live?.[nameFieldOf(collection)] ?? last?.name
  if (name === undefined || (last && last.documentCollection !== collection)) return null
  return { collection, id, name, live: live !== undefined, moved: false }
}

/** A condition on documents that a name in any spelling meets; null for what cannot be a name. */
export function bears({ collection, name }: Named): Where | null {
  const key = nameKey(collection, name)
  if (key === null) return null
  if (!hasSpellings(collection)) return { [nameFieldOf(collection)]: { equals: key } }
  const own: Where = { searchKey: { equals: key } }
  return hasAliases(collection) ? { or: [own, { aliasKeys: { in: [key] } }] } : own
}

/** Of documents that bear a name, the one whose own it is; only then one that has it as an alias. */
export function ownBearer<Document extends { searchKey?: string | null }>(
  { collection, name }: Named,
  documents: readonly Document[],
): Document | undefined {
  if (!hasSpellings(collection)) return documents[0]
  const key = nameKey(collection, name)
  return documents.find(({ searchKey }) => searchKey === key) ?? documents[0]
}

async function liveBearer(named: Named, req: PayloadRequest): Promise<Live | undefined> {
  const condition = bears(named)
  if (!condition) return undefined
  return ownBearer(named, await liveDocuments(named.collection, [condition], req))
}

/** Asked as for a reader, so that documents which are kept in memory need not be read. */
async function liveDocuments(
  collection: NamedCollection,
  conditions: Where[],
  req: PayloadRequest,
): Promise<Live[]> {
  const field = nameFieldOf(collection)
  const { docs } = await req.payload.db.find<Live>({
    collection,
    joins: false as never,
    limit: 2,
    pagination: false,
    req,
    select: { [field]: true, ...(hasSpellings(collection) ? { searchKey: true } : {}) } as never,
    sort: 'id',
    where: { and: [...conditions, whatReadersMaySee] },
  })
  return docs
}
