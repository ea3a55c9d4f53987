import { attribute } from './html-tree.ts'
import { wordCounts, looseWords, type Unit } from './units.ts'

/** Two units that belong together, or one that the other page has not. */
export type Pair = readonly [Unit, Unit] | readonly [Unit, undefined] | readonly [undefined, Unit]

/** How alike two blocks must be to count as one that was changed, from 0 to 1. */
const alikeInPlace = 0.4

/**
 * Parts of a table, a list of terms or the frame of a page: where one stands in place of one, it is the same that says
 * something else.
 */
const slots = new Set([
  ...['cell', 'tr', 'dt', 'dd', 'summary', 'caption', 'figcaption', 'legend', looseWords],
  ...['article', 'header', 'footer', 'nav', 'form'],
])

/** How far from its place in a long list a changed block is looked for. */
const widestBand = 24

/**
 * Puts the blocks of one parent beside those of the other, in the order of both pages. What stands in another order
 * comes as one that is gone and one that is new.
 */
export function align(before: readonly Unit[], after: readonly Unit[]): Pair[] {
  let start = 0
  const shorter = Math.min(before.length, after.length)
  while (start < shorter && before[start]!.id === after[start]!.id) start += 1
  let end = 0
  while (end < shorter - start && before.at(-1 - end)!.id === after.at(-1 - end)!.id) end += 1
  const [bEnd, aEnd] = [before.length - end, after.length - end]
  return [
    ...together(before.slice(0, start), after),
    ...alignMiddle(before.slice(start, bEnd), after.slice(start, aEnd)),
    ...together(before.slice(bEnd), after.slice(aEnd)),
  ]
}

function together(before: readonly Unit[], after: readonly Unit[]): Pair[] {
  return before.map((unit, at) => [unit, after[at]!] as const)
}

function alignMiddle(before: readonly Unit[], after: readonly Unit[]): Pair[] {
  const result: Pair[] = []
  let [b, a] = [0, 0]
  for (const [bNext, aNext] of [
    ...anchors(before, after),
    [before.length, after.length] as const,
  ]) {
    result.push(...alignGap(before.slice(b, bNext), after.slice(a, aNext)))
    if (bNext < before.length) result.push([before[bNext]!, after[aNext]!])
    ;[b, a] = [bNext + 1, aNext + 1]
  }
  return result
}

/** Units that stand once in each list and read the same, as many as keep their order. */
function anchors(before: readonly Unit[], after: readonly Unit[]): (readonly [number, number])[] {
  const once = onceIn(before.map(({ id }) => id))
  const common = [...onceIn(after.map(({ id }) => id))]
    .flatMap(([id, a]) => (once.has(id) ? [[once.get(id)!, a] as const] : []))
    .sort(([, one], [, other]) => one - other)
  // The longest run that rises on both sides, by patience sorting.
  const piles: number[] = []
  const under: (number | undefined)[] = []
  common.forEach(([b], at) => {
    let [low, high] = [0, piles.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (common[piles[middle]!]![0] < b) low = middle + 1
      else high = middle
    }
    under[at] = piles[low - 1]
    piles[low] = at
  })
  const longest: (readonly [number, number])[] = []
  for (let at = piles.at(-1); at !== undefined; at = under[at]) longest.push(common[at]!)
  return longest.reverse()
}

/** Where each key stands that is there once, in order. */
function onceIn<Key>(keys: readonly Key[]): Map<Key, number> {
  const places = new Map<Key, number>()
  const again = new Set<Key>()
  keys.forEach((key, at) => (places.has(key) ? again.add(key) : places.set(key, at)))
  for (const key of again) places.delete(key)
  return places
}

function alignGap(before: readonly Unit[], after: readonly Unit[]): Pair[] {
  if (before.length === 0 || after.length === 0) return apart(before, after)
  const result: Pair[] = []
  let gone: Unit[] = []
  let come: Unit[] = []
  for (const pair of mostAlike(before, after)) {
    const [one, other] = pair
    if (one && other) {
      result.push(...alignSlots(gone, come), pair)
      gone = []
      come = []
    } else if (one) gone.push(one)
    else come.push(other!)
  }
  return [...result, ...alignSlots(gone, come)]
}

/** What is unlike and yet stands for each other, because there is one of it on both sides. */
function alignSlots(before: readonly Unit[], after: readonly Unit[]): Pair[] {
  const result: Pair[] = []
  let [b, a] = [0, 0]
  const isAlone = before.length === 1 && after.length === 1
  const places = onceIn(after.map((unit) => slotOf(unit, isAlone)))
  for (const [slot, at] of onceIn(before.map((unit) => slotOf(unit, isAlone)))) {
    const place = places.get(slot)
    if (slot === undefined || place === undefined || place < a) continue
    result.push(...apart(before.slice(b, at), after.slice(a, place)), [before[at]!, after[place]!])
    ;[b, a] = [at + 1, place + 1]
  }
  return [...result, ...apart(before.slice(b), after.slice(a))]
}

/** Which part of its parent a unit is; undefined for what there may be many of. */
function slotOf({ element, sort }: Unit, isAlone: boolean): string | undefined {
  const tag = element?.tagName
  if (slots.has(sort)) return sort
  if (tag !== undefined && /^h[1-6]$/.test(tag)) return tag
  return tag === 'div' && isAlone ? `div ${attribute(element!, 'class')}` : undefined
}

function apart(before: readonly Unit[], after: readonly Unit[]): Pair[] {
  return [
    ...before.map((unit) => [unit, undefined] as const),
    ...after.map((unit) => [undefined, unit] as const),
  ]
}

/** The pairs, in order, that are most alike in all; only near the diagonal where the lists are long. */
function mostAlike(before: readonly Unit[], after: readonly Unit[]): Pair[] {
  const alike = alikeness()
  const small = before.length * after.length <= 40_000
  const slope = after.length / before.length
  const band = (b: number): readonly [number, number] =>
    small
      ? [0, after.length]
      : [
          Math.max(0, Math.floor(b * slope) - widestBand),
          Math.min(after.length, Math.ceil((b + 1) * slope) + widestBand),
        ]
  // best[b][a] is the most that can be reached from before[b] and after[a] on.
  const rows: { from: number; best: Float64Array; likeness: Float64Array }[] = []
  const at = (b: number, a: number): number => {
    let row = rows[b]
    for (let below = b + 1; row && a >= row.from + row.best.length; below += 1) row = rows[below]
    return row?.best[Math.max(0, a - row.from)] ?? 0
  }
  for (let b = before.length - 1; b >= 0; b -= 1) {
    const [from, to] = band(b)
    const row = { from, best: new Float64Array(to - from), likeness: new Float64Array(to - from) }
    rows[b] = row
    for (let a = to - 1; a >= from; a -= 1) {
      const likeness = alike(before[b]!, after[a]!)
      row.likeness[a - from] = likeness
      const paired = likeness >= alikeInPlace ? likeness + at(b + 1, a + 1) : 0
      const next = a + 1 < to ? row.best[a + 1 - from]! : 0
      row.best[a - from] = Math.max(paired, at(b + 1, a), next)
    }
  }
  return inOrder({ before, after, rows, at })
}

function inOrder({
  before,
  after,
  rows,
  at,
}: {
  before: readonly Unit[]
  after: readonly Unit[]
  rows: readonly { from: number; likeness: Float64Array }[]
  at: (b: number, a: number) => number
}): Pair[] {
  const result: Pair[] = []
  let a = 0
  before.forEach((unit, b) => {
    const { from, likeness } = rows[b]!
    // The first of this row that the best way pairs, if it pairs this one at all.
    let found: number | undefined
    for (let one = Math.max(a, from); one < from + likeness.length; one += 1) {
      const here = likeness[one - from]!
      if (here < alikeInPlace || here + at(b + 1, one + 1) < at(b, a) - 1e-9) continue
      found = one
      break
    }
    if (found === undefined) {
      result.push([unit, undefined])
      return
    }
    result.push(...after.slice(a, found).map((one) => [undefined, one] as const))
    result.push([unit, after[found]!])
    a = found + 1
  })
  return [...result, ...after.slice(a).map((one) => [undefined, one] as const)]
}

/** How alike two units are, from 0 to 1. Words are counted once for each. */
export function alikeness(): (one: Unit, other: Unit) => number {
  const counted = new Map<Unit, Map<string, number>>()
  const countsOf = (unit: Unit) => {
    const counts = counted.get(unit) ?? wordCounts(unit)
    counted.set(unit, counts)
    return counts
  }
  return (one, other) => {
    if (one.id === other.id) return 1
    if (one.sort !== other.sort) return 0
    const likeness = shared(countsOf(one), countsOf(other))
    if (one.name === undefined || other.name === undefined) return likeness
    if (one.name === other.name) return Math.max(0.9, likeness)
    return likeness >= 0.8 ? likeness : 0
  }
}

/** Words in common among all words of both. */
function shared(one: Map<string, number>, other: Map<string, number>): number {
  let [common, all] = [0, 0]
  for (const [word, count] of one) {
    common += Math.min(count, other.get(word) ?? 0)
    all += count
  }
  for (const count of other.values()) all += count
  return all === 0 ? 0 : (2 * common) / all
}
