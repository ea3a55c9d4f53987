'use client'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { StateBadge } from './state-badge.tsx'
import { standingOf, type Standing } from './standings.ts'
import { wordsFor } from './words.ts'
import './workflow.css'

/** The state of a document in a list, and what the public has of it where the state does not say. */
export function StateCell({
  collectionSlug,
  rowData,
}: {
  collectionSlug: string
  rowData: { id: string; updatedAt?: string }
}) {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const [standing, setStanding] = useState<Standing | null>(null)
  const words = wordsFor(i18n.language)

  useEffect(() => {
    let isWanted = true
    void standingOf(config.routes.api, { collection: collectionSlug, id: rowData.id }).then(
      (found) => isWanted && setStanding(found),
    )
    return () => {
      isWanted = false
    }
  }, [collectionSlug, config.routes.api, rowData.id, rowData.updatedAt])

  if (!standing) return <span aria-hidden="true">…</span>
  const { live, openOverride, scheduleFailed, state } = standing
  return (
    <span className="workflow-cell">
      <StateBadge language={i18n.language} state={state} />
      {live && state !== 'published' && <span>{words.earlierIsPublic}</span>}
      {!live && state !== 'withdrawn' && <span>{words.notPublic}</span>}
      {openOverride && <strong>{words.overrideToConfirm}</strong>}
      {scheduleFailed && <strong>{words.scheduleFailedShort}</strong>}
    </span>
  )
}
