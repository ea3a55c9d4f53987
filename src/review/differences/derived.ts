import type { JsonValue } from '../../content/canonical-json.ts'
import { searchKey } from '../../content/search-key.ts'
import type { Change } from './change.ts'
import { isSame, valueIn } from './same.ts'

type Values = { [name: string]: JsonValue }

/** Fields that are worked out from others when a document is saved. */
const derivedFrom: readonly { field: string; sources: readonly string[]; hasMany: boolean }[] = [
  { field: 'searchKey', sources: ['code', 'number'], hasMany: false },
  { field: 'aliasKeys', sources: ['aliases'], hasMany: true },
]

/**
 * The changes without those that only follow from another one that is there: the search key of a code that changed.
 * A search key that is not the one of its code is shown, and so is one that changes alone.
 */
export function withoutDerived(
  changes: readonly Change[],
  { after, before }: { before: Values; after: Values },
): Change[] {
  const following = derivedFrom.filter(({ field, hasMany, sources }) =>
    sources.some((source) => {
      const isChanged = !isSame(valueIn(before, source), valueIn(after, source))
      const follows = (values: Values) => {
        const expected = keysOf(valueIn(values, source))
        return isSame(valueIn(values, field), hasMany ? listOrNone(expected) : expected[0])
      }
      return isChanged && follows(before) && follows(after)
    }),
  )
  const names = new Set(following.map(({ field }) => field))
  return changes.filter(({ field }) => !names.has(field))
}

function keysOf(value: JsonValue | undefined): string[] {
  const texts = Array.isArray(value) ? value : [value]
  return texts
    .filter((text) => typeof text === 'string')
    .map(searchKey)
    .filter(Boolean)
}

function listOrNone(keys: string[]): string[] | undefined {
  return keys.length > 0 ? keys : undefined
}
