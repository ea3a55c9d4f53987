import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { NamedDocument } from '../../../workflow/uses.ts'
import { askNames } from './ask-names.ts'

/** The documents that fit what somebody types. */
export interface Found {
  state: 'nothing typed' | 'found' | 'failed'
  docs: readonly NamedDocument[]
  /** What they were looked up by. */
  typed: string
}

/** How long nothing is typed before names are looked up, in milliseconds. */
const pause = 150

const nothingTyped: Found = { state: 'nothing typed', docs: [], typed: '' }

/**
 * The documents that are called what was typed, the closest first. An answer to what was typed before is not shown.
 *
 * @param collection the only content type that is looked at, by its texts too; by default all that texts link to
 * @param locale in which they are named
 */
export function useNames(
  typed: string,
  { collection, locale }: { collection?: string; locale: string },
): Found {
  const { config } = useConfig()
  const { api } = config.routes
  const [found, setFound] = useState<Found>(nothingTyped)
  useEffect(() => {
    if (typed.trim() === '') return setFound(nothingTyped)
    const leave = new AbortController()
    const question = [
      ['q', typed],
      ['locale', locale],
      ...(collection ? [['collection', collection]] : []),
    ]
    const timer = setTimeout(() => {
      void askNames(api, question, leave.signal).then((docs) => {
        if (leave.signal.aborted) return
        setFound({ state: docs ? 'found' : 'failed', docs: docs ?? [], typed })
      })
    }, pause)
    return () => {
      clearTimeout(timer)
      leave.abort()
    }
  }, [api, collection, locale, typed])
  return found
}
