'use client'
import { Link, useConfig, useListDrawerContext, useSelection, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { SelectedDialog, type SelectedAction } from './selected-dialog.tsx'
import { wordsFor } from './words.ts'

const offered = ['submit', 'publish', 'schedule'] as const satisfies readonly SelectedAction[]

/** Most documents that are taken a step together from a list, or reviewed together. */
const most = 50

/** Above the list of a content type: what can be done with the documents that are ticked in it. */
export function Selected({ collectionSlug }: { collectionSlug: string }) {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const { isInDrawer } = useListDrawerContext()
  const { selectedIDs } = useSelection()
  const [action, setAction] = useState<SelectedAction | null>(null)
  const words = wordsFor(i18n.language)
  const ids = selectedIDs.map(String)
  if (isInDrawer || (ids.length === 0 && !action)) return null
  const [first, ...others] = ids
  const set = others.map((id) => `${collectionSlug}/${id}`).join(',')
  return (
    <section aria-label={words.selected(ids.length)} className="workflow-selected">
      <strong>{words.selected(ids.length)}</strong>
      {ids.length > most ? (
        <span>{words.tooManySelected(most)}</span>
      ) : (
        <>
          {offered.map((one) => (
            <button
              className="workflow-small-button"
              key={one}
              onClick={() => setAction(one)}
              type="button"
            >
              {words.actions[one]}
            </button>
          ))}
          <Link href={`${config.routes.admin}/review/${collectionSlug}/${first}?set=${set}`}>
            {words.reviewSelected}
          </Link>
        </>
      )}
      {action ? (
        <SelectedDialog
          action={action}
          onClose={() => setAction(null)}
          // The list asked where its documents stand when it was loaded.
          onDone={() => location.reload()}
          places={ids.map((id) => ({ collection: collectionSlug, id }))}
        />
      ) : null}
    </section>
  )
}
