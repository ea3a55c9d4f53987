'use client'
import { getTranslation } from '@payloadcms/translations'
import { Link, useAuth, useConfig, useTranslation } from '@payloadcms/ui'
import type { DeskRow } from '../../../desk/row.ts'
import type { SectionName } from '../../../desk/sections.ts'
import { PresentInRow } from '../presence/on-desk.tsx'
import { exactMomentIn, momentIn } from '../workflow/moments.ts'
import { Reasons } from '../workflow/reasons.tsx'
import { StateBadge } from '../workflow/state-badge.tsx'
import { AgoOf } from './ago.tsx'
import { AssignmentLine } from './assignment.tsx'
import type { DeskWords } from './words.ts'

interface RowProps {
  onChanged: () => void
  row: DeskRow
  section: SectionName
  words: DeskWords
}

/** Where the work on a document is done: reviews in the review view, everything else on the form. */
function useWorkAddress({ collection, id, state }: DeskRow): string {
  const { config } = useConfig()
  return `${config.routes.admin}/${state === 'inReview' ? 'review' : 'collections'}/${collection}/${id}`
}

/** One document, with what somebody has to know to take it up or to leave it. */
export function DeskRowItem({ onChanged, row, section, words }: RowProps) {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const { user } = useAuth()
  const type = config.collections.find(({ slug }) => slug === row.collection)
  const address = useWorkAddress(row)
  return (
    <li className="desk-row">
      <Link className="desk-row__title" href={address}>
        {row.title || row.id}
      </Link>
      <p className="desk-row__facts">
        <span>{type ? getTranslation(type.labels.singular, i18n) : row.collection}</span>
        {statesDiffer.has(section) && <StateBadge language={i18n.language} state={row.state} />}
        <span>
          {words.since[row.state]} <AgoOf at={row.since} language={i18n.language} />
          {row.by ? ` ${words.by(row.by)}` : ''}
        </span>
        {row.size && row.state === 'inReview' && (
          <span>
            <strong>{words.size[row.size.size]}</strong>:{' '}
            {words.sizeOf(row.size.changes, row.size.words)}
          </span>
        )}
        {row.publishAt && (
          <span>{words.goesLive(exactMomentIn(i18n.language, row.publishAt))}</span>
        )}
        {section === 'look' &&
          row.look.map((reason) => (
            <span className="desk-look" key={reason}>
              {words.look[reason]}
            </span>
          ))}
      </p>
      <PresentInRow collection={row.collection} id={row.id} />
      {row.contributors && row.contributors !== row.by && row.state === 'inReview' && (
        <p className="desk-row__facts">{words.writtenBy(row.contributors)}</p>
      )}
      {row.why && <p>{words.why[row.why]}</p>}
      {section === 'returned' && row.comment && <blockquote>{row.comment}</blockquote>}
      <Alarm row={row} section={section} words={words} />
      {row.state === 'inReview' && (
        <AssignmentLine
          canTakeOver={section === 'review'}
          document={row}
          onChanged={onChanged}
          personId={String(user?.id)}
        />
      )}
    </li>
  )
}

/** Parts of the desk with documents in several states. */
const statesDiffer: ReadonlySet<SectionName> = new Set(['failed', 'overrides', 'mine', 'look'])

function Alarm({ row, section, words }: Pick<RowProps, 'row' | 'section' | 'words'>) {
  const { i18n } = useTranslation()
  if (section === 'failed' && row.failure)
    return (
      <div className="workflow-note workflow-note--error">
        <p>{words.failure(momentIn(i18n.language, row.failure.at))}</p>
        <Reasons collection={row.collection} reasons={row.failure.reasons as never} />
      </div>
    )
  if (section === 'overrides' && row.override)
    return (
      <div className="workflow-note workflow-note--warning">
        <p>
          {words.overriddenBy(row.override.by.name, momentIn(i18n.language, row.override.at))}{' '}
          <q>{row.override.reason}</q>
        </p>
      </div>
    )
  return null
}
