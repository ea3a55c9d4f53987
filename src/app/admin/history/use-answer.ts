'use client'
import { useCallback, useEffect, useState } from 'react'

/** What the API was asked for: under way, answered, or not answered. */
export interface Asked<Wanted> {
  answer: Wanted | null
  /** Why there is no answer, as the API says it; empty where it said nothing. */
  failure: string | null
  load: () => void
}

/** Asks the API with the session of whoever is signed in, anew whenever the address changes; null asks nothing. */
export function useAnswer<Wanted>(address: string | null, language: string): Asked<Wanted> {
  const [state, setState] = useState<Omit<Asked<Wanted>, 'load'>>({ answer: null, failure: null })
  const [tries, setTries] = useState(0)
  const load = useCallback(() => setTries((before) => before + 1), [])
  useEffect(() => {
    if (address === null) {
      setState({ answer: null, failure: null })
      return
    }
    const controller = new AbortController()
    const ask = async () => {
      const response = await fetch(address, {
        cache: 'no-store',
        credentials: 'include',
        headers: { 'Accept-Language': language },
        signal: controller.signal,
      })
      const body = (await response.json()) as Wanted & { errors?: { message: string }[] }
      setState(
        response.ok
          ? { answer: body, failure: null }
          : { answer: null, failure: body.errors?.[0]?.message ?? '' },
      )
    }
    setState((before) => ({ ...before, failure: null }))
    ask().catch(() => {
      if (!controller.signal.aborted) setState({ answer: null, failure: '' })
    })
    return () => controller.abort()
  }, [address, language, tries])
  return { ...state, load }
}
