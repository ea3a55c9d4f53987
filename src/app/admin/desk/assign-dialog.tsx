'use client'
import { Button, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { Dialog } from '../workflow/dialog.tsx'
import { Refusal } from '../workflow/refusal.tsx'
import type { Answer, WorkflowRequests } from '../workflow/requests.ts'
import { wordsFor } from '../workflow/words.ts'
import type { AssignedDocument } from './assignment.tsx'
import { askedOf, bodyOf, problemOf, ReviewerFields } from './reviewer-fields.tsx'
import type { DeskWords } from './words.ts'

/** Asks who shall review a document, and until when. */
export function AssignDialog({
  document,
  onClose,
  onDone,
  requests,
  words,
}: {
  document: AssignedDocument
  onClose: () => void
  onDone: () => void
  requests: WorkflowRequests
  words: DeskWords
}) {
  const { i18n } = useTranslation()
  const [asked, setAsked] = useState(askedOf(document.assignment))
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Answer<unknown> | null>(null)
  const problem = problemOf(asked, words)
  const submit = async () => {
    setTried(true)
    if (problem || isBusy) return
    setBusy(true)
    const answer = await requests.assign(document, bodyOf(asked))
    setBusy(false)
    if ('ok' in answer) onDone()
    else setRefusal(answer)
  }
  return (
    <Dialog
      footer={
        <>
          <Button disabled={isBusy} margin={false} type="submit">
            {isBusy ? words.working : words.save}
          </Button>
          <Button buttonStyle="secondary" margin={false} onClick={onClose}>
            {words.cancel}
          </Button>
        </>
      }
      onClose={onClose}
      onSubmit={() => void submit()}
      title={words.assignTitle(document.title)}
    >
      <p>{words.assignExplained}</p>
      <ReviewerFields
        asked={asked}
        label={words.reviewer}
        onChange={setAsked}
        place={document}
        problem={isTried ? problem : undefined}
        requests={requests}
        words={words}
      />
      <Refusal answer={refusal} collection={document.collection} words={wordsFor(i18n.language)} />
    </Dialog>
  )
}
