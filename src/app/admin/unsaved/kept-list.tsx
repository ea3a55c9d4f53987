'use client'
import { getTranslation } from '@payloadcms/translations'
import { Link, useConfig, useTranslation } from '@payloadcms/ui'
import { momentIn } from '../workflow/moments.ts'
import type { KeptList as Kept } from './use-kept-list.ts'
import { unsavedWordsFor } from './words.ts'

/** What is kept in this browser, by name alone. */
export function KeptNames({ listed: { comments, forms } }: { listed: Kept }) {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const words = unsavedWordsFor(i18n.language)
  return (
    <ul className="unsaved-names">
      {[...forms, ...comments].map((kept) => {
        const { collection, key, title } = kept
        const type = config.collections.find(({ slug }) => slug === collection)
        const kind = type ? String(getTranslation(type.labels.singular, i18n)) : collection
        return (
          <li key={key}>
            <strong>{title || words.untitled}</strong> ({kind})
            {'comments' in kept ? `: ${words.comments(kept.comments.length)}` : ''}
          </li>
        )
      })}
    </ul>
  )
}

/** What is kept in this browser, each with where and when it was written, and the way there. */
export function KeptList({ listed: { comments, forms } }: { listed: Kept }) {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const words = unsavedWordsFor(i18n.language)
  const { localization } = config
  const said = (label: unknown) => String(getTranslation(label as never, i18n))
  const typeOf = (collection: string) => {
    const type = config.collections.find(({ slug }) => slug === collection)
    return type ? said(type.labels.singular) : collection
  }
  const writtenAt = (at: number) =>
    words.writtenAt(momentIn(i18n.language, new Date(at).toISOString()))
  return (
    <ul className="desk-rows">
      {forms.map(({ at, collection, document, isOpen, key, locale, title }) => {
        const language = localization && localization.locales.find(({ code }) => code === locale)
        return (
          <li className="desk-row" key={key}>
            <Link
              className="desk-row__title"
              href={`${config.routes.admin}/collections/${collection}/${document ?? 'create'}?locale=${locale}`}
            >
              {title || words.untitled}
            </Link>
            <p className="desk-row__facts">
              <span>
                {typeOf(collection)}
                {document === null ? ` (${words.isNew})` : ''}
              </span>
              <span>{language ? said(language.label) : locale}</span>
              <span>{writtenAt(at)}</span>
              {isOpen && <span>{words.isOpen}</span>}
            </p>
          </li>
        )
      })}
      {comments.map(({ at, collection, comments: { length }, document, key, title }) => (
        <li className="desk-row" key={key}>
          <Link
            className="desk-row__title"
            href={`${config.routes.admin}/review/${collection}/${document}`}
          >
            {title || words.untitled}
          </Link>
          <p className="desk-row__facts">
            <span>{typeOf(collection)}</span>
            <span>{words.comments(length)}</span>
            <span>{writtenAt(at)}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
