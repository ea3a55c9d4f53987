'use client'
import { useId, useMemo, useState, type KeyboardEvent, type RefObject } from 'react'
import { called, type Choice } from './called.ts'
import type { MapEditorWords } from './words.ts'

/** A field in which one types what a station is called, and chooses it. */
export function StationChoice({
  choices,
  field,
  label,
  onChoose,
  words,
}: {
  choices: readonly Choice[]
  field?: RefObject<HTMLInputElement | null>
  label: string
  onChoose: (id: string) => void
  words: MapEditorWords
}) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const [isOpen, setOpen] = useState(false)
  const found = useMemo(() => called(typed, choices), [choices, typed])
  const isListed = isOpen && found.length > 0
  const optionId = (index: number) => `${id}-${index}`
  const choose = (choice: Choice) => {
    setTyped('')
    setOpen(false)
    onChoose(choice.id)
  }
  const press = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move !== undefined && found.length > 0) {
      event.preventDefault()
      setOpen(true)
      if (isListed) setActive((active + move + found.length) % found.length)
    }
    if (event.key === 'Enter' && isListed) {
      event.preventDefault()
      choose(found[active]!)
    }
    if (event.key === 'Escape' && isListed) {
      event.stopPropagation()
      setOpen(false)
    }
  }
  return (
    <div className="map-choice">
      <label htmlFor={id}>{label}</label>
      <input
        aria-activedescendant={isListed ? optionId(active) : undefined}
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-describedby={`${id}-hint`}
        aria-expanded={isListed}
        autoComplete="off"
        id={id}
        maxLength={200}
        onBlur={() => setOpen(false)}
        onChange={({ target }) => {
          setTyped(target.value)
          setActive(0)
          setOpen(true)
        }}
        onKeyDown={press}
        ref={field}
        role="combobox"
        type="text"
        value={typed}
      />
      <p className="map-unseen" id={`${id}-hint`}>
        {words.typeName}
      </p>
      <p className="map-choice__told" role="status">
        {typed.trim() === '' || !isOpen
          ? ''
          : found.length === 0
            ? words.noneFound
            : words.found(found.length)}
      </p>
      <ul aria-label={label} hidden={!isListed} id={`${id}-list`} role="listbox">
        {found.map((choice, index) => (
          <li
            aria-selected={index === active}
            id={optionId(index)}
            key={choice.id}
            onClick={() => choose(choice)}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            role="option"
          >
            {choice.name} <span>{choice.line}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
