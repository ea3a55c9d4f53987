import { useTranslation } from '@payloadcms/ui'
import { useEffect, type ReactElement } from 'react'
import { stateWords } from '../../../../collections/state-words.ts'
import type { NamedDocument } from '../../../workflow/uses.ts'
import { useName } from '../names/use-name.ts'
import { StateBadge } from '../workflow/state-badge.tsx'
import { textWith } from './text-with.ts'
import { referenceWordsFor } from './words.ts'

/**
 * A document that was found, as an option of Payload's field shows it: its code and title, and its state unless the
 * public has it. The field leaves out options whose text does not have what was typed. What fits was decided by whoever
 * found it, so its text always has that; React draws the parts, which stand in a list.
 *
 * @param typed as it stands in the field
 */
export function foundLabel(document: NamedDocument, typed: string, language: string): string {
  const text = textWith(typed, heardAs(document, language), referenceWordsFor(language).foundBy)
  return drawnAs(<Named document={document} key="document" />, { text })
}

/** An option that Payload's field looked up, as soon as that is known with what its document is called. */
export function listedLabel(text: string, document: string, locale: string): string {
  const heard = { text }
  return drawnAs(
    <Listed document={document} heard={heard} key="document" locale={locale} text={text} />,
    heard,
  )
}

function drawnAs(drawn: ReactElement, heard: { text: string }): string {
  return Object.assign([drawn], { toString: () => heard.text }) as unknown as string
}

function Listed({
  document,
  heard,
  locale,
  text,
}: {
  document: string
  heard: { text: string }
  locale: string
  text: string
}) {
  const { i18n } = useTranslation()
  const name = useName(document, locale)
  useEffect(() => {
    if (name) heard.text = heardAs(name, i18n.language)
  }, [heard, i18n.language, name])
  // What has no name yet is called by its id, and Payload says so.
  return name && name.name !== name.id ? <Named document={name} /> : text
}

function Named({ document: { live, name, state } }: { document: NamedDocument }) {
  const { i18n } = useTranslation()
  if (live) return name
  return (
    <>
      {name} <StateBadge language={i18n.language} state={state} />
    </>
  )
}

function heardAs({ live, name, state }: NamedDocument, language: string): string {
  return live ? name : `${name}, ${stateWords[state][language.startsWith('es') ? 'es' : 'en']}`
}
