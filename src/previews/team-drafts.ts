import type { CollectionSlug, PayloadRequest } from 'payload'
import { z } from 'zod'
import { EditorialError } from '../errors.ts'
import { teamExtension } from './extension.ts'
import { mostPreviewed } from './limits.ts'

/** A document whose newest text is shown. */
export interface ShownDraft {
  collection: CollectionSlug
  id: string
}

const form = z.object({
  documents: z
    .array(z.object({ collection: z.string().min(1).max(60), id: z.string().min(1).max(100) }))
    .min(1)
    .max(mostPreviewed),
})

/**
 * The documents whose newest texts a GraphQL question of somebody of the team asks to be shown, in
 * `extensions.drafts`, or undefined for every other question.
 *
 * @throws EditorialError NOT_SIGNED_IN for whoever may not show drafts, MALFORMED for what names no documents
 */
export async function teamDraftsIn(
  request: Request,
  req: PayloadRequest,
): Promise<ShownDraft[] | undefined> {
  const given = await teamExtension('drafts', { request, req, told: 'Drafts' })
  if (given === undefined) return undefined
  const read = form.safeParse(given)
  if (!read.success)
    throw new EditorialError({
      code: 'MALFORMED',
      message: `extensions.drafts is {"documents": [{"collection", "id"}]}, with 1 to ${mostPreviewed} documents.`,
    })
  const places = read.data.documents as ShownDraft[]
  return [...new Map(places.map((one) => [`${one.collection}/${one.id}`, one])).values()]
}
