'use client'
import { Link, useConfig } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import type { PublicOnAnswer } from '../../../timeline/public-on.ts'
import type { EntrySummary } from '../../../ledger/read.ts'
import { ownZone, zoneNameAt } from '../workflow/local-time.ts'
import { preciseMomentIn } from '../workflow/moments.ts'
import type { Place } from '../workflow/requests.ts'
import { wordsFor } from '../workflow/words.ts'
import { momentOf, type Which } from './moment-of.ts'
import { shownThen, type ShownText } from './page-then.tsx'
import { useAnswer } from './use-answer.ts'
import { useZone } from './use-zone.ts'
import type { HistoryWords } from './words.ts'

interface PublicOnProps {
  language: string
  onShow: (shown: ShownText | null) => void
  place: Place
  words: HistoryWords
}

/** Asks for a day, and a time where that matters, and says what the public had of the document then. */
export function PublicOn({ language, onShow, place, words }: PublicOnProps) {
  const { config } = useConfig()
  const id = useId()
  const zone = ownZone()
  const saidZone = useZone(language)
  const [day, setDay] = useState('')
  const [time, setTime] = useState('')
  const [which, setWhich] = useState<Which>('first')
  const [problem, setProblem] = useState<string | null>(null)
  const [moment, setMoment] = useState<string | null>(null)
  const query = new URLSearchParams({ moment: moment ?? '', zone })
  const { answer, failure } = useAnswer<PublicOnAnswer>(
    moment === null
      ? null
      : `${config.routes.api}/${place.collection}/${place.id}/public-on?${query}`,
    language,
  )
  const read = momentOf({ day, time, which, zone })

  useEffect(() => {
    if (!answer || answer.moment !== moment) return
    const heading = words.pageAt(preciseMomentIn(language, answer.moment))
    onShow(answer.shown && shownThen(answer.shown, { heading, place }))
    // A new answer is shown, and nothing else changes what is.
  }, [answer])

  const ask = () => {
    if ('problem' in read) {
      setProblem(words[read.problem])
      return
    }
    setProblem(null)
    setMoment(read.moment.toISOString())
  }

  return (
    <section aria-labelledby={`${id}-title`} className="history-public-on">
      <h2 id={`${id}-title`}>{words.publicOn}</h2>
      <p>{words.publicOnHint}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          ask()
        }}
      >
        <div className="history-fields">
          <label>
            {words.day}
            <input
              aria-describedby={`${id}-problem`}
              aria-invalid={problem !== null}
              onChange={({ target }) => setDay(target.value)}
              required
              type="date"
              value={day}
            />
          </label>
          <label>
            {words.time}
            <input
              aria-describedby={`${id}-zone`}
              onChange={({ target }) => setTime(target.value)}
              type="time"
              value={time}
            />
          </label>
          <button className="history-button" type="submit">
            {words.show}
          </button>
        </div>
        <p id={`${id}-zone`}>{saidZone === '' ? '' : words.timeHint(saidZone)}</p>
        {'both' in read && read.both ? (
          <fieldset className="history-kinds">
            <legend>{words.twice}</legend>
            {read.both.map((instant, index) => (
              <label key={instant.toISOString()}>
                <input
                  checked={which === (index === 0 ? 'first' : 'second')}
                  name={`${id}-which`}
                  onChange={() => setWhich(index === 0 ? 'first' : 'second')}
                  type="radio"
                />
                {(index === 0 ? words.theFirst : words.theSecond)(
                  zoneNameAt(instant, zone, language),
                )}
              </label>
            ))}
          </fieldset>
        ) : null}
        <p className="history-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      </form>
      <div aria-live="polite">
        {failure === null ? null : (
          <p>
            {words.failed} {failure}
          </p>
        )}
        {answer && moment !== null ? (
          <Told answer={answer} language={language} onMoment={setMoment} words={words} />
        ) : null}
      </div>
    </section>
  )
}

function Told({
  answer,
  language,
  onMoment,
  words,
}: {
  answer: PublicOnAnswer
  language: string
  onMoment: (moment: string) => void
  words: HistoryWords
}) {
  const { entry, moment, next, restsOn, sameDay } = answer
  const when = (at: string) => preciseMomentIn(language, at)
  const who = (one: EntrySummary) => one.actorName ?? words.platform
  return (
    <>
      <h3>{words.at(when(moment))}</h3>
      {answer.answer === 'never' ? <p>{words.never}</p> : null}
      {answer.answer === 'notYet' && next ? (
        <p>
          {words.notYet(when(next.at))} <ToEntry entry={next} language={language} />
        </p>
      ) : null}
      {answer.answer === 'withdrawn' && entry ? (
        <>
          <p>
            {words.wasWithdrawn(who(entry), when(entry.at))}{' '}
            <ToEntry entry={entry} language={language} />
          </p>
          {entry.comment ? <blockquote>{entry.comment}</blockquote> : null}
        </>
      ) : null}
      {answer.answer === 'public' && entry ? (
        <>
          <p>
            {words.wasPublic(who(entry), when(entry.at))}{' '}
            <ToEntry entry={entry} language={language} />
          </p>
          {restsOn ? (
            <p>
              {(restsOn.type === 'overridden' ? words.restsOnOverride : words.restsOnApproval)(
                who(restsOn),
                when(restsOn.at),
              )}{' '}
              <ToEntry entry={restsOn} language={language} />
            </p>
          ) : null}
          <p>{next ? words.until(when(next.at)) : words.still}</p>
        </>
      ) : null}
      {sameDay.length > 0 ? (
        <>
          <p>{words.sameDay(sameDay.length)}</p>
          <ul className="history-day">
            {sameDay.map((one) => (
              <li key={one.sequence}>
                <time dateTime={one.at}>{when(one.at)}</time>:{' '}
                {(one.type === 'published' ? words.becamePublic : words.ended)(who(one))}{' '}
                <ToEntry entry={one} language={language} />{' '}
                {one.type === 'published' ? (
                  <button
                    aria-label={`${words.seeMoment}: ${when(one.at)}`}
                    className="history-small-button"
                    onClick={() => onMoment(one.at)}
                    type="button"
                  >
                    {words.seeMoment}
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

function ToEntry({ entry, language }: { entry: EntrySummary; language: string }) {
  const { config } = useConfig()
  return (
    <Link href={`${config.routes.admin}/ledger/${entry.sequence}`}>
      {wordsFor(language).entryNumber(entry.sequence)}
    </Link>
  )
}
