'use client'
import { useTranslation } from '@payloadcms/ui'
import type { PresentPerson } from '../../../presence/presence.ts'
import type { Doing } from '../../../presence/store.ts'
import { presenceWordsFor } from './words.ts'
import './presence.css'

/** Who is in a document now, and what they do there. */
export function PresentPeople({ people }: { people: readonly PresentPerson[] }) {
  const { i18n } = useTranslation()
  const words = presenceWordsFor(i18n.language)
  return people.map(({ doing, id, name }) => (
    <span className="presence-person" key={id}>
      <svg aria-hidden="true" fill="none" height="14" viewBox="0 0 16 16" width="14">
        <path d={shapes[doing]} stroke="currentColor" strokeLinecap="round" strokeWidth="2" />
      </svg>
      {words[doing](name)}
    </span>
  ))
}

/** A pencil, and an eye. */
const shapes: Record<Doing, string> = {
  writing: 'M2 14l1-4L11 2l3 3-8 8z',
  looking: 'M1 8c3-6 11-6 14 0c-3 6-11 6-14 0M8 7v2',
}

/** The same, said to those who hear the page, too, whenever somebody comes, goes or begins to write. */
export function PresentNow({ people }: { people: readonly PresentPerson[] }) {
  return (
    <p className="presence" role="status">
      <PresentPeople people={people} />
    </p>
  )
}
