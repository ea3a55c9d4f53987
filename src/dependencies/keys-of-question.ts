import type { FlattenedField, SanitizedCollectionConfig, Where, WhereField } from 'payload'
import { whatReadersMaySee } from '../../access/content.ts'
import { isNamed, nameFieldOf, nameKey } from '../addresses/names.ts'
import { isVisible } from '../content/visible-content.ts'
import { documentKey, fieldKey, membersKey, nameKeyOf, pointingKey, typeKey } from './keys.ts'
import type { Types } from './types.ts'

/** A question for documents of one type that are live. */
export interface Question {
  collection: string
  where?: Where | null | undefined
  /** By default the usual order of the type. */
  sort?: string | string[] | undefined
}

/** Most documents or names that a question is taken to depend on one by one. */
const mostNamed = 100

/** Kept about a document, and in no snapshot: times and the like change without the text. */
const neverChanging = new Set(['id', 'createdAt', '_status'])

/**
 * What decides which documents a condition lets through.
 *
 * - `named`: keys of which one changes with every document that begins or ceases to fulfil a part of the condition,
 *   such as to bear a name; null where there is no such part
 * - `isWhole`: the keys change with everything that happens to those documents, so that nothing else matters
 * - `fields`: keys of the values that the rest of the condition looks at
 */
interface Part {
  named: string[] | null
  isWhole: boolean
  fields: string[]
}

/**
 * The keys of which one changes whenever other documents answer a question, or in another order. What the documents
 * say is not among them: each has a key of its own.
 */
export function keysOfQuestion({ collection, sort, where }: Question, types: Types): string[] {
  const type = types.get(collection)!
  const order = [sort ?? type.defaultSort ?? []].flat().flatMap((one) =>
    // Several orders may be given as one text.
    typeof one === 'string' ? one.split(',') : [],
  )
  const { named, fields, isWhole } = partOf(where ?? {}, type, types)
  if (named && isWhole) return named
  const sorted = order.flatMap((name) => fieldKeys(name.trim().replace(/^-/, ''), type, types))
  return [...new Set([...(named ?? [membersKey(collection)]), ...fields, ...sorted])]
}

/** Conditions that stand side by side all hold. */
function partOf(where: Where, type: SanitizedCollectionConfig, types: Types): Part {
  const parts = conjunctsOf(where).map((conjunct) => conjunctPart(conjunct, type, types))
  const namedParts = parts.filter(({ named }) => named !== null)
  const best =
    namedParts.find(({ isWhole }) => isWhole) ??
    namedParts.sort((one, other) => one.named!.length - other.named!.length)[0]
  // Of the part whose keys count, only what it says besides.
  const rest = parts
    .filter((part) => part !== best)
    .flatMap(({ fields, own = [] }) => [...own, ...fields])
  return {
    named: best?.named ?? null,
    isWhole: best?.isWhole ?? false,
    fields: [...(best?.fields ?? []), ...rest],
  }
}

type Conjunct = { or: Where[] } | { path: string; condition: WhereField }

/** `own`: keys of the values that the part looks at, for where its `named` does not count. */
type ConjunctPart = Part & { own?: string[] }

function conjunctsOf(where: Where): Conjunct[] {
  if (where === whatReadersMaySee) return []
  return Object.entries(where).flatMap(([name, condition]): Conjunct[] => {
    if (condition === undefined || condition === null) return []
    const isList = Array.isArray(condition)
    if (isList && name.toLowerCase() === 'and') return condition.flatMap(conjunctsOf)
    if (isList && name.toLowerCase() === 'or')
      // Nothing to choose from is no condition.
      return condition.length > 0 ? [{ or: condition }] : []
    return [{ path: name, condition: condition as WhereField }]
  })
}

function conjunctPart(
  conjunct: Conjunct,
  type: SanitizedCollectionConfig,
  types: Types,
): ConjunctPart {
  if (!('or' in conjunct)) return fieldPart(conjunct, type, types)
  const parts = conjunct.or.map((where) => partOf(where, type, types))
  const fields = parts.flatMap((part) => part.fields)
  const named = parts.map((part) => part.named)
  if (named.some((keys) => keys === null))
    return {
      named: null,
      isWhole: false,
      fields: [...fields, ...everyField(conjunct.or, type, types)],
    }
  return {
    named: named.flatMap((keys) => keys!),
    isWhole: parts.every(({ isWhole }) => isWhole),
    fields,
    own: everyField(conjunct.or, type, types),
  }
}

/** Keys of all values that some conditions look at. */
function everyField(wheres: Where[], type: SanitizedCollectionConfig, types: Types): string[] {
  return wheres
    .flatMap(conjunctsOf)
    .flatMap((conjunct) =>
      'or' in conjunct
        ? everyField(conjunct.or, type, types)
        : fieldKeys(conjunct.path, type, types),
    )
}

function fieldPart(
  { condition, path }: { path: string; condition: WhereField },
  type: SanitizedCollectionConfig,
  types: Types,
): ConjunctPart {
  const own = fieldKeys(path, type, types)
  const named = namedBy(path, condition, type)
  if (!named) return { named: null, isWhole: false, fields: own }
  return { named, isWhole: path === 'id', fields: [], own }
}

/** The keys of the documents, names or targets that are asked for one by one; null where they are not. */
function namedBy(
  path: string,
  condition: WhereField,
  { flattenedFields, slug }: SanitizedCollectionConfig,
): string[] | null {
  const { equals, in: among } = condition as { equals?: unknown; in?: unknown }
  const values = typeof equals === 'string' ? [equals] : Array.isArray(among) ? among : []
  if (values.length === 0 || values.length > mostNamed) return null
  if (!values.every((value) => typeof value === 'string')) return null
  if (path === 'id') return values.map((id) => documentKey(slug, id))
  const names = namesAsked(slug, path, values)
  if (names) return names.map((name) => nameKeyOf(slug, name))
  const { field, rest } = fieldAt(path, flattenedFields)
  const isPointer = field?.type === 'relationship' || field?.type === 'upload'
  return isPointer && rest.length === 0 && typeof field.relationTo === 'string'
    ? values.map((id) => pointingKey(slug, id))
    : null
}

function namesAsked(collection: string, path: string, values: readonly string[]): string[] | null {
  if (!isNamed(collection)) return null
  if (path === 'searchKey' || path === 'aliasKeys') return [...values]
  if (path !== nameFieldOf(collection)) return null
  const names = values.map((value) => nameKey(collection, value))
  return names.every((name) => name !== null) ? names : null
}

/** Keys of the value at a path, and of the types that the path leads on to. */
function fieldKeys(path: string, type: SanitizedCollectionConfig, types: Types): string[] {
  if (neverChanging.has(path)) return []
  const [root = ''] = path.split('.')
  const top = type.flattenedFields.find(({ name }) => name === root)
  if (!top || !isVisible(top) || isDerived(root, type)) return [typeKey(type.slug)]
  const { field, rest } = fieldAt(path, type.flattenedFields)
  const own = fieldKey(type.slug, root)
  if (rest.length === 0 || (field?.type !== 'relationship' && field?.type !== 'upload'))
    return [own]
  // What is asked of another document may change with it, and with those that it points at.
  return [own, ...[field.relationTo].flat().flatMap((slug) => typesBehind(slug, rest, types))]
}

function typesBehind(slug: string, path: readonly string[], types: Types): string[] {
  const type = types.get(slug)
  if (!type) return [typeKey(slug)]
  const { field, rest } = fieldAt(path.join('.'), type.flattenedFields)
  const goesOn =
    rest.length > 0 && (field?.type === 'relationship' || field?.type === 'upload')
      ? [field.relationTo].flat().flatMap((next) => typesBehind(next, rest, types))
      : []
  return [typeKey(slug), ...goesOn]
}

/** The last field that a path names, and what of the path comes after it. */
function fieldAt(
  path: string,
  fields: readonly FlattenedField[],
): { field: FlattenedField | undefined; rest: string[] } {
  const [name, ...rest] = path.split('.')
  const field = fields.find((one) => one.name === name)
  if (!field || rest.length === 0 || !('flattenedFields' in field)) return { field, rest }
  const inside = fieldAt(rest.join('.'), field.flattenedFields)
  return inside.field ? inside : { field, rest: [] }
}

/** Whether a field is worked out beside the text, so that no snapshot has it. */
function isDerived(name: string, { upload }: SanitizedCollectionConfig): boolean {
  return (
    ['updatedAt', 'deletedAt', 'contributors', 'savedBy'].includes(name) ||
    (Boolean(upload) && ['url', 'thumbnailURL', 'sizes', 'focalX', 'focalY'].includes(name))
  )
}
