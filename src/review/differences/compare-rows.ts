import type { FlattenedArrayField, FlattenedField } from 'payload'
import { canonicalJson, type JsonValue } from '../../content/canonical-json.ts'
import { isRecord } from '../../content/plain-values.ts'
import { align, type Pair } from './align.ts'
import type { Alignable } from './alignable.ts'
import type { Change, Place, RowChange, RowName, Shown } from './change.ts'
import { rowLabelOf } from './labels.ts'
import { valueIn } from './same.ts'
import { entryPlace, idPart, scopeOfRow, type Scope } from './scope.ts'
import { shownOf } from './shown.ts'
import { wordsIn } from './tokens.ts'

type CompareFields = (sides: {
  fields: readonly FlattenedField[]
  before: { [name: string]: JsonValue }
  after: { [name: string]: JsonValue }
  scope: Scope
}) => Change[]

/**
 * What differs between two lists of rows. Rows are matched by what they are about, which is the first field they
 * require that names a document, a choice or a text that is the same in every language: connections by `to`,
 * phones by their number. Others, and those that are about something else now, are matched by their words.
 *
 * @returns undefined when one of the rows is none, such as a text
 */
export function compareRows({
  field,
  before,
  after,
  place,
  scope,
  compareFields,
}: {
  field: FlattenedArrayField
  before: readonly JsonValue[]
  after: readonly JsonValue[]
  place: Place
  scope: Scope
  compareFields: CompareFields
}): Change[] | undefined {
  if (![...before, ...after].every(isRecord)) return undefined
  const [left, right] = [rowsOf(field, before), rowsOf(field, after)]
  const { added, pairs, removed } = align({ before: left, after: right, effort: scope.effort })
  const changeOf = (
    from: Row | undefined,
    to: Row | undefined,
    moved: Pair['moved'],
  ): RowChange => {
    const row = to ?? from!
    const name: RowName = { singular: rowLabelOf(field), place: row.index + 1, about: row.about }
    const here = entryPlace(place, { id: from?.id ?? to!.newId, index: row.index })
    const changes = compareFields({
      fields: field.flattenedFields,
      before: from?.values ?? {},
      after: to?.values ?? {},
      scope: scopeOfRow(scope, here, name),
    })
    const change = !from ? 'added' : !to ? 'removed' : changes.length > 0 ? 'changed' : 'moved'
    return {
      ...here,
      kind: 'row',
      change,
      row: name,
      from: from ? from.index + 1 : null,
      to: to ? to.index + 1 : null,
      moved,
      changes,
    }
  }
  return [
    ...removed.map((at) => changeOf(left[at]!, undefined, null)),
    ...inOrder(added, pairs).flatMap((one) => {
      if (typeof one === 'number') return changeOf(undefined, right[one]!, null)
      const [from, to] = [left[one.before]!, right[one.after]!]
      return from.key === to.key && one.moved === null ? [] : changeOf(from, to, one.moved)
    }),
  ]
}

interface Row extends Alignable {
  index: number
  values: { [name: string]: JsonValue }
  about: Shown | null
  /** What it is called in ids when it stands before, and when it is new. */
  id: string
  newId: string
}

function rowsOf(field: FlattenedArrayField, rows: readonly JsonValue[]): Row[] {
  const naming = field.flattenedFields.find(namesItsRow)
  const seen = new Map<string, number>()
  return rows.map((row, index): Row => {
    const values = row as { [name: string]: JsonValue }
    const named = naming && valueIn(values, naming.name)
    const about = typeof named === 'string' && named !== '' ? shownOf(naming, named) : null
    const times = (seen.get(String(named)) ?? 0) + 1
    seen.set(String(named), times)
    // Two about the same are told apart by their words, and called by their number.
    const isNamed = about !== null && times === 1
    return {
      index,
      values,
      about,
      key: canonicalJson(values),
      identity: isNamed ? { name: String(named), isDocument: about.as === 'reference' } : null,
      words: wordsOf(values, ''),
      kind: 'row',
      id: isNamed ? idPart(String(named)) : `#${index + 1}`,
      newId: isNamed ? idPart(String(named)) : `#new${index + 1}`,
    }
  })
}

function namesItsRow(field: FlattenedField): boolean {
  const isRequired = 'required' in field && field.required === true
  const isOne = !('hasMany' in field && field.hasMany)
  const isNaming = ['relationship', 'text', 'select'].includes(field.type)
  return isRequired && isOne && isNaming && !field.localized
}

/** All that is said in a row, each word with the name of its field, so that a value counts as one. */
function wordsOf(value: JsonValue, name: string): string[] {
  if (typeof value === 'string') return wordsIn(value).map((word) => `${name}=${word}`)
  if (typeof value !== 'object' || value === null) return [`${name}=${String(value)}`]
  return Object.entries(value)
    .filter(([inner]) => !formNames.has(inner))
    .flatMap(([inner, one]) =>
      wordsOf(
        one,
        Array.isArray(value) || inner === 'root' || inner === 'children'
          ? name
          : `${name}.${inner}`,
      ),
    )
}

/** What every text in the editor's form has, whatever it says. */
const formNames = new Set([
  'type',
  'version',
  'format',
  'direction',
  'indent',
  'detail',
  'mode',
  'style',
])

/** Added rows and kept ones in the order they stand after. */
function inOrder(added: readonly number[], pairs: readonly Pair[]): (number | Pair)[] {
  const placeOf = (one: number | Pair) => (typeof one === 'number' ? one : one.after)
  return [...added, ...pairs].sort((one, other) => placeOf(one) - placeOf(other))
}
