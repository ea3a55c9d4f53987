'use client'
import { Link } from '@payloadcms/ui'
import type { WorkflowAnswer } from '../../../workflow/answer.ts'
import { keyOf } from './needed-document.tsx'
import { useDocumentAddress } from './reasons.tsx'
import { StateBadge } from './state-badge.tsx'

/** What documents became that were taken a step together. */
export function Became({ documents, language }: { documents: WorkflowAnswer[]; language: string }) {
  const addressOf = useDocumentAddress()
  return (
    <ul className="workflow-set">
      {documents.map((document) => (
        <li key={keyOf(document)}>
          <Link href={addressOf(document)}>{document.title}</Link>{' '}
          <StateBadge language={language} state={document.state} />
        </li>
      ))}
    </ul>
  )
}
