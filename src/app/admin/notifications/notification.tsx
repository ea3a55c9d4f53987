'use client'
import { Link } from '@payloadcms/ui'
import type { ListedDocument, ListedNotification } from '../../../notifications/list.ts'
import { notificationWordsFor } from '../../../notifications/words.ts'
import { momentIn } from '../workflow/moments.ts'
import { StateBadge } from '../workflow/state-badge.tsx'
import type { ScreenWords } from './words.ts'

/** One thing that somebody was told, with the way to each of its documents. */
export function Notification({
  adminRoute,
  language,
  markRead,
  notification: { at, detail, documents, id, isRead, more, sentence },
  words,
}: {
  adminRoute: string
  language: string
  markRead: () => void
  notification: ListedNotification
  words: ScreenWords
}) {
  const { andMore } = notificationWordsFor(language)
  const headingId = `notification-${id}`
  return (
    <li className={isRead ? 'notification' : 'notification notification--unread'}>
      <h2 id={headingId}>{sentence}</h2>
      <p className="notification__when">
        {isRead ? null : <strong>{words.unread}</strong>}
        <time dateTime={at}>{momentIn(language, at)}</time>
      </p>
      <ul>
        {documents.map((document) => (
          <li key={`${document.collection}/${document.id}`}>
            <NamedDocument
              adminRoute={adminRoute}
              document={document}
              language={language}
              onFollow={isRead ? undefined : markRead}
              words={words}
            />
          </li>
        ))}
        {more > 0 ? <li>{andMore(more)}</li> : null}
      </ul>
      {detail ? <blockquote>{detail}</blockquote> : null}
      {isRead ? null : (
        <button aria-describedby={headingId} onClick={markRead} type="button">
          {words.markRead}
        </button>
      )}
    </li>
  )
}

function NamedDocument({
  adminRoute,
  document: { path, state, title, type, why },
  language,
  onFollow,
  words,
}: {
  adminRoute: string
  document: ListedDocument
  language: string
  onFollow: (() => void) | undefined
  words: ScreenWords
}) {
  const { named, untitled } = notificationWordsFor(language)
  const name = named(type, title || untitled)
  return (
    <>
      {path ? (
        <Link href={adminRoute + path} onClick={onFollow} prefetch={false}>
          {name}
        </Link>
      ) : (
        `${name} (${words.gone})`
      )}
      {why ? ` (${why})` : null} {state ? <StateBadge language={language} state={state} /> : null}
    </>
  )
}
