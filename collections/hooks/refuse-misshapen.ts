import type {
  ArrayField,
  CollectionBeforeOperationHook,
  Field,
  GroupField,
  NumberField,
  RichTextField,
} from 'payload'
import { EditorialError } from '../../src/errors.ts'
import { unstorable } from '../../src/content/storable-text.ts'
import { refuseTooDeepValue } from '../../src/http/json-depth.ts'
import { expectedNumber, isOfKind } from '../field-kinds.ts'
import { isPlainRichText } from '../fields/rich-text-form.ts'
import type { FormCheck } from '../well-formed.ts'
import { invalidFields } from './invalid-fields.ts'

type Values = Record<string, unknown>

/**
 * Rows, groups, numbers and long texts have to have their shape when they arrive. Before any other hook
 * sees them, Payload drops a row that is a word, reads "21 days" as 21, and stumbles over a text whose
 * blocks are no blocks; nothing of what somebody sent may get lost in silence.
 */
export const refuseMisshapen: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  req,
}) => {
  if (operation !== 'create' && operation !== 'update') return args
  const { data, duplicateFromID } = args as { data?: unknown; duplicateFromID?: unknown }
  if (data === undefined && duplicateFromID !== undefined) return args
  if (!isValues(data))
    throw new EditorialError({
      code: 'MALFORMED',
      message:
        'There is nothing to save in this request. Send an object of fields and their values.',
    })
  refuseTooDeepValue(data)
  const misshapen = misshapenIn(collection.fields, data, '')
  const errors = misshapen.length > 0 ? misshapen : brokenTextIn(data)
  if (errors.length > 0) throw invalidFields({ collection: collection.slug, errors, req })
  return args
}

function misshapenIn(
  fields: readonly Field[],
  values: Values,
  path: string,
): { path: string; message: string }[] {
  return fields.flatMap((field) => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => misshapenIn(tab.fields, values, path))
    if (field.type === 'row' || field.type === 'collapsible')
      return misshapenIn(field.fields, values, path)
    if (!isWatched(field)) return []
    const value = values[field.name]
    // The panel sends 0 for an empty list.
    if (value === undefined || value === null || value === 0 || value === '') return []
    const here = `${path}${field.name}`
    const verdict = shapeOf(field, value)
    if (verdict !== true) return [{ path: here, message: inOwnWords(field, value) ?? verdict }]
    if (field.type === 'number' || field.type === 'richText') return []
    return field.type === 'group'
      ? misshapenIn(field.fields, value as Values, `${here}.`)
      : (value as Values[]).flatMap((row, index) =>
          misshapenIn(field.fields, row, `${here}.${index}.`),
        )
  })
}

/** Text that the database would not give back as it was, wherever it stands. */
function brokenTextIn(data: Values): { path: string; message: string }[] {
  const waiting = Object.entries(data)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [path, value] = next as [string, unknown]
    const problem = typeof value === 'string' ? unstorable(value) : undefined
    if (problem) return [{ path, message: problem }]
    if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(value)) waiting.push([path, inner])
  }
  return []
}

type Watched = (ArrayField | GroupField | NumberField | RichTextField) & { name: string }

function isWatched(field: Field): field is Watched {
  const kinds: string[] = ['array', 'group', 'number', 'richText']
  return kinds.includes(field.type) && 'name' in field && Boolean(field.name)
}

function shapeOf(field: Watched, value: unknown): true | string {
  if (field.type === 'richText') return isPlainRichText(parsedText(value))
  if (field.type !== 'number') return isOfKind(field, value)
  // Payload reads "21 days" as 21.
  return typeof value !== 'string' || /^\s*-?\d+(\.\d+)?\s*$/.test(value)
    ? true
    : expectedNumber(value, field)
}

/** Forms with a file in them carry long texts as JSON. */
function parsedText(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}

/** What the field's own check says of a value of the wrong shape, if it has one that minds. */
function inOwnWords(field: Watched, value: unknown): string | undefined {
  const check = field.custom?.['formCheck'] as FormCheck | undefined
  const verdict = check?.(value, { siblings: {}, id: undefined })
  return typeof verdict === 'string' ? verdict : undefined
}

function isValues(data: unknown): data is Values {
  // Payload makes an object of a list, with numbers for names.
  const isObject = typeof data === 'object' && data !== null && !Array.isArray(data)
  return isObject && !Object.keys(data).some((name) => /^\d+$/.test(name))
}
