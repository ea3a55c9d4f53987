import type { PayloadRequest } from 'payload'
import type { KeptTranslations } from './document-translation.ts'

/** What the review queue keeps of a document's translations; null where it keeps nothing yet. */
export async function keptTranslations(
  { collection, id }: { collection: string; id: string },
  req: PayloadRequest,
): Promise<KeptTranslations | null> {
  const row = await req.payload.db.findOne<{ id: string; translations?: KeptTranslations | null }>({
    collection: 'workflow-states',
    req,
    select: { translations: true },
    where: { key: { equals: `${collection}/${id}` } },
  })
  return row?.translations ?? null
}

/**
 * Keeps something else of a document's translations, in the transaction of the request. How the document stands is not
 * known until its state is recorded.
 */
export async function keepTranslations(
  { collection, id }: { collection: string; id: string },
  translations: KeptTranslations,
  req: PayloadRequest,
): Promise<void> {
  await req.payload.db.updateMany({
    collection: 'workflow-states',
    data: { translation: null, translations },
    req,
    returning: false,
    where: { key: { equals: `${collection}/${id}` } },
  })
}
