'use client'
import { useEffect, useState } from 'react'
import { ownZone, zoneIn } from '../workflow/local-time.ts'

/**
 * The zone of the person's computer with what it is called now, such as `America/New_York, EST`; empty until the page
 * is in the browser, because the server does not know it.
 */
export function useZone(language: string): string {
  const [zone, setZone] = useState('')
  useEffect(() => setZone(zoneIn(ownZone(), new Date(), language)), [language])
  return zone
}
