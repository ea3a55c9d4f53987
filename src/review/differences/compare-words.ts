import type { Effort, Stretch } from './effort.ts'
import type { WordCount } from './parts.ts'
import { tokensOf, type Token } from './tokens.ts'

/** A stretch of characters: where it begins before and after, of which one alone counts unless it is in both. */
export interface Span {
  in: 'both' | 'before' | 'after'
  before: number
  after: number
  length: number
}

export interface WordsCompared {
  /** In reading order; what is removed stands before what is put in its place. Nothing of either text is missing. */
  spans: Span[]
  words: WordCount
}

/**
 * What differs between two texts, in whole words and marks of punctuation.
 *
 * Spaces are compared too, but never decide what belongs together. A word or two that stay by chance in the
 * middle of a rewritten passage belong to the passage. Beyond the bounds of the effort, everything between the
 * words that both texts begin and end with is replaced as a whole.
 */
export function compareWords({
  before,
  after,
  effort,
}: {
  before: string
  after: string
  effort: Effort
}): WordsCompared {
  const texts = {
    before,
    after,
    left: tokensOf(before),
    right: tokensOf(after),
  }
  const regions = withoutIslands(regionsOf(texts, effort), texts)
  return { spans: spansOf(regions, texts), words: wordsOf(regions, texts) }
}

interface Texts {
  before: string
  after: string
  left: Token[]
  right: Token[]
}

/** Tokens from one number up to another: the same ones, or some in place of others. */
interface Region {
  same: boolean
  left: [from: number, to: number]
  right: [from: number, to: number]
}

function regionsOf({ left, right }: Texts, effort: Effort): Region[] {
  const [ours, theirs] = [left, right].map((tokens) => tokens.map(({ text }) => text)) as [
    string[],
    string[],
  ]
  const shorter = Math.min(ours.length, theirs.length)
  let head = 0
  while (head < shorter && ours[head] === theirs[head]) head += 1
  let tail = 0
  while (tail < shorter - head && ours.at(-1 - tail) === theirs.at(-1 - tail)) tail += 1
  const middle = [ours.slice(head, ours.length - tail), theirs.slice(head, theirs.length - tail)]
  const stretches: Stretch[] = [
    { in: 'both', count: head },
    ...(effort.compare(middle[0]!, middle[1]!) ?? [
      { in: 'before' as const, count: middle[0]!.length },
      { in: 'after' as const, count: middle[1]!.length },
    ]),
    { in: 'both', count: tail },
  ]
  return joined(stretches)
}

/** Neighbouring stretches of one kind as one region. */
function joined(stretches: readonly Stretch[]): Region[] {
  const regions: Region[] = []
  let [left, right] = [0, 0]
  for (const { count, in: side } of stretches) {
    if (count === 0) continue
    const last = regions.at(-1)
    const region: Region =
      last?.same === (side === 'both')
        ? last
        : { same: side === 'both', left: [left, left], right: [right, right] }
    if (region !== last) regions.push(region)
    if (side !== 'after') left += count
    if (side !== 'before') right += count
    region.left[1] = left
    region.right[1] = right
  }
  return regions
}

/** Words that stay between two passages that are rewritten, and are few beside them, are rewritten too. */
function withoutIslands(regions: readonly Region[], texts: Texts): Region[] {
  const kept: Region[] = []
  regions.forEach((region, at) => {
    const [last, next] = [kept.at(-1), regions[at + 1]]
    if (last && !last.same && (!region.same || (next && isIsland(region, last, next, texts)))) {
      last.left[1] = region.left[1]
      last.right[1] = region.right[1]
    } else kept.push({ ...region, left: [...region.left], right: [...region.right] })
  })
  return kept
}

function isIsland(island: Region, last: Region, next: Region, texts: Texts): boolean {
  const words = wordCount(texts.left, island.left)
  const around = [last, next].map((region) =>
    Math.min(wordCount(texts.left, region.left), wordCount(texts.right, region.right)),
  )
  return words <= 2 && Math.min(...around) >= Math.max(1, 2 * words)
}

function wordsOf(regions: readonly Region[], { left, right }: Texts): WordCount {
  const changed = regions.filter(({ same }) => !same)
  return {
    added: changed.reduce((sum, region) => sum + wordCount(right, region.right), 0),
    removed: changed.reduce((sum, region) => sum + wordCount(left, region.left), 0),
  }
}

function wordCount(tokens: readonly Token[], [from, to]: [number, number]): number {
  let words = 0
  for (let at = from; at < to; at += 1) if (tokens[at]!.isWord) words += 1
  return words
}

function spansOf(regions: readonly Region[], texts: Texts): Span[] {
  const writer = new SpanWriter(texts)
  for (const { left, right, same } of regions)
    if (same)
      for (let at = 0; at < left[1] - left[0]; at += 1)
        writer.same(texts.left[left[0] + at]!, texts.right[right[0] + at]!)
    else writer.changed(texts.left.slice(...left), texts.right.slice(...right))
  return writer.end()
}

/** Writes spans from the beginning to the end of both texts, with the spaces between the tokens. */
class SpanWriter {
  readonly #texts: Texts
  readonly #spans: Span[] = []
  /** How much of each text is written, and how much waits to be written as removed and added. */
  #at = { before: 0, after: 0 }
  #waiting = { before: 0, after: 0 }

  constructor(texts: Texts) {
    this.#texts = texts
  }

  same(left: Token, right: Token): void {
    this.#space(left.start, right.start)
    this.#both(left.text.length)
  }

  changed(left: readonly Token[], right: readonly Token[]): void {
    if (left.length > 0 && right.length > 0) this.#space(left[0]!.start, right[0]!.start)
    if (left.length > 0) this.#wait('before', left.at(-1)!.end)
    if (right.length > 0) this.#wait('after', right.at(-1)!.end)
  }

  end(): Span[] {
    this.#space(this.#texts.before.length, this.#texts.after.length)
    this.#flush()
    return this.#spans
  }

  /** What stands up to here on both sides: spaces, of which the same ones stay. */
  #space(before: number, after: number): void {
    const left = this.#texts.before.slice(this.#end('before'), before)
    const right = this.#texts.after.slice(this.#end('after'), after)
    if (left === right) return this.#both(left.length)
    this.#wait('before', before)
    this.#wait('after', after)
  }

  #end(side: 'before' | 'after'): number {
    return this.#at[side] + this.#waiting[side]
  }

  #wait(side: 'before' | 'after', end: number): void {
    this.#waiting[side] = end - this.#at[side]
  }

  #both(length: number): void {
    if (length === 0) return
    this.#flush()
    const last = this.#spans.at(-1)
    if (last?.in === 'both') last.length += length
    else this.#spans.push({ in: 'both', ...this.#at, length })
    this.#at.before += length
    this.#at.after += length
  }

  #flush(): void {
    for (const side of ['before', 'after'] as const) {
      const length = this.#waiting[side]
      if (length > 0) this.#spans.push({ in: side, ...this.#at, length })
      this.#at[side] += length
      this.#waiting[side] = 0
    }
  }
}
