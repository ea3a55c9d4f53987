'use client'
import { useEffect, useId, useState } from 'react'
import type { Assignment, NamedPerson } from '../../../desk/assigned.ts'
import { instantsOf, withOffset } from '../workflow/local-time.ts'
import type { Place, WorkflowRequests } from '../workflow/requests.ts'
import type { DeskWords } from './words.ts'

/** Whom somebody asks for a review, and the last day for it; '' is nobody, or no day. */
export interface Asked {
  assignee: string
  /** Such as `2027-03-01`, in the time zone of whoever asks. */
  day: string
}

/** What a dialog begins with. */
export function askedOf(assignment: Assignment | null): Asked {
  if (!assignment) return { assignee: '', day: '' }
  const { assignee, due } = assignment
  return { assignee: assignee.id, day: due ? withOffset(new Date(due), zone()).slice(0, 10) : '' }
}

/** What is sent: the day becomes its last minute. */
export function bodyOf(asked: Asked): { assignee: string | null; due: string | null } {
  return { assignee: asked.assignee || null, due: endOf(asked.day) }
}

/** What is wrong with a choice, in words. */
export function problemOf({ assignee, day }: Asked, words: DeskWords): string | undefined {
  const due = endOf(day)
  if (due && !assignee) return words.dueWithoutReviewer
  return due && new Date(due).getTime() <= Date.now() ? words.duePassed : undefined
}

function endOf(day: string): string | null {
  const instant = day ? instantsOf(`${day}T23:59`, zone()).at(-1) : undefined
  return instant ? withOffset(instant, zone()) : null
}

function zone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** The fields by which somebody is asked for a review: one of those who may approve the text, and a day. */
export function ReviewerFields({
  asked,
  label,
  onChange,
  place,
  problem,
  requests,
  words,
}: {
  asked: Asked
  label: string
  onChange: (asked: Asked) => void
  place: Place
  problem: string | undefined
  requests: WorkflowRequests
  words: DeskWords
}) {
  const id = useId()
  const { collection, id: documentId } = place
  const [reviewers, setReviewers] = useState<NamedPerson[] | null>(null)
  useEffect(() => {
    void requests
      .reviewers({ collection, id: documentId })
      .then((answer) => setReviewers('ok' in answer ? answer.ok.reviewers : []))
  }, [collection, documentId, requests])
  const hint = !reviewers ? words.reviewersLoading : reviewers.length === 0 ? words.noReviewer : ''
  return (
    <>
      <div className="workflow-field">
        <label htmlFor={`${id}-who`}>{label}</label>
        <select
          aria-describedby={`${id}-hint`}
          id={`${id}-who`}
          onChange={({ target }) => onChange({ ...asked, assignee: target.value })}
          value={asked.assignee}
        >
          <option value="">{words.nobody}</option>
          {reviewers?.map((reviewer) => (
            <option key={reviewer.id} value={reviewer.id}>
              {reviewer.name}
            </option>
          ))}
        </select>
        <p aria-live="polite" id={`${id}-hint`}>
          {hint}
        </p>
      </div>
      <div className="workflow-field">
        <label htmlFor={`${id}-due`}>{words.dueOn}</label>
        <p id={`${id}-due-hint`}>{words.dueHint}</p>
        <input
          aria-describedby={`${id}-due-hint ${id}-problem`}
          aria-invalid={Boolean(problem)}
          id={`${id}-due`}
          onChange={({ target }) => onChange({ ...asked, day: target.value })}
          type="date"
          value={asked.day}
        />
        <p aria-live="polite" className="workflow-problem" id={`${id}-problem`}>
          {problem}
        </p>
      </div>
    </>
  )
}
