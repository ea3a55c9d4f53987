import type { Field } from 'payload'
import { defaultLocale } from '../../locales.ts'
import type { Issue, Requirement } from './requirement.ts'
import { wordsOfNode } from '../../content/words-of.ts'

type Values = Record<string, unknown>

/** What a document must say, it says in the main language, which stands in where another is missing. */
export const filledFields: Requirement = ({ content, fields }) =>
  emptyIn(fields, content.fields as Values, '')

function emptyIn(fields: readonly Field[], values: Values, path: string): Issue[] {
  return fields.flatMap((field): Issue[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        'name' in tab && tab.name
          ? emptyIn(tab.fields, inside(values[tab.name]), `${path}${tab.name}.`)
          : emptyIn(tab.fields, values, path),
      )
    if (!('name' in field) || !field.name)
      return 'fields' in field ? emptyIn(field.fields, values, path) : []
    const value = inMainLanguage(field, values[field.name])
    const here = `${path}${field.name}`
    const isEmpty = 'required' in field && field.required === true && !says(value)
    if (isEmpty) return [{ path: here, message: emptyMessage(field) }]
    if (field.type === 'group') return emptyIn(field.fields, inside(value), `${here}.`)
    if (field.type === 'array' && Array.isArray(value))
      return value.flatMap((row, index) => emptyIn(field.fields, inside(row), `${here}.${index}.`))
    return []
  })
}

function inMainLanguage(field: Field, value: unknown): unknown {
  return 'localized' in field && field.localized === true ? inside(value)[defaultLocale] : value
}

function says(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  if (typeof value !== 'object' || value === null) return value !== undefined && value !== null
  const { root } = value as { root?: object }
  return root ? wordsOfNode(root).trim() !== '' : true
}

function inside(value: unknown): Values {
  return typeof value === 'object' && value !== null ? (value as Values) : {}
}

function emptyMessage(field: Field): string {
  return 'localized' in field && field.localized === true
    ? `This is empty in the main language (${defaultLocale}). Fill it there.`
    : 'This is empty. Fill it.'
}
