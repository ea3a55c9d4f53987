'use client'
import { Button, LogOutIcon, useAuth, useConfig, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { Dialog } from '../workflow/dialog.tsx'
import { giveUp } from './given-up.ts'
import { KeptNames } from './kept-list.tsx'
import { countKept, listKept, nothingKept, removeKept } from './use-kept-list.ts'
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
  const [listed, setListed] = useState(nothingKept)
  const leave = () => router.push(config.routes.admin + config.admin.routes.logout)
  const ask = async () => {
    // A browser that keeps nothing has nothing to ask about.
    const kept = user ? await listKept(String(user.id)).catch(() => nothingKept) : nothingKept
    if (countKept(kept) > 0) setListed(kept)
    else leave()
  }
  const removeAndLeave = async () => {
    giveUp()
    await removeKept(listed)
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
      {countKept(listed) > 0 && (
        <Dialog
          footer={
            <>
              <Button margin={false} type="submit">
                {words.signOutKeep}
              </Button>
              <Button buttonStyle="secondary" margin={false} onClick={() => void removeAndLeave()}>
                {words.signOutRemove}
              </Button>
              <Button buttonStyle="secondary" margin={false} onClick={() => setListed(nothingKept)}>
                {words.cancel}
              </Button>
            </>
          }
          onClose={() => setListed(nothingKept)}
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
