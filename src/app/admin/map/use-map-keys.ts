'use client'
import { useEffect, useRef } from 'react'

/** What keys do on the screen of the map. */
export interface KeyActs {
  undo: () => void
  redo: () => void
  save: () => void
  keys: () => void
  /** From the map to the details of what is selected. */
  details: () => void
  /** From the map to the field in which a stop is connected. */
  connect: () => void
  /** From the details back to the map. */
  toMap: () => void
  clear: () => void
}

/**
 * The keys of the screen. Single letters hold only where the focus is on the map, or in the details outside of
 * fields, so that none is typed by chance (WCAG 2.2, 2.1.4).
 */
export function useMapKeys(acts: KeyActs): void {
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : document.body
      if (event.altKey || document.querySelector('dialog[open]')) return
      const act = actOf(event, target)
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      latest.current[act]()
    }
    document.addEventListener('keydown', press, { capture: true })
    return () => document.removeEventListener('keydown', press, { capture: true })
  }, [])
}

function actOf(event: KeyboardEvent, target: HTMLElement): keyof KeyActs | null {
  const key = event.key.toLowerCase()
  const isTyped =
    target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable="true"]') !==
    null
  if (event.ctrlKey || event.metaKey) {
    if (key === 's') return 'save'
    // A field has a way back of its own.
    if (isTyped) return null
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo'
    return key === 'y' ? 'redo' : null
  }
  if (isTyped) return null
  if (key === '?') return 'keys'
  if (target.closest('.map-canvas')) {
    if (key === 'd') return 'details'
    if (key === 'c') return 'connect'
    if (key === 'escape') return 'clear'
  }
  return key === 'm' && target.closest('.map-side') ? 'toMap' : null
}
