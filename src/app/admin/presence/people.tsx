'use client'
import { useTranslation } from '@payloadcms/ui'
import type { PresentPerson } from '../../../presence/presence.ts'
import { presenceWordsFor } from './words.ts'
import './presence.css'

/** Who is in a document now, and what they do there. */
export function PresentPeople({ people }: { people: readonly PresentPerson[] }) {
  const { i18n } = useTranslation()
  const words = presenceWordsFor(i18n.language)
  return people.map(({ doing, id, name }) => (
    <span className="presence-person" key={id}>
      <span aria-hidden="true">{doing === 'writing' ? '✎' : '◉'}</span>
      {words[doing](name)}
    </span>
  ))
}

/** The same, said to those who hear the page, too, whenever somebody comes, goes or begins to write. */
export function PresentNow({ people }: { people: readonly PresentPerson[] }) {
  return (
    <p className="presence" role="status">
      <PresentPeople people={people} />
    </p>
  )
}
