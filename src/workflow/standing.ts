import type { PayloadRequest } from 'payload'
import type { State } from './states.ts'

/** Where a document stands, as the review queue knows it. */
export interface DocumentStanding {
  collection: string
  id: string
  title: string
  state: State
  live: boolean
}

interface Row {
  documentCollection: string
  documentId: string
  title?: string | null
  state: State
  live?: boolean | null
}

/** Where documents stand, each once, by title. What has no workflow, and what is gone, is left out. */
export async function standingsOf(
  places: readonly { collection: string; id: string }[],
  req: PayloadRequest,
): Promise<DocumentStanding[]> {
  const keys = [...new Set(places.map(({ collection, id }) => `${collection}/${id}`))]
  if (keys.length === 0) return []
  const { docs } = await req.payload.db.find<Row & { id: string }>({
    collection: 'workflow-states',
    limit: 0,
    pagination: false,
    req,
    select: {
      documentCollection: true,
      documentId: true,
      live: true,
      state: true,
      title: true,
    },
    sort: 'key',
    where: { key: { in: keys } },
  })
  return docs
    .map((row) => ({
      collection: row.documentCollection,
      id: row.documentId,
      title: row.title ?? '',
      state: row.state,
      live: row.live ?? false,
    }))
    .sort((one, other) => one.title.localeCompare(other.title))
}
