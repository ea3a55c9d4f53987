'use client'
import { Link } from '@payloadcms/ui'
import type { NeededDocument } from '../../../workflow/needs.ts'
import { Reasons, useDocumentAddress } from './reasons.tsx'
import { StateBadge } from './state-badge.tsx'
import type { Workflow } from './use-workflow.ts'

/** A document that could go together with others, and what it still lacks. */
export function Needed({
  document,
  isHere,
  isTicked,
  onTick,
  workflow: { language, words },
}: {
  document: NeededDocument
  /** Whether it is the one on the page. */
  isHere: boolean
  isTicked: boolean
  onTick: (isTicked: boolean) => void
  workflow: Pick<Workflow, 'language' | 'words'>
}) {
  const addressOf = useDocumentAddress()
  return (
    <li>
      <label>
        <input
          checked={isTicked}
          disabled={!document.ready}
          onChange={(event) => onTick(event.target.checked)}
          type="checkbox"
        />
        <span>{document.title || document.id}</span>
      </label>
      <div className="workflow-set__facts">
        <StateBadge language={language} state={document.state} />
        {document.ready && <span>{words.ready}</span>}
        <code>{document.contentHash.slice(0, 12)}</code>
        {isHere ? (
          <span>({words.thisDocument})</span>
        ) : (
          <Link href={addressOf(document)} target="_blank">
            {words.open(document.title || document.id)}
          </Link>
        )}
      </div>
      {!document.ready && (
        <>
          <p>{words.notReady}</p>
          <Reasons collection={document.collection} reasons={document.reasons} />
        </>
      )}
    </li>
  )
}

/** A document among others, as text. */
export function keyOf({ collection, id }: { collection: string; id: string }): string {
  return `${collection}/${id}`
}
