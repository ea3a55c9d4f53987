'use client'
import { useEffect, useState } from 'react'
import { browserStore } from './browser-store.ts'
import { heldForms } from './held-forms.ts'
import type { KeptWords } from './kept.ts'

/** What is kept of one person in this browser, and whether it is open in another tab. */
export interface ListedWords extends KeptWords {
  isOpen: boolean
}

/** Everything that is kept of one person in this browser, the newest first. */
export async function listKept(person: string): Promise<ListedWords[]> {
  const [all, held] = await Promise.all([
    browserStore().then((store) => store.of(person)),
    heldForms(),
  ])
  return all
    .sort((one, other) => other.at - one.at)
    .map((one) => ({ ...one, isOpen: held.has(one.key) }))
}

/** The same, looked up again whenever somebody comes back to the tab. */
export function useKeptList(person: string): ListedWords[] {
  const [listed, setListed] = useState<ListedWords[]>([])
  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== 'visible') return
      // A browser that keeps nothing has nothing to list.
      listKept(person).then(setListed, () => setListed([]))
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [person])
  return listed
}
