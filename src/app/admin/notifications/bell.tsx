'use client'
import { Link, useAuth, useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useMemo, useState } from 'react'
import { panelLanguage } from '../../../notifications/words.ts'
import { hearUnread, notificationRequests, sayUnread } from './requests.ts'
import { screenWordsFor } from './words.ts'
import './notifications.css'

/** How often is asked whether there is something new, in milliseconds. */
const interval = 30_000

/** From here on the bell says “99+”: the list has the number. */
const mostShown = 99

/** In the header of every page: the way to what one was told, with how much of it is not read. */
export function Bell() {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const { user } = useAuth()
  const words = screenWordsFor(i18n.language)
  const isTold = ((user as { roles?: string[] } | null)?.roles?.length ?? 0) > 0
  const unread = useUnread({ api: config.routes.api, isTold, language: i18n.language })
  if (!isTold) return null
  const label = words.bell(unread)
  return (
    <Link
      aria-label={label}
      className="notifications-bell"
      href={`${config.routes.admin}/notifications`}
      prefetch={false}
      title={label}
    >
      <svg aria-hidden="true" height="20" viewBox="0 0 24 24" width="20">
        <path
          d="M12 3a6 6 0 0 0-6 6v4l-2 4h16l-2-4V9a6 6 0 0 0-6-6Zm-2.5 16a2.5 2.5 0 0 0 5 0"
          fill="none"
          stroke="currentColor"
          strokeLinejoin="round"
          strokeWidth="1.75"
        />
      </svg>
      {unread > 0 ? (
        <span aria-hidden="true" className="notifications-bell__count">
          {unread > mostShown ? `${mostShown}+` : unread}
        </span>
      ) : null}
    </Link>
  )
}

function useUnread({
  api,
  isTold,
  language,
}: {
  api: string
  isTold: boolean
  language: string
}): number {
  const [unread, setUnread] = useState(0)
  const requests = useMemo(() => notificationRequests(api, language), [api, language])
  useEffect(() => hearUnread(setUnread), [])
  useEffect(() => {
    if (!isTold) return
    const look = async () => {
      if (document.visibilityState === 'hidden') return
      const answer = await requests.unread()
      if (!answer) return
      sayUnread(answer.unread)
      // Mails speak the language in which somebody uses the panel.
      const spoken = panelLanguage(language)
      if (answer.language !== spoken) void requests.changeSettings({ language: spoken })
    }
    const lookNow = () => void look()
    lookNow()
    const timer = setInterval(lookNow, interval)
    document.addEventListener('visibilitychange', lookNow)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', lookNow)
    }
  }, [isTold, language, requests])
  return unread
}
