'use client'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { SectionAnswer, SectionPage } from '../../../desk/answer.ts'
import type { DeskRow } from '../../../desk/row.ts'
import { lookReasons } from '../../../desk/sections.ts'
import { answerOf } from '../review/use-review.ts'
import { FilterChoice } from './filter-bar.tsx'
import { DeskRowItem } from './row.tsx'
import type { DeskFilters } from './use-desk.ts'
import type { DeskWords } from './words.ts'

/** How many rows come at a time when somebody wants more. */
const rowsAtOnce = 20

/** Most rows of one answer. Beyond them there are the filters, and the review queue. */
const mostRows = 200

/** One part of the desk: its first rows, and more on demand. */
export function DeskSection({
  filters,
  onChanged,
  section,
  words,
}: {
  filters: DeskFilters
  onChanged: () => void
  section: SectionAnswer
  words: DeskWords
}) {
  const name = section.section
  const [look, setLook] = useState('')
  const { count, more, rows, told } = useRows(section, filters, look, words)
  return (
    <section aria-labelledby={`desk-${name}`} className="desk-section">
      <h2 id={`desk-${name}`}>
        {words.sections[name]} <span className="desk-count">{count}</span>
      </h2>
      {name === 'look' && section.count > 0 && (
        <FilterChoice
          all={words.all}
          label={words.lookFilter}
          onChange={setLook}
          options={lookReasons.map((value) => ({ label: words.look[value], value }))}
          value={look}
        />
      )}
      {rows.length === 0 ? (
        <p>{words.nothing[name]}</p>
      ) : (
        <ul className="desk-rows">
          {rows.map((row) => (
            <DeskRowItem
              key={`${row.collection}/${row.id}`}
              onChanged={onChanged}
              row={row}
              section={name}
              words={words}
            />
          ))}
        </ul>
      )}
      {more && (
        <button className="desk-button" onClick={more} type="button">
          {words.showMore(count - rows.length)}
        </button>
      )}
      <p className="workflow-hidden" role="status">
        {told}
      </p>
    </section>
  )
}

/** The rows that are shown: those that came with the desk, until somebody wants more or others. */
function useRows(section: SectionAnswer, filters: DeskFilters, look: string, words: DeskWords) {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const [wanted, setWanted] = useState(0)
  const [asked, setAsked] = useState<{ count: number; rows: DeskRow[] } | null>(null)
  const { api } = config.routes
  const name = section.section
  const query = new URLSearchParams({
    ...filters,
    section: name,
    look,
    limit: String(wanted || rowsAtOnce),
  }).toString()
  const asItCame = look === '' && wanted === 0
  // When the desk was loaded anew, as many rows are asked for again as were there.
  useEffect(() => {
    let isCurrent = true
    if (asItCame) setAsked(null)
    else
      void answerOf<SectionPage>(`${api}/desk?${query}`, i18n.language).then((answer) => {
        if (isCurrent && answer) setAsked(answer)
      })
    return () => {
      isCurrent = false
    }
  }, [api, asItCame, i18n.language, query, section])
  const { count, rows } = asked ?? section
  return {
    count,
    rows,
    /** Shows more; null where all are shown, or as many as one answer has. */
    more:
      rows.length < Math.min(count, mostRows)
        ? () => setWanted(Math.min(rows.length + rowsAtOnce, mostRows))
        : null,
    told: asked ? words.shown(rows.length, words.sections[name]) : '',
  }
}
