'use client'
import { Button } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import { Dialog } from '../workflow/dialog.tsx'
import './keys.css'

/** One line of a list of keys: what is pressed, several keys in the order they are held, and what that does. */
export type KeyLine = readonly [pressed: string | readonly string[], what: string]

/** The keys of a screen, as a list. What the list has besides stands below it. */
export function KeysDialog({
  children,
  onClose,
  words: { close, keyList, keys },
}: {
  children?: ReactNode
  onClose: () => void
  words: { close: string; keyList: readonly KeyLine[]; keys: string }
}) {
  return (
    <Dialog
      footer={
        <Button margin={false} type="submit">
          {close}
        </Button>
      }
      onClose={onClose}
      onSubmit={onClose}
      title={keys}
    >
      <dl className="keys-list">
        {keyList.map(([pressed, what]) => (
          <div key={what}>
            <dt>
              {[pressed].flat().map((key, index) => (
                <span key={key}>
                  {index > 0 && ' + '}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      {children}
    </Dialog>
  )
}
