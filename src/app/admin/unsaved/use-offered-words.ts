'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { browserStore } from './browser-store.ts'
import { heldForms } from './held-forms.ts'
import { offerFor, type KeptWords } from './kept.ts'
import type { KeptForm } from './use-kept-words.ts'

/** What is offered in a form, and what whoever is here can do with it. */
export interface OfferedWords {
  here: KeptWords[]
  otherLanguages: KeptWords[]
  /** Removes words for good. */
  discard: (words: KeptWords) => Promise<void>
  /** Keeps words again that were just removed. */
  restore: (words: KeptWords) => Promise<void>
  /** Looks again at what there is. */
  look: () => void
}

/** Looks up what is kept for a form, now and whenever somebody comes back to its tab. */
export function useOfferedWords({ losses, ownKey, place, stored }: KeptForm): OfferedWords {
  const [offer, setOffer] = useState<Pick<OfferedWords, 'here' | 'otherLanguages'>>(nothing)
  const looked = useRef(async () => {})
  looked.current = async () => {
    if (!stored) return
    const store = await browserStore('words')
    const [all, held] = await Promise.all([store.of(place.person), heldForms()])
    // Also where the browser does not say which forms are open: this one is.
    const found = offerFor(all, { held: new Set([...held, ownKey()]), place, stored })
    setOffer(found)
    await store.forget(found.stored)
  }
  // Where nothing is kept, nothing is offered; that it is so is said beside.
  const look = useCallback(() => void looked.current().catch(() => setOffer(nothing)), [])
  const isReady = stored !== null
  useEffect(() => {
    look()
    const lookWhenSeen = () => document.visibilityState === 'visible' && look()
    document.addEventListener('visibilitychange', lookWhenSeen)
    return () => document.removeEventListener('visibilitychange', lookWhenSeen)
  }, [isReady, look, losses])
  return {
    ...offer,
    look,
    discard: async ({ key }) => {
      await (await browserStore('words')).forget([key])
      look()
    },
    restore: async (words) => {
      await (await browserStore('words')).keep(words)
      look()
    },
  }
}

const nothing = { here: [], otherLanguages: [] }
