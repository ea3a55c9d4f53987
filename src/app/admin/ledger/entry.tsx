'use client'
import { getTranslation } from '@payloadcms/translations'
import { Link, useConfig, useStepNav, useTranslation } from '@payloadcms/ui'
import { useEffect, useMemo } from 'react'
import type { EntryAnswer } from '../../../timeline/entry-answer.ts'
import { isAction } from '../../../workflow/states.ts'
import { CommentsOfReturn } from '../comments/comments-of-return.tsx'
import { PageOfShown, shownThen, type ShownText } from '../history/page-then.tsx'
import { rolesIn } from '../history/said.ts'
import { useAnswer } from '../history/use-answer.ts'
import { historyWordsFor, type HistoryWords } from '../history/words.ts'
import { ownZone, zoneIn } from '../workflow/local-time.ts'
import { exactMomentIn, preciseMomentIn } from '../workflow/moments.ts'
import { Reasons } from '../workflow/reasons.tsx'
import { wordsFor } from '../workflow/words.ts'
import { Basis } from './basis.tsx'
import { EntryChanges } from './entry-changes.tsx'
import { Neighbours } from './neighbours.tsx'
import { Proof } from './proof.tsx'
import { sentenceOf } from './sentence.ts'
import '../history/history.css'

/** What happened, who did it, on what it rested, what readers had of it, and the proof that nobody changed it since. */
export function Entry({ hasReader, sequence }: { hasReader: boolean; sequence: string }) {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const language = i18n.language
  const words = historyWordsFor(language)
  const { answer, failure, load } = useAnswer<EntryAnswer>(
    `${config.routes.api}/ledger/entries/${encodeURIComponent(sequence)}?language=${language.startsWith('es') ? 'es' : 'en'}`,
    language,
  )
  const { setStepNav } = useStepNav()
  useEffect(() => {
    const url = `${config.routes.admin}/collections/ledger-entries`
    setStepNav([
      { label: words.ledger, url },
      { label: wordsFor(language).entryNumber(Number(sequence) || 0) },
    ])
  }, [config.routes.admin, language, sequence, setStepNav, words])

  if (failure !== null)
    return (
      <main className="history ledger-entry">
        <p role="alert">
          {words.failed} {failure}{' '}
          <button className="history-button" onClick={load} type="button">
            {words.tryAgain}
          </button>
        </p>
      </main>
    )
  if (!answer)
    return (
      <main className="history ledger-entry">
        <p role="status">{words.loading}</p>
      </main>
    )
  return (
    <main className="history ledger-entry">
      <p className="ledger-entry__number">{words.entryTitle(answer.entry.sequence)}</p>
      <h1>{sentenceOf(answer.entry, answer.title, language)}</h1>
      <div className="history-columns history-columns--entry">
        <div className="history-list">
          <Facts answer={answer} language={language} words={words} />
          <Basis answer={answer} language={language} words={words} />
          <EntryChanges answer={answer} words={words} />
          <Neighbours answer={answer} language={language} words={words} />
          <Proof answer={answer} language={language} words={words} />
        </div>
        <PageOfEntry answer={answer} hasReader={hasReader} language={language} words={words} />
      </div>
    </main>
  )
}

function Facts({
  answer,
  language,
  words,
}: {
  answer: EntryAnswer
  language: string
  words: HistoryWords
}) {
  const { config, getEntityConfig } = useConfig()
  const { i18n } = useTranslation()
  const { document, entry, replacement, title } = answer
  const { action, movedFrom, publishAt, reasons, setId } = entry.details
  const type = getEntityConfig({ collectionSlug: entry.documentCollection })
  const address = `${config.routes.admin}/collections/${entry.documentCollection}/${entry.documentId}`
  const sentence =
    entry.details.replacement && 'sentence' in entry.details.replacement
      ? entry.details.replacement.sentence
      : null
  return (
    <section className="ledger-entry__part">
      <dl className="ledger-facts">
        <div>
          <dt>{words.who}</dt>
          <dd>
            {entry.actorName ?? words.onSchedule}
            {entry.actorRoles.length > 0 ? ` (${rolesIn(entry.actorRoles, words)})` : ''}
          </dd>
        </div>
        <div>
          <dt>{words.when}</dt>
          <dd>
            <time dateTime={entry.at}>{preciseMomentIn(language, entry.at)}</time>
            <br />
            <small>{zoneIn(ownZone(), new Date(entry.at), language)}</small>
          </dd>
        </div>
        <div>
          <dt>{words.about}</dt>
          <dd>
            {document ? (
              <Link href={address}>{document.title || title || entry.documentId}</Link>
            ) : (
              <>
                {title || entry.documentId} {words.wasDeleted}
              </>
            )}{' '}
            {type ? `(${getTranslation(type.labels.singular, i18n)})` : ''}
            {document ? (
              <>
                <br />
                <Link href={`${address}/versions`}>{words.history}</Link>
              </>
            ) : null}
          </dd>
        </div>
        {answer.version ? (
          <div>
            <dt>{words.textAbout}</dt>
            <dd>
              <Link href={`${address}/versions/${answer.version.versionId}`}>
                {words.theVersion}
              </Link>
            </dd>
          </div>
        ) : null}
        {entry.comment ? (
          <div>
            <dt>{isReason(entry.type) ? words.said.reason : words.said.comment}</dt>
            <dd>
              <blockquote>{entry.comment}</blockquote>
              <CommentsOfReturn details={entry.details} language={language} />
            </dd>
          </div>
        ) : null}
        {sentence || replacement ? (
          <div>
            <dt>{words.readersGo}</dt>
            <dd>
              {replacement ? (
                <Link
                  href={`${config.routes.admin}/collections/${replacement.collection}/${replacement.id}`}
                >
                  {replacement.title || replacement.id}
                </Link>
              ) : (
                <blockquote>{sentence![language.slice(0, 2)] ?? sentence!['en']}</blockquote>
              )}
            </dd>
          </div>
        ) : null}
        {action && isAction(action) ? (
          <div>
            <dt>{words.asked}</dt>
            <dd>{wordsFor(language).actions[action]}</dd>
          </div>
        ) : null}
        {reasons && reasons.length > 0 ? (
          <div>
            <dt>{words.whyNot}</dt>
            <dd>
              <Reasons collection={entry.documentCollection} reasons={reasons} />
            </dd>
          </div>
        ) : null}
      </dl>
      {publishAt ? <p>{words.publishAt(exactMomentIn(language, publishAt))}</p> : null}
      {movedFrom ? <p>{words.movedFrom(movedFrom)}</p> : null}
      {setId ? <p>{words.together}</p> : null}
    </section>
  )
}

/** Withdrawing and overriding need a reason; everything else may have a comment. */
function isReason(type: EntryAnswer['entry']['type']): boolean {
  return type === 'withdrawn' || type === 'overridden'
}

function PageOfEntry({
  answer,
  hasReader,
  language,
  words,
}: {
  answer: EntryAnswer
  hasReader: boolean
  language: string
  words: HistoryWords
}) {
  const heading = headingOf(answer, words)
  const shown = useMemo(() => shownBy(answer, heading), [answer, heading])
  if (!shown) return null
  return (
    <section aria-labelledby="ledger-page" className="history-page">
      <h2 id="ledger-page">{heading}</h2>
      <PageOfShown hasReader={hasReader} language={language} shown={shown} words={words} />
    </section>
  )
}

function headingOf({ entry: { type } }: EntryAnswer, words: HistoryWords): string {
  if (type === 'published') return words.readersGot
  return type === 'withdrawn' || type === 'confirmed' ? words.readersHad : words.theText
}

function shownBy({ entry, shown, version }: EntryAnswer, heading: string): ShownText | null {
  const place = { collection: entry.documentCollection, id: entry.documentId }
  if (shown) return shownThen(shown, { heading, place })
  if (!version) return null
  return {
    place,
    heading,
    page: version.page,
    documents: [{ ...place, versionId: version.versionId }],
    text: `version:${version.versionId}`,
  }
}
