'use client'
import { useTranslation } from '@payloadcms/ui'
import { wordsFor } from './words.ts'

/** Whether something holds, as a word; nothing where it does not, so that a list shows what stands out. */
export function YesNoCell({ cellData }: { cellData?: boolean }) {
  const { i18n } = useTranslation()
  const { yes, no } = wordsFor(i18n.language)
  return cellData ? <strong>{yes}</strong> : <span>{no}</span>
}
