'use client'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ReviewAnswer } from '../../../review/answer.ts'
import type { Place } from '../workflow/requests.ts'

/** What is looked at, as the address of the view says. */
export interface Reviewed extends Place {
  /** Which two texts are compared. */
  from: string | undefined
  to: string | undefined
  /** Documents that are reviewed together with it, as `collection/id`; undefined for those it was submitted with. */
  set: readonly string[] | undefined
}

/** What is known of a review. */
export interface LoadedReview {
  /** The document of the address first, then those that are reviewed together with it. */
  reviews: ReviewAnswer[] | null
  hasFailed: boolean
  /** Which texts were saved again since the review was loaded, as `collection/id`. */
  newer: string[]
  load: () => void
}

/** How often the view asks whether the texts were saved again, in milliseconds. */
const interval = 4_000

/** Most documents that are reviewed together on one screen. */
export const mostTogether = 50

/** So many are asked about at a time. */
const atOnce = 4

/** Asks what changes, and from then on whether it is still the newest text. */
export function useReview(reviewed: Reviewed, language: string): LoadedReview {
  const { collection, id, from, to } = reviewed
  const set = reviewed.set?.join(',')
  const [reviews, setReviews] = useState<ReviewAnswer[] | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const [newer, setNewer] = useState<string[]>([])
  const load = useCallback(() => {
    setFailed(false)
    void loadAll(
      { collection, id, from, to, set: set === undefined ? undefined : placesIn(set) },
      language,
    ).then((answers) => {
      setNewer([])
      setReviews(answers)
      setFailed(answers === null)
    })
  }, [collection, from, id, language, set, to])
  useEffect(load, [load])

  const seen = useMemo(
    () => new Map(reviews?.map(({ workflow }) => [keyOf(workflow), workflow])),
    [reviews],
  )
  useEffect(() => {
    if (seen.size === 0) return
    const look = async () => {
      if (document.visibilityState === 'hidden') return
      const asked = new URLSearchParams({ depth: '0', limit: String(mostTogether) })
      asked.set('where[key][in]', [...seen.keys()].join(','))
      const now = await answerOf<{ docs: StateRow[] }>(`/api/workflow-states?${asked}`, language)
      if (now)
        setNewer(
          now.docs
            .filter(({ contentHash, key }) => seen.get(key)?.contentHash !== contentHash)
            .map(({ key }) => key),
        )
    }
    const timer = setInterval(() => void look(), interval)
    return () => clearInterval(timer)
  }, [language, seen])
  return { reviews, hasFailed, newer, load }
}

interface StateRow {
  /** `collection/id` */
  key: string
  contentHash: string
}

async function loadAll(
  { collection, id, from, to, set }: Reviewed,
  language: string,
): Promise<ReviewAnswer[] | null> {
  const asked = new URLSearchParams({ language: language.startsWith('es') ? 'es' : 'en' })
  if (from) asked.set('from', from)
  if (to) asked.set('to', to)
  const reviewOf = (key: string) => answerOf<ReviewAnswer>(`/api/${key}/review?${asked}`, language)
  const first = await reviewOf(`${collection}/${id}`)
  if (!first) return null
  const others = (set ?? (from || to ? [] : submittedWith(first)))
    .filter((key) => key !== `${collection}/${id}`)
    .slice(0, mostTogether - 1)
  const reviews = [first]
  for (let at = 0; at < others.length; at += atOnce) {
    const answers = await Promise.all(others.slice(at, at + atOnce).map(reviewOf))
    for (const answer of answers) {
      if (!answer) return null
      reviews.push(answer)
    }
  }
  return reviews
}

/** What was submitted together with a document and is where it is: the others have gone on. */
function submittedWith({ together, workflow }: ReviewAnswer): string[] {
  return together.filter(({ state }) => state === workflow.state).map(keyOf)
}

/** The documents in a list such as `stations/ID,notices/ID`; what is none is left out. */
export function placesIn(list: string): string[] {
  return list.split(',').filter((one) => /^[\w-]+\/[\w-]+$/.test(one))
}

/** A document in one word: `collection/id`. */
export function keyOf({ collection, id }: Place): string {
  return `${collection}/${id}`
}

/** The answer of the API to the session of whoever is signed in; null when there is none. */
export async function answerOf<Wanted>(address: string, language: string): Promise<Wanted | null> {
  try {
    const response = await fetch(address, {
      cache: 'no-store',
      credentials: 'include',
      headers: { 'Accept-Language': language },
    })
    return response.ok ? ((await response.json()) as Wanted) : null
  } catch {
    return null
  }
}
