'use client'
import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { ListChoice, ListChoices, type Choice } from './list-choice.tsx'
import { stateChoices, translationChoices } from './state-filter.tsx'
import { wordsFor } from './words.ts'

/** Above the review queue: documents of one type, in one state. */
export function QueueFilters() {
  const { i18n } = useTranslation()
  const words = wordsFor(i18n.language)
  return (
    <ListChoices>
      <TypeChoice />
      <ListChoice choices={stateChoices(i18n.language)} field="state" label={words.state} />
      <ListChoice
        choices={translationChoices(i18n.language)}
        field="translation"
        label={words.translation}
      />
    </ListChoices>
  )
}

/** Above the ledger: what happened, to which type of document, by whom. */
export function LedgerFilters() {
  const { i18n } = useTranslation()
  const words = wordsFor(i18n.language)
  const happened = Object.entries(words.entryTypes).map(([value, label]) => ({ label, value }))
  return (
    <ListChoices>
      <ListChoice choices={happened} field="type" label={words.whatHappened} />
      <TypeChoice />
      <ListChoice choices={usePeople()} field="actorId" label={words.person} />
    </ListChoices>
  )
}

function TypeChoice() {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const types = config.collections
    .filter(({ versions }) => versions?.drafts)
    .map(({ labels, slug }) => ({
      label: String(getTranslation(labels.plural, i18n)),
      value: slug as string,
    }))
  return (
    <ListChoice
      choices={types}
      field="documentCollection"
      label={wordsFor(i18n.language).contentType}
    />
  )
}

/** Everyone with an account, by name. */
export function usePeople(): Choice[] {
  const { config } = useConfig()
  const [people, setPeople] = useState<Choice[]>([])
  useEffect(() => {
    const controller = new AbortController()
    const query = new URLSearchParams({ depth: '0', limit: '500', sort: 'name' })
    const load = async () => {
      const response = await fetch(`${config.routes.api}/users?${query.toString()}`, {
        credentials: 'include',
        signal: controller.signal,
      })
      const { docs = [] } = (await response.json()) as { docs?: { id: string; name?: string }[] }
      setPeople(docs.map(({ id, name }) => ({ label: name || id, value: id })))
    }
    load().catch(() => setPeople([]))
    return () => controller.abort()
  }, [config.routes.api])
  return people
}
