'use client'
import { useEffect, useMemo, useState } from 'react'
import { locales } from '../../../locales.ts'
import type { ReviewAnswer } from '../../../review/answer.ts'
import type { Place } from '../workflow/requests.ts'
import { modes, type FramesProps, type Mode } from './page-frames.tsx'
import { comparedPages, isOther, shownPages } from './shown-pages.ts'
import { usePages } from './use-pages.ts'
import { keyOf } from './use-review.ts'

/** Which page of a review is shown, how, and what moves about in it. */
export interface View {
  frames: Omit<FramesProps, 'words' | 'comments' | 'onComment'>
  /** The document whose page is shown, where it is one of those that are reviewed. */
  document: Place | null
  /** Shows the page of a document, named as `collection/id`, where it has one. */
  show: (document: string) => void
  /** Whether the page was made with another text than the one that is decided about. */
  showsOtherText: boolean
  /** What single keys do. */
  keys: Record<string, () => void>
}

/** Chooses among the pages on which readers would see what is reviewed, and makes the chosen one. */
export function useView(
  reviews: readonly ReviewAnswer[] | null,
  { hasReader, panelLanguage }: { hasReader: boolean; panelLanguage: string },
): View {
  const [wantedLanguage, setLanguage] = useState<string | null>(null)
  const [mode, setMode] = useState<Mode>('together')
  const [at, setAt] = useState(0)
  const [chosen, setChosen] = useState(0)
  const language = wantedLanguage ?? languageOf(reviews)
  const choices = useMemo(
    () => (hasReader && reviews ? (isOther(reviews) ? comparedPages : shownPages)(reviews) : []),
    [hasReader, reviews],
  )
  const documents = useMemo(() => reviews?.map(({ workflow }) => workflow) ?? [], [reviews])
  const pages = usePages(choices[chosen] ?? null, { documents, language, panelLanguage })
  useEffect(() => setAt(0), [chosen, language, reviews])
  useEffect(() => setChosen(0), [reviews])

  const count = pages?.changes.length ?? 0
  const walk = (step: 1 | -1) => setAt((now) => Math.max(1, Math.min(count, now + step)))
  return {
    frames: {
      at,
      choices,
      chosen,
      language,
      mode,
      pages,
      onChoose: setChosen,
      setAt,
      setLanguage,
      setMode,
      walk,
    },
    document: choices[chosen]?.isElsewhere === false ? choices[chosen] : null,
    show: (document) => {
      const place = choices.findIndex((choice) => keyOf(choice) === document)
      if (place !== -1) setChosen(place)
    },
    showsOtherText:
      pages !== null &&
      choices[chosen]?.versions === undefined &&
      pages.contentHashes.some((hash, index) => hash !== documents[index]?.contentHash),
    keys: {
      j: () => walk(1),
      k: () => walk(-1),
      l: () =>
        setLanguage(
          after(
            locales.map(({ code }) => code as string),
            language,
          ),
        ),
      v: () => setMode(after(modes, mode)),
      p: () => setChosen((now) => (choices.length === 0 ? 0 : (now + 1) % choices.length)),
    },
  }
}

function after<One>(list: readonly One[], one: One): One {
  return list[(list.indexOf(one) + 1) % list.length]!
}

/** The language in which something changes, the main one first. */
function languageOf(reviews: readonly ReviewAnswer[] | null): string {
  const changes = reviews?.flatMap((review) => review.changes) ?? []
  const changed = new Set(changes.map(({ change }) => change.locale))
  const [main, ...others] = locales.map(({ code }) => code as string)
  const other = others.find((code) => changed.has(code))
  return changed.has(null) || changed.has(main!) || other === undefined ? main! : other
}
