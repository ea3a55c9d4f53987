'use client'
import { useLocale, useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps, RelationshipFieldClient } from 'payload'
import { Fragment } from 'react'
import { noValue } from '../../../no-value.ts'
import { useName } from '../names/use-name.ts'
import { referenceWordsFor } from './words.ts'

/** Most documents that are named in one cell. */
const mostNamed = 3

/**
 * The documents that a field of a row refers to. Payload's own cell says that there is none until it was scrolled
 * into view and its titles have come.
 */
export function ReferenceCell({
  cellData,
  field,
}: DefaultCellComponentProps<RelationshipFieldClient>) {
  const { i18n } = useTranslation()
  const ids = idsIn(cellData)
  if (ids.length === 0) return <span>{noValue}</span>
  const more = ids.length - mostNamed
  return (
    <span>
      {ids.slice(0, mostNamed).map((id, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <Name document={`${String(field.relationTo)}/${id}`} />
        </Fragment>
      ))}
      {more > 0 && ` ${referenceWordsFor(i18n.language).more(more)}`}
    </span>
  )
}

function Name({ document }: { document: string }) {
  const { code } = useLocale()
  const { i18n, t } = useTranslation()
  const name = useName(document, code)
  if (name === undefined) return `${t('general:loading')}…`
  if (name === null) return referenceWordsFor(i18n.language).gone
  return name.name === name.id ? t('general:untitled') : name.name
}

/** The ids of a field's value, which the list may have filled in with documents. */
function idsIn(value: unknown): string[] {
  return [value ?? []].flat().map((one: unknown) => {
    const id = typeof one === 'object' && one !== null ? (one as { id?: unknown }).id : one
    return String(id)
  })
}
