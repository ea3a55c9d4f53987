import type { FlattenedField } from 'payload'
import type { JsonValue } from '../../content/canonical-json.ts'
import { isRecord } from '../../content/plain-values.ts'
import type { DocumentReference, Shown } from './change.ts'
import { optionLabel } from './labels.ts'

/** A value of a field, or one entry of a field with many, in the way it is said to people. */
export function shownOf(field: FlattenedField | undefined, value: JsonValue): Shown {
  switch (field?.type) {
    case 'number':
      return typeof value === 'number' ? { as: 'number', number: value } : other(value)
    case 'checkbox':
      return typeof value === 'boolean' ? { as: 'yesNo', yes: value } : other(value)
    case 'date':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value))
        ? { as: 'day', instant: value }
        : other(value)
    case 'select':
    case 'radio':
      return typeof value === 'string'
        ? { as: 'choice', value, label: optionLabel(field.options, value) }
        : other(value)
    case 'relationship':
    case 'upload': {
      const reference = referenceIn(value, field.relationTo)
      return reference ? { as: 'reference', reference } : other(value)
    }
    default:
      return typeof value === 'string' ? { as: 'text', text: value } : other(value)
  }
}

/** A field may lead to one content type, or say with each document which one it is of. */
function referenceIn(
  value: JsonValue,
  relationTo: string | readonly string[],
): DocumentReference | undefined {
  if (typeof relationTo === 'string')
    return typeof value === 'string' ? { collection: relationTo, id: value } : undefined
  if (!isRecord(value) || Object.keys(value).length !== 2) return undefined
  const { relationTo: collection, value: id } = value
  return typeof collection === 'string' && typeof id === 'string' ? { collection, id } : undefined
}

function other(value: JsonValue): Shown {
  return { as: 'other', value }
}
