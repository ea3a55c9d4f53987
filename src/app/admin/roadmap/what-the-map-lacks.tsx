'use client'
import { useConfig, useTranslation } from '@payloadcms/ui'
import Link from 'next/link.js'
import { useCallback, useEffect, useId, useState } from 'react'
import type { RoadmapCheck } from '../../../delivery/roadmap/check.ts'
import { mapWordsFor, type MapWords } from './words.ts'
import './roadmap.css'

type Found = RoadmapCheck | 'looking' | 'failed'

/** Above the list of stations: what is odd about the map they make. Looked for when somebody opens it. */
export function WhatTheMapLacks() {
  const { i18n } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const words = mapWordsFor(i18n.language)
  return (
    <details className="map-lacks" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{words.whatTheMapLacks}</summary>
      {isOpen && <Findings language={i18n.language} words={words} />}
    </details>
  )
}

function Findings({ language, words }: { language: string; words: MapWords }) {
  const { config } = useConfig()
  const [drafts, setDrafts] = useState(false)
  const [found, setFound] = useState<Found>('looking')
  const id = useId()
  const { api, admin } = config.routes
  const look = useCallback(() => {
    let isCurrent = true
    setFound('looking')
    void lookAt(`${api}/roadmap/check`, { language, drafts }).then((answer) => {
      if (isCurrent) setFound(answer)
    })
    return () => {
      isCurrent = false
    }
  }, [api, drafts, language])
  useEffect(look, [look])

  return (
    <>
      <p>{words.explained}</p>
      <p>
        <Link href={`${admin}/map`}>{words.editMap}</Link>
      </p>
      <p>
        <label htmlFor={id}>{words.lookAt}</label>{' '}
        <select
          id={id}
          onChange={({ target }) => setDrafts(target.value === 'drafts')}
          value={drafts ? 'drafts' : 'live'}
        >
          <option value="live">{words.live}</option>
          <option value="drafts">{words.drafts}</option>
        </select>
      </p>
      <div aria-live="polite">
        {found === 'looking' && <p>{words.looking}</p>}
        {found === 'failed' && (
          <p>
            {words.failed}{' '}
            <button onClick={look} type="button">
              {words.tryAgain}
            </button>
          </p>
        )}
        {typeof found === 'object' && <Lists admin={admin} found={found} words={words} />}
      </div>
    </>
  )
}

function Lists({ admin, found, words }: { admin: string; found: RoadmapCheck; words: MapWords }) {
  const names = Object.keys(words.lists) as (keyof RoadmapCheck)[]
  const filled = names.filter((name) => found[name].length > 0)
  if (filled.length === 0) return <p>{words.nothing}</p>
  return filled.map((name) => (
    <section aria-label={words.lists[name]} key={name}>
      <h3>
        {words.lists[name]} ({found[name].length})
      </h3>
      <ul>
        {found[name].map(({ id, title, to, sentence }) => (
          <li key={`${id} ${to?.id ?? ''}`}>
            <Link href={`${admin}/collections/stations/${id}`}>{title}</Link>
            <br />
            {sentence}
          </li>
        ))}
      </ul>
    </section>
  ))
}

async function lookAt(
  address: string,
  { language, drafts }: { language: string; drafts: boolean },
): Promise<Found> {
  const locale = language.startsWith('es') ? 'es' : 'en'
  try {
    const response = await fetch(`${address}?locale=${locale}&draft=${drafts}`, {
      cache: 'no-store',
      credentials: 'include',
    })
    return response.ok ? ((await response.json()) as RoadmapCheck) : 'failed'
  } catch {
    return 'failed'
  }
}
