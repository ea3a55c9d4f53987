'use client'
import { Button, LogOutIcon, useAuth, useConfig, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { Dialog } from '../workflow/dialog.tsx'
import { browserStore } from './browser-store.ts'
import { giveUp } from './given-up.ts'
import { KeptNames } from './kept-list.tsx'
import { listKept, type ListedWords } from './use-kept-list.ts'
import { unsavedWordsFor } from './words.ts'
import '../workflow/workflow.css'
import './unsaved.css'

/**
 * Signs out, in place of Payload's button. Where words are kept that were not saved, it asks first what becomes of
 * them: on a computer of one's own they should stay, on one that others use they should not.
 */
export function SignOut() {
  const { user } = useAuth()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const router = useRouter()
  const words = unsavedWordsFor(i18n.language)
  const [listed, setListed] = useState<ListedWords[]>([])
  const leave = () => router.push(config.routes.admin + config.admin.routes.logout)
  const ask = async () => {
    // A browser that keeps nothing has nothing to ask about.
    const kept = user ? await listKept(String(user.id)).catch(() => []) : []
    if (kept.length > 0) setListed(kept)
    else leave()
  }
  const removeAndLeave = async () => {
    giveUp()
    await (await browserStore()).forget(listed.map(({ key }) => key))
    leave()
  }
  return (
    <>
      <button
        aria-label={words.signOut}
        className="nav__log-out unsaved-sign-out"
        onClick={() => void ask()}
        title={words.signOut}
        type="button"
      >
        <LogOutIcon />
      </button>
      {listed.length > 0 && (
        <Dialog
          footer={
            <>
              <Button margin={false} type="submit">
                {words.signOutKeep}
              </Button>
              <Button buttonStyle="secondary" margin={false} onClick={() => void removeAndLeave()}>
                {words.signOutRemove}
              </Button>
              <Button buttonStyle="secondary" margin={false} onClick={() => setListed([])}>
                {words.cancel}
              </Button>
            </>
          }
          onClose={() => setListed([])}
          onSubmit={leave}
          title={words.signOutTitle}
        >
          <KeptNames listed={listed} />
          <p>{words.signOutExplained}</p>
        </Dialog>
      )}
    </>
  )
}
