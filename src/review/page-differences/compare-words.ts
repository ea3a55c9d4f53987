import { diffArrays } from 'diff'
import { isSpaceToken, isWordToken, type Token } from './tokens.ts'

/** A stretch of two runs of words: from one index up to another, in each of them. */
export interface Stretch {
  /** `quiet` is white space at the edges, which may differ without anybody seeing it. */
  kind: 'same' | 'changed' | 'quiet'
  before: readonly [number, number]
  after: readonly [number, number]
}

/**
 * How much work the words of one page may take. Looking for the fewest changed words takes about the square of their
 * number; where that is more than is left, what lies between the first and the last changed word counts as changed.
 */
export class Effort {
  #left: number
  constructor(steps: number) {
    this.#left = steps
  }

  /** Most changed words that are looked for. */
  get mostChanges(): number {
    return Math.min(2_000, Math.floor(Math.sqrt(this.#left)))
  }

  spend(changes: number): void {
    this.#left = Math.max(0, this.#left - changes * changes)
  }
}

/** Puts two runs of words beside each other: words, never letters. */
export function compareWords(
  before: readonly Token[],
  after: readonly Token[],
  effort: Effort,
): Stretch[] {
  const start = [edge(before, 0, 1), edge(after, 0, 1)] as const
  const end = [
    Math.max(start[0], edge(before, before.length - 1, -1) + 1),
    Math.max(start[1], edge(after, after.length - 1, -1) + 1),
  ] as const
  const middle = stretchesBetween({ before, after, start, end, effort })
  return [
    ...quiet([0, start[0]], [0, start[1]]),
    ...(isRewritten(middle, before, after)
      ? [{ kind: 'changed', before: [start[0], end[0]], after: [start[1], end[1]] } as const]
      : readable(middle, before, after)),
    ...quiet([end[0], before.length], [end[1], after.length]),
  ]
}

function quiet(before: readonly [number, number], after: readonly [number, number]): Stretch[] {
  return before[0] === before[1] && after[0] === after[1] ? [] : [{ kind: 'quiet', before, after }]
}

function edge(tokens: readonly Token[], from: number, step: 1 | -1): number {
  let at = from
  while (at >= 0 && at < tokens.length && isSpaceToken(tokens[at]!)) at += step
  return at
}

interface Between {
  before: readonly Token[]
  after: readonly Token[]
  start: readonly [number, number]
  end: readonly [number, number]
  effort: Effort
}

function stretchesBetween({ before, after, start, end, effort }: Between): Stretch[] {
  let [b, a] = start
  let [bEnd, aEnd] = end
  while (b < bEnd && a < aEnd && before[b]!.key === after[a]!.key) [b, a] = [b + 1, a + 1]
  while (b < bEnd && a < aEnd && before[bEnd - 1]!.key === after[aEnd - 1]!.key)
    [bEnd, aEnd] = [bEnd - 1, aEnd - 1]
  return [
    ...stretch('same', [start[0], b], [start[1], a]),
    ...changesBetween({ before, after, start: [b, a], end: [bEnd, aEnd], effort }),
    ...stretch('same', [bEnd, end[0]], [aEnd, end[1]]),
  ]
}

function stretch(
  kind: Stretch['kind'],
  before: readonly [number, number],
  after: readonly [number, number],
): Stretch[] {
  return before[0] === before[1] && after[0] === after[1] ? [] : [{ kind, before, after }]
}

function changesBetween({ before, after, start, end, effort }: Between): Stretch[] {
  const whole = stretch('changed', [start[0], end[0]], [start[1], end[1]])
  if (start[0] === end[0] || start[1] === end[1]) return whole
  const most = effort.mostChanges
  const found = diffArrays(
    before.slice(start[0], end[0]).map(({ key }) => key),
    after.slice(start[1], end[1]).map(({ key }) => key),
    { maxEditLength: most },
  )
  if (!found) {
    effort.spend(most)
    return whole
  }
  const result: Stretch[] = []
  let [b, a] = start
  let changes = 0
  for (const { added, removed, count } of found) {
    const next = [added ? b : b + count, removed ? a : a + count] as const
    if (added || removed) changes += count
    result.push({
      kind: added || removed ? 'changed' : 'same',
      before: [b, next[0]],
      after: [a, next[1]],
    })
    ;[b, a] = next
  }
  effort.spend(changes)
  return merged(result)
}

/** Changes that touch are one. */
function merged(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const next of stretches) {
    const last = result.at(-1)
    if (last?.kind === next.kind)
      result[result.length - 1] = {
        kind: next.kind,
        before: [last.before[0], next.before[1]],
        after: [last.after[0], next.after[1]],
      }
    else result.push(next)
  }
  return result
}

/** A line of which hardly a word stays is read more easily as one line that goes and one that comes. */
function isRewritten(
  stretches: readonly Stretch[],
  before: readonly Token[],
  after: readonly Token[],
): boolean {
  let same = 0
  let changed = 0
  for (const one of stretches) {
    const words = wordsIn(before, one.before) + wordsIn(after, one.after)
    if (one.kind === 'same') same += words
    else changed += words
  }
  return changed > 10 && same < changed / 2.5
}

/** Two or three words that happen to stay between changed ones are taken along with them. */
function readable(
  stretches: readonly Stretch[],
  before: readonly Token[],
  after: readonly Token[],
): Stretch[] {
  let result = [...stretches]
  for (;;) {
    const next = merged(
      result.map((one, at) => {
        const [last, following] = [result[at - 1], result[at + 1]]
        if (one.kind !== 'same' || last?.kind !== 'changed' || following?.kind !== 'changed')
          return one
        const stay = wordsIn(after, one.after)
        const around = Math.min(size(last), size(following))
        return stay === 0 || (stay <= 2 && around >= 2 * stay + 1)
          ? { ...one, kind: 'changed' }
          : one
      }),
    )
    if (next.length === result.length) return next
    result = next
  }
  function size(one: Stretch): number {
    return wordsIn(before, one.before) + wordsIn(after, one.after)
  }
}

function wordsIn(tokens: readonly Token[], [from, to]: readonly [number, number]): number {
  let count = 0
  for (let at = from; at < to; at += 1) if (isWordToken(tokens[at]!)) count += 1
  return count
}
