import type { FlattenedField } from 'payload'
import { canonicalJson, type JsonValue } from '../../content/canonical-json.ts'
import { align } from './align.ts'
import type { Alignable } from './alignable.ts'
import type { Change, ItemChange, Place, Shown } from './change.ts'
import { entryPlace, idPart, type Scope } from './scope.ts'
import { shownOf } from './shown.ts'

/**
 * Of more entries that change places than this, the whole order is shown instead of each. So it is when one is moved
 * past others and has the same number as before.
 */
const mostMovedOneByOne = 3

/** What differs between two lists of documents, choices or short texts: added, removed, in another order. */
export function compareItems({
  field,
  before,
  after,
  place,
  scope,
}: {
  field: FlattenedField
  before: readonly JsonValue[]
  after: readonly JsonValue[]
  place: Place
  scope: Scope
}): Change[] {
  const [left, right] = [itemsOf(field, before), itemsOf(field, after)]
  const { added, pairs, removed } = align({ before: left, after: right, effort: scope.effort })
  const moved = pairs.filter((pair) => pair.moved !== null)
  const isOrdered =
    moved.length > mostMovedOneByOne || moved.some((pair) => pair.before === pair.after)
  const ofItem = (
    change: ItemChange['change'],
    { from, to }: { from: number | null; to: number | null },
  ): ItemChange => {
    const item = to === null ? left[from!]! : right[to]!
    const index = to ?? from!
    return {
      ...entryPlace(place, { id: item.id, index }),
      kind: 'item',
      change,
      item: item.shown,
      from: from === null ? null : from + 1,
      to: to === null ? null : to + 1,
    }
  }
  return [
    ...removed.map((from) => ofItem('removed', { from, to: null })),
    ...added.map((to) => ofItem('added', { from: null, to })),
    ...(isOrdered
      ? [{ ...place, kind: 'order' as const, from: left.map(toShown), to: right.map(toShown) }]
      : moved.map(({ after: to, before: from }) => ofItem('moved', { from, to }))),
  ]
}

interface Item extends Alignable {
  id: string
  shown: Shown
}

function itemsOf(field: FlattenedField, values: readonly JsonValue[]): Item[] {
  const seen = new Map<string, number>()
  return values.map((value): Item => {
    const shown = shownOf(field, value)
    const key = canonicalJson(value)
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    const name = idPart(nameOf(shown))
    return {
      // The second of the same has a key of its own, so that one is not taken for the other.
      key: `${key}~${times}`,
      identity: { name: `${key}~${times}`, isDocument: true },
      words: [],
      kind: 'item',
      id: times === 1 ? name : `${name}~${times}`,
      shown,
    }
  })
}

function nameOf(shown: Shown): string {
  if (shown.as === 'reference') return shown.reference.id
  if (shown.as === 'text') return shown.text
  return shown.as === 'choice' ? shown.value : JSON.stringify(shown)
}

function toShown({ shown }: Item): Shown {
  return shown
}
