import type { PayloadRequest } from 'payload'
import type { Situation } from '../workflow/situation.ts'
import type { ComparedText } from './compared-text.ts'

/**
 * Where the facts of a text come from. The team alone sees how sure it is and what it doubts, so the content hash
 * does not cover that, and the list of changes does not have it.
 */
export interface Sources {
  /** One of the options in `collections/fields/certainty.ts`. */
  certainty: string | null
  source: string | null
  /** When somebody last compared the text with the source, as an ISO instant. */
  checkedOn: string | null
  note: string | null
}

/** The sources of both texts of a comparison; null where there is no text. */
export interface ComparedSources {
  from: Sources | null
  to: Sources | null
}

/** Reads the sources of both texts, as the person who asks may see them. */
export async function sourcesOf(
  { from, to }: { from: ComparedText; to: ComparedText },
  { collection }: Situation,
  req: PayloadRequest,
): Promise<ComparedSources | null> {
  const { flattenedFields } = req.payload.collections[collection].config
  if (!flattenedFields.some(({ name }) => name === 'sourcing')) return null
  const read = async ({ versionId }: ComparedText): Promise<Sources | null> => {
    if (versionId === null) return null
    const version = await req.payload.findVersionByID({
      collection,
      depth: 0,
      disableErrors: true,
      id: versionId,
      overrideAccess: false,
      req,
    })
    const sourcing = (version?.version as { sourcing?: Partial<Sources> } | undefined)?.sourcing
    return {
      certainty: sourcing?.certainty ?? null,
      source: sourcing?.source ?? null,
      checkedOn: sourcing?.checkedOn ? new Date(sourcing.checkedOn).toISOString() : null,
      note: sourcing?.note ?? null,
    }
  }
  return { from: await read(from), to: await read(to) }
}
