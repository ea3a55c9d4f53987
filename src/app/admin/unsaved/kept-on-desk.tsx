'use client'
import { useAuth, useTranslation } from '@payloadcms/ui'
import { KeptList } from './kept-list.tsx'
import { countKept, useKeptList } from './use-kept-list.ts'
import { unsavedWordsFor } from './words.ts'

/** On the desk: what somebody wrote on this computer and did not save. */
export function KeptOnDesk() {
  const { user } = useAuth()
  return user ? <OfPerson person={String(user.id)} /> : null
}

function OfPerson({ person }: { person: string }) {
  const { i18n } = useTranslation()
  const words = unsavedWordsFor(i18n.language)
  const listed = useKeptList(person)
  if (countKept(listed) === 0) return null
  return (
    <section aria-labelledby="desk-unsaved" className="desk-section">
      <h2 id="desk-unsaved">
        {words.onComputer} <span className="desk-count">{countKept(listed)}</span>
      </h2>
      <KeptList listed={listed} />
    </section>
  )
}
