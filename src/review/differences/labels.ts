import type { FlattenedField, Option } from 'payload'
import { isRecord } from '../../content/plain-values.ts'
import { words, type Words } from '../../locales.ts'

/** What the panel calls a field, in both languages; its name where it says nothing. */
export function labelOf(field: FlattenedField): Words {
  return wordsOf('label' in field ? field.label : undefined) ?? unnamed(field.name)
}

/** What the panel calls one row of a list. */
export function rowLabelOf(field: FlattenedField): Words {
  const labels = 'labels' in field ? field.labels : undefined
  return (isRecord(labels) ? wordsOf(labels['singular']) : undefined) ?? labelOf(field)
}

/** What a choice means; the choice itself where it is not offered any more. */
export function optionLabel(options: readonly Option[], value: string): Words {
  const option = options.find((one) => (typeof one === 'string' ? one : one.value) === value)
  return (isRecord(option) ? wordsOf(option['label']) : undefined) ?? unnamed(value)
}

/** A name that is the same in both languages. */
export function unnamed(name: string): Words {
  return words(name, name)
}

/** Labels are words in both languages, one text for both, or Payload's own functions, which say nothing here. */
function wordsOf(label: unknown): Words | undefined {
  if (typeof label === 'string') return unnamed(label)
  if (!isRecord(label)) return undefined
  const { en, es } = label
  return typeof en === 'string' ? words(en, typeof es === 'string' ? es : en) : undefined
}
