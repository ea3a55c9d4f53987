import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'
import { EditorialError } from '../errors.ts'
import { checkSearchLength } from '../text/search-pattern.ts'

/** Most conditions in one `where`. */
const mostConditions = 50

/** Deepest nesting of `and` and `or` in one `where`. */
const deepestCondition = 8

/** Most words to look for in all texts of one `where`. Each is compared with every document, letter by letter. */
const mostWords = { readers: 20, staff: 60 } as const

/** Highest page that can be asked for. */
const highestPage = 1_000_000

const comparisons = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal'] as const
const searches = ['contains', 'like', 'not_like'] as const
const operators = new Set<string>([
  'equals',
  'not_equals',
  'in',
  'not_in',
  'exists',
  ...comparisons,
  ...searches,
])

/** Kinds of fields that a result can be ordered by. */
const orderable = new Set(['text', 'textarea', 'email', 'number', 'date', 'checkbox', 'select'])

/** Who asks, and of what. */
export interface Asked {
  fields: readonly FlattenedField[]
  req: PayloadRequest
  staff: boolean
}

/**
 * Refuses conditions that the database would stumble over, and those through which a reader could learn of
 * drafts: on reverse relationships, which count drafts, and on the inside of long texts, which may link to
 * them.
 *
 * @throws EditorialError MALFORMED, naming the condition
 */
export function checkWhere(where: unknown, asked: Asked): void {
  if (where === undefined || where === null) return
  const seen = { conditions: 0, words: 0 }
  checkPart(where, asked, seen, 1)
}

/** @throws EditorialError MALFORMED when results cannot be ordered like that, or not for readers */
export function checkSort(sort: unknown, { fields, req, staff }: Asked): void {
  const orders: unknown[] = typeof sort === 'string' ? sort.split(',') : [sort ?? []].flat()
  for (const order of orders) {
    const path = typeof order === 'string' ? order.trim().replace(/^-/, '') : undefined
    if (path === undefined) refuse('An order is the name of a field, such as title or -updatedAt.')
    if (path.includes('.') && !staff)
      refuse(
        `Results cannot be ordered by “${shown(path)}”, a field of another document. Order by a field of the document itself, such as title or -updatedAt.`,
      )
    const field = fieldAt(path, fields, req)
    const isOfOne = field && !('hasMany' in field && field.hasMany)
    const mayOrder =
      !field || (isOfOne && (orderable.has(field.type) || (staff && field.type === 'relationship')))
    if (!mayOrder)
      refuse(
        `Results cannot be ordered by “${shown(path)}”. Order by one of: ${namesOfOrderable(fields).join(', ')}.`,
      )
  }
}

/** @throws EditorialError MALFORMED for a page no list has */
export function checkPage(page: unknown): void {
  if (typeof page === 'number' && page > highestPage)
    refuse(`There is no page ${page}. Ask for a page up to ${highestPage}.`)
}

/** What was counted so far of one `where`. */
interface Seen {
  conditions: number
  words: number
}

function checkPart(part: unknown, asked: Asked, seen: Seen, depth: number): void {
  if (depth > deepestCondition)
    refuse(
      `This condition is nested more than ${deepestCondition} levels deep. Ask a simpler question.`,
    )
  if (!isObject(part))
    refuse('A condition names a field, an operator and a value: where[slug][equals]=balance-paid.')
  for (const [key, value] of Object.entries(part)) {
    if (/^(and|or)$/i.test(key)) {
      if (!Array.isArray(value)) refuse(`“${key}” takes a list of conditions.`)
      for (const inner of value as unknown[]) checkPart(inner, asked, seen, depth + 1)
      continue
    }
    seen.conditions += 1
    if (seen.conditions > mostConditions)
      refuse(
        `This question has more than ${mostConditions} conditions. Split it up, or use the in operator with a list of values.`,
      )
    checkCondition(key, value, asked)
    seen.words += wordsIn(value as Record<string, unknown>)
    const most = asked.staff ? mostWords.staff : mostWords.readers
    if (seen.words > most)
      refuse(
        `This question looks for more than ${most} words. Look for fewer at a time, or use search.`,
      )
  }
}

/** @throws EditorialError MALFORMED for a text that is too long to look for */
function wordsIn(condition: Record<string, unknown>): number {
  const texts = searches
    .map((search) => condition[search])
    .filter((text) => typeof text === 'string')
  texts.forEach(checkSearchLength)
  return texts.reduce((sum, text) => sum + text.split(' ').length, 0)
}

function checkCondition(path: string, condition: unknown, asked: Asked): void {
  if (!isObject(condition))
    refuse(`“${shown(path)}” needs an operator, such as where[${shown(path)}][equals]=…`)
  const field = fieldAt(path, asked.fields, asked.req, asked.staff)
  if (field?.type === 'text' && field.hasMany && field.localized)
    refuse(`“${shown(path)}” cannot be a condition.`)
  if (field?.type === 'richText' && !asked.staff)
    refuse(`“${shown(path)}” is a long text, which cannot be a condition. Use search instead.`)
  for (const [operator, value] of Object.entries(condition)) {
    if (!operators.has(operator))
      refuse(`“${shown(operator)}” is not an operator. Use one of: ${[...operators].join(', ')}.`)
    checkValue({ path, operator, value, field })
    const isPlainQuestion =
      ['equals', 'in'].includes(operator) && value !== null && value !== 'null'
    if (!asked.staff && isReference(field) && !isPlainQuestion)
      refuse(`“${shown(path)}” is a reference. Ask for it with equals or in, and an id.`)
  }
}

/** The fields of a content type that everybody can order by. */
function namesOfOrderable(fields: readonly FlattenedField[]): string[] {
  return fields
    .filter((field) => orderable.has(field.type) && !('hasMany' in field && field.hasMany))
    .filter(({ name, ...field }) => isTimestamp(name) || !(name.startsWith('_') || isHidden(field)))
    .map(({ name }) => name)
}

/** Payload hides these in the panel's forms and not from readers. */
function isTimestamp(name: string): boolean {
  return name === 'createdAt' || name === 'updatedAt'
}

function isHidden({ admin, hidden }: { admin?: unknown; hidden?: unknown }): boolean {
  return hidden === true || (admin as { hidden?: unknown } | undefined)?.hidden === true
}

function isReference(field: FlattenedField | undefined): boolean {
  return field?.type === 'relationship' || field?.type === 'upload'
}

function checkValue({
  path,
  operator,
  value,
  field,
}: {
  path: string
  operator: string
  value: unknown
  field: FlattenedField | undefined
}): void {
  const takesList = operator === 'in' || operator === 'not_in'
  const values: unknown[] = takesList && Array.isArray(value) ? value : [value]
  if (!values.every(isScalar))
    refuse(
      takesList
        ? `“${operator}” on “${shown(path)}” takes a list of plain values.`
        : `“${shown(operator)}” on “${shown(path)}” takes one plain value.`,
    )
  if (field?.type !== 'date') return
  if (searches.some((search) => search === operator))
    refuse(`“${shown(path)}” is a date, which has no parts. Compare it with greater_than.`)
  if (
    comparisons.some((comparison) => comparison === operator) &&
    Number.isNaN(Date.parse(String(value)))
  )
    refuse(`“${shown(String(value))}” is not a date. Write it as 2026-11-22.`)
}

/**
 * The field a path such as `phase.slug` ends at; undefined where Payload knows the path or refuses it.
 *
 * @throws EditorialError MALFORMED for a reverse field on the way, or a way through two references
 */
function fieldAt(
  path: string,
  fields: readonly FlattenedField[],
  req: PayloadRequest,
  mayUseReverse = false,
): FlattenedField | undefined {
  let here = fields
  let field: FlattenedField | undefined
  let references = 0
  for (const name of path.split('.')) {
    field = here.find((one) => one.name === name)
    if (!field) return undefined
    if (field.type === 'join' && !(mayUseReverse && references === 0))
      refuse(
        `“${shown(path)}” cannot be used, because “${name}” is worked out from other documents. Ask those documents instead: notices have a condition on stations, for example.`,
      )
    if (isReference(field) && 'relationTo' in field && typeof field.relationTo === 'string') {
      references += 1
      here =
        req.payload.collections[field.relationTo as CollectionSlug]?.config.flattenedFields ?? []
    } else if ('flattenedFields' in field) {
      here = field.flattenedFields
    } else if (field.type === 'richText') {
      return field
    } else {
      here = []
    }
    if (references > 1 && !path.endsWith(name))
      refuse(`“${shown(path)}” goes through two other documents. Ask one of them first.`)
  }
  return field
}

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shown(text: string): string {
  return text.slice(0, 60)
}

function refuse(message: string): never {
  throw new EditorialError({ code: 'MALFORMED', message })
}
