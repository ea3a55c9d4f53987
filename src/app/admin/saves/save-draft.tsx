'use client'
import {
  FormSubmit,
  useAuth,
  useConfig,
  useDocumentInfo,
  useEditDepth,
  useForm,
  useFormModified,
  useHotkey,
  useLocale,
  useOperation,
  useTranslation,
} from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import type { Meanwhile } from '../../../saves/meanwhile.ts'
import { saveTrouble, type SaveTrouble } from '../unsaved/save-standing.ts'
import { CannotSave } from '../unsaved/save-trouble.tsx'
import { workflowRequests } from '../workflow/requests.ts'
import { BothSaved } from './both-saved.tsx'

/**
 * Saves what is in the form as a draft, in place of Payload's button: on the version that the page was loaded with or
 * last saved. When somebody else saved meanwhile, the save is refused, and both texts are shown. When it cannot arrive,
 * it says so: what was written is kept beside, by `UnsavedWords`.
 */
export function SaveDraft() {
  const { config } = useConfig()
  const { collectionSlug, data, id, setUnpublishedVersionCount, uploadStatus } = useDocumentInfo()
  const { code: locale } = useLocale()
  const { i18n, t } = useTranslation()
  const { submit } = useForm()
  const isModified = useFormModified()
  const operation = useOperation()
  const editDepth = useEditDepth()
  const button = useRef<HTMLButtonElement>(null)
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null)
  const { user } = useAuth()
  // When the session ends, the words are still those of whoever wrote them.
  const [person] = useState(() => String(user?.id))
  const [trouble, setTrouble] = useState<SaveTrouble | null>(null)
  /** The version to save on as soon as the form holds what was put together. */
  const [next, setNext] = useState<string | null>(null)
  const api = config.routes.api
  const isDisabled = (operation === 'update' && !isModified) || uploadStatus === 'uploading'

  const save = async (base: string | undefined) => {
    const before = await saveTrouble(api, person)
    if (before) return setTrouble(before)
    const query = new URLSearchParams({
      locale,
      depth: '0',
      'fallback-locale': 'null',
      draft: 'true',
      ...(id && base ? { basedOn: base } : {}),
    })
    const done = await submit({
      action: `${api}/${collectionSlug}${id ? `/${id}` : ''}?${query.toString()}`,
      method: id ? 'PATCH' : 'POST',
      overrides: { _status: 'draft' },
      skipValidation: true,
    })
    if (done?.res.ok) return setUnpublishedVersionCount((count) => count + 1)
    // Payload says of a refusal as little as of a connection that broke off.
    const after = await saveTrouble(api, person)
    if (after) return setTrouble(after)
    if (!id || !base) return
    const place = { collection: collectionSlug!, id: String(id) }
    const since = await workflowRequests(api, i18n.language).since(place, base)
    if ('ok' in since && since.ok.stale) setMeanwhile(since.ok)
  }

  const saveOnBase = () => save((data as { versionId?: string } | undefined)?.versionId)

  const saved = useRef(save)
  saved.current = save
  useEffect(() => {
    if (next === null) return
    setNext(null)
    void saved.current(next)
  }, [next])

  useHotkey({ cmdCtrlKey: true, editDepth, keyCodes: ['s'] }, (event) => {
    event.preventDefault()
    event.stopPropagation()
    button.current?.click()
  })

  return (
    <>
      <FormSubmit
        buttonId="action-save-draft"
        buttonStyle="secondary"
        className="save-draft"
        disabled={isDisabled}
        onClick={() => {
          if (!isDisabled) void saveOnBase()
        }}
        ref={button}
        size="medium"
        type="button"
      >
        {t('version:saveDraft')}
      </FormSubmit>
      {trouble && (
        <CannotSave
          onClose={() => setTrouble(null)}
          onTryAgain={() => {
            setTrouble(null)
            void saveOnBase()
          }}
          trouble={trouble}
        />
      )}
      {meanwhile && (
        <BothSaved
          key={meanwhile.versionId}
          meanwhile={meanwhile}
          onClose={() => setMeanwhile(null)}
          onMerged={() => {
            setMeanwhile(null)
            setNext(meanwhile.versionId)
          }}
        />
      )}
    </>
  )
}
