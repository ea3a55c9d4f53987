'use client'
import { Link, useTranslation } from '@payloadcms/ui'
import type { EntryType } from '../../../ledger/entry.ts'
import { useDocumentAddress } from './reasons.tsx'
import { wordsFor } from './words.ts'
import './workflow.css'

/** What a ledger entry records, in words. */
export function EntryTypeCell({ cellData }: { cellData?: EntryType }) {
  const { i18n } = useTranslation()
  return <span>{cellData ? wordsFor(i18n.language).entryTypes[cellData] : ''}</span>
}

/** The document a ledger entry is about, with the way to it. */
export function EntryDocumentCell({
  cellData,
  rowData,
}: {
  cellData?: string
  rowData: { documentCollection?: string }
}) {
  const addressOf = useDocumentAddress()
  if (!cellData || !rowData.documentCollection) return null
  return (
    <Link href={addressOf({ collection: rowData.documentCollection, id: cellData })}>
      {cellData.slice(0, 8)}
    </Link>
  )
}
