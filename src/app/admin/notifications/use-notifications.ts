'use client'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ListedNotifications } from '../../../notifications/list.ts'
import { notificationRequests, sayUnread } from './requests.ts'

/** The list of notifications as it is before somebody, and what they can do with it. */
export interface LoadedNotifications {
  /** One page of it; null while it is looked up. */
  list: ListedNotifications | null
  hasFailed: boolean
  load: () => void
  onlyUnread: boolean
  showOnlyUnread: (onlyUnread: boolean) => void
  showPage: (page: number) => void
  /** @returns whether it worked */
  markRead: (id: string) => Promise<boolean>
  /** Marks what was there when the list was looked up. */
  markAll: () => Promise<boolean>
}

export function useNotifications(api: string, language: string): LoadedNotifications {
  const requests = useMemo(() => notificationRequests(api, language), [api, language])
  const [asked, setAsked] = useState({ page: 1, onlyUnread: false })
  const [list, setList] = useState<ListedNotifications | null>(null)
  const [lookedUp, setLookedUp] = useState('')
  const [hasFailed, setFailed] = useState(false)
  const load = useCallback(() => {
    setFailed(false)
    const now = new Date().toISOString()
    void requests.list(asked).then((answer) => {
      setFailed(answer === null)
      if (!answer) return
      setLookedUp(now)
      setList(answer)
      sayUnread(answer.unread)
    })
  }, [asked, requests])
  useEffect(load, [load])

  const mark = async (
    which: Parameters<typeof requests.markRead>[0],
    isMarked: (id: string) => boolean,
  ) => {
    const answer = await requests.markRead(which)
    if (!answer) return false
    sayUnread(answer.unread)
    // What was marked stays where it is until the list is looked up again: nothing jumps.
    setList(
      (before) =>
        before && {
          ...before,
          unread: answer.unread,
          docs: before.docs.map((one) => (isMarked(one.id) ? { ...one, isRead: true } : one)),
        },
    )
    return true
  }
  return {
    list,
    hasFailed,
    load,
    onlyUnread: asked.onlyUnread,
    showOnlyUnread: (onlyUnread) => setAsked({ page: 1, onlyUnread }),
    showPage: (page) => setAsked({ ...asked, page }),
    markRead: (id) => mark({ ids: [id] }, (one) => one === id),
    markAll: () => mark({ all: true, until: lookedUp }, () => true),
  }
}
