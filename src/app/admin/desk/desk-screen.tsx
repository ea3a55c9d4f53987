'use client'
import { Link, useConfig, useTranslation } from '@payloadcms/ui'
import { WithPresence } from '../presence/on-desk.tsx'
import { KeptOnDesk } from '../unsaved/kept-on-desk.tsx'
import { Calendar } from './calendar/calendar.tsx'
import { DeskFilterBar } from './filter-bar.tsx'
import { DeskSection } from './section.tsx'
import { useDesk } from './use-desk.ts'
import { deskWordsFor } from './words.ts'

/** Everything that waits for whoever is signed in, part by part. */
export function DeskScreen() {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const { admin, api } = config.routes
  const words = deskWordsFor(i18n.language)
  const { filters, hasFailed, load, sections, setFilters } = useDesk(api, i18n.language)
  return (
    <section aria-labelledby="desk" className="desk">
      <h1 id="desk">{words.desk}</h1>
      <KeptOnDesk />
      <DeskFilterBar filters={filters} onChange={setFilters} words={words} />
      {hasFailed && (
        <div role="alert">
          <p>{words.failed}</p>
          <button className="desk-button" onClick={load} type="button">
            {words.tryAgain}
          </button>
        </div>
      )}
      {!sections && !hasFailed && <p role="status">{words.loading}</p>}
      <WithPresence>
        {sections
          ?.filter(({ acts, count }) => acts || count > 0)
          .map((section) =>
            section.section === 'scheduled' ? (
              <section
                aria-labelledby="desk-scheduled"
                className="desk-section"
                key={section.section}
              >
                <h2 id="desk-scheduled">
                  {words.sections.scheduled} <span className="desk-count">{section.count}</span>
                </h2>
                <Calendar
                  canMove={section.acts}
                  collection={filters.collection}
                  firstAt={section.rows[0]?.publishAt ?? null}
                  onMoved={load}
                />
                <p>
                  <Link href={`${admin}/calendar`}>{words.wholeCalendar}</Link>
                </p>
              </section>
            ) : (
              <DeskSection
                filters={filters}
                key={`${section.section} ${JSON.stringify(filters)}`}
                onChanged={load}
                section={section}
                words={words}
              />
            ),
          )}
      </WithPresence>
      <p>
        <Link href={`${admin}/collections/workflow-states`}>{words.wholeQueue}</Link>
      </p>
    </section>
  )
}
