import type { FlattenedField } from 'payload'
import type { JsonValue } from '../../content/canonical-json.ts'
import { isNamed, nameFieldOf, pathOf } from '../../addresses/names.ts'
import { defaultLocale } from '../../locales.ts'
import type { Change, DocumentName, FileFacts, MapPosition, Period, Place } from './change.ts'
import { optionLabel } from './labels.ts'
import { valueIn } from './same.ts'

type Values = { [name: string]: JsonValue }

/** Fields that say one thing together, or something of their own. */
interface Composite {
  names: readonly string[]
  /** The change, when each side says the thing properly; otherwise the fields are compared one by one. */
  change: (sides: Sides) => Change | undefined
}

interface Sides {
  before: Values
  after: Values
  fields: readonly FlattenedField[]
  place: Place
}

/** How long people have: a count and its unit. */
const period: Composite = {
  names: ['count', 'unit'],
  change: ({ after, before, fields, place }) => {
    const unitField = fields.find(({ name }) => name === 'unit')
    const read = (values: Values): Period | null | undefined => {
      const [count, unit] = [valueIn(values, 'count'), valueIn(values, 'unit')]
      if (count === undefined && unit === undefined) return null
      if (!isNumberOrNone(count) || !isTextOrNone(unit) || unitField?.type !== 'select')
        return undefined
      const label = unit === undefined ? undefined : optionLabel(unitField.options, unit)
      return { count: count ?? null, unit: label ? { value: unit!, label } : null }
    }
    const [from, to] = [read(before), read(after)]
    return from === undefined || to === undefined
      ? undefined
      : { ...place, kind: 'period', from, to }
  },
}

const position: Composite = {
  names: ['x', 'y'],
  change: ({ after, before, place }) => {
    const read = (values: Values): MapPosition | null | undefined => {
      const [x, y] = [valueIn(values, 'x'), valueIn(values, 'y')]
      if (!isNumberOrNone(x) || !isNumberOrNone(y)) return undefined
      return x === undefined && y === undefined ? null : { x: x ?? null, y: y ?? null }
    }
    const [from, to] = [read(before), read(after)]
    return from === undefined || to === undefined
      ? undefined
      : { ...place, kind: 'position', from, to }
  },
}

const fileTexts = ['filename', 'mimeType', 'sha256'] as const
const fileNumbers = ['filesize', 'width', 'height'] as const

const file: Composite = {
  names: [...fileTexts, ...fileNumbers],
  change: ({ after, before, place }) => {
    const read = (values: Values): FileFacts | null | undefined => {
      const texts = fileTexts.map((name) => [name, valueIn(values, name)] as const)
      const numbers = fileNumbers.map((name) => [name, valueIn(values, name)] as const)
      const all = [...texts, ...numbers]
      const isProper =
        texts.every(([, value]) => isTextOrNone(value)) &&
        numbers.every(([, value]) => isNumberOrNone(value))
      if (!isProper) return undefined
      if (all.every(([, value]) => value === undefined)) return null
      return Object.fromEntries(
        all.map(([name, value]) => [name, value ?? null]),
      ) as unknown as FileFacts
    }
    const [from, to] = [read(before), read(after)]
    return from === undefined || to === undefined ? undefined : { ...place, kind: 'file', from, to }
  },
}

/** What a document of this type is asked for by. */
function ownName(collection: string): Composite[] {
  if (!isNamed(collection)) return []
  const what = nameFieldOf(collection)
  return [
    {
      names: [what],
      change: ({ after, before, place }) => {
        const read = (values: Values): DocumentName | null | undefined => {
          const name = valueIn(values, what)
          if (name === undefined) return null
          return typeof name === 'string' ? { name, address: addressOf(name) } : undefined
        }
        const [from, to] = [read(before), read(after)]
        return from === undefined || to === undefined
          ? undefined
          : { ...place, kind: 'name', what, from, to }
      },
    },
  ]

  function addressOf(name: string): string | null {
    if (!isNamed(collection) || name === '') return null
    // Pages that are addressed by id have nothing of the name in their address, and end here.
    const address = pathOf({ collection, id: '', name, locale: defaultLocale })
    return address === null || address.endsWith('/') ? null : address
  }
}

/** The composites whose fields all stand among some fields. */
export function compositesAmong(
  fields: readonly FlattenedField[],
  { collection, isDocument }: { collection: string; isDocument: boolean },
): Composite[] {
  const here = new Set(fields.filter(({ localized }) => !localized).map(({ name }) => name))
  const possible = [period, position, ...(isDocument ? [file, ...ownName(collection)] : [])]
  return possible.filter(({ names }) => names.every((name) => here.has(name)))
}

function isNumberOrNone(value: JsonValue | undefined): value is number | undefined {
  return value === undefined || typeof value === 'number'
}

function isTextOrNone(value: JsonValue | undefined): value is string | undefined {
  return value === undefined || typeof value === 'string'
}
