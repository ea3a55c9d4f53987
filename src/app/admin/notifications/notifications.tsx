'use client'
import { Link, useConfig, useStepNav, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { Notification } from './notification.tsx'
import { useNotifications } from './use-notifications.ts'
import { screenWordsFor, type ScreenWords } from './words.ts'

/** Everything somebody was told, what is not read first. */
export function Notifications() {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const words = screenWordsFor(i18n.language)
  const notifications = useNotifications(config.routes.api, i18n.language)
  const { hasFailed, list, load, onlyUnread } = notifications
  const [told, setTold] = useState('')
  const { setStepNav } = useStepNav()
  useEffect(() => setStepNav([{ label: words.notifications }]), [setStepNav, words.notifications])
  const tell = (isDone: boolean, sentence: string) => setTold(isDone ? sentence : words.failed)
  return (
    <main className="notifications">
      <h1>{words.notifications}</h1>
      <div className="notifications__bar">
        <p>{list ? words.unreadCount(list.unread) : null}</p>
        <button
          aria-pressed={onlyUnread}
          onClick={() => {
            setTold('')
            notifications.showOnlyUnread(!onlyUnread)
          }}
          type="button"
        >
          {words.onlyUnread}
        </button>
        <button
          disabled={!list || list.unread === 0}
          onClick={() =>
            void notifications.markAll().then((isDone) => tell(isDone, words.markedAll))
          }
          type="button"
        >
          {words.markAll}
        </button>
        <Link href={`${config.routes.admin}/notifications/settings`} prefetch={false}>
          {words.toSettings}
        </Link>
      </div>
      <p className="notifications__told" role="status">
        {told}
      </p>
      {hasFailed ? (
        <div role="alert">
          <p>{words.failed}</p>
          <button onClick={load} type="button">
            {words.tryAgain}
          </button>
        </div>
      ) : null}
      {!list && !hasFailed ? <p>{words.loading}</p> : null}
      {list?.docs.length === 0 ? <p>{onlyUnread ? words.noneUnread : words.none}</p> : null}
      {list && list.docs.length > 0 ? (
        <ul className="notifications__list">
          {list.docs.map((notification) => (
            <Notification
              adminRoute={config.routes.admin}
              key={notification.id}
              language={i18n.language}
              markRead={() =>
                void notifications
                  .markRead(notification.id)
                  .then((isDone) => tell(isDone, words.marked))
              }
              notification={notification}
              words={words}
            />
          ))}
        </ul>
      ) : null}
      {list && list.totalPages > 1 ? (
        <Pages
          page={list.page}
          pages={list.totalPages}
          showPage={notifications.showPage}
          words={words}
        />
      ) : null}
    </main>
  )
}

function Pages({
  page,
  pages,
  showPage,
  words,
}: {
  page: number
  pages: number
  showPage: (page: number) => void
  words: ScreenWords
}) {
  return (
    <nav aria-label={words.pages} className="notifications__bar">
      <button disabled={page <= 1} onClick={() => showPage(page - 1)} type="button">
        {words.newer}
      </button>
      <p>{words.page(page, pages)}</p>
      <button disabled={page >= pages} onClick={() => showPage(page + 1)} type="button">
        {words.older}
      </button>
    </nav>
  )
}
