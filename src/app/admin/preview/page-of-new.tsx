'use client'
import {
  Button,
  useAllFormFields,
  useConfig,
  useDocumentInfo,
  useLocale,
  useTranslation,
} from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useEffect, useRef, useState } from 'react'
import { previewWordsFor } from './words.ts'

/**
 * Shows the page of a document that was never saved, in a window of its own that follows the form. Payload has its
 * preview beside the form only for what was saved. Nothing is stored either way.
 */
export function PageOfNew() {
  const { config } = useConfig()
  const { collectionSlug, id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const open = usePageWindow(collectionSlug)
  if (id !== undefined || !config.admin.livePreview?.collections) return null
  const words = previewWordsFor(i18n.language)
  return (
    <Button
      aria-label={`${words.open} (${words.opensWindow})`}
      buttonStyle="secondary"
      margin={false}
      onClick={open}
      size="medium"
    >
      {words.open}
    </Button>
  )
}

/** @returns opens the window; from then on it is told whatever changes in the form */
function usePageWindow(collectionSlug: string | undefined): () => void {
  const { code: locale } = useLocale()
  const [fields] = useAllFormFields()
  const page = useRef<Window | null>(null)
  const [isReady, setReady] = useState(false)

  useEffect(() => {
    const hear = ({ data, origin, source }: MessageEvent<{ type?: string; ready?: boolean }>) => {
      if (origin !== location.origin || source !== page.current) return
      if (data?.type === 'payload-live-preview' && data.ready) setReady(true)
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [])

  useEffect(() => {
    if (!isReady || !page.current || page.current.closed) return
    const data = reduceFieldsToValues(fields, true)
    page.current.postMessage(
      { type: 'payload-live-preview', collectionSlug, data, locale },
      location.origin,
    )
  }, [collectionSlug, fields, isReady, locale])

  return () => {
    setReady(false)
    page.current = window.open(`/preview/live?locale=${locale}`, 'stationmaster-page')
  }
}
