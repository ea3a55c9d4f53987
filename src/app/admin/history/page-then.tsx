'use client'
import { Link, useConfig } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import { defaultLocale, locales } from '../../../locales.ts'
import type { PageOfText } from '../../../review/page-of-text.ts'
import type { ShownThen } from '../../../timeline/public-on.ts'
import {
  askForPage,
  withoutScripts,
  withWholeAddresses,
  type WantedPage,
} from '../review/ask-for-page.ts'
import type { Place } from '../workflow/requests.ts'
import type { HistoryWords } from './words.ts'

/** A text that somebody looks at as a page. */
export interface ShownText {
  place: Place
  /** Which text that is, for people. */
  heading: string
  page: PageOfText | null
  /** What the page is made of. */
  documents: WantedPage['documents']
  /** Number of the entry as of which everything around it is shown; without one as it is public now. */
  asOf?: number
  /** How many documents around it cannot be shown as they were. */
  asToday?: number
  /** The text as a review names it. */
  text: string
}

/** What was public, as something to look at. */
export function shownThen(
  { around, asOf, documents, page, text }: ShownThen,
  { heading, place }: { heading: string; place: Place },
): ShownText {
  return { place, heading, page, documents, asOf, asToday: around.asToday, text }
}

interface PageThenProps {
  hasReader: boolean
  language: string
  /** Absent where the page is always there. */
  onClose?: () => void
  shown: ShownText
  words: HistoryWords
}

/** A text as the page that readers had of it, or would have, under a heading of its own that gets the focus. */
export function PageThen({ hasReader, language, onClose, shown, words }: PageThenProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (onClose) heading.current?.focus()
    // Only another text takes the focus, not another function.
  }, [shown])
  return (
    <section aria-labelledby="history-page" className="history-page">
      <h2 id="history-page" ref={heading} tabIndex={-1}>
        {shown.heading}
      </h2>
      {onClose ? (
        <button className="history-small-button" onClick={onClose} type="button">
          {words.close}
        </button>
      ) : null}
      <PageOfShown hasReader={hasReader} language={language} shown={shown} words={words} />
    </section>
  )
}

/** The page itself, in a language that one chooses, with what has to be known of it. */
export function PageOfShown({ hasReader, language, shown, words }: Omit<PageThenProps, 'onClose'>) {
  const { config } = useConfig()
  const [pageLanguage, setPageLanguage] = useState<string>(
    locales.find(({ code }) => language.startsWith(code))?.code ?? defaultLocale,
  )
  const made = usePage(hasReader ? shown : null, pageLanguage)
  const { asOf, asToday = 0, heading, page, place, text } = shown
  const whole = (
    <Link
      href={`${config.routes.admin}/review/${place.collection}/${place.id}?from=nothing&to=${text}`}
    >
      {words.wholeText}
    </Link>
  )
  if (!page || !hasReader)
    return (
      <p>
        {page ? words.noReader : words.noPage} {whole}
      </p>
    )
  return (
    <>
      <div className="history-page__controls">
        <span aria-label={words.pageLanguage} className="history-choice" role="group">
          {locales.map(({ code }) => (
            <button
              aria-pressed={code === pageLanguage}
              className="history-button"
              key={code}
              onClick={() => setPageLanguage(code)}
              type="button"
            >
              {words.inLanguage[code] ?? code}
            </button>
          ))}
        </span>
        {whole}
      </div>
      <p className="history-page__note" lang={language}>
        {asOf === undefined ? words.aroundNow : words.aroundThen}{' '}
        {asToday > 0 ? words.aroundPart(asToday) : ''} {asOf === undefined ? '' : words.looks}
      </p>
      {made === null ? <p role="status">{words.pageLoading}</p> : null}
      {made && 'failure' in made ? <p role="alert">{words.pageFailed(made.failure)}</p> : null}
      {made && 'source' in made ? (
        <iframe
          className="history-page__frame"
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          src={made.source}
          title={heading}
        />
      ) : null}
    </>
  )
}

type MadePage = { source: string } | { failure: string }

/** Makes the page of a text; null while it is made, or where there is none. */
function usePage(shown: ShownText | null, language: string): MadePage | null {
  const [made, setMade] = useState<MadePage | null>(null)
  useEffect(() => {
    setMade(null)
    const path = shown?.page?.paths[language]
    if (!shown || path === undefined) return
    let isWanted = true
    let source: string | undefined
    const make = async (): Promise<MadePage> => {
      const { asOf, documents, place } = shown
      const answer = await askForPage({
        documents,
        ...(asOf === undefined ? {} : { asOf }),
        page: { ...place, path },
        language,
      })
      const html = await answer.text()
      if (!answer.ok) return { failure: html }
      source = URL.createObjectURL(
        new Blob([withWholeAddresses(withoutScripts(html))], { type: 'text/html' }),
      )
      return { source }
    }
    make()
      .catch((error: unknown) => ({ failure: String(error) }))
      .then((page) => {
        if (isWanted) setMade(page)
        else if (source) URL.revokeObjectURL(source)
      })
      .catch(() => undefined)
    return () => {
      isWanted = false
      if (source) URL.revokeObjectURL(source)
    }
  }, [language, shown])
  return made
}
