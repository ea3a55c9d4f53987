import type { FlattenedField } from 'payload'
import type { JsonValue } from '../../content/canonical-json.ts'
import { isRecord } from '../../content/plain-values.ts'
import { locales } from '../../locales.ts'
import type { Change, Place } from './change.ts'
import { compareItems } from './compare-items.ts'
import { compareRows } from './compare-rows.ts'
import { compareText } from './compare-text.ts'
import { compositesAmong } from './composites.ts'
import { labelOf, unnamed } from './labels.ts'
import { compareRichText } from './rich-text/compare-rich-text.ts'
import { isSame, namesInEither, valueIn } from './same.ts'
import { placeOf, scopeOfGroup, type Scope } from './scope.ts'
import { shownOf } from './shown.ts'

type Values = { [name: string]: JsonValue }

interface Sides<Side> {
  before: Side
  after: Side
  scope: Scope
}

/**
 * What differs between the values of some fields, in the order of the fields. Values of no known field, such as one
 * that the content type had once, follow at the end.
 */
export function compareFields({
  fields,
  before,
  after,
  scope,
}: Sides<Values> & { fields: readonly FlattenedField[] }): Change[] {
  const isDocument = scope.within.length === 0
  const composites = compositesAmong(fields, { collection: scope.collection, isDocument })
  const said = new Set<string>()
  const known = fields.flatMap((field) => {
    if (said.has(field.name)) return []
    const sides = { before: valueIn(before, field.name), after: valueIn(after, field.name) }
    const composite = composites.find(({ names }) => names.includes(field.name))
    if (composite && !composite.names.every((name) => isSameIn(before, after, name))) {
      const place = placeOf(scope, {
        name: field.name,
        label: labelOf(field),
        locale: scope.locale,
      })
      const change = composite.change({ before, after, fields, place })
      for (const name of change ? composite.names : []) said.add(name)
      if (change) return [change]
    }
    return compareField({ ...sides, field, scope })
  })
  const names = new Set(fields.map(({ name }) => name))
  const unknown = namesInEither(before, after)
    .filter((name) => !names.has(name) && !isSameIn(before, after, name))
    .map((name) => {
      const place = placeOf(scope, { name, label: unnamed(name), locale: scope.locale })
      return plainChange({ before: valueIn(before, name), after: valueIn(after, name), place })
    })
  return [...known, ...unknown]
}

function isSameIn(before: Values, after: Values, name: string): boolean {
  return isSame(valueIn(before, name), valueIn(after, name))
}

type Value = JsonValue | undefined
type FieldSides = Sides<Value> & { field: FlattenedField }

function compareField({ after, before, field, scope }: FieldSides): Change[] {
  if (isSame(before, after)) return []
  const isByLocale =
    Boolean(field.localized) &&
    scope.locale === null &&
    isRecordOrNone(before) &&
    isRecordOrNone(after)
  if (!isByLocale) return compareValue({ before, after, field, scope, locale: scope.locale })
  const [left, right] = [before ?? {}, after ?? {}] as [Values, Values]
  return localesIn(left, right).flatMap((locale) =>
    compareValue({
      before: valueIn(left, locale),
      after: valueIn(right, locale),
      field,
      scope,
      locale,
    }),
  )
}

/** The languages of the roadmap, and any others that one of the sides has. */
function localesIn(before: Values, after: Values): string[] {
  const ours: string[] = locales.map(({ code }) => code)
  const others = namesInEither(before, after).filter((code) => !ours.includes(code))
  return [...ours, ...others.sort()]
}

/**
 * What differs between two values of a field. What no kind of change covers is shown as it is stored: nothing
 * that the content hash tells apart is ever the same here.
 */
function compareValue(sides: FieldSides & { locale: string | null }): Change[] {
  const { after, before, field, locale, scope } = sides
  if (isSame(before, after)) return []
  const place = placeOf(scope, { name: field.name, label: labelOf(field), locale })
  const found = changesOfKind({ ...sides, place })
  return found && found.length > 0 ? found : [plainChange({ before, after, field, place })]
}

function changesOfKind({
  after,
  before,
  field,
  place,
  scope,
}: FieldSides & { place: Place }): Change[] | undefined {
  const { effort } = scope
  if ('hasMany' in field && field.hasMany && isListOrNone(before) && isListOrNone(after))
    return compareItems({ field, before: before ?? [], after: after ?? [], place, scope })
  switch (field.type) {
    case 'text':
    case 'textarea':
    case 'email':
    case 'code':
      return isTextOrNone(before) && isTextOrNone(after)
        ? [compareText({ before, after, place, effort })]
        : undefined
    case 'richText': {
      const compared = compareRichText({ before, after, effort })
      const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
      return compared && [{ ...place, kind: 'richText', change, ...compared }]
    }
    case 'array':
      return isListOrNone(before) && isListOrNone(after)
        ? compareRows({
            field,
            before: before ?? [],
            after: after ?? [],
            place,
            scope,
            compareFields,
          })
        : undefined
    case 'group':
    case 'tab':
      return isRecordOrNone(before) && isRecordOrNone(after)
        ? compareFields({
            fields: field.flattenedFields,
            before: before ?? {},
            after: after ?? {},
            scope: scopeOfGroup(scope, place, field),
          })
        : undefined
    default:
      return undefined
  }
}

function plainChange({
  after,
  before,
  field,
  place,
}: {
  before: Value
  after: Value
  field?: FlattenedField
  place: Place
}): Change {
  return {
    ...place,
    kind: 'value',
    from: before === undefined ? null : shownOf(field, before),
    to: after === undefined ? null : shownOf(field, after),
  }
}

function isRecordOrNone(value: Value): value is Values | undefined {
  return value === undefined || isRecord(value)
}

function isListOrNone(value: Value): value is JsonValue[] | undefined {
  return value === undefined || Array.isArray(value)
}

function isTextOrNone(value: Value): value is string | undefined {
  return value === undefined || typeof value === 'string'
}
