'use client'
import { diffWordsWithSpace } from 'diff'
import type { ClientField } from 'payload'
import { useTranslation } from '@payloadcms/ui'
import { getTranslation, type I18nClient } from '@payloadcms/translations'
import { isRecord } from '../../../content/plain-values.ts'
import { isLongText, type Value, type Values } from '../../../merge/same.ts'
import { richTextText } from '../../../rich-text/for-front-ends.ts'
import { named } from './fields-of.ts'
import type { SavesWords } from './words.ts'

/** Longest text in which words are compared, in characters. */
const longestCompared = 20_000

/** Titles of documents by `collection/id`. */
export type Titles = ReadonlyMap<string, string>

/** A value of a field in words, as one who has to choose reads it. */
export interface InWords {
  value: Value
  field: ClientField
  /** Whether it is one row of the field. */
  isRow: boolean
}

/**
 * What one of two people has made of a value, with the words marked that differ from what it said before. Values of
 * several fields stand one below the other, those alone that differ on one of the sides.
 */
export function ShownValue({
  before,
  field,
  isRow,
  only,
  titles,
  value,
  words,
}: InWords & {
  before?: Value
  /** Names of the fields of a group or row that differ. */
  only?: readonly string[]
  titles: Titles
  words: SavesWords
}) {
  const { i18n } = useTranslation()
  const say = (one: Value, of: ClientField) =>
    inWords({ value: one, field: of, titles, words, i18n })
  const isGroup = isRow || field.type === 'group'
  if (isGroup && isRecord(value)) {
    const fields = named('fields' in field ? (field.fields as ClientField[]) : [])
    return (
      <dl className="saves-values">
        {fields
          .filter(({ name }) => !only || only.includes(name))
          .map((one) => (
            <div key={one.name}>
              <dt>{labelOf(one, i18n)}</dt>
              <dd>
                <Marked
                  before={isRecord(before) ? say((before as Values)[one.name], one) : undefined}
                  text={say((value as Values)[one.name], one)}
                  words={words}
                />
              </dd>
            </div>
          ))}
      </dl>
    )
  }
  if (isGroup) return <p className="saves-text">{isRow ? words.removed : words.empty}</p>
  return (
    <p className="saves-text">
      <Marked
        before={before === undefined ? undefined : say(before, field)}
        text={say(value, field)}
        words={words}
      />
    </p>
  )
}

function Marked({
  before,
  text,
  words,
}: {
  before: string | undefined
  text: string
  words: SavesWords
}) {
  if (before === undefined || before === text || before.length + text.length > longestCompared)
    return text
  const parts = diffWordsWithSpace(before, text)
  const kept = parts.filter(({ added, removed }) => !added && !removed)
  // Of what was written anew, marks would make two texts that nobody can read.
  if (kept.reduce((sum, { value }) => sum + value.length, 0) * 2 < text.length) return text
  return parts.map(({ added, removed, value }, at) => {
    if (!added && !removed) return value
    const Mark = added ? 'ins' : 'del'
    return (
      <Mark key={at}>
        <span className="workflow-hidden"> {added ? words.added : words.gone}: </span>
        {value}
      </Mark>
    )
  })
}

/** What the panel calls a field. */
export function labelOf(field: ClientField & { name: string }, i18n: I18nClient): string {
  const label = 'label' in field ? field.label : undefined
  return label ? String(getTranslation(label as never, i18n)) : field.name
}

function inWords({
  value,
  field,
  titles,
  words,
  i18n,
}: {
  value: Value
  field: ClientField
  titles: Titles
  words: SavesWords
  i18n: I18nClient
}): string {
  const again = (one: Value, of: ClientField = field) =>
    inWords({ value: one, field: of, titles, words, i18n })
  if (value === undefined || value === null || value === '') return words.empty
  if (isLongText(value)) return richTextText(value) || words.empty
  if (Array.isArray(value))
    return value.length === 0
      ? words.empty
      : value
          .map((one, at) =>
            isRecord(one) && field.type === 'array' ? rowInWords(one, at) : again(one),
          )
          .join(field.type === 'array' ? '\n' : '; ')
  switch (field.type) {
    case 'checkbox':
      return value === true ? words.yes : words.no
    case 'date':
      return new Date(String(value)).toLocaleDateString(i18n.language, { timeZone: 'UTC' })
    case 'select':
    case 'radio': {
      const option = field.options.find((one) => typeof one === 'object' && one.value === value)
      return typeof option === 'object'
        ? String(getTranslation(option.label as never, i18n))
        : String(value)
    }
    case 'relationship':
    case 'upload':
      return titles.get(`${String(field.relationTo)}/${String(value)}`) ?? String(value)
    case 'group':
      return isRecord(value) ? rowInWords(value, undefined) : String(value)
    default:
      return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }

  function rowInWords(row: Record<string, unknown>, at: number | undefined): string {
    const fields = named('fields' in field ? (field.fields as ClientField[]) : [])
    const said = fields
      .map((one) => ({ one, held: (row as Values)[one.name] }))
      .filter(({ held }) => held !== undefined && held !== null && held !== '')
      .map(({ held, one }) => `${labelOf(one, i18n)}: ${again(held, one)}`)
      .join('; ')
    return at === undefined ? said : `${at + 1}. ${said}`
  }
}

/** The documents that values name, as `collection/id`. */
export function namedIn({ value, field, isRow }: InWords): string[] {
  if (field.type === 'relationship' || field.type === 'upload')
    return (Array.isArray(value) ? value : [value])
      .filter((one) => typeof one === 'string')
      .map((id) => `${String(field.relationTo)}/${id}`)
  if (!('fields' in field)) return []
  const rows = Array.isArray(value) && !isRow ? value : [value]
  return rows
    .filter(isRecord)
    .flatMap((row) =>
      named(field.fields as ClientField[]).flatMap((one) =>
        namedIn({ value: (row as Values)[one.name], field: one, isRow: false }),
      ),
    )
}
