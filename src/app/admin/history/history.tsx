'use client'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import type { EntryAnswer } from '../../../timeline/entry-answer.ts'
import type { TimelineAnswer } from '../../../timeline/timeline.ts'
import type { TimelineEvent } from '../../../timeline/event.ts'
import { answerOf } from '../review/use-review.ts'
import { ChosenTexts, choose } from './chosen-texts.tsx'
import { KindChoices } from './kind-choices.tsx'
import { kindGroups, type KindGroup } from './kind-groups.ts'
import { Line } from './line.tsx'
import { PageThen, shownThen, type ShownText } from './page-then.tsx'
import { PublicOn } from './public-on.tsx'
import { said } from './said.ts'
import { useAnswer } from './use-answer.ts'
import { useZone } from './use-zone.ts'
import { historyWordsFor } from './words.ts'
import './history.css'

/** All that happened to a document, and what the public had of it on any day. */
export function History({
  collection,
  hasReader,
  id,
}: {
  collection: string
  /** Whether documents have pages on a site of this installation. */
  hasReader: boolean
  id: string
}) {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const language = i18n.language
  const words = historyWordsFor(language)
  const zone = useZone(language)
  const [groups, setGroups] = useState<readonly KindGroup[]>([])
  const [page, setPage] = useState(1)
  const [chosen, setChosen] = useState<readonly TimelineEvent[]>([])
  const [shown, setShown] = useState<ShownText | null>(null)
  const kinds = groups.flatMap((group) => kindGroups[group])
  const query = new URLSearchParams({ page: String(page) })
  if (kinds.length > 0) query.set('kinds', kinds.join(','))
  const place = { collection, id }
  const { answer, failure, load } = useAnswer<TimelineAnswer>(
    `${config.routes.api}/${collection}/${id}/timeline?${query}`,
    language,
  )
  const see = async (event: TimelineEvent) => {
    const heading = said(event, language)
    const { page: pageOfText, text, versionId } = event
    const [, publication] = /^entry:(\d+)$/.exec(text!) ?? []
    if (publication === undefined)
      setShown({
        place,
        heading,
        page: pageOfText,
        documents: [{ ...place, versionId: versionId! }],
        text: text!,
      })
    else {
      const entry = await answerOf<EntryAnswer>(
        `${config.routes.api}/ledger/entries/${publication}`,
        language,
      )
      if (entry?.shown) setShown(shownThen(entry.shown, { heading, place }))
    }
  }

  return (
    <section aria-labelledby="history-title" className="history">
      <h2 className="history-title" id="history-title">
        {words.title}
      </h2>
      <p>{zone === '' ? '' : words.zone(zone)}</p>
      <div className="history-columns">
        <div className="history-list">
          {answer ? (
            <KindChoices
              chosen={groups}
              counts={answer.counts}
              onChoose={(now) => {
                setGroups(now)
                setPage(1)
              }}
              words={words}
            />
          ) : null}
          <ChosenTexts chosen={chosen} onClear={() => setChosen([])} place={place} words={words} />
          {failure === null ? null : (
            <p role="alert">
              {words.failed} {failure}{' '}
              <button className="history-button" onClick={load} type="button">
                {words.tryAgain}
              </button>
            </p>
          )}
          {answer ? (
            <Lines
              answer={answer}
              chosen={chosen}
              hasReader={hasReader}
              onChoose={(event) => setChosen((before) => choose(before, event))}
              onPage={setPage}
              onSee={(event) => void see(event)}
            />
          ) : failure === null ? (
            <p role="status">{words.loading}</p>
          ) : null}
        </div>
        <div className="history-side">
          <PublicOn language={language} onShow={setShown} place={place} words={words} />
          {shown ? (
            <PageThen
              hasReader={hasReader}
              language={language}
              onClose={() => setShown(null)}
              shown={shown}
              words={words}
            />
          ) : null}
        </div>
      </div>
    </section>
  )
}

function Lines({
  answer,
  chosen,
  hasReader,
  onChoose,
  onPage,
  onSee,
}: {
  answer: TimelineAnswer
  chosen: readonly TimelineEvent[]
  hasReader: boolean
  onChoose: (event: TimelineEvent) => void
  onPage: (page: number) => void
  onSee: (event: TimelineEvent) => void
}) {
  const { i18n } = useTranslation()
  const words = historyWordsFor(i18n.language)
  const { collection, exists, id, isCut, lines, page, pages } = answer
  return (
    <>
      <h2 className="history-unseen" id="history-events">
        {words.events}
      </h2>
      {exists ? null : <p>{words.deleted}</p>}
      {lines.length === 0 ? <p role="status">{words.nothing}</p> : null}
      <ol aria-labelledby="history-events" className="history-lines">
        {lines.map((line) => (
          <Line
            chosen={chosen}
            hasReader={hasReader}
            key={line.events[0]!.key}
            language={i18n.language}
            line={line}
            onChoose={onChoose}
            onSee={onSee}
            place={{ collection, id }}
            words={words}
          />
        ))}
      </ol>
      {isCut && page === pages ? <p>{words.isCut}</p> : null}
      {pages > 1 ? (
        <nav aria-label={words.pages} className="history-pages">
          <button
            className="history-button"
            disabled={page <= 1}
            onClick={() => onPage(page - 1)}
            type="button"
          >
            {words.newer}
          </button>
          <span role="status">{words.page(page, pages)}</span>
          <button
            className="history-button"
            disabled={page >= pages}
            onClick={() => onPage(page + 1)}
            type="button"
          >
            {words.older}
          </button>
        </nav>
      ) : null}
    </>
  )
}
