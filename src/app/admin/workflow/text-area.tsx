'use client'
import { useId } from 'react'

/** A field of a dialog for words, with what it is for and what is wrong with it. */
export function TextArea({
  label,
  hint,
  problem,
  value,
  onChange,
  required = false,
}: {
  label: string
  hint?: string
  problem?: string | undefined
  value: string
  onChange: (value: string) => void
  required?: boolean
}) {
  const id = useId()
  return (
    <div className="workflow-field">
      <label htmlFor={id}>{label}</label>
      {hint && <p id={`${id}-hint`}>{hint}</p>}
      <textarea
        aria-describedby={`${id}-hint ${id}-problem`}
        aria-invalid={Boolean(problem)}
        aria-required={required}
        id={id}
        maxLength={5000}
        onChange={(event) => onChange(event.target.value)}
        rows={3}
        value={value}
      />
      <p className="workflow-problem" id={`${id}-problem`}>
        {problem}
      </p>
    </div>
  )
}
