'use client'
import { Button, useAuth, useConfig, useTranslation } from '@payloadcms/ui'
import { usePathname, useRouter } from 'next/navigation.js'
import { useEffect, useState } from 'react'
import type { ErrorEntry } from '../../../errors.ts'
import { Dialog } from './dialog.tsx'
import { Refusal } from './refusal.tsx'
import { workflowRequests, type Answer, type Place } from './requests.ts'
import { wordsFor } from './words.ts'
import './workflow.css'

/**
 * Brings the version on the page back as the newest draft. Payload's own button, which this takes the place
 * of, would make the version public at once, and only the review does that.
 */
export function RestoreAsDraft() {
  const { i18n } = useTranslation()
  const { permissions } = useAuth()
  const pathname = usePathname()
  const [isOpen, setOpen] = useState(false)
  const words = wordsFor(i18n.language)
  const [, collection, id, versionId] =
    /\/collections\/([^/]+)\/([^/]+)\/versions\/([^/]+)$/.exec(pathname) ?? []
  if (!versionId || !permissions?.collections?.[collection!]?.update) return null
  return (
    <>
      <Button buttonStyle="secondary" margin={false} onClick={() => setOpen(true)} size="small">
        {words.restoreAsDraft}
      </Button>
      {isOpen && (
        <RestoreDialog
          onClose={() => setOpen(false)}
          place={{ collection: collection!, id: id! }}
          versionId={versionId}
        />
      )}
    </>
  )
}

/** Asks whether a version is to become the newest draft of its document, and leads to the form once it has. */
export function RestoreDialog({
  onClose,
  place: { collection, id },
  versionId,
}: {
  onClose: () => void
  place: Place
  versionId: string
}) {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Answer<unknown> | null>(null)
  /** The version that was the newest when somebody began to restore this one in its place. */
  const [newest, setNewest] = useState<string | null>(null)
  const words = wordsFor(i18n.language)

  useEffect(() => {
    void workflowRequests(config.routes.api, i18n.language)
      .standing({ collection, id })
      .then((standing) => {
        if ('ok' in standing) setNewest(standing.ok.versionId)
        else setRefusal(standing)
      })
  }, [collection, config.routes.api, i18n.language, id])

  const restore = async () => {
    if (isBusy || newest === null) return
    setBusy(true)
    const answer = await send(
      `${config.routes.api}/${collection}/versions/${versionId}?draft=true`,
      newest,
    )
    setBusy(false)
    setRefusal(answer)
    if (!('ok' in answer)) return
    onClose()
    router.push(`${config.routes.admin}/collections/${collection}/${id}`)
  }

  return (
    <Dialog
      footer={
        <>
          <Button disabled={isBusy || newest === null} margin={false} type="submit">
            {isBusy ? words.working : words.restoreAsDraft}
          </Button>
          <Button buttonStyle="secondary" margin={false} onClick={onClose}>
            {words.cancel}
          </Button>
        </>
      }
      onClose={onClose}
      onSubmit={() => void restore()}
      title={words.restoreAsDraft}
    >
      <p>{words.restoreExplained}</p>
      <Refusal answer={refusal} collection={collection} words={words} />
    </Dialog>
  )
}

async function send(address: string, base: string | null): Promise<Answer<unknown>> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      credentials: 'include',
      headers: { 'If-Match': `"${base}"` },
    })
    const body = (await response.json()) as { errors?: ErrorEntry[] }
    return response.ok ? { ok: body } : { refused: body.errors ?? [] }
  } catch {
    return { unreachable: true }
  }
}
