'use client'
import { Link, useConfig } from '@payloadcms/ui'
import './workflow.css'

/** The title of a document in the review queue, with the way to the document itself. */
export function DocumentCell({
  cellData,
  rowData,
}: {
  cellData?: string
  rowData: { documentCollection: string; documentId: string }
}) {
  const { config } = useConfig()
  return (
    <Link
      href={`${config.routes.admin}/collections/${rowData.documentCollection}/${rowData.documentId}`}
    >
      {cellData || rowData.documentId}
    </Link>
  )
}
