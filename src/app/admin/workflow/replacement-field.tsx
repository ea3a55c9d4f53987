'use client'
import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { locales } from '../../../locales.ts'
import type { Replacement } from '../../../workflow/order.ts'
import { TextArea } from './text-area.tsx'
import { wordsFor } from './words.ts'

interface Found {
  id: string
  title: string
}

/** Where readers of a withdrawn page go: another public page, or a sentence in each language. */
export function ReplacementField({
  onChange,
  problem,
  sentenceProblem,
}: {
  onChange: (replacement: Replacement | null) => void
  problem?: string | undefined
  sentenceProblem?: string | undefined
}) {
  const { i18n } = useTranslation()
  const words = wordsFor(i18n.language)
  const id = useId()
  const [isPage, setIsPage] = useState(true)
  const [sentence, setSentence] = useState<Record<string, string>>({})

  const say = (locale: string, text: string) => {
    const said = { ...sentence, [locale]: text }
    setSentence(said)
    const filled = Object.entries(said).filter(([, words]) => words.trim() !== '')
    onChange(filled.length > 0 ? { sentence: Object.fromEntries(filled) } : null)
  }
  const turnTo = (page: boolean) => {
    setIsPage(page)
    setSentence({})
    onChange(null)
  }

  return (
    <fieldset className="workflow-choices">
      <legend>{words.replacement}</legend>
      {[true, false].map((page) => (
        <label key={String(page)}>
          <input
            checked={isPage === page}
            name={`${id}-kind`}
            onChange={() => turnTo(page)}
            type="radio"
          />
          {page ? words.anotherPage : words.aSentence}
        </label>
      ))}
      {isPage ? (
        <PageSearch onChange={onChange} problem={problem} />
      ) : (
        locales.map(({ code, label }, index) => (
          <TextArea
            key={code}
            label={words.sentenceIn(label[i18n.language.startsWith('es') ? 'es' : 'en'])}
            onChange={(text) => say(code, text)}
            problem={index === 0 ? sentenceProblem : undefined}
            required={index === 0}
            value={sentence[code] ?? ''}
          />
        ))
      )}
    </fieldset>
  )
}

/** Finds public pages by their titles. */
function PageSearch({
  onChange,
  problem,
}: {
  onChange: (replacement: Replacement | null) => void
  problem?: string | undefined
}) {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const words = wordsFor(i18n.language)
  const id = useId()
  const types = config.collections.filter(({ versions }) => versions?.drafts)
  const [slug, setSlug] = useState<string>(types[0]?.slug ?? '')
  const [title, setTitle] = useState('')
  const [found, setFound] = useState<Found[]>([])
  const [chosen, setChosen] = useState<Found | null>(null)
  const titleField = types.find((type) => type.slug === slug)?.admin.useAsTitle ?? 'id'

  useEffect(() => {
    const controller = new AbortController()
    const query = new URLSearchParams({
      depth: '0',
      limit: '8',
      sort: titleField,
      'where[_status][equals]': 'published',
      ...(title ? { [`where[${titleField}][like]`]: title } : {}),
    })
    const search = async () => {
      const response = await fetch(`${config.routes.api}/${slug}?${query.toString()}`, {
        credentials: 'include',
        signal: controller.signal,
      })
      const { docs = [] } = (await response.json()) as { docs?: Record<string, unknown>[] }
      setFound(docs.map((doc) => ({ id: String(doc['id']), title: String(doc[titleField]) })))
    }
    search().catch(() => setFound([]))
    return () => controller.abort()
  }, [config.routes.api, slug, title, titleField])

  const choose = (page: Found | null) => {
    setChosen(page)
    onChange(page && { collection: slug, id: page.id })
  }

  return (
    <div className="workflow-search">
      <div className="workflow-field">
        <label htmlFor={`${id}-type`}>{words.contentType}</label>
        <select
          id={`${id}-type`}
          onChange={(event) => {
            setSlug(event.target.value)
            choose(null)
          }}
          value={slug}
        >
          {types.map((type) => (
            <option key={type.slug} value={type.slug}>
              {getTranslation(type.labels.plural, i18n)}
            </option>
          ))}
        </select>
      </div>
      <div className="workflow-field">
        <label htmlFor={`${id}-title`}>{words.searchByTitle}</label>
        <input
          aria-describedby={`${id}-problem`}
          aria-invalid={Boolean(problem)}
          id={`${id}-title`}
          // Enter searches; it does not yet withdraw.
          onChange={(event) => setTitle(event.target.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          type="search"
          value={title}
        />
      </div>
      <p role="status">{words.found(found.length)}</p>
      <fieldset className="workflow-choices workflow-choices--found">
        <legend className="workflow-hidden">{words.anotherPage}</legend>
        {found.map((page) => (
          <label key={page.id}>
            <input
              checked={chosen?.id === page.id}
              name={`${id}-found`}
              onChange={() => choose(page)}
              type="radio"
            />
            {page.title}
          </label>
        ))}
      </fieldset>
      <p role="status">{chosen ? words.chosen(chosen.title) : ''}</p>
      <p aria-live="polite" className="workflow-problem" id={`${id}-problem`}>
        {problem}
      </p>
    </div>
  )
}
