'use client'
import { useConfig, useDocumentInfo, useLocale, useTranslation } from '@payloadcms/ui'
import { useEffect, useSyncExternalStore } from 'react'
import type { TranslationAnswer } from '../../../translation/answer.ts'
import { defaultLocale } from '../../../locales.ts'

/** How the translation of the document on the page stands, as its fields share it. */
export interface DocumentTranslation {
  answer: TranslationAnswer | null
  hasFailed: boolean
  /** What was last done, in words. */
  told: string | null
}

const nothing: DocumentTranslation = { answer: null, hasFailed: false, told: null }
const held = new Map<string, DocumentTranslation>()
/** Which saved text each answer was asked for, so that it is asked once and not by every field. */
const askedFor = new Map<string, string>()
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function share(key: string, change: Partial<DocumentTranslation>): void {
  held.set(key, { ...(held.get(key) ?? nothing), ...change })
  for (const listener of listeners) listener()
}

/**
 * How the translation into the language on the page stands; asked for again after each save.
 *
 * @returns null where the language on the page is the one that is translated from, or nothing is saved yet
 */
export function useTranslationOf(): (DocumentTranslation & Means) | null {
  const { collectionSlug, data, id } = useDocumentInfo()
  const { config } = useConfig()
  const { code } = useLocale()
  const { i18n } = useTranslation()
  const isTranslated = Boolean(id && collectionSlug && code !== defaultLocale)
  const key = isTranslated ? `${collectionSlug}/${String(id)}/translation` : ''
  const address = `${config.routes.api}/${key}`
  const query = `?locale=${code}`
  const savedAt = String(data?.['updatedAt'])
  const shared = useSyncExternalStore(
    subscribe,
    () => held.get(key + query) ?? nothing,
    () => nothing,
  )
  useEffect(() => {
    if (!key || askedFor.get(key + query) === savedAt) return
    askedFor.set(key + query, savedAt)
    void answerTo(`${address}${query}`, i18n.language).then((answer) =>
      share(key + query, answer ? { answer, hasFailed: false } : { hasFailed: true }),
    )
  }, [address, i18n.language, key, query, savedAt])
  if (!key) return null
  return {
    ...shared,
    confirm: async (paths, words) => {
      const answer = await answerTo(`${address}/confirm${query}`, i18n.language, {
        contentHash: shared.answer?.contentHash,
        paths,
      })
      share(key + query, answer ? { answer, told: words.confirmed } : { told: words.notConfirmed })
    },
  }
}

interface Means {
  /** Notes that translations are right although their source changed, and says in words how that went. */
  confirm: (
    paths: readonly string[],
    words: { confirmed: string; notConfirmed: string },
  ) => Promise<void>
}

async function answerTo(
  address: string,
  language: string,
  body?: object,
): Promise<TranslationAnswer | null> {
  try {
    const response = await fetch(address, {
      cache: 'no-store',
      credentials: 'include',
      headers: { 'Accept-Language': language, 'Content-Type': 'application/json' },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    })
    return response.ok ? ((await response.json()) as TranslationAnswer) : null
  } catch {
    return null
  }
}
