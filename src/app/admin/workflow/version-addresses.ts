'use client'
import { useConfig } from '@payloadcms/ui'
import type { WorkflowAnswer } from '../../../workflow/answer.ts'

/** Where a reviewer sees what changes with the newest version; null when nothing would. */
export function useReviewAddress({
  collection,
  contentHash,
  id,
  liveContentHash,
}: WorkflowAnswer): string | null {
  const { config } = useConfig()
  return contentHash === liveContentHash
    ? null
    : `${config.routes.admin}/review/${collection}/${id}`
}

/** Where the newest version is shown by itself. */
export function useVersionAddress({ collection, id, versionId }: WorkflowAnswer): string {
  const { config } = useConfig()
  return `${config.routes.admin}/collections/${collection}/${id}/versions/${versionId}`
}
