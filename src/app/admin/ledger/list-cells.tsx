'use client'
import { Link, useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { EntryType } from '../../../ledger/entry.ts'
import { preciseMomentIn } from '../workflow/moments.ts'
import { titleOf } from './titles.ts'
import { sentenceOf } from './sentence.ts'

interface EntryRow {
  sequence?: number
  type?: EntryType
  actorName?: string | null
  documentCollection?: string
  documentId?: string
}

/** What an entry of the ledger records, as a sentence that leads to its page. */
export function ToldCell({ rowData }: { rowData: EntryRow & { id: string } }) {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const [entry, setEntry] = useState<(EntryRow & { title: string }) | null>(null)
  useEffect(() => {
    let isWanted = true
    void titleOf(config.routes.api, rowData.id).then((found) => isWanted && setEntry(found))
    return () => {
      isWanted = false
    }
  }, [config.routes.api, rowData.id])
  if (!entry?.type) return <span aria-hidden="true">…</span>
  return (
    <Link href={`${config.routes.admin}/ledger/${entry.sequence}`}>
      {sentenceOf(
        {
          type: entry.type,
          actorName: entry.actorName ?? null,
          documentId: entry.documentId ?? '',
        },
        entry.title,
        i18n.language,
      )}
    </Link>
  )
}

/** When something happened, to the second, in the time zone of whoever reads it. */
export function MomentCell({ cellData }: { cellData?: string }) {
  const { i18n } = useTranslation()
  const [text, setText] = useState('')
  // Only the browser knows the zone.
  useEffect(() => {
    if (cellData) setText(preciseMomentIn(i18n.language, cellData))
  }, [cellData, i18n.language])
  return cellData ? <time dateTime={cellData}>{text}</time> : null
}

/** A field that is only a column of the list. */
export function NoField() {
  return null
}
