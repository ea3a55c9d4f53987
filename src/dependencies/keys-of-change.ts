import type { FlattenedField } from 'payload'
import { namesIn } from '../addresses/names.ts'
import { referencesOf, type VisibleContent } from '../content/visible-content.ts'
import {
  anyChange,
  documentKey,
  fieldKey,
  membersKey,
  nameKeyOf,
  pointingKey,
  typeKey,
} from './keys.ts'

/** What readers get of a document before and after something was published or withdrawn. */
export interface PublicChange {
  collection: string
  id: string
  /** `flattenedFields` of the content type. */
  fields: readonly FlattenedField[]
  /** Null where it was not public. */
  before: VisibleContent | null
  after: VisibleContent | null
}

/** Every key of answers that a change can have touched: see `keys.ts`. */
export function keysOfChange({ after, before, collection, fields, id }: PublicChange): string[] {
  return [
    anyChange,
    typeKey(collection),
    documentKey(collection, id),
    ...(before && after
      ? changedFields(before, after).map((field) => fieldKey(collection, field))
      : [membersKey(collection)]),
    ...changedNames(before, after).map((name) => nameKeyOf(collection, name)),
    ...changedTargets(pointersIn(before, fields), pointersIn(after, fields)).map((target) =>
      pointingKey(collection, target),
    ),
  ]
}

function changedFields(before: VisibleContent, after: VisibleContent): string[] {
  const names = new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])
  return [...names].filter(
    (name) => JSON.stringify(before.fields[name]) !== JSON.stringify(after.fields[name]),
  )
}

/**
 * The names whose bearers may be others. Which of two bears a name depends on whose own it is, and questions may ask for
 * one spelling alone, so all names count as soon as anything about them is different.
 */
function changedNames(before: VisibleContent | null, after: VisibleContent | null): string[] {
  const [had, has] = [before, after].map((content) => (content ? allNamesIn(content) : []))
  if (JSON.stringify(had) === JSON.stringify(has)) return []
  return [...new Set([...had!, ...has!].map(({ key }) => key))]
}

/** The names in the text, with those that are kept beside it for the database. */
function allNamesIn(content: VisibleContent): { key: string }[] {
  const { aliasKeys, searchKey } = content.fields
  const kept = [searchKey, ...(Array.isArray(aliasKeys) ? aliasKeys : [])]
  return [...namesIn(content), ...kept.flatMap((key) => (typeof key === 'string' ? [{ key }] : []))]
}

/** Where a document points at which others: `connections.to ID`, whatever the row and the language. */
function pointersIn(
  content: VisibleContent | null,
  fields: readonly FlattenedField[],
): Map<string, string> {
  if (!content) return new Map()
  return new Map(
    referencesOf({ fields, content }).map(({ id, path }) => [
      `${path.replace(/\.\d+(?=\.|$)/g, '')} ${id}`,
      id,
    ]),
  )
}

function changedTargets(had: Map<string, string>, has: Map<string, string>): string[] {
  const gone = [...had].filter(([pointer]) => !has.has(pointer))
  const come = [...has].filter(([pointer]) => !had.has(pointer))
  return [...new Set([...gone, ...come].map(([, id]) => id))]
}
