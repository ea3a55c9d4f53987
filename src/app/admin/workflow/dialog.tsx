'use client'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

/**
 * A dialog of the browser's own: it keeps the keyboard inside, closes with Escape and gives the focus back.
 * It stands outside the form of the page, so that nothing in it counts as an edit.
 */
export function Dialog({
  title,
  children,
  footer,
  isWide = false,
  onClose,
  onSubmit,
}: {
  title: string
  children: ReactNode
  footer: ReactNode
  /** Whether two texts stand side by side in it. */
  isWide?: boolean
  onClose: () => void
  onSubmit: () => void
}) {
  const frame = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const titleId = useId()

  useEffect(() => {
    const dialog = frame.current!
    const opener = document.activeElement as HTMLElement | null
    dialog.showModal()
    heading.current?.focus()
    return () => {
      dialog.close()
      opener?.focus()
    }
  }, [])

  return createPortal(
    <dialog
      aria-labelledby={titleId}
      className={`workflow-dialog${isWide ? ' workflow-dialog--wide' : ''}`}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      ref={frame}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          // React tells events of a portal to the form around the page, too.
          event.stopPropagation()
          onSubmit()
          // Once what is wrong is said, the keyboard stands where the first of it is put right.
          setTimeout(() =>
            frame.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
          )
        }}
      >
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {children}
        <div className="workflow-dialog__footer">{footer}</div>
      </form>
    </dialog>,
    document.body,
  )
}
