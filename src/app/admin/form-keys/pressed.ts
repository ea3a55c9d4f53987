/** What a key in the form does. Saving is Payload's own: Ctrl or Cmd with S. */
export type FormAct = 'next' | 'review' | 'language' | 'list'

/** What of a press of a key is looked at. */
export interface Press {
  altKey: boolean
  ctrlKey: boolean
  key: string
  metaKey: boolean
  shiftKey: boolean
  /** Whether it is typed into a field, or while a dialog is open. */
  isTyped: boolean
}

/**
 * What a press means in the form. All but `?` are pressed with Ctrl or Cmd, so none is typed by chance, by hand or by
 * voice, and they hold in fields too; `?` is a character, holds outside of fields alone and can be turned off
 * (WCAG 2.2, 2.1.4).
 */
export function actOf(press: Press): FormAct | null {
  if (press.altKey) return null
  if (!press.ctrlKey && !press.metaKey) return press.key === '?' && !press.isTyped ? 'list' : null
  if (press.key === 'Enter') return press.shiftKey ? 'review' : 'next'
  return press.shiftKey && press.key.toLowerCase() === 'l' ? 'language' : null
}
