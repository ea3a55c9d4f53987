'use client'
import { getTranslation } from '@payloadcms/translations'
import { Link, useConfig, useTranslation } from '@payloadcms/ui'
import type { ClientField } from 'payload'
import type { ErrorEntry } from '../../../errors.ts'
import { reasonInSpanish } from '../../../refusals/in-spanish/reasons.ts'
import { wordsFor } from './words.ts'

/** Reasons against something, each with the field it is about and the way to the document it names. */
export function Reasons({
  reasons,
  collection,
}: {
  reasons: readonly Omit<ErrorEntry, 'code'>[]
  /** Whose fields the reasons name. */
  collection: string
}) {
  const { i18n } = useTranslation()
  const { getEntityConfig } = useConfig()
  const addressOf = useDocumentAddress()
  const words = wordsFor(i18n.language)
  return (
    <ul className="workflow-reasons">
      {reasons.map((reason, index) => {
        const type = getEntityConfig({ collectionSlug: reason.collection ?? collection })
        const about = documentIn(reason)
        const label = reason.path && fieldAt(type?.fields ?? [], reason.path)
        return (
          <li key={index}>
            {label && <strong>{words.inField(String(getTranslation(label, i18n)))} </strong>}
            {messageIn(i18n.language, reason.message)}
            {about && (
              <>
                {' '}
                <Link href={addressOf(about)}>{words.open(about.title || about.id)}</Link>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** What the reason says, less the address of the document it names: a link says that. */
function messageIn(language: string, message: string): string {
  const said = language.startsWith('es') ? reasonInSpanish(message) : message
  return said.replace(address, '')
}

/** As reasons write it: `(stations/…)`, after the title where there is one. */
const address = / \(([a-z-]+)\/([0-9a-f-]{24,36})\)/

/** The document a reason names. Those that the ledger kept have it in their words alone. */
function documentIn({ about, message }: Omit<ErrorEntry, 'code'>): ErrorEntry['about'] {
  const [, collection, id] = address.exec(message) ?? []
  if (about || !collection || !id) return about
  return { collection, id, title: /[“«](.+?)[”»] \(/.exec(message)?.[1] ?? '' }
}

/** Where the panel edits a document. */
export function useDocumentAddress(): (place: { collection: string; id: string }) => string {
  const { config } = useConfig()
  return ({ collection, id }) => `${config.routes.admin}/collections/${collection}/${id}`
}

type Label = Parameters<typeof getTranslation>[0]

/** What the form calls the outermost field on a path, such as `overview.es`. */
function fieldAt(fields: readonly ClientField[], path: string): Label | undefined {
  const name = path.split('.')[0]
  for (const field of fields) {
    if ('name' in field && field.name === name)
      return 'label' in field && field.label ? (field.label as Label) : name
    const inner =
      field.type === 'tabs'
        ? field.tabs.flatMap((tab) => tab.fields)
        : 'fields' in field && !('name' in field)
          ? field.fields
          : []
    const found = fieldAt(inner, path)
    if (found) return found
  }
  return undefined
}
