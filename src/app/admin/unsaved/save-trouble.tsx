'use client'
import { Button, useConfig, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useEffect, useState } from 'react'
import { Dialog } from '../workflow/dialog.tsx'
import { browserStore } from './browser-store.ts'
import type { SaveTrouble } from './save-standing.ts'
import { unsavedWordsFor } from './words.ts'

/** Says why nothing was saved, that the words are kept, and what to do. */
export function CannotSave({
  onClose,
  onTryAgain,
  trouble,
}: {
  onClose: () => void
  onTryAgain: () => void
  trouble: SaveTrouble
}) {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const router = useRouter()
  const words = unsavedWordsFor(i18n.language)
  const [isKept, setKept] = useState(true)
  useEffect(() => {
    browserStore('words').catch(() => setKept(false))
  }, [])
  const signIn = () => {
    const back = location.pathname + location.search
    router.push(`${config.routes.admin}/login?redirect=${encodeURIComponent(back)}`)
  }
  return (
    <Dialog
      footer={
        <>
          <Button margin={false} type="submit">
            {trouble.what === 'signedOut' ? words.signIn : words.tryAgain}
          </Button>
          <Button buttonStyle="secondary" margin={false} onClick={onClose}>
            {words.backToForm}
          </Button>
        </>
      }
      onClose={onClose}
      onSubmit={trouble.what === 'signedOut' ? signIn : onTryAgain}
      title={words.notSaved}
    >
      <p>
        {trouble.what === 'otherPerson' ? words.otherPerson(trouble.name) : words[trouble.what]}
      </p>
      <p>
        {isKept ? words.areKept : words.areNotKept}
        {isKept && trouble.what === 'signedOut' ? ` ${words.signInThen}` : ''}
      </p>
    </Dialog>
  )
}
