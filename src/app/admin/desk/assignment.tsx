'use client'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { useMemo, useState } from 'react'
import type { Assignment } from '../../../desk/assigned.ts'
import { momentIn } from '../workflow/moments.ts'
import { Refusal } from '../workflow/refusal.tsx'
import { workflowRequests, type Answer } from '../workflow/requests.ts'
import { wordsFor } from '../workflow/words.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { deskWordsFor } from './words.ts'

/** A document that waits for a review, with who was asked for it. */
export interface AssignedDocument {
  collection: string
  id: string
  title: string
  assignment: Assignment | null
}

/** Who was asked for a review, and the means to ask somebody else or to take it over. */
export function AssignmentLine({
  canTakeOver,
  document,
  onChanged,
  personId,
}: {
  /** Whether the person who looks could give the review themselves. */
  canTakeOver: boolean
  document: AssignedDocument
  onChanged: () => void
  personId: string
}) {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const { language } = i18n
  const words = deskWordsFor(language)
  const requests = useMemo(
    () => workflowRequests(config.routes.api, language),
    [config.routes.api, language],
  )
  const [isOpen, setOpen] = useState(false)
  const [refusal, setRefusal] = useState<Answer<unknown> | null>(null)
  const { assignment } = document
  const isTheirs = assignment?.assignee.id === personId
  const takeOver = async () => {
    const answer = await requests.assign(document, {
      assignee: personId,
      due: assignment?.due ?? null,
    })
    if ('ok' in answer) onChanged()
    else setRefusal(answer)
  }
  return (
    <div className="desk-assignment">
      <p>
        {assignment ? (
          <>
            <strong>
              {isTheirs ? words.assignedToYou : words.assignedTo(assignment.assignee.name)}
            </strong>
            {assignment.by.id !== assignment.assignee.id && (
              <> {words.assignedBy(assignment.by.name, momentIn(language, assignment.at))}</>
            )}
            {assignment.due && <Due at={assignment.due} language={language} />}
          </>
        ) : (
          words.notAssigned
        )}
      </p>
      {canTakeOver && !isTheirs && (
        <button
          aria-label={`${words.takeOver}: ${document.title}`}
          className="desk-button"
          onClick={() => void takeOver()}
          type="button"
        >
          {words.takeOver}
        </button>
      )}
      <button
        aria-label={`${words.assign} ${document.title}`}
        className="desk-button"
        onClick={() => setOpen(true)}
        type="button"
      >
        {words.assign}
      </button>
      <Refusal answer={refusal} collection={document.collection} words={wordsFor(language)} />
      {isOpen && (
        <AssignDialog
          document={document}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false)
            onChanged()
          }}
          requests={requests}
          words={words}
        />
      )}
    </div>
  )
}

/** Until when a review is asked for, and whether that has passed. */
function Due({ at, language }: { at: string; language: string }) {
  const words = deskWordsFor(language)
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(new Date(at))
  const isOver = new Date(at).getTime() < Date.now()
  return (
    <span className={isOver ? 'desk-due desk-due--over' : 'desk-due'}>
      {words.due(day)}
      {isOver ? `, ${words.overdue}` : ''}
    </span>
  )
}
