'use client'
import { Link, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import { isAction } from '../../../workflow/states.ts'
import type { WorkflowAnswer } from '../../../workflow/answer.ts'
import { CommentsOfReturn } from '../comments/comments-of-return.tsx'
import { exactMomentIn, momentIn } from './moments.ts'
import { Reasons } from './reasons.tsx'
import type { Workflow } from './use-workflow.ts'

type Entry = WorkflowAnswer['history'][number]

/** Entries shown before somebody asks for more. */
const fewest = 6

/** What happened to a document, newest first, each with the way to its ledger entry. */
export function History({ answer, workflow }: { answer: WorkflowAnswer; workflow: Workflow }) {
  const { config } = useConfig()
  const { words } = workflow
  const [isWhole, setWhole] = useState(false)
  const { collection, history, id } = answer
  const shown = isWhole ? history : history.slice(0, fewest)
  return (
    <section className="workflow-history">
      <h3>{words.history}</h3>
      {history.length === 0 && <p>{words.noHistory}</p>}
      <ol reversed>
        {shown.map((entry) => (
          <li key={entry.sequence}>
            <Happened collection={collection} entry={entry} workflow={workflow} />{' '}
            <Link href={`${config.routes.admin}/ledger/${entry.sequence}`}>
              {words.entryNumber(entry.sequence)}
            </Link>
          </li>
        ))}
      </ol>
      {history.length > shown.length && (
        <button className="workflow-small-button" onClick={() => setWhole(true)} type="button">
          {words.showOlder(history.length - shown.length)}
        </button>
      )}
      {history.length > 0 && (
        <p>
          <Link href={`${config.routes.admin}/collections/${collection}/${id}/versions`}>
            {words.wholeHistory}
          </Link>
        </p>
      )}
    </section>
  )
}

function Happened({
  collection,
  entry,
  workflow,
}: {
  collection: string
  entry: Entry
  workflow: Workflow
}) {
  const { language, words } = workflow
  const { action, publishAt, reasons, setId } = entry.details
  return (
    <>
      <span className="workflow-history__what">
        {words.happened[entry.type](entry.actorName ?? words.platform)}
      </span>
      <time dateTime={entry.at}>{momentIn(language, entry.at)}</time>
      {publishAt && <p>{words.goesLive(exactMomentIn(language, publishAt))}</p>}
      {setId && <p>{words.together}</p>}
      {action && isAction(action) && <p>{words.refusedAction(words.actions[action])}</p>}
      {entry.comment && <blockquote>{entry.comment}</blockquote>}
      <CommentsOfReturn details={entry.details} language={language} />
      {reasons && reasons.length > 0 && <Reasons collection={collection} reasons={reasons} />}
    </>
  )
}
