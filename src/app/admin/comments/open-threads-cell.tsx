'use client'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { openThreadsOf } from './open-threads-of.ts'
import { commentWordsFor } from './words.ts'
import './comments.css'

/** How many open threads a document has, in a list. */
export function OpenThreadsCell({
  collectionSlug,
  rowData: { id, updatedAt },
}: {
  collectionSlug: string
  rowData: { id: string; updatedAt?: string }
}) {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const words = commentWordsFor(i18n.language)
  const [open, setOpen] = useState<number | null | undefined>(undefined)
  useEffect(() => {
    let isWanted = true
    void openThreadsOf(config.routes.api, { collection: collectionSlug, id }).then(
      (found) => isWanted && setOpen(found),
    )
    return () => {
      isWanted = false
    }
  }, [collectionSlug, config.routes.api, id, updatedAt])

  if (open === undefined) return <span aria-hidden="true">…</span>
  if (open === null) return <span>{words.notKnown}</span>
  return <span className="comments-cell">{open > 0 ? <strong>{open}</strong> : open}</span>
}
