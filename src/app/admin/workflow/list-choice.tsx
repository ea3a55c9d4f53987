'use client'
import { useListQuery, useTranslation } from '@payloadcms/ui'
import type { Where } from 'payload'
import { useId } from 'react'
import { wordsFor } from './words.ts'
import './workflow.css'

/** Something that can be chosen: a word, and what it is called in a condition. */
export interface Choice {
  label: string
  value: string
}

/** The choices above a list. Payload's own filters know no choices for a text, and no names for ids. */
export function ListChoices({ children }: { children: React.ReactNode }) {
  return <div className="workflow-choices-bar">{children}</div>
}

/** Narrows a list by one choice, and leaves its other filters as they are. */
export function ListChoice({
  label,
  field,
  choices,
  prefix = '',
}: {
  label: string
  /** The field the condition is about. */
  field: string
  choices: readonly Choice[]
  /** What the condition has before the value. Conditions without it are none of this choice. */
  prefix?: string
}) {
  const { handleWhereChange, query } = useListQuery()
  const { i18n } = useTranslation()
  const id = useId()
  const groups = conditionsOf(query.where)
  const chosenIn = (condition: Where) => {
    const { equals } = (condition[field] ?? {}) as { equals?: unknown }
    return typeof equals === 'string' && equals.startsWith(prefix)
      ? equals.slice(prefix.length)
      : ''
  }

  const choose = (value: string) => {
    const others = groups.map((group) => group.filter((one) => chosenIn(one) === ''))
    const chosen = value ? [{ [field]: { equals: `${prefix}${value}` } }] : []
    // In each alternative, so that the other filters stay as they are.
    const all = (others.length > 0 ? others : [[]])
      .map((group) => [...group, ...chosen])
      .filter((group) => group.length > 0)
    void handleWhereChange?.({ or: all.map((and) => ({ and })) })
  }

  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        onChange={(event) => choose(event.target.value)}
        value={groups.flat().map(chosenIn).find(Boolean) ?? ''}
      >
        <option value="">{wordsFor(i18n.language).all}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The conditions of a list as the panel keeps them: alternatives of conditions that all hold. */
function conditionsOf(where: Where | undefined): Where[][] {
  const alternatives = where?.or ?? (where && Object.keys(where).length > 0 ? [where] : [])
  return alternatives.map((one) => one.and ?? [one])
}
