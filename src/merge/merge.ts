import type { JsonValue } from '../content/canonical-json.ts'
import { isRecord } from '../content/plain-values.ts'
import { mergeText } from './merge-text.ts'
import { mergeOrder, orderOf } from './order.ts'
import { isItems, isLongText, isRows, saySame, type Row, type Value, type Values } from './same.ts'

/** What a document said when two people began to change it, and what each of them has made of it. */
export interface Sides<Of> {
  base: Of
  mine: Of
  theirs: Of
}

export type Choice = 'mine' | 'theirs'

/** Something that both changed, and each in another way. */
export interface Conflict extends Sides<Value> {
  /** Such as `title`, `deadline`, `connections/ROW`, `connections/ROW.condition`. */
  path: string
  /** Whether it is about the order of a list, and not about what stands in it. */
  isOrder: boolean
}

export interface Merged {
  /** With what was chosen where both changed the same, mine where nothing was chosen. */
  values: Values
  /** In the order of the fields of mine. */
  conflicts: Conflict[]
  /** What they changed and I did not, by their paths. */
  taken: string[]
  /** What I changed and they did not. */
  kept: string[]
}

/**
 * Makes one document of two that came of the same one. What only one of them changed is as they have it. What both
 * changed in different ways is a conflict, for which somebody has to choose.
 *
 * Each field is judged on its own; rows of a list by their ids; long texts block by block; lists of plain values entry
 * by entry. The plain values of one group or row are judged together, as they say one thing: half of one deadline and
 * half of another would be a third one, which nobody wrote.
 *
 * @param choices by the paths of conflicts
 */
export function merge(
  { base, mine, theirs }: Sides<Values>,
  choices: ReadonlyMap<string, Choice> = new Map(),
): Merged {
  const work: Work = { choices, conflicts: [], taken: [], kept: [] }
  const values: Values = {}
  for (const name of namesIn({ mine, theirs, base })) {
    const merged = mergeValue(valuesAt({ base, mine, theirs }, name), name, work)
    if (merged !== undefined) values[name] = merged
  }
  return { values, conflicts: work.conflicts, taken: work.taken, kept: work.kept }
}

interface Work {
  choices: ReadonlyMap<string, Choice>
  conflicts: Conflict[]
  taken: string[]
  kept: string[]
}

function mergeValue(sides: Sides<Value>, path: string, work: Work): Value {
  const { base, mine, theirs } = sides
  if (isSettled(sides, path, work)) return settled(sides)
  const lists = { base: base ?? [], mine: mine ?? [], theirs: theirs ?? [] }
  if (all(lists, isItems)) return mergeItems(lists as Sides<(number | string)[]>, path, work)
  if (all(lists, isRows)) return mergeRows(lists as Sides<Row[]>, path, work)
  if (all(sides, isLongText)) {
    const text = mergeText(sides)
    if (text === undefined) return chosen(sides, path, work)
    noteBoth(path, work)
    return text
  }
  const groups = { base: base ?? {}, mine: mine ?? {}, theirs: theirs ?? {} }
  if (all(groups, isGroup)) return mergeGroup(groups as Sides<Values>, path, work)
  return chosen(sides, path, work)
}

/** Whether one side at most changed something, or both the same; notes which one. */
function isSettled({ base, mine, theirs }: Sides<Value>, path: string, work: Work): boolean {
  if (saySame(mine, theirs)) return true
  if (saySame(base, theirs)) work.kept.push(path)
  else if (saySame(base, mine)) work.taken.push(path)
  else return false
  return true
}

function settled<Of extends Value>({ base, mine, theirs }: Sides<Of>): Of {
  return !saySame(mine, theirs) && saySame(base, mine) ? theirs : mine
}

function noteBoth(path: string, { kept, taken }: Work): void {
  kept.push(path)
  taken.push(path)
}

/** A group of fields, or a row: its plain values together, everything else by itself. */
function mergeGroup(sides: Sides<Values>, path: string, work: Work): Values {
  const names = namesIn(sides)
  const isPlain = (name: string) =>
    Object.values(valuesAt(sides, name)).every(
      (value: Value) => typeof value !== 'object' || value === null,
    )
  const plain = mapSides(sides, (values) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => isPlain(name))),
  )
  const together = mergeTogether(plain, path, work)
  const merged: Values = {}
  for (const name of names) {
    const value = isPlain(name)
      ? together[name]
      : mergeValue(valuesAt(sides, name), `${path}.${name}`, work)
    if (value !== undefined) merged[name] = value
  }
  return merged
}

function mergeTogether(sides: Sides<Values>, path: string, work: Work): Values {
  if (isSettled(sides, path, work)) return settled(sides)
  return (chosen(sides, path, work) ?? {}) as Values
}

function mergeRows(sides: Sides<Row[]>, path: string, work: Work): JsonValue {
  const byId = mapSides(sides, (rows) => new Map(rows.map((row) => [row.id, row])))
  const kept = new Map<string, JsonValue>()
  for (const id of new Set([...byId.mine.keys(), ...byId.theirs.keys()])) {
    const row = mergeRow(
      mapSides(byId, (rows) => rows.get(id)),
      `${path}/${id}`,
      work,
    )
    if (row !== undefined) kept.set(id, row)
  }
  const ids = mapSides(sides, (rows) => rows.map(({ id }) => id))
  return inOrder(ids, new Set(kept.keys()), path, work).map((id) => kept.get(id)!)
}

function mergeRow(row: Sides<Row | undefined>, path: string, work: Work): Value {
  const { base, mine, theirs } = row
  if (mine && theirs)
    return withId(mergeGroup({ base: base ?? { id: mine.id }, mine, theirs }, path, work), mine.id)
  // What one of them removed and the other left alone is gone; what one of them put in is there.
  return isSettled(row, path, work) ? settled(row) : chosen(row, path, work)
}

function withId(values: Values, id: string): Values {
  return { ...values, id }
}

function mergeItems(
  sides: Sides<(number | string)[]>,
  path: string,
  work: Work,
): (number | string)[] {
  const keys = mapSides(sides, (items) => items.map((item) => JSON.stringify(item)))
  const has = mapSides(keys, (all) => new Set(all))
  const kept = new Set(
    [...new Set([...keys.mine, ...keys.theirs])].filter(
      (key) => !has.base.has(key) || (has.mine.has(key) && has.theirs.has(key)),
    ),
  )
  noteBoth(path, work)
  return inOrder(keys, kept, path, work).map((key) => JSON.parse(key) as number | string)
}

function inOrder(
  order: Sides<string[]>,
  kept: ReadonlySet<string>,
  path: string,
  work: Work,
): string[] {
  const merged = mergeOrder({ ...order, kept })
  if (merged) return merged
  const side = choose({ ...order, path: `${path}#order`, isOrder: true }, work)
  const other = side === 'mine' ? 'theirs' : 'mine'
  return orderOf(kept, order[side], order[other])
}

function chosen(sides: Sides<Value>, path: string, work: Work): Value {
  return sides[choose({ ...sides, path, isOrder: false }, work)]
}

function choose(conflict: Conflict, work: Work): Choice {
  work.conflicts.push(conflict)
  return work.choices.get(conflict.path) ?? 'mine'
}

function isGroup(value: Value): value is Values {
  return isRecord(value) && !isLongText(value)
}

function all<Kind extends Value>(
  { base, mine, theirs }: Sides<Value>,
  is: (value: Value) => value is Kind,
): boolean {
  return is(base) && is(mine) && is(theirs)
}

function namesIn({ base, mine, theirs }: Sides<Values>): string[] {
  return [...new Set([mine, theirs, base].flatMap((values) => Object.keys(values)))]
}

function valuesAt(sides: Sides<Values>, name: string): Sides<Value> {
  return mapSides(sides, (values) => (Object.hasOwn(values, name) ? values[name] : undefined))
}

function mapSides<From, To>(
  { base, mine, theirs }: Sides<From>,
  change: (side: From) => To,
): Sides<To> {
  return { base: change(base), mine: change(mine), theirs: change(theirs) }
}
