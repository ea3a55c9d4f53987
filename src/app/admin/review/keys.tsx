'use client'
import { Button } from '@payloadcms/ui'
import { Dialog } from '../workflow/dialog.tsx'
import type { ReviewWords } from './words.ts'

/** The keys of the review view. */
export function Keys({ onClose, words }: { onClose: () => void; words: ReviewWords }) {
  return (
    <Dialog
      footer={
        <Button margin={false} type="submit">
          {words.close}
        </Button>
      }
      onClose={onClose}
      onSubmit={onClose}
      title={words.keys}
    >
      <dl className="review-keys">
        {words.keyList.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
