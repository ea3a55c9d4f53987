import type { FlattenedField } from 'payload'
import type { Words } from '../../locales.ts'
import type { Holder, Place, RowName } from './change.ts'
import type { Effort } from './effort.ts'
import { labelOf } from './labels.ts'

/** Where the fields that are compared stand: in the document itself, in a group, or in a row. */
export interface Scope {
  collection: string
  /** What ids, paths and names of fields begin with, with what divides them from the rest. */
  id: string
  path: string
  field: string
  within: readonly Holder[]
  /** Inside a localized field nothing else is localized: the language it is in. */
  locale: string | null
  effort: Effort
}

/** The place of a field, or of its text in one language. */
export function placeOf(
  scope: Scope,
  { label, locale, name }: { name: string; label: Words; locale: string | null },
): Place {
  // Within a localized list the language stands in the path already.
  const ending = locale !== null && scope.locale === null ? `.${locale}` : ''
  return {
    id: `${scope.id}${name}${ending}`,
    path: `${scope.path}${name}${ending}`,
    locale,
    collection: scope.collection,
    field: `${scope.field}${name}`,
    label,
    within: [...scope.within],
  }
}

/** The place of one entry in a list. @param id what the entry is called, @param index its number from 0 */
export function entryPlace(list: Place, { id, index }: { id: string; index: number }): Place {
  return { ...list, id: `${list.id}/${id}`, path: `${list.path}.${index}` }
}

/** The fields of a group. */
export function scopeOfGroup(scope: Scope, place: Place, field: FlattenedField): Scope {
  const holder: Holder = { field: place.field, label: labelOf(field), row: null }
  return {
    ...scope,
    id: `${place.id}.`,
    path: `${place.path}.`,
    field: `${place.field}.`,
    within: [...scope.within, holder],
    locale: place.locale,
  }
}

/** The fields of a row. */
export function scopeOfRow(scope: Scope, place: Place, row: RowName): Scope {
  const holder: Holder = { field: place.field, label: place.label, row }
  return {
    ...scope,
    id: `${place.id}/`,
    path: `${place.path}.`,
    field: `${place.field}.`,
    within: [...scope.within, holder],
    locale: place.locale,
  }
}

/** A name as a part of an id, in which slashes and signs divide the parts. */
export function idPart(name: string): string {
  return name.replace(/[%/.#~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
