import type { FlattenedField, SelectField } from 'payload'
import { fieldWords, optionWords } from '../../content/field-words.ts'
import { ref, type Json } from './parts.ts'

const wordsForPartsOfAList: Record<string, string> = {
  docs: 'Up to a hundred of them, as documents or, deeper than `depth`, as ids.',
  hasNextPage: 'Whether there are more than these.',
  totalDocs: 'How many there are, when that was asked for.',
}

const instant = { type: 'string', format: 'date-time' }

/**
 * Says of every property of a content type what the panel says of its field: its name, and the help below it.
 *
 * @param schema as Payload describes the fields, with references that point into the document
 * @param fields those of the content type, or of a part of it
 */
export function describedFields(schema: Json, fields: readonly FlattenedField[]): Json {
  const byName = new Map(fields.map((field) => [field.name, field]))
  const properties = Object.entries(schema['properties'] as Record<string, Json>)
  return {
    ...schema,
    properties: Object.fromEntries(
      properties
        .filter(([name]) => !isHidden(byName.get(name)))
        .map(([name, property]) => [name, describedField(name, property, byName.get(name))]),
    ),
  }
}

/** Fields that Payload never gives out. */
function isHidden(field: FlattenedField | undefined): boolean {
  return field !== undefined && 'hidden' in field && field.hidden === true
}

function describedField(name: string, property: Json, field: FlattenedField | undefined): Json {
  const description = wordsFor(name, field)
  if (name === 'createdAt' || name === 'updatedAt') return { ...instant, description }
  if (name === 'savedBy') return { oneOf: [ref('Person'), { type: 'null' }], description }
  if (name === 'contributors') return { type: ['array', 'null'], items: ref('Person'), description }
  if (field === undefined) return { ...property, description }
  if (field.type === 'join')
    return { ...describedParts(property, wordsForPartsOfAList), description }
  if (field.type === 'richText') return { ...richTextOf(property), description }
  if (field.type === 'date') return { ...property, format: 'date-time', description }
  if (field.type === 'group' || field.type === 'tab')
    return { ...describedFields(property, field.flattenedFields), description }
  if (field.type === 'array')
    return { ...property, items: describedRow(property['items'] as Json, field), description }
  return { ...property, ...lengthOf(property, field), description }
}

function describedRow(
  items: Json,
  { flattenedFields }: { flattenedFields: FlattenedField[] },
): Json {
  const row = describedFields(items, flattenedFields)
  const { id } = row['properties'] as Record<string, Json>
  if (id) id['description'] = 'Id of this row.'
  return row
}

/** Every rich text has one shape, under one name. */
function richTextOf({ type }: Json): Json {
  const mayBeNull = Array.isArray(type) && type.includes('null')
  return mayBeNull ? { oneOf: [ref('RichText'), { type: 'null' }] } : ref('RichText')
}

function describedParts(schema: Json, words: Record<string, string>): Json {
  const properties = Object.entries(schema['properties'] as Record<string, Json>)
  return {
    ...schema,
    properties: Object.fromEntries(
      properties.map(([name, property]) => [name, { ...property, description: words[name] }]),
    ),
  }
}

/** What the configuration says of how long a text or how large a number may be. */
function lengthOf({ type }: Json, field: FlattenedField): Json {
  const holds = (name: string) => type === name || (Array.isArray(type) && type.includes(name))
  if ((field.type === 'text' || field.type === 'textarea') && holds('string'))
    return field.maxLength === undefined ? {} : { maxLength: field.maxLength }
  if (field.type === 'number' && holds('number'))
    return {
      ...(field.min === undefined ? {} : { minimum: field.min }),
      ...(field.max === undefined ? {} : { maximum: field.max }),
    }
  return {}
}

function wordsFor(name: string, field: FlattenedField | undefined): string {
  return [
    fieldWords(name, field),
    ...(field?.type === 'select' ? [choicesOf(field)] : []),
    ...(field !== undefined && isForTheTeam(field) ? ['Only the team receives it.'] : []),
  ].join(' ')
}

function choicesOf({ options }: SelectField): string {
  const choices = options.map((option) =>
    typeof option === 'string' ? `\`${option}\`` : `\`${option.value}\` (${optionWords(option)})`,
  )
  return `One of ${choices.join(', ')}.`
}

function isForTheTeam(field: FlattenedField): boolean {
  return 'access' in field && field.access?.read !== undefined
}
