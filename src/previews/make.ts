import { createHash } from 'node:crypto'
import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { mayShowDrafts } from '../../access/previews.ts'
import { isAdministrator, type Actor } from '../../access/roles.ts'
import { canonicalJson } from '../content/canonical-json.ts'
import { EditorialError } from '../errors.ts'
import { defaultLocale } from '../locales.ts'
import { isEditorial, readSituation, type Situation } from '../workflow/situation.ts'
import { mostActive, mostListed } from './limits.ts'
import { previewLink } from './link.ts'
import { readPreviewOrder, type PreviewOrder } from './order.ts'
import {
  active,
  addPreview,
  changePreview,
  countPreviews,
  findPreview,
  listPreviews,
  type PreviewedDocument,
  type PreviewRow,
} from './rows.ts'
import { makePreviewToken } from './token.ts'
import { usesOf } from './uses.ts'

/** What whoever makes a preview gets, once: nobody is told the token again. */
export interface MadePreview {
  id: string
  token: string
  /** Where the front end shows the first document; null without `PREVIEW_URL`. */
  url: string | null
  expiresAt: string
  documents: PreviewedDocument[]
  /** Of one document its hash; of several, SHA-256 over the canonical JSON of `documents`. */
  contentHash: string
}

/** A preview in a list. */
export interface ListedPreview {
  id: string
  by: { id: string; name: string }
  documents: PreviewedDocument[]
  contentHash: string
  createdAt: string
  expiresAt: string
  revokedAt: string | null
  timesUsed: number
  lastUsedAt: string | null
}

/**
 * Makes a preview of the newest drafts of some documents.
 *
 * @throws EditorialError NOT_SIGNED_IN, NOT_PERMITTED, MALFORMED, NOT_FOUND or WRONG_STATE
 */
export async function makePreview(body: unknown, req: PayloadRequest): Promise<MadePreview> {
  const maker = whoMayShowDrafts(req)
  const order = readPreviewOrder(body)
  const { payload } = req
  const held = await countPreviews(payload, {
    and: [{ makerId: { equals: maker.id } }, active(new Date())],
  })
  if (held >= mostActive)
    throw new EditorialError({
      code: 'WRONG_STATE',
      message: `You have ${held} previews that have not ended, which is the most one person may have. Revoke some of them first.`,
    })
  const situations: Situation[] = []
  for (const place of order.documents) situations.push(await readable(place, req))
  const documents = situations.map(({ collection, id, working }) => ({
    collection,
    id,
    contentHash: working.contentHash,
  }))
  const settings = previewSettings(req)
  // The token says it in whole seconds, and both end at the same moment.
  const ends = Math.floor(Date.now() / 1000) + (order.hours ?? settings.hours) * 3600
  const expiresAt = new Date(ends * 1000)
  const row = await addPreview(payload, {
    makerId: String(maker.id),
    makerName: (req.user as { name?: string }).name ?? '',
    documents,
    documentKeys: documents.map(({ collection, id }) => `${collection}/${id}`),
    contentHash: hashOf(documents),
    expiresAt: expiresAt.toISOString(),
    timesUsed: 0,
  })
  const id = String(row.id)
  const token = await makePreviewToken({ expiresAt, previewId: id, secret: payload.config.secret })
  return {
    id,
    token,
    url: settings.url ? linkTo(situations[0]!, { order, token, url: settings.url }) : null,
    expiresAt: expiresAt.toISOString(),
    documents,
    contentHash: row.contentHash,
  }
}

/**
 * Previews somebody made, or all of them for administrators, newest first; those of one document where one is
 * named, and then only those that have not ended.
 */
export async function listedPreviews(
  { collection, id }: { collection: string | null; id: string | null },
  req: PayloadRequest,
): Promise<{ docs: ListedPreview[]; totalDocs: number }> {
  const maker = whoMayShowDrafts(req)
  await usesOf(req.payload).store()
  const conditions: Where[] = []
  if (!isAdministrator(maker)) conditions.push({ makerId: { equals: maker.id } })
  if (collection !== null && id !== null)
    conditions.push({ documentKeys: { in: [`${collection}/${id}`] } }, active(new Date()))
  const { rows, total } = await listPreviews(req.payload, {
    limit: mostListed,
    where: { and: conditions },
  })
  return { docs: rows.map(listed), totalDocs: total }
}

/**
 * Ends a preview now. Ending one that has ended changes nothing.
 *
 * @throws EditorialError NOT_FOUND for one of somebody else, too
 */
export async function revokePreview(id: string, req: PayloadRequest): Promise<ListedPreview> {
  const actor = whoMayShowDrafts(req)
  const row = await findPreview(req.payload, id)
  if (!row || (row.makerId !== String(actor.id) && !isAdministrator(actor)))
    throw new EditorialError({
      code: 'NOT_FOUND',
      message: 'You have no such preview. GET /api/previews lists those you can revoke.',
    })
  if (row.revokedAt) return listed(row)
  const revoked = { revokedAt: new Date().toISOString(), revokedById: String(actor.id) }
  await changePreview(req.payload, id, revoked)
  return listed({ ...row, ...revoked })
}

function whoMayShowDrafts({ user }: PayloadRequest): NonNullable<Actor> {
  const actor = user as Actor
  if (actor && mayShowDrafts(actor)) return actor
  throw new EditorialError({
    code: user ? 'NOT_PERMITTED' : 'NOT_SIGNED_IN',
    message: 'Previews are made by people of the team. Sign in with a role.',
  })
}

/** The situation of a document whose draft the one who asks may read. */
async function readable(
  { collection, id }: PreviewOrder['documents'][number],
  req: PayloadRequest,
): Promise<Situation> {
  if (isEditorial(req.payload.collections[collection as CollectionSlug]?.config)) {
    const { totalDocs } = await req.payload.count({
      collection: collection as CollectionSlug,
      overrideAccess: false,
      req,
      where: { id: { equals: id } },
    })
    if (totalDocs === 1) return readSituation({ collection, id, req })
  }
  throw new EditorialError({
    code: 'NOT_FOUND',
    message: `There is no document ${id} in ${collection} that could be shown.`,
  })
}

function hashOf(documents: PreviewedDocument[]): string {
  if (documents.length === 1) return documents[0]!.contentHash
  return createHash('sha256')
    .update(canonicalJson(documents.map((one) => ({ ...one }))), 'utf8')
    .digest('hex')
}

function linkTo(
  { collection, id, working }: Situation,
  { order, token, url }: { order: PreviewOrder; token: string; url: string },
): string {
  const { fields } = working.content as unknown as { fields?: Record<string, unknown> }
  return previewLink(url, {
    token,
    collection,
    id,
    slug: nameOf(fields ?? {}) ?? id,
    locale: order.locale ?? defaultLocale,
  })
}

/** What a front end has in its address: the slug, or the code or number in its place. */
function nameOf(fields: Record<string, unknown>): string | undefined {
  return [fields['slug'], fields['code'], fields['number']].find(
    (name): name is string => typeof name === 'string' && name !== '',
  )
}

function listed(row: PreviewRow): ListedPreview {
  return {
    id: String(row.id),
    by: { id: row.makerId, name: row.makerName },
    documents: row.documents,
    contentHash: row.contentHash,
    createdAt: new Date(row.createdAt).toISOString(),
    expiresAt: new Date(row.expiresAt).toISOString(),
    revokedAt: row.revokedAt ? new Date(row.revokedAt).toISOString() : null,
    timesUsed: row.timesUsed,
    lastUsedAt: row.lastUsedAt ? new Date(row.lastUsedAt).toISOString() : null,
  }
}

interface PreviewSettings {
  hours: number
  url: string | undefined
}

function previewSettings({ payload }: PayloadRequest): PreviewSettings {
  return (payload.config.custom as { previews: PreviewSettings }).previews
}
