'use client'
import { useConfig } from '@payloadcms/ui'
import type { WorkflowAnswer } from '../../../workflow/answer.ts'
import { locales } from '../../../locales.ts'

/** Where the newest version is compared with what is public, in all languages; null when nothing is. */
export function useCompareAddress(answer: WorkflowAnswer): string | null {
  const version = useVersionAddress(answer)
  const publication = answer.history.find(({ type }) => type === 'published')
  if (!answer.live || !publication?.versionId) return null
  const languages = JSON.stringify(locales.map(({ code }) => code))
  return `${version}?${new URLSearchParams({ versionFrom: publication.versionId, localeCodes: languages }).toString()}`
}

/** Where the newest version is shown by itself. */
export function useVersionAddress({ collection, id, versionId }: WorkflowAnswer): string {
  const { config } = useConfig()
  return `${config.routes.admin}/collections/${collection}/${id}/versions/${versionId}`
}
