import type { FlattenedField, Option } from 'payload'

/** What the panel does not say, because nobody types it. */
const wordsForWhatNobodyTypes: Record<string, string> = {
  id: 'Its id, for good.',
  createdAt: 'When the first draft was saved.',
  updatedAt: 'When this text was last saved.',
  _status: 'Payload’s own word for whether it is live. The workflow says more.',
  contributors: 'Who changed the text since it was last public. Only the team receives it.',
  url: 'Where the file is, below the address of this installation.',
  thumbnailURL: 'Where a small picture of the file is, when there is one.',
  filename: 'Name of the file, under which it can be asked for.',
  mimeType: 'Kind of the file, such as image/png.',
  filesize: 'Size of the file in bytes.',
  width: 'Width of the picture in pixels; null when it is none.',
  height: 'Height of the picture in pixels; null when it is none.',
}

/**
 * What a field is for, in English: its label in the panel and the help below it. The descriptions of the REST
 * API and of the GraphQL schema are made of it, so that all three say the same.
 *
 * @param field undefined for what Payload adds without one
 */
export function fieldWords(name: string, field: FlattenedField | undefined): string {
  const help = inEnglish((field?.admin as { description?: unknown } | undefined)?.description)
  const label = field && 'label' in field ? field.label : undefined
  // Payload's own fields have functions for labels, or plain text.
  const isOurs = typeof label === 'object' && label !== null
  if (!isOurs && name in wordsForWhatNobodyTypes) return wordsForWhatNobodyTypes[name]!
  return [sentence(inEnglish(label) ?? name), ...(help === undefined ? [] : [sentence(help)])].join(
    ' ',
  )
}

/** What a field is called, in English, without the help below it. */
export function fieldName(name: string, field: FlattenedField | undefined): string {
  const label = field && 'label' in field ? field.label : undefined
  return typeof label === 'object' && label !== null
    ? sentence(inEnglish(label) ?? name)
    : fieldWords(name, field)
}

/** What a choice of a list means, in English. */
export function optionWords(option: Option): string {
  if (typeof option === 'string') return option
  return inEnglish(option.label) ?? option.value
}

/** English words of the panel. Payload's own labels are functions, of fields that nobody types. */
export function inEnglish(label: unknown): string | undefined {
  if (typeof label === 'string') return label
  if (typeof label !== 'object' || label === null) return undefined
  const { en } = label as { en?: unknown }
  return typeof en === 'string' ? en : undefined
}

export function sentence(words: string): string {
  return /[.?!…]$/.test(words) ? words : `${words}.`
}
