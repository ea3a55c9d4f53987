'use client'
import { Link, useConfig } from '@payloadcms/ui'
import './workflow.css'

/** The title of a document in the review queue, with the way to its review where it waits for one, else to its form. */
export function DocumentCell({
  cellData,
  rowData,
}: {
  cellData?: string
  rowData: { documentCollection: string; documentId: string; state?: string }
}) {
  const { config } = useConfig()
  const { documentCollection, documentId, state } = rowData
  const screen = state === 'inReview' ? 'review' : 'collections'
  return (
    <Link href={`${config.routes.admin}/${screen}/${documentCollection}/${documentId}`}>
      {cellData || documentId}
    </Link>
  )
}
