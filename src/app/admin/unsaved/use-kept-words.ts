'use client'
import {
  useAllFormFields,
  useConfig,
  useDocumentInfo,
  useFormInitializing,
  useFormModified,
  useFormProcessing,
  useLocale,
} from '@payloadcms/ui'
import type { FormState } from 'payload'
import { reduceFieldsToValues } from 'payload/shared'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Values } from '../../../merge/same.ts'
import { writtenValues } from '../saves/written-values.ts'
import { browserStore } from './browser-store.ts'
import { isGivenUp, keepAgain } from './given-up.ts'
import { holdForm, newFormKey } from './held-forms.ts'
import { keepable, keepingOf, titleIn, type FormPlace } from './kept.ts'

/** How long what was typed may be in the form alone, in milliseconds. */
const interval = 500

/** What keeps the words of a form while somebody writes. */
export interface KeptForm {
  place: FormPlace
  /** What the form holds while nothing in it is changed; null until that is known. */
  stored: Values | null
  /** Whether this browser keeps anything. */
  canKeep: boolean
  /** The key under which what is in the form is kept. */
  ownKey: () => string
  /** From now on what is in the form is kept under the key of words that were taken back. */
  goOnAs: (key: string) => void
  /** How many times something else than a save took the words out of the form. They are kept, to be offered again. */
  losses: number
}

/**
 * Keeps what is in the form of a document, as long as it differs from what is stored, and forgets it once it is saved
 * or is as it was.
 *
 * @param person id of whoever writes
 */
export function useKeptWords(person: string): KeptForm {
  const { collectionSlug, data, id } = useDocumentInfo()
  const { code: locale } = useLocale()
  const { getEntityConfig } = useConfig()
  const [fields] = useAllFormFields()
  const isModified = useFormModified()
  const isProcessing = useFormProcessing()
  const isInitializing = useFormInitializing()
  const [stored, setStored] = useState<Values | null>(null)
  const [canKeep, setCanKeep] = useState(true)
  const [losses, setLosses] = useState(0)
  const wasProcessing = useRef(false)
  const { admin, fields: config } = getEntityConfig({ collectionSlug: collectionSlug! })
  const place: FormPlace = {
    person,
    collection: collectionSlug!,
    document: id === undefined ? null : String(id),
    locale,
  }
  const valuesOf = (state: FormState) =>
    writtenValues(keepable(reduceFieldsToValues(state, true)), config)

  const form = useRef({ key: '', isKept: false, release: () => {} })
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined)
  const keepNow = () => {
    clearTimeout(pending.current)
    pending.current = undefined
    if (!stored || isGivenUp()) return
    const values = valuesOf(fields)
    const { isKept, key } = form.current
    const keeping = keepingOf({ isKept, stored, values })
    if (keeping === 'nothing') return
    form.current.isKept = keeping === 'keep'
    const words = {
      ...place,
      key,
      values,
      title: titleIn(values, admin.useAsTitle),
      base: (data as { versionId?: string } | undefined)?.versionId ?? null,
      at: Date.now(),
    }
    browserStore('words')
      .then((store) => (keeping === 'keep' ? store.keep(words) : store.forget([key])))
      .then(
        () => setCanKeep(true),
        () => setCanKeep(false),
      )
  }
  // What stands in the form belongs to this form, also when the next one is about to take its place.
  const latest = useRef(keepNow)
  latest.current = keepNow

  useEffect(() => {
    if (isInitializing) return
    const isSaved = wasProcessing.current && !isModified
    wasProcessing.current = isProcessing
    if (isModified) {
      pending.current ??= setTimeout(() => latest.current(), interval)
      return
    }
    // While it is being saved, nobody knows yet whether it will be.
    if (isProcessing) return
    clearTimeout(pending.current)
    pending.current = undefined
    setStored(valuesOf(fields))
    const { isKept, key, release } = form.current
    if (!isKept) return
    if (!isSaved) {
      // Payload fills a form anew when the page comes again from the server. Whoever wrote did not mean that.
      release()
      const next = newFormKey()
      form.current = { key: next, isKept: false, release: holdForm(next) }
      setLosses((count) => count + 1)
      return
    }
    form.current.isKept = false
    browserStore('words')
      .then((store) => store.forget([key]))
      .catch(ignore)
  }, [fields, isInitializing, isModified, isProcessing])

  useEffect(() => {
    keepAgain()
    const key = newFormKey()
    form.current = { key, isKept: false, release: holdForm(key) }
    browserStore('words').catch(() => setCanKeep(false))
    const keepPending = () => {
      if (pending.current !== undefined) latest.current()
    }
    document.addEventListener('visibilitychange', keepPending)
    window.addEventListener('pagehide', keepPending)
    return () => {
      document.removeEventListener('visibilitychange', keepPending)
      window.removeEventListener('pagehide', keepPending)
      keepPending()
      form.current.release()
    }
  }, [])

  const goOnAs = useCallback((key: string) => {
    form.current.release()
    form.current = { key, isKept: true, release: holdForm(key) }
  }, [])
  const ownKey = useCallback(() => form.current.key, [])
  return { place, stored, canKeep, ownKey, goOnAs, losses }
}

function ignore(): void {
  // What could not be forgotten is found to be stored when it is offered.
}
