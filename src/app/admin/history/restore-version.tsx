'use client'
import { useAuth, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import type { Place } from '../workflow/requests.ts'
import { RestoreDialog } from '../workflow/restore-as-draft.tsx'
import { historyWordsFor } from './words.ts'

/** Brings a version back as the newest draft, where the person may write. */
export function RestoreVersion({
  label,
  place,
  versionId,
}: {
  /** What the button is called for whoever does not see beside what it stands. */
  label: string
  place: Place
  versionId: string
}) {
  const { permissions } = useAuth()
  const { i18n } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  if (!permissions?.collections?.[place.collection]?.update) return null
  return (
    <>
      <button
        aria-label={label}
        className="history-small-button"
        onClick={() => setOpen(true)}
        type="button"
      >
        {historyWordsFor(i18n.language).restore}
      </button>
      {isOpen ? (
        <RestoreDialog onClose={() => setOpen(false)} place={place} versionId={versionId} />
      ) : null}
    </>
  )
}
