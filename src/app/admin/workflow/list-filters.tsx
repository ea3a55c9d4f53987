'use client'
import { getTranslation } from '@payloadcms/translations'
import { ReactSelect, useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { wordsFor } from './words.ts'

type Choice = { label: string; value: string }

interface FilterProps {
  onChange: (value: string | string[]) => void
  operator: string
  value?: string | string[] | null
}

/** The content types, in place of a field for their technical names. */
export function TypeFilter(props: FilterProps) {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const choices = config.collections
    .filter(({ versions }) => versions?.drafts)
    .map(({ labels, slug }) => ({
      label: String(getTranslation(labels.plural, i18n)),
      value: slug as string,
    }))
  return <ChoiceFilter {...props} choices={choices} />
}

/** What can happen to a document, in place of a field for the technical names. */
export function EntryTypeFilter(props: FilterProps) {
  const { i18n } = useTranslation()
  const choices = Object.entries(wordsFor(i18n.language).entryTypes).map(([value, label]) => ({
    label,
    value,
  }))
  return <ChoiceFilter {...props} choices={choices} />
}

/** Everyone with an account, by name, in place of a field for ids. */
export function PersonFilter(props: FilterProps) {
  const { config } = useConfig()
  const [choices, setChoices] = useState<Choice[]>([])
  useEffect(() => {
    const controller = new AbortController()
    const query = new URLSearchParams({ depth: '0', limit: '500', sort: 'name' })
    const load = async () => {
      const response = await fetch(`${config.routes.api}/users?${query.toString()}`, {
        credentials: 'include',
        signal: controller.signal,
      })
      const { docs = [] } = (await response.json()) as { docs?: { id: string; name?: string }[] }
      setChoices(docs.map(({ id, name }) => ({ label: name || id, value: id })))
    }
    load().catch(() => setChoices([]))
    return () => controller.abort()
  }, [config.routes.api])
  return <ChoiceFilter {...props} choices={choices} />
}

function ChoiceFilter({ choices, onChange, operator, value }: FilterProps & { choices: Choice[] }) {
  const { i18n } = useTranslation()
  const isMulti = operator === 'in' || operator === 'not_in'
  const values = [value ?? []].flat().flatMap((one) => (isMulti ? one.split(',') : one))
  const chosen = choices.filter((choice) => values.includes(choice.value))
  return (
    <ReactSelect
      isClearable
      isMulti={isMulti}
      onChange={(option) => {
        const picked = [option ?? []].flat().map((one) => String(one.value))
        onChange(isMulti ? picked : (picked[0] ?? ''))
      }}
      options={choices}
      placeholder={wordsFor(i18n.language).choose}
      value={isMulti ? chosen : chosen[0]}
    />
  )
}
