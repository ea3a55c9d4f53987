'use client'
import { useDocumentInfo, useFormModified } from '@payloadcms/ui'
import type { Place } from '../workflow/requests.ts'
import { PresentNow } from './people.tsx'
import { usePresence } from './use-presence.ts'

/** At the head of a document's form: who else is in it. Nobody can be in one that was never saved. */
export function HereInForm() {
  const { collectionSlug, id } = useDocumentInfo()
  if (!collectionSlug || id === undefined) return null
  return <InDocument collection={collectionSlug} id={String(id)} />
}

function InDocument(place: Place) {
  const isWriting = useFormModified()
  return <PresentNow people={usePresence(place, isWriting)} />
}
