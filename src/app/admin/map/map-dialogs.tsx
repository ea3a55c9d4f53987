'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { Dialog } from '../workflow/dialog.tsx'
import type { DraftToSave } from './drafts-to-save.ts'
import type { MapEditorWords } from './words.ts'

/** Says what will be saved, station by station, before it is. */
export function SaveDialog({
  drafts,
  onClose,
  onSave,
  say,
  words,
}: {
  drafts: readonly DraftToSave[]
  onClose: () => void
  onSave: (onProgress: (done: number) => void) => Promise<void>
  say: (draft: DraftToSave) => string
  words: MapEditorWords
}) {
  // As they were when the dialog opened: what is read is what is saved.
  const [listed] = useState(drafts)
  const [done, setDone] = useState<number | null>(null)
  const isBusy = done !== null
  return (
    <Dialog
      footer={
        <>
          <Button disabled={isBusy || listed.length === 0} margin={false} type="submit">
            {words.saveThese(listed.length)}
          </Button>
          <Button buttonStyle="secondary" disabled={isBusy} margin={false} onClick={onClose}>
            {words.cancel}
          </Button>
        </>
      }
      onClose={() => {
        if (!isBusy) onClose()
      }}
      onSubmit={() => {
        if (isBusy) return
        setDone(0)
        void onSave(setDone)
      }}
      title={words.saveTitle}
    >
      <p>{words.saveExplained}</p>
      <ul className="map-list">
        {listed.map((draft) => (
          <li key={draft.stop.id}>{say(draft)}</li>
        ))}
      </ul>
      <p role="status">{isBusy ? words.saving(done, listed.length) : ''}</p>
    </Dialog>
  )
}

/** Asks before somebody leaves what is not saved. */
export function LeaveDialog({
  count,
  onLeave,
  onStay,
  words,
}: {
  count: number
  onLeave: () => void
  onStay: () => void
  words: MapEditorWords
}) {
  return (
    <Dialog
      footer={
        <>
          <Button margin={false} type="submit">
            {words.stay}
          </Button>
          <Button buttonStyle="secondary" margin={false} onClick={onLeave}>
            {words.leave}
          </Button>
        </>
      }
      onClose={onStay}
      onSubmit={onStay}
      title={words.leaveTitle}
    >
      <p>{words.leaveExplained(count)}</p>
    </Dialog>
  )
}
