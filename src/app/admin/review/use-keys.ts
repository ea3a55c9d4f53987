'use client'
import { useEffect, useRef } from 'react'

/** Does something for single keys, wherever the focus is but in a field where one types, or in an open dialog. */
export function useKeys(acts: Readonly<Record<string, () => void>>): void {
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { altKey, ctrlKey, key, metaKey, target } = event
      const isTyped =
        target instanceof HTMLElement &&
        target.closest('input, textarea, select, dialog, [contenteditable="true"]')
      const act = latest.current[key]
      if (!act || isTyped || altKey || ctrlKey || metaKey) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}
