'use client'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ToldThread } from '../../../comments/told.ts'
import type { Answer, Place } from '../workflow/requests.ts'
import { commentRequests, type CommentRequests } from './requests.ts'
import { commentWordsFor, type CommentWords } from './words.ts'

/** What was said about the documents of a screen, and the means to say more. */
export interface Discussion {
  /** Null until they are known. */
  threads: ToldThread[] | null
  hasFailed: boolean
  /** What was done last, in words. */
  told: string | null
  /** Why the last thing was not done. */
  refused: Answer<unknown> | null
  requests: CommentRequests
  words: CommentWords
  language: string
  load: () => void
  /** Waits for a thread as it is after something was done, and shows it. @returns whether it was done */
  take: (asked: Promise<Answer<ToldThread>>, done: string) => Promise<boolean>
  tell: (sentence: string) => void
}

/**
 * The discussion of documents.
 *
 * @param documents those on the screen
 * @param version another text every time, so that places are looked for anew
 */
export function useDiscussion(documents: readonly Place[], version: string): Discussion {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { language } = i18n
  const words = commentWordsFor(language)
  const requests = useMemo(
    () => commentRequests(config.routes.api, language),
    [config.routes.api, language],
  )
  const [threads, setThreads] = useState<ToldThread[] | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const [told, setTold] = useState<string | null>(null)
  const [refused, setRefused] = useState<Answer<unknown> | null>(null)
  const keys = documents.map(({ collection, id }) => `${collection}/${id}`).join(',')

  const load = useCallback(() => {
    // Before it is known what is on the screen, nobody can say that nothing was said about it.
    if (keys === '') return
    setFailed(false)
    void everyThread(requests, keys).then((found) => {
      setFailed(found === null)
      if (found) setThreads(found)
    })
  }, [keys, requests])
  useEffect(load, [load, version])

  const take: Discussion['take'] = async (asked, done) => {
    setTold(null)
    const answer = await asked
    setRefused('ok' in answer ? null : answer)
    if (!('ok' in answer)) return false
    const thread = answer.ok
    setThreads((known) =>
      known?.some(({ id }) => id === thread.id)
        ? known.map((one) => (one.id === thread.id ? thread : one))
        : [thread, ...(known ?? [])],
    )
    setTold(done)
    return true
  }
  return { threads, hasFailed, told, refused, requests, words, language, load, take, tell: setTold }
}

/** One document after the other: a set has up to fifty. */
async function everyThread(requests: CommentRequests, keys: string): Promise<ToldThread[] | null> {
  const threads: ToldThread[] = []
  for (const key of keys.split(',').filter(Boolean)) {
    const [collection, id] = key.split('/') as [string, string]
    const answer = await requests.threads({ collection, id })
    if (!('ok' in answer)) return null
    threads.push(...answer.ok)
  }
  return threads
}
