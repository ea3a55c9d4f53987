'use client'
import { usePreferences } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { SectionAnswer } from '../../../desk/answer.ts'
import { answerOf } from '../review/use-review.ts'

/** What somebody narrows their desk to; '' is everything. */
export interface DeskFilters {
  collection: string
  phase: string
  person: string
  assignee: string
}

/** The filters of a desk that shows everything. */
export const noFilters: DeskFilters = { collection: '', phase: '', person: '', assignee: '' }

/** Under which name the panel remembers somebody's filters. */
const filtersKey = 'desk-filters'

/** A desk as its owner has it before them. */
export interface LoadedDesk {
  sections: SectionAnswer[] | null
  hasFailed: boolean
  filters: DeskFilters
  setFilters: (filters: DeskFilters) => void
  load: () => void
}

/** Asks for the desk of whoever is signed in, with the filters they chose last. */
export function useDesk(api: string, language: string): LoadedDesk {
  const { getPreference, setPreference } = usePreferences()
  const [filters, setChosen] = useState<DeskFilters | null>(null)
  const [sections, setSections] = useState<SectionAnswer[] | null>(null)
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => {
    void getPreference<Partial<DeskFilters> | null>(filtersKey).then(
      (kept) => setChosen(asFilters(kept)),
      () => setChosen(noFilters),
    )
  }, [getPreference])
  const load = useCallback(() => {
    if (!filters) return
    setFailed(false)
    void answerOf<{ sections: SectionAnswer[] }>(
      `${api}/desk?${new URLSearchParams({ ...filters })}`,
      language,
    ).then((answer) => {
      setFailed(answer === null)
      if (answer) setSections(answer.sections)
    })
  }, [api, filters, language])
  useEffect(load, [load])
  useEffect(() => {
    // What was done in another tab, and by others meanwhile.
    const look = () => document.visibilityState === 'visible' && load()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [load])
  return {
    sections,
    hasFailed,
    filters: filters ?? noFilters,
    setFilters: (chosen) => {
      setChosen(chosen)
      void setPreference(filtersKey, chosen)
    },
    load,
  }
}

/** What was remembered, as far as it is still understood. */
function asFilters(kept: Partial<DeskFilters> | null): DeskFilters {
  const known = Object.entries(noFilters).map(([name, usual]) => {
    const value = kept?.[name as keyof DeskFilters]
    return [name, typeof value === 'string' ? value : usual]
  })
  return Object.fromEntries(known) as unknown as DeskFilters
}
