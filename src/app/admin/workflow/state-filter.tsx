'use client'
import { useListQuery, useTranslation } from '@payloadcms/ui'
import type { Where } from 'payload'
import { useId } from 'react'
import { stateWords } from '../../../../collections/state-words.ts'
import { states } from '../../../workflow/states.ts'
import { wordsFor } from './words.ts'
import './workflow.css'

/** A state as a condition, as `src/workflow/filter-by-state.ts` reads it. */
const prefix = 'state:'

/** Above the list of a content type: only the documents in one state, or all of them. */
export function StateFilter() {
  const { handleWhereChange, query } = useListQuery()
  const { i18n } = useTranslation()
  const id = useId()
  const words = wordsFor(i18n.language)
  const groups = conditionsOf(query.where)

  const choose = (state: string) => {
    const others = groups.map((group) => group.filter((one) => stateIn(one) === ''))
    const chosen = state ? [{ _status: { equals: `${prefix}${state}` } }] : []
    // In each alternative, so that the other filters stay as they are.
    const all = (others.length > 0 ? others : [[]])
      .map((group) => [...group, ...chosen])
      .filter((group) => group.length > 0)
    void handleWhereChange?.({ or: all.map((and) => ({ and })) })
  }

  return (
    <div className="workflow-state-filter">
      <label htmlFor={id}>{words.state}</label>
      <select
        id={id}
        onChange={(event) => choose(event.target.value)}
        value={groups.flat().map(stateIn).find(Boolean) ?? ''}
      >
        <option value="">{words.allStates}</option>
        {states.map((state) => (
          <option key={state} value={state}>
            {stateWords[state][i18n.language.startsWith('es') ? 'es' : 'en']}
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

function stateIn(condition: Where): string {
  const { equals } = (condition['_status'] ?? {}) as { equals?: unknown }
  return typeof equals === 'string' && equals.startsWith(prefix) ? equals.slice(prefix.length) : ''
}
