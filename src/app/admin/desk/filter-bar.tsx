'use client'
import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { answerOf } from '../review/use-review.ts'
import type { Choice } from '../workflow/list-choice.tsx'
import { usePeople } from '../workflow/queue-filters.tsx'
import { noFilters, type DeskFilters } from './use-desk.ts'
import type { DeskWords } from './words.ts'

/** The choices that narrow the whole desk. They are remembered for whoever makes them. */
export function DeskFilterBar({
  filters,
  onChange,
  words,
}: {
  filters: DeskFilters
  onChange: (filters: DeskFilters) => void
  words: DeskWords
}) {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const types = config.collections
    .filter(({ versions }) => versions?.drafts)
    .map(({ labels, slug }) => ({
      label: String(getTranslation(labels.plural, i18n)),
      value: slug as string,
    }))
  const people = usePeople()
  const choices: [keyof DeskFilters, string, readonly Choice[]][] = [
    ['collection', words.type, types],
    ['phase', words.phase, usePhases()],
    ['person', words.person, people],
    [
      'assignee',
      words.asked,
      [
        { label: words.askedMe, value: 'me' },
        { label: words.askedNobody, value: 'nobody' },
        ...people,
      ],
    ],
  ]
  return (
    <search aria-label={words.filters} className="desk-filters">
      {choices.map(([name, label, options]) => (
        <FilterChoice
          all={words.all}
          key={name}
          label={label}
          onChange={(value) => onChange({ ...filters, [name]: value })}
          options={options}
          value={filters[name]}
        />
      ))}
      {Object.values(filters).some(Boolean) && (
        <button className="desk-button" onClick={() => onChange(noFilters)} type="button">
          {words.clear}
        </button>
      )}
    </search>
  )
}

/** One choice with its label. */
export function FilterChoice({
  all,
  label,
  onChange,
  options,
  value,
}: {
  all: string
  label: string
  onChange: (value: string) => void
  options: readonly Choice[]
  value: string
}) {
  const id = useId()
  return (
    <div className="desk-choice">
      <label htmlFor={id}>{label}</label>
      <select id={id} onChange={({ target }) => onChange(target.value)} value={value}>
        <option value="">{all}</option>
        {/* What was chosen stays chosen while its name is looked up. */}
        {value && !options.some((option) => option.value === value) && (
          <option value={value}>{value}</option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The phases of the map, drafts among them, in their order. */
function usePhases(): Choice[] {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const [phases, setPhases] = useState<Choice[]>([])
  const { api } = config.routes
  useEffect(() => {
    const locale = i18n.language.startsWith('es') ? 'es' : 'en'
    void answerOf<{ docs: { id: string; name?: string }[] }>(
      `${api}/phases?draft=true&depth=0&limit=200&sort=order&locale=${locale}`,
      i18n.language,
    ).then((answer) =>
      setPhases(answer?.docs.map(({ id, name }) => ({ label: name || id, value: id })) ?? []),
    )
  }, [api, i18n.language])
  return phases
}
