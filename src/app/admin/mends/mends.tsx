'use client'

import { useTranslation } from '@payloadcms/ui'
import { useEffect, type ReactNode } from 'react'
import { mendPage } from './mend-page.ts'
import { mendWordsFor } from './words.ts'
import './mends.css'

/** Attributes of Payload's that are mended: it may set them again. */
const watched = ['aria-label', 'aria-hidden', 'role', 'tabindex', 'class']

/**
 * Mends what keeps people from using Payload's own screens: names, roles and landmarks here, contrast and sizes in
 * mends.css. Once for each frame in which something on the page changed.
 */
export function Mends({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation()
  useEffect(() => {
    const words = mendWordsFor(i18n.language)
    let frame = 0
    const mend = () => {
      frame = 0
      mendPage(document, words)
    }
    const changes = new MutationObserver(() => {
      frame ||= requestAnimationFrame(mend)
    })
    mend()
    changes.observe(document.body, { attributeFilter: watched, childList: true, subtree: true })
    return () => {
      changes.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [i18n.language])
  return children
}
