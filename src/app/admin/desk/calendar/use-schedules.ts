'use client'
import { useCallback, useEffect, useState } from 'react'
import type { SectionPage } from '../../../../desk/answer.ts'
import type { DeskRow } from '../../../../desk/row.ts'
import { answerOf } from '../../review/use-review.ts'
import { rangeAround, wallTimeAt, type Day } from './days.ts'

/** Most schedules that are shown at a time. */
const mostShown = 200

/** A schedule, with what a wall clock shows when it is due. */
export interface Schedule {
  row: DeskRow
  /** `collection/id` */
  key: string
  /** Such as `2027-03-01T09:00`. */
  wall: string
}

/** What is scheduled on some days. */
export interface LoadedSchedules {
  schedules: Schedule[] | null
  /** How many there are besides. */
  left: number
  hasFailed: boolean
  load: () => void
}

/** Asks what becomes public on these days, in a time zone. @param collection narrows it to a content type */
export function useSchedules({
  api,
  collection,
  days,
  language,
  zone,
}: {
  api: string
  collection: string
  days: readonly Day[]
  language: string
  zone: string
}): LoadedSchedules {
  const [answer, setAnswer] = useState<SectionPage | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const { from, to } = rangeAround(days)
  const load = useCallback(() => {
    const query = new URLSearchParams({
      section: 'scheduled',
      limit: String(mostShown),
      collection,
      from,
      to,
    })
    void answerOf<SectionPage>(`${api}/desk?${query}`, language).then((found) => {
      setFailed(found === null)
      if (found) setAnswer(found)
    })
  }, [api, collection, from, language, to])
  useEffect(load, [load])
  const shown = new Set(days)
  return {
    schedules:
      answer &&
      answer.rows
        .map((row) => ({
          row,
          key: `${row.collection}/${row.id}`,
          wall: wallTimeAt(row.publishAt!, zone),
        }))
        .filter(({ wall }) => shown.has(wall.slice(0, 10))),
    left: answer ? answer.count - answer.rows.length : 0,
    hasFailed,
    load,
  }
}
