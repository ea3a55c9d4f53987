'use client'
import { useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { fieldAt } from '../saves/fields-of.ts'
import { ShownValue } from '../saves/shown-value.tsx'
import { titleAt } from '../saves/title-at.ts'
import { useTitles } from '../saves/use-titles.ts'
import { savesWords } from '../saves/words.ts'
import { differing, type KeptWords } from './kept.ts'

/** What was written, field by field, with the words marked that are not stored. */
export function Differences({
  kept: { values },
  stored,
  summary,
}: {
  kept: KeptWords
  stored: KeptWords['values']
  summary: string
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && <Fields stored={stored} values={values} />}
    </details>
  )
}

function Fields({ stored, values }: { stored: KeptWords['values']; values: KeptWords['values'] }) {
  const { i18n } = useTranslation()
  const { collectionSlug } = useDocumentInfo()
  const { getEntityConfig } = useConfig()
  const words = savesWords(i18n.language)
  const { fields } = getEntityConfig({ collectionSlug: collectionSlug! })
  const found = differing(values, stored).flatMap((name) => {
    const field = fieldAt(name, fields, [values, stored])
    return field ? [{ field, name }] : []
  })
  const titles = useTitles(
    found.flatMap(({ field, name }) =>
      [values[name], stored[name]].map((value) => ({ value, field: field.field, isRow: false })),
    ),
  )
  return (
    <dl className="saves-values unsaved-values">
      {found.map(({ field, name }) => (
        <div key={name}>
          <dt>{titleAt(field, i18n, words)}</dt>
          <dd>
            <ShownValue
              before={stored[name]}
              field={field.field}
              isRow={false}
              titles={titles}
              value={values[name]}
              words={words}
            />
          </dd>
        </div>
      ))}
    </dl>
  )
}
