import type { DocumentViewServerProps } from 'payload'
import { History } from './history.tsx'

/**
 * All that happened to a document, in the place of Payload's list of its versions: `/admin/collections/stations/ID/versions`.
 */
export function HistoryView({
  initPageResult: { collectionConfig, docID, req },
}: DocumentViewServerProps) {
  return (
    <History
      collection={collectionConfig!.slug}
      hasReader={Boolean(req.payload.config.admin.livePreview?.collections)}
      id={String(docID)}
    />
  )
}
