'use client'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import type { PresentPerson } from '../../../presence/presence.ts'
import { newFormKey } from '../unsaved/held-forms.ts'
import { send, type Place } from '../workflow/requests.ts'

/** How often a tab that can be seen says so, in milliseconds. The server expects it well within three times that. */
const interval = 15_000

/**
 * Says that this tab has a document open, for as long as it can be seen, and learns who else has.
 *
 * @param isWriting whether something in it is not saved
 */
export function usePresence({ collection, id }: Place, isWriting: boolean): PresentPerson[] {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { api } = config.routes
  const [people, setPeople] = useState<PresentPerson[]>([])
  const doing = useRef('looking')
  doing.current = isWriting ? 'writing' : 'looking'
  const say = useRef(() => {})

  useEffect(() => {
    const address = `${api}/${collection}/${id}/presence`
    const tab = newFormKey()
    let next: ReturnType<typeof setTimeout> | undefined
    let isThere = true
    const beat = async () => {
      clearTimeout(next)
      if (document.visibilityState !== 'visible' || !isThere) return
      next = setTimeout(() => void beat(), interval)
      const body = { tab, doing: doing.current }
      const answer = await send<{ people: PresentPerson[] }>(address, i18n.language, {
        method: 'POST',
        body,
      })
      // Without an answer nobody knows who is there.
      if (isThere) setPeople('ok' in answer ? answer.ok.people : [])
    }
    const leave = () => {
      clearTimeout(next)
      const body = JSON.stringify({ tab, doing: 'left' })
      // The only request that is still sent while a page goes away.
      navigator.sendBeacon(address, new Blob([body], { type: 'application/json' }))
    }
    const change = () => (document.visibilityState === 'visible' ? void beat() : leave())
    say.current = () => void beat()
    void beat()
    document.addEventListener('visibilitychange', change)
    window.addEventListener('pagehide', leave)
    window.addEventListener('pageshow', say.current)
    return () => {
      isThere = false
      document.removeEventListener('visibilitychange', change)
      window.removeEventListener('pagehide', leave)
      window.removeEventListener('pageshow', say.current)
      leave()
    }
  }, [api, collection, i18n.language, id])

  const isFirst = useRef(true)
  useEffect(() => {
    if (!isFirst.current) say.current()
    isFirst.current = false
  }, [isWriting])
  return people
}
