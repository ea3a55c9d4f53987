'use client'
import { useRouter } from 'next/navigation.js'
import { useEffect, useRef, useState } from 'react'

/** Somebody is about to follow a link away from what is not saved. */
export interface Leaving {
  isAsked: boolean
  leave: () => void
  stay: () => void
}

/**
 * Asks before somebody leaves what is not saved: the browser does when the page is closed or loaded anew, and links
 * of the panel wait for an answer.
 */
export function useLeaving(isUnsaved: boolean): Leaving {
  const router = useRouter()
  const [wanted, setWanted] = useState<string | null>(null)
  const hasAgreed = useRef(false)
  useEffect(() => {
    if (!isUnsaved) return
    const unload = (event: BeforeUnloadEvent) => {
      if (!hasAgreed.current) event.preventDefault()
    }
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.target === '_blank')
        return
      const to = new URL(link.href, location.href)
      if (to.origin !== location.origin || to.pathname === location.pathname) return
      event.preventDefault()
      event.stopPropagation()
      setWanted(to.href)
    }
    window.addEventListener('beforeunload', unload)
    document.addEventListener('click', follow, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', unload)
      document.removeEventListener('click', follow, { capture: true })
    }
  }, [isUnsaved])
  return {
    isAsked: wanted !== null,
    leave: () => {
      hasAgreed.current = true
      const to = new URL(wanted!)
      setWanted(null)
      router.push(to.pathname + to.search + to.hash)
    },
    stay: () => setWanted(null),
  }
}
