'use client'
import { useEffect, useState } from 'react'
import { byText, type CommentsOfText } from '../comments/kept-comments.ts'
import { browserStore } from './browser-store.ts'
import { heldForms } from './held-forms.ts'
import type { KeptWords } from './kept.ts'

/** What is kept of one person in this browser, and whether it is open in another tab. */
export interface ListedWords extends KeptWords {
  isOpen: boolean
}

/** Everything that is kept of one person in this browser, the newest first. */
export interface KeptList {
  forms: ListedWords[]
  /** Comments that wait for a request for changes. */
  comments: CommentsOfText[]
}

/** Where nothing is kept. */
export const nothingKept: KeptList = { forms: [], comments: [] }

/** How many texts there are of which something is kept. */
export function countKept({ comments, forms }: KeptList): number {
  return forms.length + comments.length
}

/** What is kept of one person in this browser. */
export async function listKept(person: string): Promise<KeptList> {
  const [forms, comments, held] = await Promise.all([
    browserStore('words').then((store) => store.of(person)),
    browserStore('comments').then((store) => store.of(person)),
    heldForms(),
  ])
  return {
    forms: forms
      .sort((one, other) => other.at - one.at)
      .map((one) => ({ ...one, isOpen: held.has(one.key) })),
    comments: byText(comments),
  }
}

/** Removes it for good. */
export async function removeKept({ comments, forms }: KeptList): Promise<void> {
  await (await browserStore('words')).forget(forms.map(({ key }) => key))
  await (await browserStore('comments')).forget(comments.flatMap((one) => one.comments))
}

/** What is kept of one person, looked up again whenever somebody comes back to the tab. */
export function useKeptList(person: string): KeptList {
  const [listed, setListed] = useState(nothingKept)
  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== 'visible') return
      // A browser that keeps nothing has nothing to list.
      listKept(person).then(setListed, () => setListed(nothingKept))
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [person])
  return listed
}
