import type { Field } from 'payload'
import { isLocale } from '../../locales.ts'
import type { Issue, Requirement } from './requirement.ts'

type Values = Record<string, unknown>

/** What a field says of how much it holds. */
interface Limits {
  maxLength?: number
  minLength?: number
  max?: number
  min?: number
  maxRows?: number
  minRows?: number
}

/**
 * No text is longer than its place on the page, no number beyond what it can mean, in any language. Drafts
 * may be, so that nobody has to cut before they have finished writing.
 */
export const withinLimits: Requirement = ({ content, fields }) =>
  beyondIn(fields, content.fields as Values, '')

function beyondIn(fields: readonly Field[], values: Values, path: string): Issue[] {
  return fields.flatMap((field): Issue[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        'name' in tab && tab.name
          ? beyondIn(tab.fields, inside(values[tab.name]), `${path}${tab.name}.`)
          : beyondIn(tab.fields, values, path),
      )
    if (!('name' in field) || !field.name)
      return 'fields' in field ? beyondIn(field.fields, values, path) : []
    const here = `${path}${field.name}`
    return byLocale(field, values[field.name], here).flatMap(([value, place]) => [
      ...beyond(field as Limits, value).map((message) => ({ path: place, message })),
      ...beyondInside(field, value, place),
    ])
  })
}

function beyondInside(field: Field, value: unknown, path: string): Issue[] {
  if (field.type === 'group') return beyondIn(field.fields, inside(value), `${path}.`)
  if (field.type !== 'array' || !Array.isArray(value)) return []
  return value.flatMap((row, at) => beyondIn(field.fields, inside(row), `${path}.${at}.`))
}

function beyond(limits: Limits, value: unknown): string[] {
  const { max, maxLength, maxRows, min, minLength, minRows } = limits
  const problems: string[] = []
  if (Array.isArray(value)) {
    if (maxRows !== undefined && value.length > maxRows)
      problems.push(`There are ${value.length} here, and at most ${maxRows} fit. Take some out.`)
    if (minRows !== undefined && value.length < minRows)
      problems.push(`There are ${value.length} here, and at least ${minRows} are needed. Add some.`)
    return [...problems, ...value.flatMap((one) => beyond({ maxLength, minLength } as Limits, one))]
  }
  if (typeof value === 'string') {
    if (maxLength !== undefined && value.length > maxLength)
      problems.push(`This has ${value.length} characters; at most ${maxLength} fit. Shorten it.`)
    if (minLength !== undefined && value.length < minLength)
      problems.push(`This has ${value.length} characters; at least ${minLength} are needed.`)
  }
  if (typeof value === 'number') {
    if (max !== undefined && value > max) problems.push(`${value} is more than ${max}, the most.`)
    if (min !== undefined && value < min) problems.push(`${value} is less than ${min}, the least.`)
  }
  return problems
}

/** A localized value once for each language, with its place. */
function byLocale(field: Field, value: unknown, path: string): [unknown, string][] {
  if (!('localized' in field) || field.localized !== true) return [[value, path]]
  return Object.entries(inside(value))
    .filter(([locale]) => isLocale(locale))
    .map(([locale, one]) => [one, `${path}.${locale}`])
}

function inside(value: unknown): Values {
  return typeof value === 'object' && value !== null ? (value as Values) : {}
}
