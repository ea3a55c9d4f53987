import { diff3Merge } from 'node-diff3'
import { isLongText, keyOf, type Value } from './same.ts'

/**
 * A long text made of two that came of the same one, block by block: a paragraph, a heading, a whole list or table.
 *
 * @returns undefined where both changed the same block, or put something at the same place
 */
export function mergeText({
  base,
  mine,
  theirs,
}: {
  base: Value
  mine: Value
  theirs: Value
}): Value {
  if (!isLongText(base) || !isLongText(mine) || !isLongText(theirs)) return undefined
  const blocks = new Map(
    [base, theirs, mine].flatMap(({ root }) =>
      root.children.map((block) => [keyOf(block), block] as const),
    ),
  )
  const keysOf = ({ root }: { root: { children: Parameters<typeof keyOf>[0][] } }) =>
    root.children.map(keyOf)
  const regions = diff3Merge(keysOf(mine), keysOf(base), keysOf(theirs), {
    excludeFalseConflicts: true,
  })
  if (regions.some(({ conflict }) => conflict)) return undefined
  const children = regions.flatMap(({ ok }) => (ok ?? []).map((key) => blocks.get(key)!))
  return { ...mine, root: { ...mine.root, children } }
}
