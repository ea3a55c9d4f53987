'use client'
import { useConfig, usePreferences, useTranslation } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { deskWordsFor, type DeskWords } from '../words.ts'
import { dayIn, daysOf, movedBy, spans, wallTimeAt, type Day, type Span } from './days.ts'
import { DropPlaces } from './drop-places.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { useSchedules, type Schedule } from './use-schedules.ts'

/** Under which name the panel remembers how much of the calendar somebody looks at. */
const spanKey = 'desk-calendar'

interface CalendarProps {
  canMove: boolean
  /** Only documents of this content type. */
  collection?: string
  /** The instant that is in sight at first; today where there is none. */
  firstAt?: string | null
  onMoved?: () => void
}

/**
 * What becomes public by itself and when, in the time zone of whoever looks. Publishers move a schedule by
 * dragging it or by keyboard, and are asked for the exact time before anything changes.
 */
export function Calendar(props: CalendarProps) {
  // The server that draws the page first does not know the time zone.
  const [zone, setZone] = useState<string | null>(null)
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  return zone ? <CalendarInZone {...props} zone={zone} /> : null
}

function CalendarInZone({
  canMove,
  collection = '',
  firstAt = null,
  onMoved,
  zone,
}: CalendarProps & { zone: string }) {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { language } = i18n
  const words = deskWordsFor(language)
  const dayAt = (instant: Date | string) => wallTimeAt(instant, zone).slice(0, 10)
  const [span, setSpan] = useSpan()
  const [day, setDay] = useState<Day>(() => dayAt(firstAt ?? new Date()))
  const [moving, setMoving] = useState<{ schedule: Schedule; to: string } | null>(null)
  const [told, setTold] = useState('')
  const found = useSchedules({
    api: config.routes.api,
    collection,
    days: daysOf(span, day),
    language,
    zone,
  })
  const titleId = useId()
  return (
    <div className="calendar">
      <Controls
        day={day}
        onChange={setDay}
        onSpan={setSpan}
        span={span}
        today={dayAt(new Date())}
        words={words}
      />
      <p aria-live="polite" className="calendar__title" id={titleId}>
        <strong>{titleOf(span, day, language)}</strong>
      </p>
      <p>{words.zone(zone)}</p>
      <p role="status">{told}</p>
      {found.hasFailed && (
        <div role="alert">
          <p>{words.failed}</p>
          <button className="desk-button" onClick={found.load} type="button">
            {words.tryAgain}
          </button>
        </div>
      )}
      {found.schedules && (
        <>
          {found.schedules.length === 0 && <p>{words.nothingScheduled}</p>}
          <DropPlaces
            canMove={canMove}
            day={day}
            language={language}
            onDrop={(schedule, to) => setMoving({ schedule, to })}
            schedules={found.schedules}
            span={span}
            titleId={titleId}
            words={words}
          />
          {found.left > 0 && <p>{words.moreScheduled(found.left)}</p>}
        </>
      )}
      {moving && (
        <MoveDialog
          onClose={() => setMoving(null)}
          onDone={(sentence) => {
            setMoving(null)
            setTold(sentence)
            found.load()
            onMoved?.()
          }}
          row={moving.schedule.row}
          to={moving.to}
          words={words}
          zone={zone}
        />
      )}
    </div>
  )
}

/** How much is shown; remembered for whoever chooses it. */
function useSpan(): [Span, (span: Span) => void] {
  const { getPreference, setPreference } = usePreferences()
  const [span, setSpan] = useState<Span>('week')
  useEffect(() => {
    void getPreference<string | null>(spanKey).then(
      (kept) => setSpan(spans.find((one) => one === kept) ?? 'week'),
      () => undefined,
    )
  }, [getPreference])
  return [
    span,
    (chosen) => {
      setSpan(chosen)
      void setPreference(spanKey, chosen)
    },
  ]
}

function Controls({
  day,
  onChange,
  onSpan,
  span,
  today,
  words,
}: {
  day: Day
  onChange: (day: Day) => void
  onSpan: (span: Span) => void
  span: Span
  today: Day
  words: DeskWords
}) {
  const id = useId()
  return (
    <div className="calendar__controls">
      <div aria-label={words.view} className="calendar__group" role="group">
        {spans.map((one) => (
          <button
            aria-pressed={one === span}
            className="desk-button"
            key={one}
            onClick={() => onSpan(one)}
            type="button"
          >
            {words[one]}
          </button>
        ))}
      </div>
      <div className="calendar__group">
        <button
          className="desk-button"
          onClick={() => onChange(movedBy(span, day, -1))}
          type="button"
        >
          {words.earlier[span]}
        </button>
        <button className="desk-button" onClick={() => onChange(today)} type="button">
          {words.today}
        </button>
        <button
          className="desk-button"
          onClick={() => onChange(movedBy(span, day, 1))}
          type="button"
        >
          {words.later[span]}
        </button>
      </div>
      <div className="desk-choice">
        <label htmlFor={id}>{words.goTo}</label>
        <input
          id={id}
          onChange={({ target }) => target.value && onChange(target.value)}
          type="date"
          value={day}
        />
      </div>
    </div>
  )
}

function titleOf(span: Span, day: Day, language: string): string {
  if (span === 'day') return dayIn(language, day, { dateStyle: 'full' })
  if (span === 'month') return dayIn(language, day, { month: 'long', year: 'numeric' })
  const days = daysOf('week', day)
  return `${dayIn(language, days[0]!, { dateStyle: 'medium' })} – ${dayIn(language, days.at(-1)!, { dateStyle: 'medium' })}`
}
