import type { PayloadRequest } from 'payload'
import { nameFieldOf, type NamedCollection } from '../addresses/names.ts'
import {
  bears,
  ownBearer,
  whereNameLed,
  type Lead,
  type Named,
} from '../addresses/where-name-leads.ts'
import { refuseWithdrawn } from './withdrawn.ts'

/** Where a document is that was asked for by a name. */
export type PlaceByName =
  | { id: string; movedTo: null }
  /** It has another name now, which the one who asks may want to be told. */
  | { id: string; movedTo: Lead }

/** A document under the name by which front ends ask for it now. */
export interface MovedTo {
  collection: NamedCollection
  id: string
  slug?: string
  code?: string
  number?: string
}

/**
 * The document with this name that the one who asks may read; for a name that it had before, with where it is
 * now. Null for a name that nothing public ever had.
 *
 * @throws EditorialError WITHDRAWN, with reason and replacement
 */
export async function placeByName(named: Named, req: PayloadRequest): Promise<PlaceByName | null> {
  const document = await bearerFor(named, req, { id: true })
  if (document) return { id: document.id, movedTo: null }
  const lead = await whereItIsNow(named, req)
  return lead && { id: lead.id, movedTo: lead.moved ? lead : null }
}

/**
 * The document with this name that the one who asks may read, also by a name that it had before; or null.
 *
 * @throws EditorialError WITHDRAWN, with reason and replacement
 */
export async function documentByName(named: Named, req: PayloadRequest): Promise<unknown> {
  const document = await bearerFor(named, req)
  if (document) return document
  const lead = await whereItIsNow(named, req)
  if (!lead) return null
  return req.payload.findByID({
    collection: named.collection,
    id: lead.id,
    depth: 0,
    disableErrors: true,
    ...standingIn(req),
    overrideAccess: false,
    req,
  })
}

/**
 * The live document that was last public under a name which nothing live bears; or null.
 *
 * @throws EditorialError WITHDRAWN when it is public no more
 */
export async function whereItIsNow(named: Named, req: PayloadRequest): Promise<Lead | null> {
  const lead = await whereNameLed(named, req)
  if (!lead) return null
  if (!lead.live) {
    await refuseWithdrawn({ collection: lead.collection, id: lead.id }, req)
    return null
  }
  return lead
}

/** A document's present name, under the name of its field. */
export function movedTo({ collection, id, name }: Lead): MovedTo {
  return { collection, id, [nameFieldOf(collection)]: name }
}

/** Which language stands in for another: Payload would forget what the question says of it. */
function standingIn({ fallbackLocale }: PayloadRequest): { fallbackLocale: never } {
  return { fallbackLocale: fallbackLocale as never }
}

interface Bearer {
  id: string
  searchKey?: string | null
}

async function bearerFor(
  named: Named,
  req: PayloadRequest,
  select?: { id: true },
): Promise<Bearer | null> {
  const where = bears(named)
  if (!where) return null
  const { docs } = await req.payload.find({
    collection: named.collection,
    where,
    depth: 0,
    limit: 2,
    pagination: false,
    sort: 'id',
    ...standingIn(req),
    overrideAccess: false,
    req,
    ...(select ? { joins: false, select: { searchKey: true, slug: true } as never } : {}),
  })
  return ownBearer(named, docs as unknown as Bearer[]) ?? null
}
