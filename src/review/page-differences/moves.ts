import { alikeness } from './align.ts'
import type { Comparison } from './compare.ts'
import type { OnlyPart } from './parts.ts'
import { looseWords, wordCounts, type Unit } from './units.ts'

/** How alike a block elsewhere must be to count as moved there and not as another one. */
const alikeElsewhere = 0.6

/** Most pairs of blocks that are compared word by word for this. */
const mostPairs = 20_000

/** Joins what is gone from one place with what is new at another and says the same, or nearly. */
export function joinMoved(comparison: Comparison): void {
  const moveable = comparison.only.filter(({ unit }) => isMoveable(unit))
  const gone = moveable.filter(({ side }) => side === 'before')
  const come = moveable.filter(({ side }) => side === 'after')
  joinEqual(gone, come, comparison, ({ id }) => id)
  joinEqual(gone, come, comparison, ({ name, sort }) =>
    name === undefined ? undefined : `${sort} ${name}`,
  )
  joinAlike(gone, come, comparison)
}

function joinEqual(
  gone: readonly OnlyPart[],
  come: readonly OnlyPart[],
  comparison: Comparison,
  keyOf: (unit: Unit) => string | number | undefined,
): void {
  const waiting = new Map<string | number, OnlyPart[]>()
  for (const part of come.filter(isFree)) {
    const key = keyOf(part.unit)
    if (key !== undefined) waiting.set(key, [...(waiting.get(key) ?? []), part])
  }
  for (const part of gone.filter(isFree)) {
    const key = keyOf(part.unit)
    const other = key === undefined ? undefined : waiting.get(key)?.shift()
    if (other) join(part, other, comparison)
  }
}

function joinAlike(
  gone: readonly OnlyPart[],
  come: readonly OnlyPart[],
  comparison: Comparison,
): void {
  const [from, to] = [gone.filter(isFree), come.filter(isFree)]
  if (from.length * to.length > mostPairs) return
  const alike = alikeness()
  const pairs = from.flatMap((one) =>
    to.map((other) => ({ one, other, likeness: alike(one.unit, other.unit) })),
  )
  const good = pairs
    .filter(({ likeness, one }) => likeness >= alikeElsewhere && sizeOf(one.unit) >= 6)
    .sort((one, other) => other.likeness - one.likeness)
  for (const { one, other } of good) if (isFree(one) && isFree(other)) join(one, other, comparison)
}

function join(gone: OnlyPart, come: OnlyPart, comparison: Comparison): void {
  const change = come.change
  change.kind = 'moved'
  gone.change = change
  const inside = gone.unit.id === come.unit.id ? undefined : comparison.pair(gone.unit, come.unit)
  gone.moved = { to: come, says: '', inside }
  come.moved = { to: gone, says: '', inside }
}

const isFree = ({ moved }: OnlyPart) => moved === undefined

/** Cells and stray words have no place of their own, and a word or two may stand anywhere. */
function isMoveable(unit: Unit): boolean {
  return unit.sort !== looseWords && unit.sort !== 'cell' && sizeOf(unit) >= 2
}

function sizeOf(unit: Unit): number {
  let size = 0
  for (const count of wordCounts(unit, 20).values()) size += count
  return size
}
