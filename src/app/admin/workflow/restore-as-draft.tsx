'use client'
import { Button, useAuth, useConfig, useTranslation } from '@payloadcms/ui'
import { usePathname, useRouter } from 'next/navigation.js'
import { useState } from 'react'
import type { ErrorEntry } from '../../../errors.ts'
import { Dialog } from './dialog.tsx'
import { Refusal } from './refusal.tsx'
import type { Answer } from './requests.ts'
import { wordsFor } from './words.ts'
import './workflow.css'

/**
 * Brings the version on the page back as the newest draft. Payload's own button, which this takes the place
 * of, would make the version public at once, and only the review does that.
 */
export function RestoreAsDraft() {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { permissions } = useAuth()
  const pathname = usePathname()
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Answer<unknown> | null>(null)
  const words = wordsFor(i18n.language)
  const [, collection, id, versionId] =
    /\/collections\/([^/]+)\/([^/]+)\/versions\/([^/]+)$/.exec(pathname) ?? []
  if (!versionId || !permissions?.collections?.[collection!]?.update) return null

  const restore = async () => {
    if (isBusy) return
    setBusy(true)
    const answer = await send(`${config.routes.api}/${collection}/versions/${versionId}?draft=true`)
    setBusy(false)
    setRefusal(answer)
    if (!('ok' in answer)) return
    setOpen(false)
    router.push(`${config.routes.admin}/collections/${collection}/${id}`)
  }

  return (
    <>
      <Button buttonStyle="secondary" margin={false} onClick={() => setOpen(true)} size="small">
        {words.restoreAsDraft}
      </Button>
      {isOpen && (
        <Dialog
          footer={
            <>
              <Button disabled={isBusy} margin={false} type="submit">
                {isBusy ? words.working : words.restoreAsDraft}
              </Button>
              <Button buttonStyle="secondary" margin={false} onClick={() => setOpen(false)}>
                {words.cancel}
              </Button>
            </>
          }
          onClose={() => setOpen(false)}
          onSubmit={() => void restore()}
          title={words.restoreAsDraft}
        >
          <p>{words.restoreExplained}</p>
          <Refusal answer={refusal} collection={collection!} words={words} />
        </Dialog>
      )}
    </>
  )
}

async function send(address: string): Promise<Answer<unknown>> {
  try {
    const response = await fetch(address, { method: 'POST', credentials: 'include' })
    const body = (await response.json()) as { errors?: ErrorEntry[] }
    return response.ok ? { ok: body } : { refused: body.errors ?? [] }
  } catch {
    return { unreachable: true }
  }
}
