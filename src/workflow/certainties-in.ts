import type { FlattenedField } from 'payload'
import { isRecord } from '../content/plain-values.ts'

/** How sure the team is of each fact of a stored document, each answer once. */
export function certaintiesIn(
  fields: readonly FlattenedField[],
  values: Readonly<Record<string, unknown>>,
): string[] {
  const found = fields.flatMap((field): string[] => {
    const value = values[field.name]
    if (field.name === 'certainty') return typeof value === 'string' ? [value] : []
    if (field.type === 'group')
      return isRecord(value) ? certaintiesIn(field.flattenedFields, value) : []
    if (field.type === 'array' && Array.isArray(value))
      return value.filter(isRecord).flatMap((row) => certaintiesIn(field.flattenedFields, row))
    return []
  })
  return [...new Set(found)]
}
