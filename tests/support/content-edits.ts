import fc from 'fast-check'
import type { JsonValue } from '../../src/content/canonical-json.ts'
import type { VisibleContent } from '../../src/content/visible-content.ts'

/** Something done to a content, wherever it finds a place for it. */
export type Edit = (content: VisibleContent) => VisibleContent

/** What an edit makes of one value; `undefined` takes it away. */
type ValueEdit = (value: JsonValue) => JsonValue | undefined

const anything = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>

/** Edits of any value, whether the value is of the right kind for its field or not. */
const valueEdits: fc.Arbitrary<ValueEdit> = fc.oneof(
  fc.constant<ValueEdit>(() => undefined),
  anything.map<ValueEdit>((value) => () => value),
  fc.constant<ValueEdit>((value) => (typeof value === 'string' ? `${value} ` : value)),
  fc.constant<ValueEdit>((value) => (typeof value === 'string' ? value.replace(' ', '\n') : value)),
  fc.string().map<ValueEdit>((text) => (value) => (typeof value === 'string' ? text : value)),
  fc.constant<ValueEdit>((value) => (typeof value === 'number' ? value + 1 : value)),
  fc.constant<ValueEdit>((value) => (typeof value === 'boolean' ? !value : value)),
  fc.constant<ValueEdit>((value) => (Array.isArray(value) ? [...value].reverse() : value)),
  fc.constant<ValueEdit>((value) => (Array.isArray(value) ? [...value, {}] : value)),
  fc.constant<ValueEdit>((value) => (Array.isArray(value) ? [{}, ...value] : value)),
  fc.constant<ValueEdit>((value) => (Array.isArray(value) ? [...value, ...value] : value)),
  fc.constant<ValueEdit>((value) => (Array.isArray(value) ? value.slice(1) : value)),
  fc
    .tuple(fc.constantFrom('format', 'version', 'direction', 'tag', 'listType', 'type'), anything)
    .map<ValueEdit>(
      ([name, one]) =>
        (value) =>
          isRecord(value) ? { ...value, [name]: one } : value,
    ),
  fc.tuple(fc.constantFrom('en', 'es', 'fr', '__proto__'), anything).map<ValueEdit>(
    ([name, one]) =>
      (value) =>
        isRecord(value) ? Object.fromEntries([...Object.entries(value), [name, one]]) : value,
  ),
)

/** Edits at any place of a content. */
export const edits: fc.Arbitrary<Edit> = editsAt(() => true)

/** Edits at any place that is not inside a text in the editor's form. What is left empty is left out. */
export const editsOutsideTexts: fc.Arbitrary<Edit> = editsAt(
  (place) => !place.includes('root'),
).map((edit) => (content) => {
  const fields = withoutEmpty(edit(content).fields)
  return { ...content, fields: isRecord(fields) ? fields : {} }
})

/** As contents are: a field without a value is not there, whatever kind of nothing a database gives for it. */
function withoutEmpty(value: JsonValue): JsonValue | undefined {
  if (value === null) return undefined
  if (Array.isArray(value)) return value.length > 0 ? value : undefined
  if (!isRecord(value) || 'root' in value) return value
  const kept = Object.entries(value)
    .map(([name, one]) => [name, withoutEmpty(one)] as const)
    .filter((entry): entry is [string, JsonValue] => entry[1] !== undefined)
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}

function editsAt(isChosen: (place: Place) => boolean): fc.Arbitrary<Edit> {
  return fc.tuple(valueEdits, fc.nat()).map(([edit, choice]): Edit => (content) => {
    const places = placesIn(content.fields).filter(isChosen)
    const place = places[choice % places.length]!
    const fields = editedAt(content.fields, place, edit)
    return { ...content, fields: isRecord(fields) ? fields : {} }
  })
}

type Place = readonly string[]

function placesIn(value: JsonValue, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [place]
  const within = Object.entries(value).flatMap(([name, one]) => placesIn(one, [...place, name]))
  return [place, ...within]
}

function editedAt(
  value: JsonValue,
  [name, ...rest]: Place,
  edit: ValueEdit,
): JsonValue | undefined {
  if (name === undefined) return edit(value)
  if (Array.isArray(value))
    return value.flatMap((one, at) => {
      if (String(at) !== name) return [one]
      const edited = editedAt(one, rest, edit)
      return edited === undefined ? [] : [edited]
    })
  const entries = Object.entries(value as { [name: string]: JsonValue })
  return Object.fromEntries(
    entries
      .map(([key, one]) => [key, key === name ? editedAt(one, rest, edit) : one] as const)
      .filter((entry): entry is [string, JsonValue] => entry[1] !== undefined),
  )
}

function isRecord(value: JsonValue | undefined): value is { [name: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
