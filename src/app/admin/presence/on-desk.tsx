'use client'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import type { AttendedDocument, PresentPerson } from '../../../presence/presence.ts'
import { send, type Place } from '../workflow/requests.ts'
import { PresentPeople } from './people.tsx'

/** How often the desk looks who is where, in milliseconds. */
const interval = 15_000

const Attended = createContext<ReadonlyMap<string, PresentPerson[]>>(new Map())

/** Looks who is in which document, once for all rows, while the page can be seen. */
export function WithPresence({ children }: { children: ReactNode }) {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { api } = config.routes
  const [attended, setAttended] = useState<ReadonlyMap<string, PresentPerson[]>>(new Map())
  useEffect(() => {
    let isThere = true
    const look = async () => {
      if (document.visibilityState !== 'visible') return
      const answer = await send<{ documents: AttendedDocument[] }>(
        `${api}/presence`,
        i18n.language,
        {},
      )
      const documents = 'ok' in answer ? answer.ok.documents : []
      if (isThere) setAttended(new Map(documents.map((one) => [keyOf(one), one.people])))
    }
    const lookNow = () => void look()
    lookNow()
    const again = setInterval(lookNow, interval)
    document.addEventListener('visibilitychange', lookNow)
    return () => {
      isThere = false
      clearInterval(again)
      document.removeEventListener('visibilitychange', lookNow)
    }
  }, [api, i18n.language])
  return <Attended value={attended}>{children}</Attended>
}

/** In a row: who is in its document now; nothing where nobody is. */
export function PresentInRow({ collection, id }: Place) {
  const people = use(Attended).get(keyOf({ collection, id }))
  if (!people) return null
  return (
    <p className="desk-row__facts">
      <PresentPeople people={people} />
    </p>
  )
}

function keyOf({ collection, id }: Place): string {
  return `${collection}/${id}`
}
