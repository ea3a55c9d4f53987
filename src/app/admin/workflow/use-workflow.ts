'use client'
import { useConfig, useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui'
import { useMemo, useSyncExternalStore } from 'react'
import type { WorkflowAnswer } from '../../../workflow/answer.ts'
import type { Action } from '../../../workflow/states.ts'
import { workflowRequests, type Place, type WorkflowRequests } from './requests.ts'
import { wordsFor, type PanelWords } from './words.ts'

/** What a dialog is open for: one action, or taking the document together with others. */
export type Opened = Action | 'publishTogether' | 'withdrawTogether'

/** What the parts of an edit view share about its document. They stand in different places of the page. */
interface Shared {
  /** Where the document stood when the page was loaded or last saved. Never refreshed behind a dialog. */
  answer: WorkflowAnswer | null
  isLoading: boolean
  hasFailed: boolean
  opened: Opened | null
  /** What was done last, in words. */
  told: string | null
}

/** A document's place in the workflow as the edit view has it, and the means to act on it. */
export interface Workflow extends Shared {
  /** Absent before the document is saved for the first time. */
  place: Place | null
  requests: WorkflowRequests
  words: PanelWords
  language: string
  /** Whether there are changes in the form that are not saved. */
  isModified: boolean
  /** Whether the text on the page is the one the answer is about. */
  isCurrent: boolean
  /** Whether this person can act at all: the text is saved, and they see the newest. */
  canAct: boolean
  share: (change: Partial<Shared>) => void
}

/** The workflow of the document that is being edited. */
export function useWorkflow(): Workflow {
  const { collectionSlug, data, id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const isModified = useFormModified()
  const key = id && collectionSlug ? `${collectionSlug}/${String(id)}` : ''
  const shared = useSyncExternalStore(
    subscribe,
    () => held.get(key) ?? nothing,
    () => nothing,
  )
  const requests = useMemo(
    () => workflowRequests(config.routes.api, i18n.language),
    [config.routes.api, i18n.language],
  )
  const isCurrent =
    shared.answer !== null && isSameInstant(shared.answer.updatedAt, data?.updatedAt)
  return {
    ...shared,
    place: key ? { collection: collectionSlug!, id: String(id) } : null,
    requests,
    words: wordsFor(i18n.language),
    language: i18n.language,
    isModified,
    isCurrent,
    canAct: isCurrent && !isModified && !shared.isLoading,
    share: (change) => key && share(key, change),
  }
}

/** Drops what is known of a document, so that the next visit begins anew. */
export function forget({ collection, id }: Place): void {
  held.delete(`${collection}/${id}`)
  for (const listener of listeners) listener()
}

const nothing: Shared = {
  answer: null,
  isLoading: true,
  hasFailed: false,
  opened: null,
  told: null,
}
const held = new Map<string, Shared>()
const listeners = new Set<() => void>()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function share(key: string, change: Partial<Shared>): void {
  held.set(key, { ...(held.get(key) ?? nothing), ...change })
  for (const listener of listeners) listener()
}

function isSameInstant(one: string, other: unknown): boolean {
  return new Date(one).getTime() === new Date(String(other)).getTime()
}
