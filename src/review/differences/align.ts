import { mayBeSame, type Alignable, type Gaps } from './alignable.ts'
import type { Effort } from './effort.ts'
import { longestRun } from './longest-run.ts'
import { similarPairs } from './similar-pairs.ts'

/** The same block or row in both lists. */
export interface Pair {
  before: number
  after: number
  moved: 'up' | 'down' | null
}

export interface Alignment {
  /** In their order after. */
  pairs: Pair[]
  removed: number[]
  added: number[]
}

/**
 * Which entries of two lists are the same ones: what is equal and in order, then what is about the same, then
 * what is equal elsewhere, then what is similar (see `similar-pairs.ts`), then what alone was replaced at its
 * place. As few as possible count as moved.
 *
 * Takes n log n steps for what is equal. Order is found by Myers' algorithm within the bounds of the effort; in
 * lists that differ by more, by the entries that occur once in each.
 */
export function align({
  before,
  after,
  effort,
}: {
  before: readonly Alignable[]
  after: readonly Alignable[]
  effort: Effort
}): Alignment {
  const matching = new Matching(before, after)
  for (const [left, right] of equalInOrder(before, after, effort)) matching.match(left, right)
  matching.matchBy(({ identity }) => identity?.name ?? null)
  matching.matchBy(({ key, words }) => (words.length > 0 ? key : null))
  const gaps = matching.gaps()
  for (const [left, right] of similarPairs({ before, after, ...matching.unmatched(), gaps }))
    matching.match(left, right)
  matching.matchReplaced()
  return matching.alignment()
}

class Matching {
  readonly #before: readonly Alignable[]
  readonly #after: readonly Alignable[]
  /** By the number of an entry, the number of its like on the other side. */
  readonly #afterOf = new Map<number, number>()
  readonly #beforeOf = new Map<number, number>()

  constructor(before: readonly Alignable[], after: readonly Alignable[]) {
    this.#before = before
    this.#after = after
  }

  match(before: number, after: number): void {
    if (this.#afterOf.has(before) || this.#beforeOf.has(after)) return
    this.#afterOf.set(before, after)
    this.#beforeOf.set(after, before)
  }

  unmatched(): { removed: number[]; added: number[] } {
    return {
      removed: [...this.#before.keys()].filter((at) => !this.#afterOf.has(at)),
      added: [...this.#after.keys()].filter((at) => !this.#beforeOf.has(at)),
    }
  }

  /** Matches the first of a name with the first, the second with the second. */
  matchBy(nameOf: (entry: Alignable) => string | null): void {
    const { added, removed } = this.unmatched()
    const waiting = new Map<string, number[]>()
    for (const at of removed.reverse()) {
      const name = nameOf(this.#before[at]!)
      if (name === null) continue
      const sameName = waiting.get(name)
      if (sameName) sameName.push(at)
      else waiting.set(name, [at])
    }
    for (const at of added) {
      const name = nameOf(this.#after[at]!)
      const like = name === null ? undefined : waiting.get(name)?.pop()
      if (like !== undefined) this.match(like, at)
    }
  }

  gaps(): Gaps {
    const pairs = this.#pairs()
    const stay = pairs.filter(({ moved }) => moved === null)
    const [left, right] = [new Set<number>(), new Set<number>()]
    for (const { after, before } of stay) {
      left.add(before)
      right.add(after)
    }
    return { before: counted(this.#before, left), after: counted(this.#after, right) }
  }

  /** What stands alone of its kind between two entries that stay, before and after, was replaced. */
  matchReplaced(): void {
    const gaps = this.gaps()
    const { added, removed } = this.unmatched()
    const [left, right] = [
      alone(removed, (at) => `${gaps.before[at]!}/${this.#before[at]!.kind}`),
      alone(added, (at) => `${gaps.after[at]!}/${this.#after[at]!.kind}`),
    ]
    for (const [place, at] of left) {
      const other = right.get(place)
      if (other !== undefined && mayBeSame(this.#before[at]!, this.#after[other]!))
        this.match(at, other)
    }
  }

  alignment(): Alignment {
    return { pairs: this.#pairs(), ...this.unmatched() }
  }

  #pairs(): Pair[] {
    const pairs = [...this.#beforeOf].sort(([one], [other]) => one - other)
    const stay = longestRun(pairs.map(([, before]) => before))
    const ranks = new Map(
      pairs
        .map(([, before]) => before)
        .sort((one, other) => one - other)
        .map((before, rank) => [before, rank]),
    )
    return pairs.map(([after, before], at) => ({
      before,
      after,
      moved: stay.has(at) ? null : ranks.get(before)! > at ? 'up' : 'down',
    }))
  }
}

function equalInOrder(
  before: readonly Alignable[],
  after: readonly Alignable[],
  effort: Effort,
): [number, number][] {
  const [left, right] = [before.map(({ key }) => key), after.map(({ key }) => key)]
  const stretches = effort.compare(left, right)
  if (!stretches) return onceInEach(left, right)
  const pairs: [number, number][] = []
  let [ours, theirs] = [0, 0]
  for (const { count, in: side } of stretches) {
    if (side === 'both') for (let at = 0; at < count; at += 1) pairs.push([ours + at, theirs + at])
    if (side !== 'after') ours += count
    if (side !== 'before') theirs += count
  }
  return pairs
}

function onceInEach(left: readonly string[], right: readonly string[]): [number, number][] {
  const [ours, theirs] = [once(left), once(right)]
  const pairs = [...ours].flatMap(([key, at]): [number, number][] => {
    const other = theirs.get(key)
    return other === undefined ? [] : [[at, other]]
  })
  const run = longestRun(pairs.map(([, other]) => other))
  return pairs.filter((_pair, at) => run.has(at))
}

function once(keys: readonly string[]): Map<string, number> {
  return alone([...keys.keys()], (at) => keys[at]!)
}

/** The entries that nobody shares a place with, by their place. */
function alone(entries: readonly number[], placeOf: (at: number) => string): Map<string, number> {
  const found = new Map<string, number>()
  const shared = new Set<string>()
  for (const at of entries) {
    const place = placeOf(at)
    if (found.has(place)) shared.add(place)
    found.set(place, at)
  }
  for (const place of shared) found.delete(place)
  return found
}

/** For each entry, how many of some entries stand before it. */
function counted(entries: readonly unknown[], some: ReadonlySet<number>): number[] {
  let count = 0
  return entries.map((_entry, at) => {
    if (some.has(at)) count += 1
    return count
  })
}
