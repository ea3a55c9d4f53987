import { getTranslation, type I18nClient } from '@payloadcms/translations'
import type { Found } from './fields-of.ts'
import type { SavesWords } from './words.ts'

/** What the panel calls the field that a path leads to, with all it stands in: “Leads to › Connection 2 › Station”. */
export function titleAt({ trail }: Found, i18n: I18nClient, words: SavesWords): string {
  const said = (label: unknown) => String(getTranslation(label as never, i18n))
  return trail
    .flatMap(({ label, place, singular }) => [
      said(label),
      ...(place === null ? [] : [words.row(said(singular ?? label), place)]),
    ])
    .join(' › ')
}
