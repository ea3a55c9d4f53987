import type { CollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'
import { EditorialError } from '../errors.ts'
import { teamExtension } from './extension.ts'
import { mostPreviewed } from './limits.ts'

/** A document of which a text is shown. */
export interface ShownDraft {
  collection: CollectionSlug
  id: string
  /** Which of its versions; without one the newest, or what was public then. */
  versionId?: string | undefined
}

/** What somebody of the team looks at as if it were public. */
export interface ShownTexts {
  documents: ShownDraft[]
  /** Number of the entry of the ledger as of which everything public is shown; without one as it is now. */
  asOf?: number | undefined
}

const id = z.string().min(1).max(100)

const form = z.object({
  documents: z
    .array(z.object({ collection: z.string().min(1).max(60), id, versionId: id.optional() }))
    .min(1)
    .max(mostPreviewed),
  asOf: z.int().min(1).optional(),
})

/**
 * The texts that a GraphQL question of somebody of the team asks to be shown as if they were public, in
 * `extensions.drafts`, or undefined for every other question.
 *
 * @throws EditorialError NOT_SIGNED_IN for whoever may not show drafts, MALFORMED for what names no documents
 */
export async function teamDraftsIn(
  request: Request,
  req: PayloadRequest,
): Promise<ShownTexts | undefined> {
  const given = await teamExtension('drafts', { request, req, told: 'Drafts' })
  if (given === undefined) return undefined
  const read = form.safeParse(given)
  if (!read.success)
    throw new EditorialError({
      code: 'MALFORMED',
      message: `extensions.drafts is {"documents": [{"collection", "id", "versionId"}], "asOf"}, with 1 to ${mostPreviewed} documents; versionId and asOf, the number of an entry of the ledger, may be left out.`,
    })
  const places = read.data.documents as ShownDraft[]
  return {
    documents: [...new Map(places.map((one) => [`${one.collection}/${one.id}`, one])).values()],
    asOf: read.data.asOf,
  }
}
