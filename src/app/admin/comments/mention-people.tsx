'use client'
import { useEffect, useId, useState } from 'react'
import type { ToldPerson } from '../../../comments/told.ts'
import type { CommentRequests } from './requests.ts'
import type { CommentWords } from './words.ts'

/** Colleagues to mention: those whose name is being typed, or is searched for here. */
export function MentionPeople({
  letters,
  onChoose,
  requests,
  words,
}: {
  /** What was typed of a name after an `@`; null where none is being typed. */
  letters: string | null
  onChoose: (person: ToldPerson) => void
  requests: CommentRequests
  words: CommentWords
}) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [search, setSearch] = useState('')
  const [people, setPeople] = useState<ToldPerson[] | null>(null)
  const isShown = isOpen || letters !== null
  const wanted = letters ?? search
  useEffect(() => {
    if (!isShown) return
    let isWanted = true
    void requests.people(wanted).then((answer) => {
      if (isWanted) setPeople('ok' in answer ? answer.ok.docs : [])
    })
    return () => {
      isWanted = false
    }
  }, [isShown, requests, wanted])
  return (
    <details
      className="comments-mention"
      onToggle={({ currentTarget }) => {
        if (letters === null) setOpen(currentTarget.open)
      }}
      open={isShown}
    >
      <summary>{words.mention}</summary>
      <p id={`${id}-hint`}>{words.mentionHint}</p>
      <label htmlFor={id}>{words.name}</label>
      <input
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        id={id}
        maxLength={60}
        onChange={({ target }) => setSearch(target.value)}
        onKeyDown={(event) => {
          // In the form of a document, Enter would save it.
          if (event.key === 'Enter') event.preventDefault()
        }}
        type="search"
        value={wanted}
      />
      <ul>
        {(people ?? []).map((person) => (
          <li key={person.id}>
            <button
              className="comments-button"
              onClick={() => {
                setOpen(false)
                setSearch('')
                onChoose(person)
              }}
              type="button"
            >
              @{person.name}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{people?.length === 0 ? words.nobodyFound : ''}</p>
    </details>
  )
}
