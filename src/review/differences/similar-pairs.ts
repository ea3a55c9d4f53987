import { mayBeSame, type Alignable, type Gaps } from './alignable.ts'

/** Share of words that two entries have in common when one is the other changed: at its place, and elsewhere. */
const alikeEnough = { inPlace: 0.3, elsewhere: 0.6 }

/** Fewer words than this are no sign that something was moved. */
const fewestWordsToFollow = 4

/**
 * Bounds for large and hostile texts: an entry is looked for by so many of its rarest words, a word leads to so
 * many entries, and so many entries are compared with one.
 */
const mostWords = 24
const mostWithWord = 24
const mostCompared = 8

interface Likeness {
  before: number
  after: number
  score: number
}

/**
 * Those entries of two lists, of those still unmatched, that are the same with some words changed, the most alike
 * first. Takes a bounded number of steps for each entry, and for comparing two of them as many as the shorter
 * has different words.
 */
export function similarPairs({
  before,
  after,
  removed,
  added,
  gaps,
}: {
  before: readonly Alignable[]
  after: readonly Alignable[]
  removed: readonly number[]
  added: readonly number[]
  gaps: Gaps
}): [number, number][] {
  const bags = new Map(added.map((at) => [at, bagOf(after[at]!.words)]))
  const index = indexOf(bags)
  const found = removed.flatMap((at): Likeness[] => {
    const bag = bagOf(before[at]!.words)
    return candidatesFor(bag, index).flatMap((other) => {
      if (!mayBeSame(before[at]!, after[other]!)) return []
      const score = likeness(bag, bags.get(other)!)
      const isInPlace = gaps.before[at] === gaps.after[other]
      const isAlike = isInPlace
        ? score >= alikeEnough.inPlace
        : score >= alikeEnough.elsewhere && before[at]!.words.length >= fewestWordsToFollow
      return isAlike ? [{ before: at, after: other, score: score + (isInPlace ? 0.1 : 0) }] : []
    })
  })
  return found
    .sort((one, other) => other.score - one.score || distance(one) - distance(other))
    .map((one) => [one.before, one.after])
}

/** How often each word occurs. */
interface Bag {
  size: number
  counts: ReadonlyMap<string, number>
}

function bagOf(words: readonly string[]): Bag {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { size: words.length, counts }
}

/** By each word, the first entries that have it, and in how many it is. */
type Index = Map<string, { in: number; entries: number[] }>

function indexOf(bags: ReadonlyMap<number, Bag>): Index {
  const index: Index = new Map()
  for (const [at, { counts }] of bags)
    for (const word of counts.keys()) {
      const known = index.get(word) ?? { in: 0, entries: [] }
      known.in += 1
      if (known.entries.length < mostWithWord) known.entries.push(at)
      index.set(word, known)
    }
  return index
}

/** The entries that share the most of an entry's rarest words. */
function candidatesFor({ counts }: Bag, index: Index): number[] {
  const rarest = [...counts.keys()]
    .flatMap((word) => index.get(word) ?? [])
    .sort((one, other) => one.in - other.in)
    .slice(0, mostWords)
  const shared = new Map<number, number>()
  for (const { entries } of rarest)
    for (const at of entries) shared.set(at, (shared.get(at) ?? 0) + 1)
  return [...shared]
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostCompared)
    .map(([at]) => at)
}

/** Words in common, as a share of all (Dice): 1 for the same words in any order, 0 for none. */
function likeness(one: Bag, other: Bag): number {
  const [fewer, more] = one.counts.size <= other.counts.size ? [one, other] : [other, one]
  let common = 0
  for (const [word, count] of fewer.counts) common += Math.min(count, more.counts.get(word) ?? 0)
  return (2 * common) / Math.max(1, one.size + other.size)
}

function distance({ after, before }: Likeness): number {
  return Math.abs(after - before)
}
