import type { SettingsAnswer } from '../../../http/notification-endpoints.ts'
import type { ListedNotifications } from '../../../notifications/list.ts'

/** Asks for what the person who is signed in was told. Every answer is null when there is none. */
export interface NotificationRequests {
  list: (asked: { page: number; onlyUnread: boolean }) => Promise<ListedNotifications | null>
  unread: () => Promise<{ unread: number; language: string } | null>
  markRead: (
    which: { ids: string[] } | { all: true; until: string },
  ) => Promise<{ unread: number } | null>
  settings: () => Promise<SettingsAnswer | null>
  changeSettings: (changes: {
    choices?: Record<string, string>
    language?: string
  }) => Promise<SettingsAnswer | null>
}

/**
 * @param api address of REST, such as `/api`
 * @param language of the panel
 */
export function notificationRequests(api: string, language: string): NotificationRequests {
  const ask = <Wanted>(path: string, body?: object): Promise<Wanted | null> =>
    send<Wanted>(`${api}/notifications${path}`, { body, language })
  return {
    list: ({ onlyUnread, page }) => {
      const query = new URLSearchParams({ language, page: String(page) })
      if (onlyUnread) query.set('unread', 'true')
      return ask(`?${query}`)
    },
    unread: () => ask('/unread'),
    markRead: (which) => ask('/read', which),
    settings: () => ask('/settings'),
    changeSettings: (changes) => ask('/settings', changes),
  }
}

async function send<Wanted>(
  address: string,
  { body, language }: { body: object | undefined; language: string },
): Promise<Wanted | null> {
  try {
    const response = await fetch(address, {
      cache: 'no-store',
      credentials: 'include',
      headers: { 'Accept-Language': language, 'Content-Type': 'application/json' },
      // What is marked as read by following a link is sent while the page goes away.
      keepalive: body !== undefined,
      method: body ? 'POST' : 'GET',
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return response.ok ? ((await response.json()) as Wanted) : null
  } catch {
    return null
  }
}

const changed = 'stationmaster:unread'

/** Says to everything on the page how many notifications are not read. */
export function sayUnread(unread: number): void {
  window.dispatchEvent(new CustomEvent(changed, { detail: unread }))
}

/** Listens to that. @returns ends it */
export function hearUnread(hear: (unread: number) => void): () => void {
  const listener = (event: Event) => hear((event as CustomEvent<number>).detail)
  window.addEventListener(changed, listener)
  return () => window.removeEventListener(changed, listener)
}
