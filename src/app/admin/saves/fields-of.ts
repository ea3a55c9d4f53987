import type { ClientField } from 'payload'
import type { JsonValue } from '../../../content/canonical-json.ts'
import type { Value, Values } from '../../../merge/same.ts'

/** A field of the form that a path leads to, and how to call it. */
export interface Found {
  field: ClientField & { name: string }
  /** The field and all it stands in, the outermost first. A row has its number from 1. */
  trail: { label: unknown; place: number | null; singular: unknown }[]
  /** Whether the path leads to a row of the field, and not to all of it. */
  isRow: boolean
}

/**
 * The field that a path of a merge leads to, such as `connections/ROW.condition`.
 *
 * @param values those in which the rows are counted, the first that has one counts
 * @returns undefined for what has no field in the form
 */
export function fieldAt(
  path: string,
  fields: readonly ClientField[],
  values: readonly Values[],
): Found | undefined {
  const trail: Found['trail'] = []
  let inside: readonly ClientField[] = fields
  let held: Value[] = [...values]
  let found: Found | undefined
  for (const part of path.replace(/#order$/, '').split('.')) {
    const [name = '', row] = part.split('/')
    const field = named(inside).find((one) => one.name === name)
    if (!field || isHidden(field)) return undefined
    held = held.map((value) => (value as Values | undefined)?.[name])
    const place = row === undefined ? null : placeOf(row, held)
    held = row === undefined ? held : held.map((rows) => rowIn(rows, row))
    trail.push({
      label: 'label' in field ? field.label : name,
      place,
      singular: 'labels' in field ? field.labels?.singular : undefined,
    })
    inside = 'fields' in field ? (field.fields as ClientField[]) : []
    found = { field, trail, isRow: row !== undefined }
  }
  return found
}

/** The fields of a group or row, or of the document, whatever they are laid out in. */
export function named(fields: readonly ClientField[]): (ClientField & { name: string })[] {
  return fields.flatMap((field) => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        'name' in tab && tab.name ? [] : named(tab.fields as ClientField[]),
      )
    if (field.type === 'row' || field.type === 'collapsible') return named(field.fields)
    if (field.type === 'group' && !('name' in field && field.name)) return named(field.fields)
    return 'name' in field && field.name && field.type !== 'ui'
      ? [field as ClientField & { name: string }]
      : []
  })
}

function isHidden(field: ClientField): boolean {
  const { admin, hidden } = field as { admin?: { hidden?: boolean }; hidden?: boolean }
  return hidden === true || admin?.hidden === true
}

function placeOf(id: string, lists: readonly Value[]): number {
  for (const list of lists) {
    const at = Array.isArray(list) ? list.findIndex((row) => isNamed(row, id)) : -1
    if (at >= 0) return at + 1
  }
  return 1
}

function rowIn(list: Value, id: string): Value {
  return Array.isArray(list) ? list.find((row) => isNamed(row, id)) : undefined
}

function isNamed(row: JsonValue, id: string): boolean {
  return (row as { id?: unknown } | null)?.id === id
}
