import type { Pair } from '../align.ts'
import type { LookChange } from './block-change.ts'
import { attributeChanges } from './look-changes.ts'
import type { Frame, Line } from './lines.ts'

/**
 * What changes about the lists and tables around blocks, by the number of the first block after that shows it: the
 * kind of a list, a list divided in two. Each is said once, however many blocks are in it.
 */
export function frameChanges(
  before: readonly Line[],
  after: readonly Line[],
  pairs: readonly Pair[],
): Map<number, LookChange[]> {
  const changes = new Map<number, LookChange[]>()
  const seen = new Set<string>()
  let last: Pair | undefined
  for (const pair of pairs) {
    const [left, right] = [before[pair.before]!.frames, after[pair.after]!.frames]
    if (left.length === right.length && pair.moved === null) {
      const found = right.flatMap((frame, at) => changesOf(left[at]!, frame, seen))
      const isArranged =
        last &&
        isDivided(
          before[last.before]!,
          before[pair.before]!,
          after[last.after]!,
          after[pair.after]!,
        )
      if (isArranged) found.push({ what: 'arrangement' })
      if (found.length > 0) changes.set(pair.after, found)
      last = pair
    }
  }
  return changes
}

function changesOf(before: Frame, after: Frame, seen: Set<string>): LookChange[] {
  const both = `${before.number}/${after.number}`
  if (seen.has(both)) return []
  seen.add(both)
  const [from, to] = [before.attributes['listType'] ?? null, after.attributes['listType'] ?? null]
  const isOtherList = before.type === 'list' && after.type === 'list' && from !== to
  const attributes = attributeChanges(
    before.attributes,
    after.attributes,
    isOtherList ? ['listType', 'tag'] : [],
  )
  return isOtherList
    ? [{ what: 'list', from: textOrNull(from), to: textOrNull(to) }, ...attributes]
    : attributes
}

/** Whether two lines were in one list and are in two, or the other way round. */
function isDivided(left: Line, nextLeft: Line, right: Line, nextRight: Line): boolean {
  return shared(left, nextLeft) !== shared(right, nextRight)
}

function shared(one: Line, other: Line): number {
  const first = one.frames.findIndex((frame, at) => frame.number !== other.frames[at]?.number)
  return first === -1 ? one.frames.length : first
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
