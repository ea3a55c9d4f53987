'use client'
import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'

/** What the panel calls the content type of a document in the review queue. */
export function TypeCell({ cellData }: { cellData?: string }) {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const type = config.collections.find(({ slug }) => slug === cellData)
  return <span>{type ? getTranslation(type.labels.singular, i18n) : cellData}</span>
}
