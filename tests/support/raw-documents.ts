import fc from 'fast-check'
import type { FlattenedField } from 'payload'

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
export type RawDocument = Record<string, Json>

const words = fc.string({ unit: 'grapheme', maxLength: 12 })
const documentId = fc.uuid()
const rowId = fc.stringMatching(/^[0-9a-f]{24}$/)
const instant = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

const textNode = words.map((text) => ({ type: 'text', version: 1, text, format: 0 }))
const linkNode = fc.record({
  type: fc.constant('link'),
  version: fc.constant(3),
  id: rowId,
  fields: fc.oneof(
    fc.record({
      linkType: fc.constant('internal'),
      newTab: fc.boolean(),
      doc: fc.record({ relationTo: fc.constantFrom('stations', 'notices'), value: documentId }),
    }),
    fc.record({ linkType: fc.constant('custom'), newTab: fc.boolean(), url: fc.webUrl() }),
  ),
  children: fc.array(textNode, { maxLength: 2 }),
})
const richText = fc
  .array(
    fc.record({
      type: fc.constant('paragraph'),
      direction: fc.constantFrom(null, 'ltr'),
      children: fc.array(fc.oneof(textNode, linkNode), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((children) => ({ root: { type: 'root', version: 1, children } }))

const bookkeeping = fc.record({
  id: documentId,
  createdAt: instant,
  updatedAt: instant,
  _status: fc.constantFrom('draft', 'published'),
  contributors: fc.array(documentId, { minLength: 1, maxLength: 2 }),
})

/** Documents of a content type as a database gives them, with any of their fields empty. */
export function rawDocument(fields: readonly FlattenedField[]): fc.Arbitrary<RawDocument> {
  return fc
    .tuple(recordOf(fields), bookkeeping)
    .map(([values, platform]) => ({ ...values, ...platform }))
}

function recordOf(fields: readonly FlattenedField[]): fc.Arbitrary<RawDocument> {
  const stored = fields.filter(({ type }) => type !== 'join')
  const values = stored.map((field) => [field.name, fc.option(perLocale(field), { freq: 5 })])
  return fc.record(Object.fromEntries(values) as Record<string, fc.Arbitrary<Json>>, {
    requiredKeys: [],
  }) as fc.Arbitrary<RawDocument>
}

function perLocale(field: FlattenedField): fc.Arbitrary<Json> {
  const value = valueOf(field)
  return field.localized ? fc.tuple(value, fc.option(value)).map(([en, es]) => ({ en, es })) : value
}

function valueOf(field: FlattenedField): fc.Arbitrary<Json> {
  const one = oneOf(field)
  return 'hasMany' in field && field.hasMany ? fc.array(one, { maxLength: 3 }) : one
}

function oneOf(field: FlattenedField): fc.Arbitrary<Json> {
  switch (field.type) {
    case 'number':
      return fc.integer({ min: -5000, max: 5000 }).map((count) => count / 4)
    case 'checkbox':
      return fc.boolean()
    case 'date':
      return instant
    case 'select':
      return fc.constantFrom(
        ...field.options.map((option) => (typeof option === 'string' ? option : option.value)),
      )
    case 'relationship':
    case 'upload':
      return documentId
    case 'richText':
      return richText
    case 'group':
      return recordOf(field.flattenedFields)
    case 'array':
      return fc.array(
        fc.tuple(recordOf(field.flattenedFields), rowId).map(([row, id]) => ({ ...row, id })),
        { maxLength: 3 },
      )
    default:
      return field.name === 'id' ? rowId : words
  }
}
